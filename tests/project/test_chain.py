"""The chain of the history: verified beside an open project, and every break in it named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.project.agreement import DIFFERS, GONE, Disagreement, sentences
from evidence_board.project.chain import Chain, ended, walk
from evidence_board.project.errors import ProjectError
from evidence_board.project.past import Past
from evidence_board.project.project import Project
from evidence_board.project.verifying import verified, verify
from tests.commands.cases import started


def tampered(path: Path, *statements: str) -> Chain:
    """Return what the chain says after somebody else wrote to the file."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        return ended(verify(connection))


def test_a_sound_history_is_verified_with_the_number_of_its_steps(path: Path) -> None:
    assert tampered(path).sentences == ("History verified: 6 steps, none missing.",)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE step SET label = 'Other' WHERE seq = 4",
            "Step 4 or one before it was changed.",
        ),
        ("DELETE FROM step WHERE seq = 3", "Step 3 is missing."),
        ("DELETE FROM step WHERE seq IN (3, 4)", "Steps 3 to 4 are missing."),
        ("DELETE FROM step WHERE seq = 6", "Step 6 is missing."),
        ("DELETE FROM step WHERE seq = 1", "Step 1 is missing."),
        (
            "UPDATE claim SET text = 'It stayed.' WHERE number = 2",
            "Claim C2 differs from what the history says.",
        ),
        (
            "DELETE FROM link",
            "A link is gone, though no step removed it.",
        ),
    ],
)
def test_what_was_changed_or_cut_is_named(path: Path, statement: str, sentence: str) -> None:
    found = tampered(path, statement)
    assert sentence in found.sentences
    assert not found.holds


def test_a_step_of_a_state_that_none_has_is_named(path: Path) -> None:
    found = tampered(
        path,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE step SET state = 'fone' WHERE seq = 6",
    )
    assert "Step 6 or one before it was changed." in found.sentences


def test_a_step_with_a_number_beyond_all_counting_is_met_at_once(path: Path) -> None:
    found = tampered(
        path,
        f"UPDATE change SET step = {2**62} WHERE step = 6",
        f"UPDATE step SET seq = {2**62} WHERE seq = 6",
    )
    assert found.sentences[0] == f"Steps 6 to {2**62 - 1:,} are missing."
    assert all("differs" not in one for one in found.sentences)


def test_a_history_cut_at_its_end_is_told_by_the_rows(path: Path) -> None:
    found = tampered(
        path, "DELETE FROM change WHERE step IN (5, 6)", "DELETE FROM step WHERE seq IN (5, 6)"
    )
    assert found.sentences == ("A link differs from what the history says.",)


def test_many_breaks_are_counted() -> None:
    told = Chain(5_000, tuple(range(1, 1_001)), tuple((n, n) for n in range(2_000, 2_020, 2)))
    assert told.sentences[4:7] == (
        "Step 2,008 is missing.",
        "Steps are missing in 5 more places.",
        "Step 1 or one before it was changed.",
    )
    assert told.sentences[-1] == "So were 995 more."
    rows = [Disagreement("claim", str(n), f"C{n}", DIFFERS) for n in range(1, 10)]
    assert list(sentences([*rows, Disagreement("card", "k", "", GONE)])) == [
        "Claim C1, claim C2, claim C3 and 6 more differ from what the history says.",
        "A card is gone, though no step removed it.",
    ]


def test_an_open_project_is_verified_from_another_process_while_it_is_changed(path: Path) -> None:
    project = Project.open(path)
    work = verified(path)
    far = next(work)
    claims.write(project, "Written meanwhile.")
    assert far == (0, 0)
    assert ended(work).holds
    claims.write(project, "Written afterwards.")
    assert ended(verified(path)).steps == len(project.steps())
    project.close()
    assert list(path.parent.iterdir()) == [path]


def test_verifying_can_be_given_up_and_says_why_it_cannot_be_done(path: Path) -> None:
    work = verified(path)
    next(work)
    work.close()
    path.write_bytes(b"no project")
    with pytest.raises(ProjectError, match="The history cannot be read"):
        ended(verified(path))


def test_progress_ends_at_all_steps(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert list(walk(connection)) == [(6, 6)]


def test_steps_carry_the_name_that_was_given_here_never_that_of_the_project(
    tmp_path: Path,
) -> None:
    project = started(tmp_path / "case.evboard")
    with project.transaction("Set author") as tx:
        tx.update(project.record, author="Whoever made it")
    claims.write(project, "One.")
    project.author = "B. Editor"
    two = claims.write(project, "Two.")
    assert [step.author for step in project.steps()] == ["", "", "", "B. Editor"]
    assert two.made_by == "B. Editor"
    project.close()
    again = Project.open(project.path)
    claims.write(again, "Three.")
    assert again.steps()[-1].author == ""
    again.close()


def test_the_steps_of_a_record_and_how_large_a_step_was(path: Path) -> None:
    project = Project.open(path)
    claim = claims.write(project, "Here and gone.")
    with project.transaction("Reword") as tx:
        claim = tx.update(claim, text="Gone.")
    with project.transaction("Remove") as tx:
        tx.remove(claim)
    assert project.steps_of(claim.id) == {7, 8, 9}
    assert project.steps_of("unknown") == frozenset()
    (extent,) = project.extents_of(project.steps()[-1])
    assert (extent.table, extent.added, extent.changed, extent.removed) == ("claim", 0, 0, 1)
    assert Past(project).find(claim.id) == claim
    assert Past(project).find("unknown") is None
    project.close()
