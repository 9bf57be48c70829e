"""Sharing a copy: what was deleted, left out or tells on its maker is not in it, byte by byte."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from evidence_board.brief import content
from evidence_board.commands import claims, exchange, links, removal, sharing, sources
from evidence_board.commands.sharing import Shared, Wish
from evidence_board.ingest.draft import SourceDraft
from evidence_board.ingest.read import read_many
from evidence_board.interchange import composing
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project import backup_making
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.project import Project
from tests.commands import photographs
from tests.commands.cases import HARBOUR, held, pinned, started, words

AT = "2026-05-01T00:00:00Z"
GONE = ("Zqxdeleted", "Zqxretyped", "Zqxfirstwords", "Zqxremovedsource")
"""Words that were in the project once."""


def shared(path: Path, target: Path, wish: Wish) -> Shared:
    """Share a project as the verb does."""
    with whole_or_nothing(target) as part:
        return _result(sharing.share(path, part, wish, at=AT))


def _result(work: Generator[tuple[int, int], None, Shared]) -> Shared:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Shared = end.value
            return result


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed project in which words were deleted and replaced."""
    project = started(tmp_path / "case.evboard")
    report = pinned(project)
    claim = claims.mark(project, words(report, "ferry left at noon"))
    for text in ("Zqxfirstwords stood here.", "The ferry sailed."):
        with project.transaction("Edit claim") as tx:
            tx.update(project.get(Claim, claim.id), text=text)
    other = claims.write(project, "Zqxdeleted was a claim.")
    links.connect(project, other.id, claim.id, "supports", "Zqxretyped")
    removal.remove(project, [other.id])
    gone = pinned(project, "Zqxremovedsource said so.\n" * 300, "other.txt")
    removal.remove(project, [gone.source.id])
    project.close()
    return project.path


def photographed(path: Path, folder: Path, **pictures: bytes) -> dict[str, str]:
    """Bring pictures in; returns the ids of their captures by name."""
    files = []
    for name, picture in pictures.items():
        ending = "jpg" if picture.startswith(b"\xff\xd8") else "png"
        files.append(folder / f"{name}.{ending}")
        files[-1].write_bytes(picture)
    drafts = [one for one in read_many(files) if isinstance(one, SourceDraft)]
    assert len(drafts) == len(pictures)
    project = Project.open(path)
    pinned_now = sources.pin(project, drafts)
    project.close()
    for file in files:
        file.unlink()
    return dict(zip(pictures, (one.capture.id for one in pinned_now), strict=True))


def everything_in(path: Path) -> bytes:
    """Return the bytes of a file, and of the JSON document and brief made of it."""
    project = Project.open(path, read_only=True)
    whole = composing.to_text(exchange.collect(project, with_bytes=False))
    brief = repr(content.build(project, at=AT))
    project.close()
    return path.read_bytes() + whole.encode() + brief.encode()


def test_with_the_history_a_copy_is_the_same_project(path: Path) -> None:
    target = path.with_name("copy.evboard")
    report = shared(path, target, Wish())
    mine, theirs = Project.open(path), Project.open(target)
    assert held(theirs) == held(mine)
    assert theirs.steps() == mine.steps()
    theirs.undo()
    theirs.redo()
    assert held(theirs) == held(mine)
    mine.close()
    theirs.close()
    assert report.history
    assert check(target) == ()


def test_without_history_no_deleted_word_is_left_in_it(path: Path) -> None:
    target = path.with_name("copy.evboard")
    before = everything_in(path)
    assert all(word.encode() in before for word in GONE)
    report = shared(path, target, Wish(history=False))
    after = everything_in(target)
    assert [word for word in GONE if word.encode() in after] == []
    mine, theirs = Project.open(path), Project.open(target)
    assert held(theirs) == held(mine)
    assert [step.label for step in theirs.steps()] == ["Share a copy"]
    assert [one.record_id for one in theirs.search("ferry")] != []
    mine.close()
    theirs.close()
    assert not report.history
    assert check(target) == ()


