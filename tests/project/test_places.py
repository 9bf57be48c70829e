"""Places where a project is at risk, conflict copies beside it, and what is said of them once."""

import json
from pathlib import Path

import pytest

from evidence_board.paths import user_work_folder
from evidence_board.project import conflict_copies, places, said_once
from evidence_board.project.said_once import Unsaid

MOUNTS = r"""proc /proc proc rw,relatime 0 0
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
auto /net autofs rw 0 0
box:/cases /net nfs4 rw,vers=4.2 0 0
//box/Kim /mnt/Kim\040and\011Lee\134\043 cifs rw 0 0
kim@box: /home/kim/there fuse.sshfs rw 0 0
secret /home/kim/vault fuse.gocryptfs rw 0 0
plain /home/kim/plain fuse rw 0 0
/dev/sdb1 /mnt/STICK vfat rw 0 0
/dev/sdc1 /mnt/windows fuseblk rw 0 0
/dev/sdd1 /run/media/kim/Work ext4 rw 0 0
/dev/sda2 /home/kim/there/inside ext4 rw 0 0
short line
host /mnt/host 9p rw 0 0
"""


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is remembered go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.mark.parametrize(
    ("path", "sort", "top"),
    [
        ("/net/a.evboard", "network", "/net"),
        ("/mnt/Kim and\tLee\\#/cases/a.evboard", "network", "/mnt/Kim and\tLee\\#"),
        ("/home/kim/there/a.evboard", "network", "/home/kim/there"),
        ("/mnt/host/a.evboard", "network", "/mnt/host"),
        ("/home/kim/vault/a.evboard", "program", "/home/kim/vault"),
        ("/home/kim/plain/a.evboard", "program", "/home/kim/plain"),
        ("/mnt/STICK/a.evboard", "removable", "/mnt/STICK"),
        ("/mnt/windows/a.evboard", "removable", "/mnt/windows"),
        ("/run/media/kim/Work/a.evboard", "removable", "/run/media/kim/Work"),
    ],
)
def test_a_risky_mount_is_known(path: str, sort: str, top: str) -> None:
    found = places.mounted(path, MOUNTS)
    assert found == places.Place(sort, top)  # type: ignore[arg-type]  # one of the sorts


@pytest.mark.parametrize(
    "path",
    [
        "/home/kim/a.evboard",
        "/tmp/a.evboard",
        "/network/a.evboard",
        "/home/kim/there/inside/a.evboard",
        "/mnt/STICKS/a.evboard",
    ],
)
def test_an_ordinary_mount_is_none(path: str) -> None:
    assert places.mounted(path, MOUNTS) is None


@pytest.mark.parametrize("mounts", ["", "\n \n\\\n", "a /\\777\\04 nfs\n", "nonsense"])
def test_mounts_that_are_missing_or_odd_tell_nothing(mounts: str) -> None:
    assert places.mounted("/home/kim/a.evboard", mounts) is None


def test_a_mount_whose_name_is_no_text_is_told_apart() -> None:
    mounts = b"x /mnt/\xff\xc3\xa4 nfs rw 0 0\n".decode("utf-8", errors="surrogateescape")
    assert places.mounted("/mnt/\udcff\u00e4/a.evboard", mounts) is not None
    assert places.mounted("/mnt/\u00e4/a.evboard", mounts) is None


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".stfolder/", "Syncthing"),
        (".stignore", "Syncthing"),
        (".sync_0a1b2c.db", "Nextcloud or ownCloud"),
        ("._sync_0a1b2c.db", "Nextcloud or ownCloud"),
        (".owncloudsync.log", "Nextcloud or ownCloud"),
    ],
)
def test_a_folder_below_a_mark_is_kept_in_step(tmp_path: Path, mark: str, service: str) -> None:
    inner = tmp_path / "shared" / "cases" / "2026"
    inner.mkdir(parents=True)
    marked = tmp_path / "shared" / mark.rstrip("/")
    if mark.endswith("/"):
        marked.mkdir()
    else:
        marked.touch()
    found = places.kept_in_step(inner)
    assert found == places.Place("sync", str(tmp_path / "shared"), service)
    assert f"that {service} keeps in step" in found.risk
    assert places.kept_in_step(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Harbour Press", "OneDrive"),
        ("GoogleDrive-kim@example.org", "Google Drive"),
        ("com~apple~CloudDocs", "iCloud"),
    ],
)
def test_a_folder_of_a_known_name_is_kept_in_step(tmp_path: Path, name: str, service: str) -> None:
    (tmp_path / name / "cases").mkdir(parents=True)
    found = places.kept_in_step(tmp_path / name / "cases")
    assert found == places.Place("sync", str(tmp_path / name), service)


