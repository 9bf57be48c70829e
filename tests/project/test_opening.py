"""What is no sound project is refused with one sentence; nothing is changed or left beside."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import InUse, NotAProject, ProjectError, TooNew, Unfinished
from evidence_board.project.project import Project
from tests.commands.cases import started

Spoil = Callable[[Path], object]


def _sql(*statements: str) -> Spoil:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return spoil


def _bytes(start: int, content: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(start)
            file.write(content)

    return spoil


def _cut(share: float) -> Spoil:
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def _beside(suffix: str, content: bytes) -> Spoil:
    return lambda path: path.with_name(path.name + suffix).write_bytes(content)


def _zero_pages(path: Path) -> None:
    with path.open("r+b") as file:
        for page in range(8, 16):
            file.seek(page * 4096)
            file.write(bytes(4096))


def _schema_letter(path: Path) -> None:
    """Let SQLite itself say of the schema what is no UTF-8: sqlite3 raises no error of its own."""
    content = path.read_bytes()
    assert content.count(b'CREATE TABLE "tag"') == 1
    path.write_bytes(content.replace(b'CREATE TABLE "tag"', b'CREATE TABLE\xa0"tag"'))


def _name_beside(path: Path, suffix: str = "-journal") -> None:
    """Let what SQLite would write into be a file of the person's, under a second name."""
    mine = path.with_name("mine.txt")
    mine.write_text("Mine.\n", encoding="utf-8")
    os.link(mine, path.with_name(path.name + suffix))


def _sparse_beside(path: Path) -> None:
    other = path.with_name(path.name + "-journal")
    other.write_bytes(SUPER[:8])
    os.truncate(other, 150_000_000)


def _pipe_beside(path: Path) -> None:
    os.mkfifo(path.with_name(path.name + "-journal"))


def _link_beside(path: Path, suffix: str = "-journal") -> None:
    path.with_name(path.name + suffix).symlink_to(path)


