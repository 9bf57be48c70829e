"""What the tests of the core make again and again: projects, drafts, excerpts."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from evidence_board.commands import projects, sources
from evidence_board.commands.sources import Pinned
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Plain
from evidence_board.project.clock import Clock
from evidence_board.project.project import Project

HARBOUR = "The ferry left at noon. Two witnesses saw it leave, said the harbour office.\n"
Held = dict[str, tuple[str, dict[str, Plain]]]
"""Every record of a project by id: its table and its fields."""


def ticking() -> Clock:
    """Return a clock that is one second later each time it is asked."""
    seconds: Iterator[int] = count()
    return lambda: f"2026-03-01T{(n := next(seconds)) // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z"


def started(path: Path, **fields: str) -> Project:
    """Return a new project with an empty board; its clock ticks."""
    return projects.start(path, title=fields.get("title", "Case"), clock=ticking())


def draft(text: str = HARBOUR, name: str = "report.txt") -> SourceDraft:
    """Return what reading a file with this text would give."""
    return SourceDraft(
        file_name=name,
        original=b"\xef\xbb\xbf" + text.encode(),
        text=text,
        media_type="text/plain",
        text_method="UTF-8",
        tool="test 1",
        fields={"title": Proposal("A ferry", "stated", "The ferry")},
    )


def pinned(project: Project, text: str = HARBOUR, name: str = "report.txt") -> Pinned:
    """Bring one text in."""
    return sources.pin(project, [draft(text, name)])[0]


def words(held: Pinned, exact: str, text: str = HARBOUR) -> Excerpt:
    """Return the excerpt of these words, as the reader would mark it."""
    start = text.index(exact)
    return excerpt_of(held.source.id, held.capture.id, text, start, start + len(exact))


def held(project: Project) -> Held:
    """Return everything a project holds, as plain values."""
    return {
        record.id: (record.table, record.plain()) for kind in KINDS for record in project.all(kind)
    }