def test_a_source_that_is_left_out_takes_what_hangs_on_it_and_the_history(path: Path) -> None:
    target = path.with_name("copy.evboard")
    project = Project.open(path)
    source = project.all(Source)[0]
    counts = sharing.going(project, [source.id])
    assert counts == {"source": 1, "capture": 1, "excerpt": 1, "assertion": 1}
    assert sharing.left_bare(project, [source.id]) == 1
    project.close()
    before = path.read_bytes()
    report = shared(path, target, Wish(leave_out=(source.id,)))
    assert path.read_bytes() == before
    theirs = Project.open(target)
    assert (theirs.all(Source), theirs.all(Capture)) == ((), ())
    assert [one.text for one in theirs.all(Claim)] == ["The ferry sailed."]
    assert not report.history
    assert {one.kind for one in report.left_out} == set(counts)
    theirs.close()
    assert HARBOUR.encode()[:40] not in target.read_bytes()
    assert source.id.encode() not in target.read_bytes()
    assert check(target) == ()


def test_pictures_that_tell_where_or_with_what_are_named_and_left_out(
    path: Path, tmp_path: Path
) -> None:
    ids = photographed(
        path,
        tmp_path,
        plain=photographs.plain(),
        place=photographs.with_position(),
        serial=photographs.with_serial(),
        packet=photographs.with_packet(),
        packed=photographs.with_packed_packet(),
    )
    target = tmp_path / "copy.evboard"
    report = shared(path, target, Wish())
    told = {one.capture: one.holds for one in report.pictures}
    assert told == {
        ids["place"]: ("position",),
        ids["serial"]: ("owner", "serial number"),
        ids["packet"]: ("position", "serial number"),
        ids["packed"]: ("position", "serial number"),
    }
    theirs = Project.open(target)
    assert [one.id for one in theirs.all(Capture) if one.media_type == "image/jpeg"] == [
        ids["plain"]
    ]
    assert theirs.count(Source) == 6  # those without their picture are cited only
    theirs.close()
    assert not report.history
    assert photographs.SERIAL.encode() not in target.read_bytes()
    assert photographs.with_position() not in target.read_bytes()
    assert check(target) == ()


def test_a_picture_is_kept_as_it_is_when_that_is_asked_for(path: Path, tmp_path: Path) -> None:
    ids = photographed(path, tmp_path, place=photographs.with_position())
    target = tmp_path / "copy.evboard"
    report = shared(path, target, Wish(keep=(ids["place"],)))
    assert report.history
    assert [one.kept for one in report.pictures] == [True]
    theirs = Project.open(target)
    assert theirs.original(theirs.get(Capture, ids["place"])) == photographs.with_position()
    theirs.close()


def test_names_and_folders_are_cut(tmp_path: Path) -> None:
    project = started(tmp_path / "case.evboard")
    report = pinned(project, name="C:\\Users\\Zqxuser\\notes\\report.txt")
    claim = claims.write(project, "A claim.")
    with project.transaction("Sign") as tx:
        tx.update(project.record, author="Zqxauthor")
        tx.update(claim, made_by="Zqxauthor")
        tx.update(report.capture, captured_by="Zqxauthor")
    claims.write(project, "Signed by its step.")
    project.close()
    target = tmp_path / "copy.evboard"
    told = shared(project.path, target, Wish(names=False))
    assert (told.history, told.renamed) == (False, (report.capture.id,))
    assert b"Zqx" not in everything_in(target)
    theirs = Project.open(target)
    assert theirs.all(Capture)[0].file_name == "report.txt"
    theirs.close()
    assert check(target) == ()


SHARE = """
import sys
from pathlib import Path
from evidence_board.__main__ import main
from evidence_board.commands import claims, projects
folder = Path.home() / "Zqxfolder"
folder.mkdir(parents=True)
import socket
socket.gethostname = lambda: "Zqxhost"
project = projects.start(folder / "case.evboard", title="Case")
claims.write(project, "A claim of the case.")
project.close()
(folder / "report.txt").write_text("The ferry left at noon.\\n")
path, out = str(folder / "case.evboard"), sys.argv[1]
assert main(["add", path, str(folder / "report.txt")]) == 0
assert main(["share", path, "-o", out + "/a.evboard"]) == 0
assert main(["share", path, "-o", out + "/b.evboard", "--without-history"]) == 0
assert main(["export", out + "/a.evboard", "-o", out + "/a.json"]) == 0
assert main(["brief", out + "/a.evboard", "-o", out + "/a.pdf"]) == 0
"""


