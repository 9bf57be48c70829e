"""What cards say, and how they are named to assistive technology."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from evidence_board.brief.values import Badge
from evidence_board.commands import claims, editing, judging, notes, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import Face, face_of, short_date
from evidence_board.ui.canvas.lettering import Lettering, runs_left
from evidence_board.ui.canvas.spoken import card_name
from evidence_board.ui.tokens import load_tokens
from tests.commands.cases import pinned, words
from tests.ui.canvas.conftest import Case, Hands


def no_badge(_claim: Claim) -> Badge | None:
    return None


def test_a_claim_without_a_source_says_analyst(project: Project) -> None:
    claim = claims.write(project, "So it was.")
    assert face_of(claim, project, no_badge).aside == "analyst"


def test_a_claim_with_a_source_does_not(project: Project) -> None:
    claim = claims.mark(project, words(pinned(project), "ferry left"))
    assert face_of(claim, project, no_badge).aside == ""


def test_an_assumption_says_so(project: Project) -> None:
    claim = claims.write(project, "So it was.", kind="assumption")
    assert face_of(claim, project, no_badge).aside == "assumption, analyst"


def test_likelihood_is_a_step_of_seven_and_confidence_a_sign_of_its_own(project: Project) -> None:
    claim = judging.set_likelihood(project, claims.write(project, "So it was."), "very likely")
    face = face_of(claim, project, no_badge)
    assert (face.step, face.likelihood, face.confidence) == (6, "very likely", "")


def test_a_confidence_without_a_reason_is_marked(project: Project) -> None:
    claim = editing.change(project, claims.write(project, "So it was."), confidence="high")
    face = face_of(claim, project, no_badge)
    assert face.unfinished
    assert face.warning


def test_held_and_cited_sources_are_told_apart(project: Project) -> None:
    held = pinned(project).source
    cited = sources.cite(project, "A paper")
    assert not face_of(held, project, no_badge).dashed
    assert face_of(cited, project, no_badge).aside == "cited only"
    assert face_of(cited, project, no_badge).dashed


def test_a_source_says_how_many_claims_it_carries(project: Project) -> None:
    held = pinned(project)
    claims.mark(project, words(held, "ferry left"))
    claims.mark(project, words(held, "Two witnesses"))
    source = held.source
    assert face_of(source, project, no_badge).meta == "2 claims"
    assert len(project.all(Assertion)) == 2


@pytest.mark.parametrize(
    ("kind", "origin", "card"),
    [
        ("document", None, "source"),
        ("organisation", "identified", "origin"),
        ("person", "identified", "actor"),
    ],
)
def test_the_kind_of_a_source_decides_its_card(
    project: Project, kind: str, origin: str | None, card: str
) -> None:
    made = sources.cite(project, "Someone", kind=kind, origin_kind=origin)  # type: ignore[arg-type]  # plain text
    assert face_of(made, project, no_badge).kind == card


def test_a_gap_says_how_far_it_has_come(project: Project) -> None:
    gap = notes.write(project, "Who?", kind="gap")
    assert face_of(gap, project, no_badge).state == "open"


def test_dates_are_short() -> None:
    assert short_date("2023-10-08~") == "about 8 Oct 2023"
    assert short_date(None) == ""


def test_an_accessible_name_reads_in_the_agreed_order() -> None:
    face = Face(
        "claim",
        "C1",
        "About 73 rail cars.",
        likelihood="very likely",
        confidence="moderate",
        badge=Badge("one", "5 sources, 1 origin"),
    )
    assert card_name(face, selected=True) == (
        "Claim C1. About 73 rail cars. Very likely. Confidence moderate. "
        "5 sources, 1 origin. Selected."
    )


def test_assistive_technology_finds_the_cards_by_place(hands: Hands, case: Case) -> None:
    board = QAccessible.queryAccessibleInterface(hands.view)
    names = [board.child(place).text(QAccessible.Text.Name) for place in range(4)]
    assert [name.split(".")[0] for name in names] == [
        "Claim C1",
        "Claim C2",
        "Source S1",
        "Hypothesis H3",
    ]
    assert board.childCount() > 4
    hands.document.select((case.first.id,))
    assert board.child(0).text(QAccessible.Text.Name).endswith("Selected.")
    assert board.child(0).state().selected
    middle = board.child(1).rect().center()
    assert board.childAt(middle.x(), middle.y()) is board.child(1)


@pytest.fixture
def lettering(application: QApplication) -> Lettering:
    return Lettering(load_tokens("light"))


def test_lines_break_between_words_and_end_in_an_ellipsis(lettering: Lettering) -> None:
    text = "About seventy-three rail cars stood at the northern yard for two days."
    lines = lettering.wrap("cardTitle", text, 182, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(lettering.width("cardTitle", line) <= 184 for line in lines)


def test_text_without_spaces_breaks_between_letters(lettering: Lettering) -> None:
    lines = lettering.wrap("cardTitle", "北" * 60, 182, 40)
    assert len(lines) >= 3
    assert "".join(lines) == "北" * 60


def test_all_words_are_kept_where_there_is_room(lettering: Lettering) -> None:
    text = "one two three\nfour five"
    assert " ".join(lettering.wrap("cardTitle", text, 60, 40)).split() == text.split()


def test_text_takes_its_direction_from_its_first_strong_letter() -> None:
    assert runs_left("12 محطة rail")
    assert not runs_left("12 rail محطة")
    assert not runs_left("12")
