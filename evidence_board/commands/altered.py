"""Whom it concerns that something in the file does not hold."""

from collections.abc import Iterator

from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.project.project import Project


def concerned(project: Project, altered: frozenset[str]) -> Iterator[str]:
    """Yield the ids of sources, captures and excerpts that rest on stored bytes that differ."""
    if not altered:
        return
    captures = {
        one.id: one.source
        for one in project.all(Capture)
        if not altered.isdisjoint((one.sha256, one.text_sha256))
    }
    yield from captures
    yield from captures.values()
    yield from (one.id for one in project.all(Excerpt) if one.capture in captures)


def marks(project: Project, digests: frozenset[str]) -> str:
    """Return the marks of the sources whose stored copies differ, such as "S1, S4"."""
    altered = set(concerned(project, digests))
    named = sorted({(one.number, one.mark) for one in project.all(Source) if one.id in altered})
    return ", ".join(mark for _, mark in named)
