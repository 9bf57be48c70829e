"""Bringing sources in: bytes kept, the same bytes once, origins that are only cited."""

from pathlib import Path

import pytest

from evidence_board.commands import bringing, removal, sources
from evidence_board.ingest.draft import ListDraft, Proposal, SourceDraft
from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, draft, pinned, ticking
from tests.commands.conftest import Harbour


def test_a_source_keeps_its_bytes_its_text_and_how_both_came(project: Project) -> None:
    held = pinned(project)
    assert project.original(held.capture) == b"\xef\xbb\xbf" + HARBOUR.encode()
    assert project.text(held.capture) == HARBOUR
    assert held.capture.size == len(HARBOUR.encode()) + 3
    assert held.capture.text_length == len(HARBOUR)
    assert held.capture.captured_at.endswith("Z")
    assert project.capture_of(held.source.id) == held.capture


def test_a_field_that_the_text_does_not_state_stays_empty(project: Project) -> None:
    source = pinned(project).source
    assert (source.title, source.publisher, source.authors) == ("A ferry", "", ())
    assert source.published is None
    assert source.basis == {"title": {"basis": "stated", "words": "The ferry"}}


def test_the_same_bytes_again_give_the_source_that_is_there(project: Project) -> None:
    first = pinned(project)
    steps = len(project.steps())
    again = pinned(project, name="copy.txt")
    assert again.existing
    assert (again.source, again.capture) == (first.source, first.capture)
    assert len(project.steps()) == steps


def test_the_same_bytes_twice_in_one_drop_are_one_source(project: Project) -> None:
    first, second = sources.pin(project, [draft(), draft(name="copy.txt")])
    assert (first.existing, second.existing) == (False, True)
    assert len(project.all(Source)) == 1


def test_the_step_counts_the_sources_that_are_new(project: Project) -> None:
    (board,) = project.all(Board)
    pinned(project)
    drop = [draft("One."), draft(name="copy.txt"), draft("Two."), draft("Two.", "again.txt")]
    sources.pin(project, drop, board=board.id)
    assert project.undo_label == "Add 2 sources"
    sources.pin(project, [draft("Three."), draft(name="copy.txt")])
    assert project.undo_label == "Add source"


def test_a_step_that_only_places_a_known_source_does_not_speak_of_adding(
    project: Project,
) -> None:
    (board,) = project.all(Board)
    pinned(project)
    sources.pin(project, [draft()], board=board.id)
    assert project.undo_label == "Put source on board"


def test_a_known_source_dropped_on_a_board_gets_the_card_it_lacks(project: Project) -> None:
    pinned(project)
    (board,) = project.all(Board)
    sources.pin(project, [draft()], board=board.id, x=5, y=6)
    (card,) = project.all(Card)
    assert (card.x, card.y) == (5, 6)
    sources.pin(project, [draft()], board=board.id)
    assert project.all(Card) == (card,)


def test_cards_of_one_drop_do_not_cover_each_other(project: Project) -> None:
    (board,) = project.all(Board)
    sources.pin(project, [draft(f"Text {n}") for n in range(7)], board=board.id)
    assert len({(card.x, card.y) for card in project.all(Card)}) == 7


def test_a_cited_source_has_no_capture(project: Project) -> None:
    office = sources.cite(project, "  Harbour office ", origin_kind="identified")
    assert office.publisher == "Harbour office"
    assert project.capture_of(office.id) is None


def test_a_cited_source_needs_a_name(project: Project) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        sources.cite(project, " \t")


def test_a_draft_with_an_impossible_date_changes_nothing(project: Project) -> None:
    bad = draft()
    bad = type(bad)(**{**bad.__dict__, "fields": {"published": Proposal("soon", "stated", "")}})
    with pytest.raises(ValueError, match="not a date"):
        sources.pin(project, [draft("Good."), bad])
    assert project.all(Source) == ()
    assert len(project.steps()) == 1


def test_a_board_that_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(ValueError, match="names a board"):
        sources.pin(project, [draft()], board="nowhere")
    assert project.all(Source) == ()


def test_the_newest_capture_of_a_source_stays_so_after_undo(
    project: Project, case: Harbour, tmp_path: Path
) -> None:
    (old,) = project.all(Capture)
    with project.transaction("Capture again") as tx:
        digest = tx.keep(b"later")
        kept = {"sha256": digest, "text_sha256": digest, "size": 5, "text_length": 5}
        new = tx.add(old.replace(id="later", captured_at=project.now(), **kept))
    assert project.capture_of(case.report.id) == new
    removal.remove(project, [case.report.id])
    project.undo()
    assert project.capture_of(case.report.id) == new
    project.close()
    again = Project.open(tmp_path / "case.evboard", clock=ticking())
    assert again.capture_of(case.report.id) == new
    again.close()


def _many(count: int) -> list[SourceDraft]:
    return [draft(f"{HARBOUR} {number}", name=f"{number}.txt") for number in range(count)]


def test_many_come_in_parts_which_are_one_step(project: Project) -> None:
    (board,) = project.all(Board)
    steps, before = len(project.steps()), len(project.all(Source))
    found = [bringing.parts(project, _many(25), board=board.id, size=10)]
    sizes = [len(part) for parts in found for part in parts]
    assert sizes == [0, 10, 10, 5]
    assert len(project.steps()) == steps + 1
    assert project.undo_label == "Add 25 sources"
    places = [(one.x, one.y) for one in project.all(Card)]
    assert len(set(places)) == len(places)
    project.undo()
    assert len(project.all(Source)) == before


def _list(count: int) -> ListDraft:
    """Return a list of so many references."""
    entries = [
        {
            "title": Proposal(f"Harbour report {number}", "stated", ""),
            "published": Proposal("2026-03-12", "stated", ""),
        }
        for number in range(count)
    ]
    return ListDraft("harbours.ris", tuple(entries))


def test_a_long_list_of_references_comes_in_parts_too_and_is_one_step(project: Project) -> None:
    (board,) = project.all(Board)
    steps, before = len(project.steps()), len(project.all(Source))
    parts = [*bringing.parts(project, [_list(230), *_many(1)], board=board.id, size=10)]
    assert max(map(len, parts)) <= 61
    assert sum(map(len, parts)) == 231
    assert {one.draft for part in parts[:-1] for one in part} == {0}
    assert len(project.steps()) == steps + 1
    assert project.undo_label == "Add 231 sources"
    project.undo()
    assert len(project.all(Source)) == before


def test_others_have_their_turn_while_a_long_list_is_looked_through(project: Project) -> None:
    parts = bringing.parts(project, [_list(230)], size=10)
    assert [len(next(parts)) for _ in range(6)] == [0] * 6
    assert len(next(parts)) == 60


def test_parts_lie_where_they_would_lie_at_once(project: Project) -> None:
    (board,) = project.all(Board)
    for _ in bringing.parts(project, _many(13), board=board.id, x=10, y=20, size=4):
        pass
    places = [(one.x, one.y, one.layer) for one in project.all(Card)]
    project.undo()
    bringing.bring_in(project, _many(13), board=board.id, x=10, y=20)
    assert [(one.x, one.y, one.layer) for one in project.all(Card)] == places


def test_what_is_removed_between_two_parts_is_brought_in_anew(project: Project) -> None:
    twice = [*_many(2), *_many(2)]
    parts = bringing.parts(project, twice, size=2)
    next(parts)
    (first, second) = next(parts)
    removal.remove(project, (first.source.id,))
    (again, held) = next(parts)
    assert not again.existing
    assert (held.existing, held.source.id) == (True, second.source.id)
