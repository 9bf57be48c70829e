"""Removing takes what cannot stand alone along, lets go of the rest, and comes back whole."""

import pytest

from evidence_board.commands import editing, links, notes, removal
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def test_a_claim_goes_with_its_links_and_the_links_onto_these(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.left.id])
    assert project.all(Link) == ()
    assert case.sailed in project.all(Claim)
    project.undo()
    assert project.all(Link) == (case.support, case.undercut)


def test_a_chain_of_links_onto_links_goes_and_comes_back(project: Project, case: Harbour) -> None:
    last: str = case.undercut.id
    for _ in range(30):
        last = links.connect(project, case.seen.id, last, "undercuts").id
    before = held(project)
    gone = removal.remove(project, [case.support.id])
    assert len(gone) == 32
    assert project.all(Link) == ()
    project.undo()
    assert held(project) == before


def test_a_note_about_a_removed_claim_stays_and_lets_go(project: Project, case: Harbour) -> None:
    removal.remove(project, [case.sailed.id])
    (note,) = project.all(Note)
    assert note.about is None
    project.undo()
    assert project.all(Note) == (case.note,)


def test_a_removed_origin_leaves_the_chains_but_not_the_assertion(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.office.id])
    (left,) = [one for one in project.referrers(case.seen.id) if isinstance(one, Assertion)]
    assert left.chain == (case.report.id,)
    assert not [one for one in project.all(Source) if one.id == case.office.id]
    project.undo()
    assert project.get(Assertion, left.id).chain == (case.report.id, case.office.id)


def test_a_removed_source_takes_its_capture_words_and_assertions(
    project: Project, case: Harbour
) -> None:
    (capture,) = project.all(Capture)
    original = project.original(capture)
    removal.remove(project, [case.report.id])
    for kind in (Capture, Excerpt, Assertion):
        assert project.all(kind) == ()
    assert case.left in project.all(Claim)
    project.undo()
    assert project.original(capture) == original


def test_removed_words_leave_the_assertion_without_them(project: Project, case: Harbour) -> None:
    assert case.assertion.excerpt is not None
    removal.remove(project, [case.assertion.excerpt])
    assert project.get(Assertion, case.assertion.id).excerpt is None


def test_discrepancies_tags_and_groups_follow_what_they_name(
    project: Project, case: Harbour
) -> None:
    one, other = project.all(Excerpt)
    with project.transaction("Tag") as tx:
        tag = tx.add(Tag(label="port"))
        tx.add(Tagging(tag=tag.id, record=case.frame.id))
        tx.add(Tagging(tag=tag.id, record=one.id))
        tx.add(Discrepancy(one=one.id, other=other.id, kind="date"))
        group = tx.add(OriginGroup(label="Harbour"))
        tx.update(case.office, group=group.id)
        tx.update(case.left, negates=case.sailed.id)
    before = held(project)
    removal.remove(project, [case.frame.id, one.id, group.id, case.sailed.id])
    assert (project.all(Tagging), project.all(Discrepancy)) == ((), ())
    assert project.get(Source, case.office.id).group is None
    assert project.get(Claim, case.left.id).negates is None
    assert project.all(Tag) == (tag,)
    project.undo()
    assert held(project) == before


def test_a_removed_board_takes_cards_and_frames_but_no_records(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.board.id])
    assert (project.all(Card), project.all(Frame)) == ((), ())
    assert len(project.all(Claim)) == 4
    assert project.all(Board) == ()


def test_a_removed_card_leaves_its_record(project: Project, case: Harbour) -> None:
    card = case.card_of(project, case.note.id)
    assert removal.plan(project, [card.id]) == (card,)
    removal.unpin(project, [card.id, "gone", case.note.id])
    assert project.find(card.id) is None
    assert case.note in project.all(Note)


def test_a_claim_that_negates_itself_can_be_removed(project: Project, case: Harbour) -> None:
    editing.change(project, case.left, negates=case.left.id)
    removal.remove(project, [case.left.id])
    assert project.find(case.left.id) is None


def test_nothing_is_removed_where_nothing_is_there(project: Project, case: Harbour) -> None:
    steps = len(project.steps())
    assert removal.remove(project, []) == ()
    assert removal.remove(project, ["gone"]) == ()
    assert len(project.steps()) == steps


def test_the_project_does_not_remove_itself(project: Project) -> None:
    with pytest.raises(ValueError, match="cannot be removed from itself"):
        removal.remove(project, [project.record.id])


def test_a_record_that_others_need_is_not_removed_alone(project: Project, case: Harbour) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="still refers"), project.transaction("Remove") as tx:
        tx.remove(case.left)
    assert held(project) == before


def test_a_number_that_was_given_is_not_given_again(project: Project) -> None:
    first = notes.write(project, "One")
    removal.remove(project, [first.id])
    second = notes.write(project, "Two")
    project.undo()
    project.close()
    again = Project.open(project.path)
    third = notes.write(again, "Three")
    assert [first.number, second.number, third.number] == [1, 2, 3]
    again.close()
