"""Writing a whole project as a document, with its sealed bytes: hashed again on their way."""

from collections.abc import Generator
from pathlib import Path

from evidence_board.commands import altered, exchange
from evidence_board.interchange import composing
from evidence_board.interchange.writing import filling
from evidence_board.model.content import size_of
from evidence_board.project import sharing
from evidence_board.project.project import Project

Progress = tuple[int, int]
SNAPSHOT = "snapshot.evboard"


def export(path: Path, part: Path) -> Generator[Progress, None, tuple[str, ...]]:
    """Write the project at `path`, open elsewhere or not, to the new file `part`.

    The folder of that must be private. Returns the SHA-256 of sealed bytes that are others by now;
    they are written as they are, and marked. Not for a process that has the project open itself.
    """
    yield 0, 0
    between = part.with_name(SNAPSHOT)
    sharing.snapshot(path, between)
    project = Project.open(between, read_only=True)
    try:
        different = yield from written(project, part)
    finally:
        project.close()
    between.unlink()
    return different


def written(project: Project, part: Path) -> Generator[Progress, None, tuple[str, ...]]:
    """Write an open project to a file; as `export`, with (done, of how many) in kB."""
    whole = exchange.collect(project, with_bytes=True)
    total = sum(map(size_of, whole.attachments.values())) * 4 // 3
    different: list[str] = []
    for done in filling(part, composing.pieces(whole, different.append)):
        yield min(done, total) >> 10, total >> 10
    return tuple(different)


def sentence(project: Project, different: tuple[str, ...]) -> str:
    """Return what is told of sealed bytes that are others by now; nothing where none are."""
    if not different:
        return ""
    marks = altered.marks(project, frozenset(different)) or "a removed source"
    return (
        f"The stored copy of {marks} is not what was captured: its SHA-256 differs. It was written "
        "as it is, and is marked as altered. Compare it with a backup."
    )