def test_settings_of_dropbox_in_a_home_are_no_mark(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / "Documents").mkdir()
    assert places.kept_in_step(tmp_path / "Documents") is None


def test_hostile_folders_are_looked_at_without_harm(tmp_path: Path) -> None:
    odd = tmp_path / "\udcff\n* [x] {service}"
    odd.mkdir()
    (odd / "\udcfe.db").touch()
    assert places.kept_in_step(odd) is None
    (odd / ".stignore").touch()
    found = places.kept_in_step(odd)
    assert found is not None
    assert "Syncthing" in found.risk
    assert places.kept_in_step(tmp_path / "gone" / "a\0b") is None
    assert places.kept_in_step(Path("/", *("deep",) * 3_000)) is None


def test_a_link_leads_to_the_place_where_the_file_lies(tmp_path: Path) -> None:
    kept, elsewhere = tmp_path / "kept", tmp_path / "elsewhere"
    kept.mkdir()
    elsewhere.mkdir()
    (kept / ".stfolder").mkdir()
    (kept / "case.evboard").touch()
    (elsewhere / "case.evboard").symlink_to(kept / "case.evboard")
    found = places.around(elsewhere / "case.evboard")
    assert [one.service for one in found] == ["Syncthing"]


COPIES = (
    "case (Kim's conflicted copy 2026-01-01).evboard",
    "case (Kim's conflicted copy 2026-01-01) (1).evboard",
    "case (conflicted copy 2026-01-01 093612).evboard",
    "case (conflicted copy).evboard",
    "case.sync-conflict-20260101-093612-ABCDEFG.evboard",
    "case.sync-conflict-20260101-093612.evboard",
    "case_conflict-20260101-093612.evboard",
)
OTHERS = (
    "case.evboard",
    ".case.evboard.lock",
    "case.evboard-journal",
    "case (1).evboard",
    "case copy.evboard",
    "case-laptop.evboard",
    "case (conflicted copy 2026-01-01).txt",
    "case (conflicted copy 2026-01-01)",
    "case 2 (conflicted copy 2026-01-01).evboard",
    "staircase (conflicted copy 2026-01-01).evboard",
    "case (unconflicted copywriter).evboard",
    "case.sync-conflict-today.evboard",
    "",
    ".evboard",
)


def test_only_names_that_a_sync_program_gives_are_conflict_copies() -> None:
    assert set(conflict_copies.among("case.evboard", (*OTHERS, *COPIES))) == set(COPIES)


def test_a_copy_of_a_copy_belongs_to_the_copy() -> None:
    copy = COPIES[0]
    further = copy.replace(".evboard", ".sync-conflict-20260101-093612-ABCDEFG.evboard")
    assert conflict_copies.among(copy, (*COPIES, further)) == (further,)
    assert further not in conflict_copies.among("case.evboard", (further,))


@pytest.mark.parametrize(
    "name", ["a+(b)[c].evboard", "no ending", "\udcff.evboard", "Cafe\u0301.x"]
)
def test_any_name_of_a_project_may_have_copies(name: str) -> None:
    stem, dot, ending = name.partition(".")
    copy = f"{stem} (conflicted copy 2026-01-01){dot}{ending}".replace("e\u0301", "\u00e9")
    assert conflict_copies.among(name, (name, copy, "other")) == (copy,)


