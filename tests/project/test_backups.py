"""A backup counts only when it is whole; what lies in the folder of backups is never trusted."""

import json
import os
import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.model.project_record import ProjectRecord
from evidence_board.project import backup_restoring, backups
from evidence_board.project.backup_making import NoBackup, make
from evidence_board.project.backup_process import backing_up
from evidence_board.project.backup_process import restoring as restoring_in_a_process
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.commands.cases import held, started

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let backups go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "evidence-board"


@pytest.fixture
def path(tmp_path: Path, small_case: bytes) -> Path:
    """Return a closed project alone in its folder."""
    (tmp_path / "case").mkdir()
    path = tmp_path / "case" / "case.evboard"
    path.write_bytes(small_case)
    return path


def _id(path: Path) -> str:
    project = Project.open(path, read_only=True)
    project.close()
    return project.record.id


def _content(path: Path) -> object:
    project = Project.open(path, read_only=True)
    try:
        return held(project), project.steps()
    finally:
        project.close()


def _spoil_page(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(4096 * 20)
        file.write(bytes(4096 * 6))


def test_a_backup_holds_all_and_tells_what_it_holds(path: Path, work_folder: Path) -> None:
    before = path.read_bytes()
    backup = make(path, NOW)
    assert backup is not None
    assert backup.path.name == "000001-20260630T120000Z.evboard"
    assert (backup.sequence, backup.at, backup.size) == (1, NOW, len(before))
    assert backup.path.is_relative_to(work_folder / "backups" / _id(path))
    assert check(backup.path) == ()
    assert _content(backup.path) == _content(path)
    told = backup.summary
    assert told is not None
    assert (told.title, told.path, told.step, told.flaws) == ("Case", str(path), 6, 0)
    assert (told.counts["claims"], told.counts["sources"]) == (2, 1)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    assert sorted(one.suffix for one in backup.path.parent.iterdir()) == [".evboard", ".json"]


def test_only_their_owner_can_look_at_backups(path: Path) -> None:
    backup = make(path, NOW)
    assert backup is not None
    for folder in (backup.path.parent, backup.path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600


def test_what_is_held_already_is_not_backed_up_again(path: Path) -> None:
    assert make(path, NOW, unless_held=True) is not None
    assert make(path, NOW, unless_held=True) is None
    project = Project.open(path)
    project.undo()
    assert make(path, NOW, unless_held=True) is not None
    project.redo()
    assert make(path, NOW, unless_held=True) is not None
    claims.write(project, "One more.")
    project.close()
    assert make(path, NOW, unless_held=True) is not None
    assert [one.sequence for one in backups.listed(_id(path))] == [4, 3, 2, 1]


def test_a_copy_of_a_project_has_backups_of_its_own(path: Path) -> None:
    make(path, NOW)
    copy = path.with_name("copy.evboard")
    shutil.copyfile(path, copy)
    assert make(copy, NOW, unless_held=True) is not None
    for minute in range(5):
        make(copy, NOW + timedelta(days=900, minutes=minute))
    places = [one.summary.path for one in backups.listed(_id(path)) if one.summary]
    assert places.count(str(path)) == 1


def test_backups_are_thinned_when_one_is_made(path: Path) -> None:
    for day in range(40, 0, -1):
        make(path, NOW - timedelta(days=day))
    ages = [(NOW - one.at).days for one in backups.listed(_id(path))]
    assert ages[:13] == list(range(1, 14))
    assert len(ages) < 20
    names = {one.stem for one in backups.folder_of(_id(path)).iterdir()}
    assert len(names) == len(ages)


def test_a_damaged_file_gives_no_backup_and_takes_none_away(path: Path) -> None:
    for minute in range(4):
        make(path, NOW - timedelta(days=500, minutes=-minute))
    before = backups.listed(_id(path))
    project_id = _id(path)
    _spoil_page(path)
    with pytest.raises(NoBackup, match=r"^No backup was made: "):
        make(path, NOW)
    assert backups.listed(project_id) == before
    assert len(list(before[0].path.parent.iterdir())) == 2 * len(before)


def test_evidence_that_differs_from_its_digest_is_backed_up_and_takes_no_place(path: Path) -> None:
    sound = [make(path, NOW - timedelta(days=500, minutes=-minute)) for minute in range(3)]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE attachment SET bytes = zeroblob(size)")
        connection.commit()
    for minute in range(5):
        flawed = make(path, NOW + timedelta(minutes=minute))
        assert flawed is not None
        assert flawed.summary is not None
        assert flawed.summary.flaws == 2
    listed = backups.listed(_id(path))
    assert all(one in listed for one in sound)
    assert len(listed) == 8


def test_a_file_of_another_program_or_schema_gives_no_backup(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW spy AS SELECT * FROM claim")
    with pytest.raises(NoBackup, match="parts that no project has"):
        make(path, NOW)
    with pytest.raises(NoBackup, match="cannot be read"):
        make(tmp_path / "nowhere.evboard", NOW)


def test_no_backup_is_made_where_it_would_fill_the_disk(path: Path) -> None:
    project_id = _id(path)
    os.truncate(path, 1 << 42)  # a hole, which takes no room
    with pytest.raises(NoBackup, match="less than twice its size free"):
        make(path, NOW)
    assert list(backups.folder_of(project_id).iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(path: Path, work_folder: Path) -> None:
    work_folder.parent.mkdir()
    work_folder.write_text("no folder")
    with pytest.raises(NoBackup, match=r"No backup was made \(.*\)\."):
        make(path, NOW)


@pytest.mark.parametrize("claims_before", [0, 4_000], ids=["small", "many steps to copy"])
def test_a_project_is_backed_up_while_it_is_written_to(path: Path, claims_before: int) -> None:
    project = Project.open(path)
    with project.transaction("Import") as tx:
        tx.add_all([Claim(text="x" * 3_000) for _ in range(claims_before)])
    done = threading.Event()
    made: list[backups.Backup | None] = []

    def back_up() -> None:
        made.append(make(path, NOW))
        done.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    while not done.is_set():
        claims.write(project, "Written meanwhile.")
    thread.join()
    (backup,) = made
    assert backup is not None
    assert check(backup.path) == ()
    copy = Project.open(backup.path, read_only=True)
    assert 2 <= copy.count(Claim) <= project.count(Claim)
    hashes = [step.hash for step in copy.steps()]
    assert hashes == [step.hash for step in project.steps()][: len(hashes)]
    copy.close()
    project.close()


def test_what_was_never_finished_is_removed_and_its_number_not_used_again(path: Path) -> None:
    folder = backups.folder_of(_id(path))
    stale = folder / ".making-old"
    stale.write_bytes(b"half")
    os.utime(stale, (0, 0))
    fresh = folder / ".making-new"
    fresh.write_bytes(b"half")
    (folder / "000007-20260101T000000Z.json").write_text("{}")
    backup = make(path, NOW)
    assert backup is not None
    assert backup.sequence == 8
    assert not stale.exists()
    assert fresh.exists()
    assert backups.listed(_id(path)) == (backup,)


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "deep": b"[" * 50_000,
    "long": b" " * 70_000,
    "not UTF-8": b"\xff\xfe{}",
    "numbers for words": b'{"title": 1}',
    "a number too large": b'{"title":"","path":"","version":1,"step":1e999,"hash":"","state":"",'
    b'"flaws":0,"counts":{}}',
    "digits": b'{"title":"","path":"","version":1,"step":' + b"9" * 5_000 + b"}",
    "counts of words": b'{"title":"","path":"","version":1,"step":1,"hash":"","state":"",'
    b'"flaws":0,"counts":{"claims":"many"}}',
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_backup_whose_description_cannot_be_read_is_still_listed(path: Path, how: str) -> None:
    backup = make(path, NOW)
    assert backup is not None
    backups.summary_path(backup.path).write_bytes(HOSTILE[how])
    (listed,) = backups.listed(_id(path))
    assert listed.summary is None
    assert (listed.path, listed.sequence) == (backup.path, 1)


def test_only_files_with_our_names_are_backups(path: Path, tmp_path: Path) -> None:
    folder = backups.folder_of(_id(path))
    (folder / "000001-20260630T120000Z.evboard").symlink_to(path)
    (folder / "000002-20261399T120000Z.evboard").write_bytes(b"no such month")
    (folder / "000003-20260630T120000Z.evboard").mkdir()
    (folder / "x.evboard").write_bytes(b"")
    assert backups.listed(_id(path)) == ()


@pytest.mark.parametrize("id", ["..", ".", "a.b", "A", "x" * 65, "~", "con/../x", "", "한국"])
def test_an_id_that_is_no_good_name_never_leads_out_of_the_folder(
    id: str, work_folder: Path
) -> None:
    folder = backups.folder_of(id)
    assert folder.parent == work_folder / "backups"
    assert folder.name.startswith("~")
    assert backups.folder_of(folder.name) == folder
    assert backups.all_projects() == (folder.name,)


# Restoring


def test_a_backup_is_restored_to_a_new_file(path: Path, tmp_path: Path) -> None:
    backup = make(path, NOW)
    assert backup is not None
    told = _content(path)
    new = tmp_path / "restored.evboard"
    seen: list[tuple[int, int]] = []
    backup_restoring.restore(backup.path, new, lambda done, total: seen.append((done, total)))
    assert _content(new) == told
    assert check(new) == ()
    assert any(done == total > 0 for done, total in seen)
    project = Project.open(new)
    project.redo()
    project.close()


def test_nothing_is_restored_over_a_file(path: Path) -> None:
    backup = make(path, NOW)
    assert backup is not None
    before = path.read_bytes()
    with pytest.raises(ProjectError, match=r"exists already.*nothing was overwritten"):
        backup_restoring.restore(backup.path, path)
    assert path.read_bytes() == before


def test_a_backup_that_is_damaged_is_refused_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    backup = make(path, NOW)
    assert backup is not None
    _spoil_page(backup.path)
    with pytest.raises(ProjectError, match="is damaged"):
        backup_restoring.restore(backup.path, tmp_path / "restored.evboard")
    backup.path.write_bytes(b"hello")
    with pytest.raises(ProjectError, match="not an Evidence Board project"):
        backup_restoring.restore(backup.path, tmp_path / "restored.evboard")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case", "data"]


@pytest.mark.parametrize("fate", ["sound", "moved away", "damaged", "text", "foreign schema"])
def test_the_backups_of_a_file_are_found_whatever_became_of_it(path: Path, fate: str) -> None:
    backup = make(path, NOW)
    if fate == "moved away":
        path.unlink()
    elif fate == "damaged":
        os.truncate(path, 5_000)
    elif fate == "text":
        path.write_text("hello")
    elif fate == "foreign schema":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE further (x)")
    assert backup_restoring.backups_of(path) == (backup,)
    assert backup_restoring.backups_of(path.with_name("never.evboard")) == ()
    assert backup_restoring.numbered(path, 1) == backup
    with pytest.raises(ProjectError, match="has no backup 2"):
        backup_restoring.numbered(path, 2)


def test_a_moved_project_finds_its_backups_by_its_id(path: Path, tmp_path: Path) -> None:
    backup = make(path, NOW)
    moved = path.rename(tmp_path / "moved.evboard")
    assert backup_restoring.backups_of(moved) == (backup,)


# In a process of its own


def _all(steps: object) -> tuple[str, list[tuple[int, int]]]:
    seen = []
    while True:
        try:
            seen.append(next(steps))  # type: ignore[call-overload]  # it is a generator
        except StopIteration as end:
            return str(end.value), seen


def test_a_process_makes_and_restores_backups_and_tells_its_progress(
    path: Path, tmp_path: Path
) -> None:
    project = Project.open(path)
    name, seen = _all(backing_up(path))
    (backup,) = backups.listed(project.record.id)
    assert name == backup.path.name
    assert any(done == total > 0 for done, total in seen)
    assert _all(backing_up(path, unless_held=True))[0] == ""
    new = tmp_path / "restored.evboard"
    _all(restoring_in_a_process(backup.path, new))
    assert held(project) == _content(new)[0]  # type: ignore[index]  # it is a pair
    with pytest.raises(ProjectError, match="exists already"):
        _all(restoring_in_a_process(backup.path, new))
    project.close()


def test_what_a_process_refuses_is_told(path: Path) -> None:
    _spoil_page(path)
    with pytest.raises(ProjectError, match="No backup was made"):
        _all(backing_up(path))


def test_a_process_that_is_cancelled_leaves_nothing_behind(path: Path, work_folder: Path) -> None:
    large = path.with_name("large.evboard")
    project = started(large)
    with project.transaction("Import") as tx:
        tx.add_all([Claim(text="x" * 5_000) for _ in range(5_000)])
    project.close()
    steps = backing_up(large)
    while next(steps) == (0, 0):
        continue
    steps.close()
    folder = backups.folder_of(project.all(ProjectRecord)[0].id)
    assert list(folder.iterdir()) == []


def test_what_a_backup_tells_can_be_read_by_others(path: Path) -> None:
    backup = make(path, NOW)
    assert backup is not None
    told = json.loads(backups.summary_path(backup.path).read_text(encoding="utf-8"))
    assert told["counts"]["claims"] == 2
