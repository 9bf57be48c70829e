"""Salvage: what can be read is saved in a new file, the rest is named, the old file stays."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from evidence_board.commands import claims, links, removal, sample
from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.project.check import check
from evidence_board.project.errors import NotAProject, ProjectError, TooNew
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.project import Project
from evidence_board.project.salvage import salvage
from tests.benchmarks import large_case
from tests.commands.cases import HARBOUR, held, pinned, started, words
from tests.in_memory import folder_in_memory
from tests.project.damage import (
    AT,
    PAGE,
    blanked,
    everything,
    pages_with,
    salvaged,
    share_saved,
    without_pages,
)

OF_EVIDENCE = {"hash", "excerpt"}
"""Problems that a salvaged file may have: bytes that are not what they were."""


@pytest.fixture(scope="module")
def sample_case() -> bytes:
    """Return the bytes of the sample case: every kind of record, many steps."""
    with folder_in_memory() as folder:
        sample.sample(folder / "sample.evboard")
        return (folder / "sample.evboard").read_bytes()


@pytest.fixture(scope="module")
def large() -> bytes:
    """Return the bytes of a project of 400 claims with cards and links."""
    with folder_in_memory() as folder:
        large_case.board(folder / "large.evboard", 400).close()
        return (folder / "large.evboard").read_bytes()


def _kinds(path: Path) -> set[str]:
    return {problem.kind for problem in check(path)}


def _tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_project_comes_out_as_it_was_with_its_whole_history(
    tmp_path: Path, sample_case: bytes
) -> None:
    bad, new = tmp_path / "sample.evboard", tmp_path / "new.evboard"
    bad.write_bytes(sample_case)
    report = salvaged(bad, new)
    assert report.findings == ()
    assert everything(new) == everything(bad)
    assert check(new) == ()
    assert _history(new) == _history(bad)
    assert bad.read_bytes() == sample_case


def _history(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        steps = connection.execute("SELECT * FROM step ORDER BY seq").fetchall()
        return [*steps, *connection.execute("SELECT * FROM change ORDER BY step, seq")]


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize(("share", "wanted"), [(0.01, 0.99), (0.1, 0.7)])
def test_with_some_pages_lost_most_rows_are_saved(
    tmp_path: Path, large: bytes, share: float, wanted: float
) -> None:
    whole = tmp_path / "whole.evboard"
    whole.write_bytes(large)
    before, chance, saved = everything(whole), Random(20_240_229), []
    for run in range(2):  # `dev.py endure salvage` tries 15 times, with 5,000 claims
        bad, new = tmp_path / f"bad{run}.evboard", tmp_path / f"new{run}.evboard"
        bad.write_bytes(without_pages(large, share, chance))
        salvaged(bad, new)
        saved.append(share_saved(before, everything(new)))
        assert _kinds(new) <= OF_EVIDENCE
    assert mean(saved) >= wanted


@pytest.mark.no_cover  # others run its lines
def test_whichever_page_is_lost_the_rest_is_saved_and_the_file_is_sound(
    tmp_path: Path, small_case: bytes
) -> None:
    bad = tmp_path / "bad.evboard"
    bad.write_bytes(small_case)
    before = everything(bad)
    for page in range(len(small_case) // PAGE):
        new = tmp_path / f"new{page}.evboard"
        bad.write_bytes(blanked(small_case, [page]))
        report = salvaged(bad, new)
        assert _kinds(new) <= OF_EVIDENCE
        saved = share_saved(before, everything(new))
        assert saved == 1 or report.losses


@pytest.mark.parametrize("cut", [1, 100, PAGE, 3 * PAGE + 700, 20 * PAGE])
def test_of_a_file_that_was_cut_off_the_beginning_is_saved(
    tmp_path: Path, sample_case: bytes, cut: int
) -> None:
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    bad.write_bytes(sample_case)
    before = everything(bad)
    bad.write_bytes(sample_case[:-cut])
    report = salvaged(bad, new)
    saved = share_saved(before, everything(new))
    assert saved > 0.9
    assert saved == 1 or report.losses
    assert _kinds(new) <= OF_EVIDENCE


def _no_header(content: bytes) -> bytes:
    return bytes(100) + content[100:]


def _wrong_page_size(content: bytes) -> bytes:
    return content[:16] + b"\x02\x00" + content[18:]


def _wrong_page_count(content: bytes) -> bytes:
    return content[:28] + b"\x00\x00\x00\x03" + content[32:]


def _no_schema(content: bytes) -> bytes:
    return blanked(content, [0, *pages_with(content, b"CREATE TABLE")])


def _every_free_page_in_a_ring(content: bytes) -> bytes:
    return (
        content[:32]
        + b"\x00\x00\x00\x02"
        + content[36:PAGE]
        + b"\x00\x00\x00\x02" * (PAGE // 4)
        + content[2 * PAGE :]
    )


@pytest.mark.parametrize("damage", [_no_header, _wrong_page_size, _wrong_page_count, _no_schema])
def test_a_lost_header_or_schema_costs_no_row(
    tmp_path: Path, sample_case: bytes, damage: Callable[[bytes], bytes]
) -> None:
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    bad.write_bytes(sample_case)
    before = everything(bad)
    bad.write_bytes(damage(sample_case))
    salvaged(bad, new)
    assert share_saved(before, everything(new)) == 1
    assert check(new) == ()


def test_a_ring_in_the_list_of_free_pages_ends(tmp_path: Path, sample_case: bytes) -> None:
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    bad.write_bytes(_every_free_page_in_a_ring(sample_case))
    salvaged(bad, new)
    assert _kinds(new) <= OF_EVIDENCE


def test_what_a_hostile_schema_holds_is_named_and_never_run(path: Path) -> None:
    new = path.with_name("new.evboard")
    before = everything(path)
    _tamper(
        path,
        "CREATE TABLE loot (id TEXT PRIMARY KEY, words TEXT)",
        "INSERT INTO loot VALUES ('x', 'planted')",
        "CREATE TRIGGER empty AFTER INSERT ON claim BEGIN DELETE FROM claim; END",
        "CREATE VIEW lies AS SELECT 'a lie' AS text",
    )
    report = salvaged(path, new)
    assert {one.where for one in report.findings if one.kind == "file"} >= {"loot", "empty", "lies"}
    assert everything(new) == before
    assert check(new) == ()
    assert b"planted" not in new.read_bytes()


def test_a_row_that_differs_from_a_whole_history_is_told_and_the_history_believed(
    path: Path,
) -> None:
    new = path.with_name("new.evboard")
    before = everything(path)
    _tamper(path, "UPDATE claim SET text = 'It stayed.' WHERE number = 2")
    report = salvaged(path, new)
    assert [one.kind for one in report.findings] == ["differs"]
    assert "It stayed" in report.findings[0].text
    assert everything(new) == before


def test_letters_that_are_lost_come_back_from_the_history(path: Path) -> None:
    new = path.with_name("new.evboard")
    before = everything(path)
    _tamper(path, "UPDATE claim SET text = CAST(x'54FFFF' AS TEXT) WHERE number = 2")
    salvaged(path, new)
    assert everything(new) == before


def test_bytes_that_differ_from_their_digest_are_kept_and_named(path: Path) -> None:
    new = path.with_name("new.evboard")
    project = Project.open(path, read_only=True)
    capture = project.all(Capture)[0]
    project.close()
    content = path.read_bytes()
    original = b"\xef\xbb\xbf" + HARBOUR.encode()
    path.write_bytes(content.replace(original, original.replace(b"noon", b"nine")))
    report = salvaged(path, new)
    assert [one.kind for one in report.losses] == ["bytes"]
    assert "differs from its SHA-256" in report.losses[0].text
    found = everything(new)[capture.sha256]
    assert isinstance(found, bytes)
    assert hashlib.sha256(found).hexdigest() != capture.sha256
    assert b"at nine" in found
    assert _kinds(new) == {"hash"}


def test_lost_bytes_leave_their_capture_with_the_digest_and_lost_text_comes_from_search(
    path: Path,
) -> None:
    new = path.with_name("new.evboard")
    before = everything(path)
    content = path.read_bytes()
    (sealed,) = pages_with(content, b"\xef\xbb\xbfThe ferry")
    path.write_bytes(blanked(content, [sealed]))
    report = salvaged(path, new)
    project = Project.open(new, read_only=True)
    capture = project.all(Capture)[0]
    assert project.original(capture) == b""
    assert project.text(capture) == HARBOUR
    project.close()
    assert [(one.kind, "is lost" in one.text) for one in report.losses] == [("bytes", True)]
    after = everything(new)
    assert {id for id in before if before[id] != after.get(id)} == {capture.sha256}


def test_text_that_is_no_text_any_more_can_still_be_opened(path: Path) -> None:
    new = path.with_name("new.evboard")
    content = path.read_bytes()
    path.write_bytes(content.replace(HARBOUR.encode(), b"\xff" + HARBOUR.encode()[1:]))
    report = salvaged(path, new)
    assert {one.kind for one in report.losses} == {"bytes"}
    project = Project.open(new)
    assert project.text(project.all(Capture)[0]) == "�" + HARBOUR[1:]
    claims.write(project, "It can be worked with.")
    project.close()
    assert _kinds(new) == {"hash"}


def test_a_project_of_an_older_version_is_salvaged_into_this_one(tmp_path: Path) -> None:
    kept = Path(__file__).parents[1] / "data" / "projects" / "1.evboard"
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    bad.write_bytes(kept.read_bytes())
    before = everything(bad)
    bad.write_bytes(blanked(kept.read_bytes(), [0]))
    report = salvaged(bad, new)
    assert share_saved(before, everything(new)) == 1
    assert report.steps_kept == report.steps_found > 0
    assert check(new) == ()


def test_a_long_original_that_is_cut_off_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    text = "".join(f"Line {n} of a long report.\n" for n in range(4_000))
    project = started(bad)
    capture = pinned(project, text).capture
    project.close()
    content = bad.read_bytes()
    middle = pages_with(content, b"Line 3000 of")
    bad.write_bytes(blanked(content, middle[:1]))
    report = salvaged(bad, new)
    cut = [one for one in report.losses if "cut off after" in one.text or "differs" in one.text]
    kept = everything(new)[capture.sha256]
    assert isinstance(kept, bytes)
    whole = b"\xef\xbb\xbf" + text.encode()
    assert kept == whole if not cut else whole.startswith(kept)


def test_what_cannot_stand_alone_is_left_out_and_each_is_named(tmp_path: Path) -> None:
    bad, new = tmp_path / "bad.evboard", tmp_path / "new.evboard"
    project = started(bad)
    report = pinned(project)
    claim = claims.mark(project, words(report, "ferry left at noon"))
    other = claims.write(project, "Wholly unlike words.")
    link = links.connect(project, claim.id, other.id, "supports", "why")
    board = project.all(Board)[0].id
    project.close()
    content = bad.read_bytes()
    bad.write_bytes(content.replace(b"Wholly unlike words.", b"\x00" * 20))
    told = salvaged(bad, new)
    project = Project.open(new)
    assert [one.id for one in project.all(Claim)] == [claim.id]
    assert project.all(Link) == ()
    assert project.find(board) is not None
    assert all(card.record != other.id for card in project.all(Card))
    project.close()
    assert check(new) == ()
    lost = {one.id: one for one in told.losses}
    assert lost[other.id].kind == "lost"
    assert lost[link.id].kind == "left out"
    named = [one.where for one in told.findings]
    assert f"link of claim {claim.mark} “{claim.text}”" in named
    assert not any(id in where for id in (*lost, board) for where in named)


def test_what_the_history_still_tells_of_gives_a_lost_record_its_name(path: Path) -> None:
    new = path.with_name("new.evboard")
    project = Project.open(path)
    lost = claims.write(project, "Nobody saw the second lorry.")
    kept = claims.write(project, "The quay was empty.")
    links.connect(project, lost.id, kept.id, "supports", "")
    project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM claim WHERE id = ?", (lost.id,))
        connection.execute("DELETE FROM change WHERE step = 1")
        connection.commit()
    told = salvaged(path, new)
    named = {one.where for one in told.findings}
    name = f"claim {lost.mark} “{lost.text}”"
    assert name in named, named


def test_the_whole_part_of_a_history_is_kept_and_one_step_follows(path: Path) -> None:
    new = path.with_name("new.evboard")
    project = Project.open(path)
    steps = project.steps()
    before = held(project)
    project.close()
    last_whole = steps[3]
    content = path.read_bytes()
    assert steps[4].label.encode() in content
    path.write_bytes(content.replace(steps[4].id.encode(), b"f" * 36))
    report = salvaged(path, new)
    project = Project.open(new)
    assert project.steps()[:4] == steps[:4]
    assert [one.label for one in project.steps()[4:]] == [f"Salvage from {path.name}"]
    assert held(project) == before
    project.undo()
    project.redo()
    assert held(project) == before
    project.close()
    assert (report.steps_kept, report.steps_found) == (last_whole.seq, steps[-1].seq)
    assert check(new) == ()


@pytest.mark.no_cover  # others run its lines
def test_what_was_removed_does_not_come_back(path: Path) -> None:
    new = path.with_name("new.evboard")
    project = Project.open(path)
    sailed = next(one for one in project.all(Claim) if one.text == "The ferry sailed.")
    removal.remove(project, [sailed.id])
    project.close()
    before = everything(path)
    content = path.read_bytes()
    for page in range(1, len(content) // PAGE):
        bad = path.with_name(f"bad{page}.evboard")
        bad.write_bytes(blanked(content, [page]))
        target = path.with_name(f"new{page}.evboard")
        salvaged(bad, target)
        assert sailed.id not in everything(target)
    salvaged(path, new)
    assert everything(new) == before


def test_a_change_that_was_cut_short_is_taken_back_first(path: Path) -> None:
    new = path.with_name("new.evboard")
    before, sound = everything(path), path.read_bytes()
    journal = path.with_name(f"{path.name}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE claim SET text = 'half ' || text")
        connection.execute("CREATE TABLE filler AS SELECT randomblob(20000) AS x")
        half, undo = path.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    assert half != sound
    path.write_bytes(half)
    journal.write_bytes(undo)
    report = salvaged(path, new)
    assert any("taken back first" in one.text for one in report.findings)
    assert everything(new) == before
    assert (path.read_bytes(), journal.read_bytes()) == (half, undo)


@pytest.mark.parametrize("end", [b"\x01" * 600, bytes.fromhex("d9d505f920a163d7")])
def test_a_foreign_journal_is_not_used(path: Path, end: bytes) -> None:
    new = path.with_name("new.evboard")
    before = everything(path)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\x01" * 600 + end)
    report = salvaged(path, new)
    assert [one.where for one in report.findings if "was not used" in one.text] == [journal.name]
    assert everything(new) == before
    assert journal.exists()


def test_what_is_larger_than_any_project_is_refused_at_once(path: Path) -> None:
    os.truncate(path, 50_000_000_000)
    with pytest.raises(NotAProject, match="larger than 32 GB"):
        salvaged(path, path.with_name("new.evboard"))
    assert not path.with_name("new.evboard").exists()


def test_what_is_no_project_leaves_nothing(tmp_path: Path) -> None:
    chance = Random(7)
    contents = {
        "noise": chance.randbytes(50_000),
        "nothing": b"",
        "short": b"SQLite format 3\x00",
        "blank": bytes(40_960),
    }
    for name, content in contents.items():
        bad = tmp_path / name
        bad.write_bytes(content)
        with pytest.raises(NotAProject, match="holds nothing of a project"):
            salvaged(bad, tmp_path / "new.evboard")
    with pytest.raises(NotAProject, match="is not there"):
        salvaged(tmp_path / "gone", tmp_path / "new.evboard")
    with pytest.raises(NotAProject, match="is not a file"):
        salvaged(tmp_path, tmp_path / "new.evboard")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(contents)


def test_a_newer_project_is_refused(path: Path) -> None:
    _tamper(path, "PRAGMA user_version = 90")
    with pytest.raises(TooNew, match="format 90"):
        salvaged(path, path.with_name("new.evboard"))


def test_a_file_that_is_there_is_never_replaced(path: Path) -> None:
    new = path.with_name("new.evboard")
    new.write_bytes(b"mine")
    for target in (new, path):
        with pytest.raises(ProjectError, match="exists already"):
            salvaged(path, target)
    assert new.read_bytes() == b"mine"
    with pytest.raises(ProjectError, match="cannot be made"):
        salvaged(path, path.with_name("no folder") / "new.evboard")


def test_stopping_leaves_nothing(path: Path) -> None:
    def stop_in_the_middle() -> None:
        with whole_or_nothing(path.with_name("new.evboard")) as part:
            next(salvage(path, part, at=AT))
            part.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_in_the_middle()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.no_cover  # others run its lines
def test_any_noise_over_any_page_never_ends_in_a_fault(tmp_path: Path, small_case: bytes) -> None:
    chance = Random(11)
    for run in range(60):
        made = bytearray(small_case)
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(len(made))
            size = chance.choice((1, 16, 512, 4096))
            made[at : at + size] = chance.randbytes(len(made[at : at + size]))
        bad, new = tmp_path / f"bad{run}.evboard", tmp_path / f"new{run}.evboard"
        bad.write_bytes(made)
        salvaged(bad, new)
        assert _kinds(new) <= OF_EVIDENCE, run
        project = Project.open(new)
        for excerpt in project.all(Excerpt):
            assert project.find(excerpt.source) is not None
        project.close()
