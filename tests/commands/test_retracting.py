"""Marking that a source took back what it said: kept, marked, recounted, told."""

import pytest

from evidence_board.analysis.closure import closed_count
from evidence_board.commands import retracting
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour


def test_a_retraction_tells_what_it_recounted_and_undo_counts_again(
    project: Project, case: Harbour
) -> None:
    """ORIGINS-19."""
    done = retracting.mark(project, case.office, "retracted", " Note of 5 October. ")
    assert done.source.standing == "retracted"
    assert retracting.words_of(done.source) == "Note of 5 October."
    told = {one.claim: (one.before.n_min, one.after.n_min) for one in done.recounted}
    assert told[case.seen.id] == (1, 0)
    assert closed_count(project, case.seen).n_min == 0
    project.undo()
    assert closed_count(project, case.seen).n_min == 1
    assert project.get(Source, case.office.id) == case.office


def test_current_again_it_has_no_note_and_tells_what_counts_again(
    project: Project, case: Harbour
) -> None:
    """ORIGINS-19."""
    first = retracting.mark(project, case.office, "retracted", "A note.")
    again = retracting.mark(project, first.source, "current")
    assert again.recounted == first.recounted
    assert retracting.words_of(again.source) == ""
    assert closed_count(project, project.get(Claim, case.seen.id)).n_min == 1


def test_a_correction_recounts_nothing_and_needs_its_note_too(
    project: Project, case: Harbour
) -> None:
    """ORIGINS-19."""
    before = project.steps()
    with pytest.raises(ValueError, match="Write where that stands"):
        retracting.mark(project, case.office, "corrected", "  ")
    assert project.steps() == before
    assert retracting.mark(project, case.office, "corrected", "A note.").recounted == ()