SUPER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(500) + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
SPOILS: dict[str, tuple[Spoil, type[ProjectError], str]] = {
    "empty": (_cut(0), NotAProject, "is not an Evidence Board project"),
    "text": (_bytes(0, b"Dear reader,"), NotAProject, "is not an Evidence Board project"),
    "half a header": (
        lambda p: os.truncate(p, 60),
        NotAProject,
        "is not an Evidence Board project",
    ),
    "cut in the middle": (_cut(0.5), NotAProject, "damaged or not complete"),
    "cut by one byte": (_cut(0.99999), NotAProject, "damaged or not complete"),
    "longer": (lambda p: os.truncate(p, p.stat().st_size + 4096), NotAProject, "not complete"),
    "of another program": (
        _sql("PRAGMA application_id = 7"),
        *(NotAProject, "a database of another program"),
    ),
    "of no program": (_sql("PRAGMA application_id = 0"), NotAProject, "of another program"),
    "of a newer version": (_sql("PRAGMA user_version = 6"), TooNew, "made with a newer version"),
    "of an older version, it says": (
        _sql("PRAGMA user_version = 1"),
        *(NotAProject, "no project has (brief_plan, change_record_id, change_removed, deferral"),
    ),
    "of version 0": (_sql("PRAGMA user_version = 0"), NotAProject, "damaged or not complete"),
    "page size": (_bytes(16, b"\x02\x00"), NotAProject, "damaged or not complete"),
    "write version 3": (_bytes(18, b"\x03"), NotAProject, "damaged or not complete"),
    "reserved bytes": (_bytes(20, b"\x08"), NotAProject, "damaged or not complete"),
    "encoding": (_bytes(59, b"\x02"), NotAProject, "damaged or not complete"),
    "magic": (_bytes(3, b"\0"), NotAProject, "is not an Evidence Board project"),
    "a further table": (_sql("CREATE TABLE extra (x)"), NotAProject, "no project has (extra)"),
    "a further view": (
        _sql("CREATE VIEW spy AS SELECT * FROM claim"),
        *(NotAProject, "no project has (spy)"),
    ),
    "a trigger": (
        _sql("CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM source; END"),
        *(NotAProject, "no project has (t)"),
    ),
    "a trigger named like its table": (
        _sql("CREATE TRIGGER claim AFTER INSERT ON claim BEGIN DELETE FROM source; END"),
        *(NotAProject, "no project has (claim)"),
    ),
    "a further index": (
        _sql("CREATE INDEX slow ON claim (abs(rank))"),
        *(NotAProject, "no project has (slow)"),
    ),
    "a missing index": (_sql("DROP INDEX capture_source"), NotAProject, "(capture_source)"),
    "a weaker check": (
        _sql("UPDATE sqlite_schema SET sql = replace(sql, '''open''', '''ajar''')"),
        *(NotAProject, "parts that no project has (claim, note)"),
    ),
    "zeroed pages": (_zero_pages, NotAProject, "is damaged"),
    "a letter of the schema that is none": (_schema_letter, NotAProject, "is damaged"),
    "a write-ahead log": (_beside("-wal", b"x" * 40), Unfinished, "case.evboard-wal beside"),
    "a pipe as a journal": (_pipe_beside, NotAProject, "-journal beside the project is no plain"),
    "a link as a journal": (_link_beside, NotAProject, "-journal beside the project is no plain"),
    "a link as a write-ahead log": (
        lambda path: _link_beside(path, "-wal"),
        *(NotAProject, "-wal beside the project is no plain file"),
    ),
    "a file of the person's as a journal": (_name_beside, NotAProject, "under a second name"),
    "a file of the person's as the index of a log": (
        lambda path: _name_beside(path, "-shm"),
        *(NotAProject, "-shm beside the project is another file under a second name"),
    ),
    "a journal of 150 MB of holes": (_sparse_beside, NotAProject, "far larger than an unfinished"),
    "a super-journal": (_beside("-journal", SUPER), NotAProject, "names further files"),
    "no project record": (_sql("DELETE FROM project"), NotAProject, "which project it is"),
    "broken JSON": (_sql("UPDATE claim SET quantity = '{'"), NotAProject, "cannot be read"),
    "a card of nothing": (
        _sql("INSERT INTO card SELECT 'k', id, 'gone', 0,0,9,9,0,0,'' FROM board"),
        *(NotAProject, "names a record that is not there"),
    ),
    "a chain into nothing": (
        _sql("""UPDATE assertion SET chain = '["gone"]'"""),
        *(NotAProject, "names a record that is not there"),
    ),
    "a chain of numbers": (
        _sql("UPDATE assertion SET chain = '[[1]]'"),
        *(NotAProject, "names a record that is not there"),
    ),
}


def _state(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if not one.is_fifo()}


@pytest.mark.parametrize("how", SPOILS)
def test_a_file_that_is_no_sound_project_is_refused_and_left_as_it_is(path: Path, how: str) -> None:
    spoil, error, sentence = SPOILS[how]
    spoil(path)
    before = _state(path.parent)
    for read_only in (False, True):
        with pytest.raises(error) as refusal:
            Project.open(path, read_only=read_only)
        assert sentence in str(refusal.value)
        assert str(refusal.value).endswith(".")
        assert _state(path.parent) == before
    assert check(path) != ()
    assert _state(path.parent) == before


def test_nothing_is_written_beside_a_file_that_is_no_project(tmp_path: Path) -> None:
    """A lock that is made and taken away again changes the folder all the same."""
    other = tmp_path / "other.txt"
    other.write_text("mine", encoding="utf-8")
    before = tmp_path.stat().st_mtime_ns
    with pytest.raises(NotAProject):
        Project.open(other)
    assert tmp_path.stat().st_mtime_ns == before


