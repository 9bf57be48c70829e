"""Originals are hashed again without keeping anybody from saving; one changed byte is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.brief import content, gate
from evidence_board.commands import claims
from evidence_board.model.capture import Capture
from evidence_board.project.chain import ended
from evidence_board.project.errors import ProjectError
from evidence_board.project.leftovers import journal
from evidence_board.project.problem import Problem
from evidence_board.project.project import Project
from evidence_board.project.rechecking import Evidence, recheck, rechecking, settled


def _digests(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [one for (one,) in connection.execute("SELECT sha256 FROM attachment")]


def _alter(path: Path, digest: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rowid FROM attachment WHERE sha256 = ?"
        (row,) = connection.execute(sql, (digest,)).fetchone()
        with connection.blobopen("attachment", "bytes", row) as kept:
            kept[-1] = kept[-1] ^ 128
        connection.commit()


def test_a_sound_project_has_only_unaltered_originals(path: Path) -> None:
    before = path.read_bytes()
    assert ended(recheck(path, whole=True)) == Evidence(1, frozenset(), ())
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_one_changed_bit_is_found_in_the_original_and_in_the_text(path: Path) -> None:
    for digest in _digests(path):
        content_before = path.read_bytes()
        _alter(path, digest)
        assert ended(recheck(path, whole=False)).altered == {digest}
        project = Project.open(path)
        assert project.altered_originals() == {digest}
        project.close()
        path.write_bytes(content_before)


def test_what_differs_otherwise_is_found_too(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE claim SET text = 'Past the history' WHERE number = 1")
        connection.commit()
    found = ended(recheck(path, whole=True))
    assert found.altered == frozenset()
    assert {one.kind for one in found.problems} == {"row", "search"}


def test_a_process_of_its_own_checks_while_the_project_is_changed(path: Path) -> None:
    """Not one save waits or fails, and none is mistaken for an alteration."""
    project = Project.open(path)
    work = rechecking(path)
    try:
        while True:
            next(work)
            claims.write(project, "One more")
    except StopIteration as end:
        found = end.value
    assert found.altered == frozenset()
    assert found.problems == ()
    project.close()


def test_what_is_found_while_a_save_is_under_way_does_not_count(path: Path) -> None:
    """A long save has changed some pages and not yet others; its journal says so."""
    wrong = Problem("row", "claim", "It differs.")

    def part(_connection: sqlite3.Connection) -> tuple[Problem, ...]:
        return (wrong,)

    assert settled(path, part) == (wrong,)
    journal(path).write_bytes(b"under way")
    assert settled(path, part) == ()


def test_a_file_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"gone\.evboard could not be checked again"):
        for _ in rechecking(tmp_path / "gone.evboard"):
            pass


def test_the_brief_says_which_original_was_altered(path: Path) -> None:
    project = Project.open(path, read_only=True)
    capture = project.all(Capture)[0]
    at = "2026-01-01T00:00:00Z"
    sound = content.build(project, at=at)
    altered = content.build(project, at=at, altered=frozenset({capture.text_sha256}))
    assert "ALTERED" not in str(sound)
    assert "ALTERED: the stored copy does not have this SHA-256" in str(altered.part("originals"))
    points = [one.sentence for one in gate.open_points(project, frozenset({capture.sha256}))]
    assert "The stored copy of S1 is not what was captured: its SHA-256 differs." in points
    project.close()
