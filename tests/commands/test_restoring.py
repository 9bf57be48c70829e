"""Restoring what a record was: a new step, with its number, its lines and the rules."""

import pytest

from evidence_board.commands import claims, editing, links, premises, removal, restoring, tagging
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.note import Tag, Tagging
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour

AT = "2026-03-12T14:05:00Z"


def there(project: Project, record: Record) -> Record | None:
    """Return a record as it is now."""
    return project.find(record.id)


def test_a_field_is_put_back_as_one_step_that_can_be_undone(
    project: Project, case: Harbour
) -> None:
    changed = editing.change(project, case.left, text="It left late.", confidence="low")
    restoring.restore(project, case.left, AT)
    assert there(project, case.left) == case.left
    assert project.undo_label == f"Restore {case.left.mark} as it was on 12 March 2026, 14:05 UTC"
    project.undo()
    assert there(project, case.left) == changed


def test_nothing_is_done_where_nothing_differs(project: Project, case: Harbour) -> None:
    steps = project.steps()
    with pytest.raises(ValueError, match=f"^{case.left.mark} is like that now\\.$"):
        restoring.restore(project, case.left, AT)
    assert project.steps() == steps


def test_a_removed_claim_comes_back_with_its_number_and_all_that_went_with_it(
    project: Project, case: Harbour
) -> None:
    tagging.add(project, [case.seen.id], "ferry")
    before = held(project)
    removal.remove(project, [case.seen.id])
    claims.write(project, "Another one.")
    restoring.restore(project, case.seen, AT)
    after = held(project)
    assert {id: one for id, one in after.items() if id in before} == before
    assert len(after) == len(before) + 1
    project.undo()
    assert there(project, case.seen) is None


def test_a_removed_source_comes_back_with_its_stored_copy_and_its_excerpts(
    project: Project, case: Harbour
) -> None:
    before = held(project)
    removal.remove(project, [case.report.id])
    restoring.restore(project, case.report, AT)
    assert held(project) == before
    capture = project.capture_of(case.report.id)
    assert capture is not None
    assert project.original(capture)


def test_what_went_with_it_stays_away_where_its_other_end_is_gone(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.left.id])
    removal.remove(project, [case.sailed.id])
    restoring.restore(project, case.left, AT)
    assert there(project, case.left) == case.left
    assert there(project, case.support) is None
    assert there(project, case.undercut) is None


def test_a_line_whose_end_is_gone_is_refused_by_the_name_of_that_end(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.left.id])
    steps = project.steps()
    sentence = (
        f"needs claim {case.left.mark} “It left at noon.”, which is gone. Restore that first."
    )
    with pytest.raises(ValueError, match=sentence):
        restoring.restore(project, case.support, AT)
    assert project.steps() == steps


def test_where_only_what_is_gone_differs_that_is_said(project: Project, case: Harbour) -> None:
    removal.remove(project, [case.sailed.id])
    with pytest.raises(ValueError, match="Q1 differs only in naming what is gone"):
        restoring.restore(project, case.note, AT)
    removal.remove(project, [case.office.id])
    with pytest.raises(ValueError, match="differs only in naming what is gone"):
        restoring.restore(project, case.assertion, AT)


def test_a_note_about_a_claim_that_is_gone_comes_back_without_it(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.note.id])
    removal.remove(project, [case.sailed.id])
    restoring.restore(project, case.note, AT)
    assert there(project, case.note) == case.note.replace(about=None)


def test_a_link_is_not_restored_over_one_that_says_the_same(
    project: Project, case: Harbour
) -> None:
    removal.remove(project, [case.support.id])
    links.connect(project, case.left.id, case.sailed.id, "supports", "drawn anew")
    with pytest.raises(ValueError, match="There is another link C1 supports C3 already"):
        restoring.restore(project, case.support, AT)


def test_a_linked_premise_comes_back_alone_where_no_other_one_is_left(
    project: Project, case: Harbour
) -> None:
    other = links.connect(project, case.seen.id, case.sailed.id, "supports")
    assert isinstance(other, Link)
    joined, third = premises.join(project, [case.support, other])
    premises.part(project, [joined])
    editing.change(project, case.support, reason="Another reason")
    restoring.restore(project, joined, AT)
    assert there(project, joined) == joined.replace(group=None)
    assert there(project, third) == third.replace(group=None)


def test_a_linked_premise_leaves_no_other_one_joined_with_itself(
    project: Project, case: Harbour
) -> None:
    other = links.connect(project, case.seen.id, case.sailed.id, "supports")
    assert isinstance(other, Link)
    premises.join(project, [case.support, other])
    restoring.restore(project, case.support, AT)
    assert there(project, case.support) == case.support
    assert there(project, other) == other


def test_a_tag_is_not_put_on_twice(project: Project, case: Harbour) -> None:
    tag = tagging.add(project, [case.left.id], "ferry")
    (tagged,) = project.all(Tagging)
    removal.remove(project, [tagged.id])
    tagging.add(project, [case.left.id], "ferry")
    with pytest.raises(ValueError, match="There is another tag “ferry” on C1 already"):
        restoring.restore(project, tagged, AT)
    assert there(project, tag) == project.all(Tag)[0]


def test_a_card_is_put_back_where_it_lay(project: Project, case: Harbour) -> None:
    card = case.card_of(project, case.sailed.id)
    with project.transaction("Move card") as tx:
        tx.update(card, x=900.0, y=-40.0)
    restoring.restore(project, card, AT)
    assert there(project, card) == card
    assert project.undo_label == (
        "Restore card of C3 on “Board” as it was on 12 March 2026, 14:05 UTC"
    )
    assert isinstance(there(project, card), Card)


def test_a_project_in_which_everything_was_restored_is_sound(
    project: Project, case: Harbour
) -> None:
    for one in (case.left, case.report, case.office):
        removal.remove(project, [one.id])
    for one in (case.report, case.office, case.left):
        restoring.restore(project, one, AT)
    marks = {one.id: one.mark for kind in (Claim, Source) for one in project.all(kind)}
    assert all(marks[one.id] == one.mark for one in (case.left, case.report, case.office))
    project.close()
    assert check(project.path) == ()
