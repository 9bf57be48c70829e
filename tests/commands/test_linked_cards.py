"""A new card with its line: one step, or nothing."""

import pytest

from evidence_board.commands import linked_cards
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def test_a_claim_comes_with_its_card_and_link_in_one_step(project: Project, case: Harbour) -> None:
    steps = len(project.steps())
    made = linked_cards.add(
        project, case.left.id, "claim", " It was late. ", "supports", board=case.board.id, x=8, y=16
    )
    assert isinstance(made, Claim)
    assert (made.text, made.kind) == ("It was late.", "judgement")
    line = project.all(Link)[-1]
    assert (line.from_id, line.to_id, line.type) == (case.left.id, made.id, "supports")
    card = next(one for one in project.referrers(made.id) if isinstance(one, Card))
    assert (card.x, card.y) == (8, 16)
    assert len(project.steps()) == steps + 1
    project.undo()
    assert project.find(made.id) is None


def test_a_link_may_run_from_the_new_card(project: Project, case: Harbour) -> None:
    made = linked_cards.add(project, case.left.id, "claim", "So.", "supports", towards=True)
    line = project.all(Link)[-1]
    assert (line.from_id, line.to_id) == (made.id, case.left.id)


def test_a_source_asserts_the_claim_it_was_drawn_from(project: Project, case: Harbour) -> None:
    made = linked_cards.add(project, case.left.id, "source", "A pilot", "asserts", towards=True)
    assert isinstance(made, Source)
    line = project.all(Assertion)[-1]
    assert (line.source, line.claim) == (made.id, case.left.id)


def test_a_source_cites_a_new_source(project: Project, case: Harbour) -> None:
    made = linked_cards.add(project, case.report.id, "source", "A pilot", "quotes")
    line = project.all(Citation)[-1]
    assert (line.from_id, line.to_id, line.type) == (case.report.id, made.id, "quotes")


def test_a_note_is_about_the_claim(project: Project, case: Harbour) -> None:
    made = linked_cards.add(project, case.left.id, "note", "Ask again.", linked_cards.ABOUT)
    assert isinstance(made, Note)
    assert made.about == case.left.id


def test_what_does_not_fit_makes_nothing_and_is_told(project: Project, case: Harbour) -> None:
    before = held(project)
    for start, kind, words, key, sentence in (
        (case.left.id, "claim", "  ", "supports", "needs words"),
        (case.left.id, "claim", "A", "quotes", "cannot be drawn as “quotes”"),
        (case.report.id, "note", "A", linked_cards.ABOUT, "only be about a claim"),
        ("gone", "claim", "A", "supports", "gone"),
    ):
        with pytest.raises(ValueError, match=sentence):
            linked_cards.add(project, start, kind, words, key)  # type: ignore[arg-type]  # literals
    assert held(project) == before


def test_what_fits_depends_on_the_start(project: Project, case: Harbour) -> None:
    assert linked_cards.kinds_for(case.left) == ("claim", "source", "note")
    assert linked_cards.kinds_for(case.report) == ("claim", "source")
    assert linked_cards.kinds_for(case.note) == ()
    types, towards = linked_cards.types_to(case.left, "source")
    assert ([kind.key for kind in types], towards) == (["asserts"], True)
    assert linked_cards.types_to(case.left, "note") == ((), True)