def test_no_user_host_or_home_is_in_a_copy_nor_in_what_is_made_of_it(tmp_path: Path) -> None:
    home, out = tmp_path / "Zqxhome", tmp_path / "out"
    out.mkdir()
    names = ("USER", "LOGNAME", "LNAME", "USERNAME")
    done = subprocess.run(
        [sys.executable, "-c", SHARE, str(out)],
        env={**os.environ, "HOME": str(home), **dict.fromkeys(names, "Zqxuser")},
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    made = sorted(one.name for one in out.iterdir())
    assert made == ["a.evboard", "a.json", "a.pdf", "b.evboard"]
    unpacked = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(out / "a.pdf"), str(out / "plain.pdf")],
        check=False,
    )
    assert unpacked.returncode in (0, 3)
    for file in out.iterdir():
        assert b"zqx" not in file.read_bytes().lower(), file.name


def test_refusals_leave_nothing_beside(path: Path) -> None:
    folder = path.parent
    (folder / "taken.evboard").write_bytes(b"mine")
    before = sorted(one.name for one in folder.iterdir())
    for target in (path, folder / "taken.evboard"):
        with pytest.raises(ProjectError, match="exists already"):
            shared(path, target, Wish())
    with pytest.raises(ProjectError, match="cannot be made"):
        shared(path, folder / "gone" / "copy.evboard", Wish())
    with pytest.raises(ValueError, match="There is no source nobody"):
        shared(path, folder / "copy.evboard", Wish(leave_out=("nobody",)))
    with pytest.raises(ProjectError, match="is not there"):
        shared(folder / "no.evboard", folder / "copy.evboard", Wish())
    assert sorted(one.name for one in folder.iterdir()) == before


def test_a_full_disk_leaves_nothing_and_says_so(path: Path) -> None:
    with _most_bytes(20_000), pytest.raises(ProjectError, match="No file was made"):
        shared(path, path.with_name("copy.evboard"), Wish())
    assert list(path.parent.iterdir()) == [path]


@contextmanager
def _most_bytes(size: int) -> Iterator[None]:
    """Let no file become larger than this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_stopping_in_the_middle_leaves_nothing(path: Path) -> None:
    def stop() -> None:
        with whole_or_nothing(path.with_name("copy.evboard")) as part:
            work = sharing.share(path, part, Wish(history=False), at=AT)
            next(work)
            assert len(list(path.parent.iterdir())) == 2
            work.close()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert list(path.parent.iterdir()) == [path]


def test_a_project_that_is_open_elsewhere_is_shared_as_it_stands(path: Path) -> None:
    target = path.with_name("copy.evboard")
    project = Project.open(path)
    claims.write(project, "Said just now.")
    program = "import sys; from evidence_board.__main__ import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "share", str(path), "-o", str(target)],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr.decode()
    claims.write(project, "Said after.")
    project.close()
    theirs = Project.open(target)
    assert "Said just now." in [one.text for one in theirs.all(Claim)]
    assert "Said after." not in [one.text for one in theirs.all(Claim)]
    theirs.close()


def test_nothing_is_left_beside_a_project_that_was_written_in_the_other_mode(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:18] + b"\2\2" + content[20:])
    shared(path, path.with_name("copy.evboard"), Wish())
    assert backup_making.make(path) is not None
    assert {one.name for one in path.parent.iterdir()} == {path.name, "copy.evboard"}


def test_a_history_that_tells_of_bytes_that_are_not_there_is_not_shared(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE change SET after = json_set(after, '$.text_sha256', ?) "
            "WHERE record = 'capture'",
            ("0" * 64,),
        )
        connection.commit()
    with pytest.raises(ProjectError, match="are not in the project"):
        shared(path, path.with_name("copy.evboard"), Wish())
    assert not path.with_name("copy.evboard").exists()