def test_a_file_of_nothing_that_claims_to_be_huge_is_refused_at_once(path: Path) -> None:
    os.truncate(path, 50 << 30)
    with pytest.raises(NotAProject, match=r"larger than 32 GB.*not opened"):
        Project.open(path)


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_a_file_is_not_opened_twice_by_another_name(
    path: Path, tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    other = folder / "other.evboard"
    link(other, path)
    project = Project.open(path)
    for name in (other, folder / ".." / path.name):
        for read_only in (False, True):
            with pytest.raises(InUse, match=r"has been open since|is open already"):
                Project.open(name, read_only=read_only)
    project.close()
    Project.open(other).close()
    assert sorted(one.name for one in folder.iterdir()) == ["other.evboard"]


def test_another_process_may_read_it_by_another_name(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.evboard"
    other.hardlink_to(path)
    project = Project.open(path)
    program = (
        "import sys; from pathlib import Path\n"
        "from evidence_board.project.project import Project\n"
        "from evidence_board.project.errors import InUse\n"
        "Project.open(Path(sys.argv[1]), read_only=True).close()\n"
        "try: Project.open(Path(sys.argv[1]))\n"
        "except InUse as refusal: print(refusal)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, other], capture_output=True, text=True, check=False
    )
    project.close()
    assert done.stdout == (
        "other.evboard is open already, as case.evboard. Go on there, or close it first.\n"
    )
    assert done.stderr == ""


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match=r"gone\.evboard is not there"):
        Project.open(tmp_path / "gone.evboard")
    with pytest.raises(NotAProject, match="is not there"):
        Project.open(tmp_path / "no" / "gone.evboard")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_told_without_waiting(tmp_path: Path) -> None:
    folder, pipe, loop = (tmp_path / name for name in ("folder", "pipe", "loop"))
    folder.mkdir()
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path in (folder, pipe, Path("/dev/null")):
        with pytest.raises(NotAProject, match="is not a file"):
            Project.open(path)
    with pytest.raises(NotAProject, match=r"cannot be read|is not there"):
        Project.open(loop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "loop", "pipe"]


NAMES = [
    "a ?b#c%41&d=1.evboard",
    "line\nbreak.evboard",
    "'quote\";--.evboard",
    "한국 🛳.ev",
    "-x",
]


@pytest.mark.parametrize("name", [os.fsencode(name) for name in NAMES] + [b"caf\xe9.evboard"])
def test_any_name_of_a_file_will_do(tmp_path: Path, small_case: bytes, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(small_case)
    project = Project.open(path)
    assert len(project.all(Claim)) == 2
    project.redo()
    project.close()
    assert check(path) == ()
    assert os.listdir(os.fsencode(tmp_path)) == [name]


def test_a_file_in_which_wal_was_set_is_brought_back(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    Project.open(path).close()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert list(path.parent.iterdir()) == [path]


def test_a_reader_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    project = Project.open(path, read_only=True)
    assert project.search("ferry")
    assert (project.undo_label, project.redo_label) == ("Link: supports", "Write claim")
    project.close()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


AS_NOBODY = """
import os, sys
from pathlib import Path
from evidence_board.commands import claims
from evidence_board.project.check import check
from evidence_board.project.errors import ReadOnly
from evidence_board.project.project import Project
os.setgid(65534); os.setuid(65534)
project = Project.open(Path(sys.argv[1]))
print(project.read_only, len(project.steps()), len(check(project.path)))
try:
    claims.write(project, "More")
except ReadOnly as error:
    print(error)
project.close()
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(("folder", "file"), [(0o777, 0o444), (0o555, 0o666), (0o555, 0o444)])
def test_a_file_that_cannot_be_written_is_opened_to_read(
    path: Path, folder: int, file: int
) -> None:
    path.parent.chmod(folder)
    path.chmod(file)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, path], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "True 6 0",
        "This project is open to read only. Save a copy to change it.",
    ]
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_replaced_while_it_is_open_is_told_at_the_next_edit(
    path: Path, small_case: bytes
) -> None:
    project = Project.open(path)
    moved = path.with_name("moved.evboard")
    path.rename(moved)
    path.write_bytes(small_case)
    with pytest.raises(ProjectError, match="moved, renamed or replaced"):
        project.redo()
    assert project.redo_label == "Write claim"
    project.close()
    assert path.read_bytes() == small_case


def test_a_project_deleted_while_it_is_open_can_still_be_closed(path: Path) -> None:
    project = Project.open(path)
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    with pytest.raises(ProjectError):
        project.redo()
    project.close()


def test_a_new_project_has_the_marks_of_its_kind(tmp_path: Path) -> None:
    started(tmp_path / "case.evboard").close()
    header = (tmp_path / "case.evboard").read_bytes()[:100]
    assert header[68:72] == b"EVB1"
    assert header[60:64] == bytes([0, 0, 0, 5])
