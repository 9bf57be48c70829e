"""The source list: held, cited only, origins."""

from collections.abc import Iterator

from evidence_board.brief.parts.sources import ListedSource, Sources
from evidence_board.typeset.blocks import Block, Cell, Paragraph, Run, Table, foreign, said
from evidence_board.typeset.flow.words import letter, marks, minor, section

_NOTE = (
    "Held sources are stored in the project file. The letter grades the source; what it says is "
    "graded claim by claim."
)


def sources(part: Sources) -> Iterator[Block]:
    """Yield the tables of sources."""
    yield section("Sources")
    yield Paragraph(said(part.summary))
    yield Paragraph(said(_NOTE), "quiet")
    if part.held:
        yield minor(f"Held, {len(part.held)}")
        header = ("", "Source, capture and SHA-256", "Published", "Grade", "Used in")
        yield Table("Held sources", header, tuple(map(_held, part.held)), (8, 46, 17, 9, 20))
    if part.cited:
        yield minor(f"Cited only, {len(part.cited)}")
        yield Paragraph(said("Known through a held source and not read here."), "quiet")
        header = ("", "Source", "Grade", "Known", "Used in")
        yield Table("Cited sources", header, tuple(map(_cited, part.cited)), (8, 36, 9, 29, 18))
    if part.origins:
        yield minor(f"Origins, {len(part.origins)}")
        names = ("", "Origin", "Grade", "Known", "Counts with", "Used in")
        rows = tuple(map(_origin, part.origins))
        yield Table("Origins", names, rows, (8, 32, 9, 21, 14, 16))


def _held(row: ListedSource) -> tuple[Cell, ...]:
    to = f"original-{row.anchor}"
    captured = (*said(f"captured {row.captured}, ", "quiet"), Run(row.hash, "code", to=to))
    published = said(row.published) or said("undated", "quiet")
    return _anchored(row), (*_name(row), captured), (published,), (letter(row.grade),), _used(row)


def _cited(row: ListedSource) -> tuple[Cell, ...]:
    return _anchored(row), _name(row), (letter(row.grade),), (foreign(row.through),), _used(row)


def _origin(row: ListedSource) -> tuple[Cell, ...]:
    group = foreign(row.group) or said("itself", "quiet")
    return (
        *(_anchored(row), _name(row), (letter(row.grade),)),
        *((foreign(row.through),), (group,), _used(row)),
    )


def _anchored(row: ListedSource) -> Cell:
    return ((Run(row.mark, "strong", anchor=row.anchor),),)


def _name(row: ListedSource) -> Cell:
    name = foreign(row.name, "strong")
    if row.citation:
        name = (*name, *said(", "), *foreign(row.citation))
    return (name, foreign(row.descriptor, "quiet")) if row.descriptor else (name,)


def _used(row: ListedSource) -> Cell:
    used = marks(row.used_in)
    if not row.endnotes:
        return (used,)
    return used, (*said("notes ", "quiet"), *marks(row.endnotes))