def test_a_long_hostile_name_takes_no_time() -> None:
    name = "case (" + "conflicted copy " * 20_000 + ".evboard"
    assert conflict_copies.among("case.evboard", (name, "case" + " (" * 50_000)) == ()


def test_copies_are_told_in_a_sentence_that_can_be_shown() -> None:
    assert conflict_copies.sentence(()) == ""
    one = conflict_copies.sentence(COPIES[:1])
    assert f"the copy “{COPIES[0]}” beside this project" in one
    many = conflict_copies.sentence([*COPIES, "case\n\u202e.evboard"])
    assert "and 5 more. It was changed in several places" in many
    hostile = conflict_copies.sentence(("a\n\u202e\udcff" + "b" * 400,))
    assert hostile.isprintable()
    assert len(hostile) < 400


def _case(tmp_path: Path) -> Path:
    (tmp_path / ".stfolder").mkdir()
    path = tmp_path / "case.evboard"
    path.touch()
    return path


def test_what_was_said_is_not_said_again(tmp_path: Path) -> None:
    path = _case(tmp_path)
    (tmp_path / COPIES[0]).touch()
    first = said_once.unsaid("one", path)
    assert [one.sort for one in first.places] == ["sync"]
    assert first.copies == COPIES[:1]
    said_once.note("one", first)
    assert said_once.unsaid("one", path) == Unsaid()
    (tmp_path / COPIES[1]).touch()
    assert said_once.unsaid("one", path) == Unsaid(copies=COPIES[1:2])
    assert said_once.unsaid("another", path).places == first.places


def test_a_project_that_moved_to_another_such_place_is_told_again(tmp_path: Path) -> None:
    path = _case(tmp_path)
    said_once.note("one", said_once.unsaid("one", path))
    other = tmp_path / "other"
    other.mkdir()
    assert said_once.unsaid("one", _case(other)).places[0].top == str(other)


def test_nothing_of_a_case_is_remembered_by_name(tmp_path: Path) -> None:
    path = _case(tmp_path)
    (tmp_path / COPIES[0]).touch()
    said_once.note("one", said_once.unsaid("one", path))
    kept = list(user_work_folder().iterdir())
    assert [one.name for one in kept] == ["said-once.json"]
    assert not {"case", "one", "Kim", str(tmp_path)} & set(kept[0].read_text().split('"'))
    assert len(json.loads(kept[0].read_text())) == 2


@pytest.mark.parametrize(
    "held", ["", "{}", "[1, null, [], {}]", '["' + "x" * 32 + '"]', "[" * 100_000, "\xff", "7"]
)
def test_what_is_remembered_wrongly_is_left_out(tmp_path: Path, held: str) -> None:
    path = _case(tmp_path)
    place = user_work_folder() / "said-once.json"
    place.write_text(held, encoding="latin-1")
    found = said_once.unsaid("one", path)
    assert found.places
    said_once.note("one", found)
    assert said_once.unsaid("one", path) == Unsaid()


def test_no_more_is_remembered_than_is_needed(tmp_path: Path) -> None:
    path = _case(tmp_path)
    place = user_work_folder() / "said-once.json"
    place.write_text(json.dumps([f"{number:032x}" for number in range(5_000)]))
    said_once.note("one", said_once.unsaid("one", path))
    assert len(json.loads(place.read_text())) == 2_000
    assert said_once.unsaid("one", path) == Unsaid()


def test_a_folder_that_cannot_be_written_costs_the_memory_only(tmp_path: Path) -> None:
    path = _case(tmp_path)
    (user_work_folder() / "said-once.json").mkdir()
    found = said_once.unsaid("one", path)
    said_once.note("one", found)
    assert said_once.unsaid("one", path) == found
    assert [one.name for one in user_work_folder().iterdir()] == ["said-once.json"]
