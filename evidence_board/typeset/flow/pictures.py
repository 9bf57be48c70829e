"""The pictures of marked parts, each with where it comes from."""

from collections.abc import Iterator

from evidence_board.brief.parts.pictures import Picture, Pictures
from evidence_board.typeset.blocks import Block, Image, Line, Paragraph, Run, foreign, said
from evidence_board.typeset.flow.words import mark, marks, section

_NOTE = "Each is cut out of the captured file; nothing of it was changed but its size."


def pictures(part: Pictures) -> Iterator[Block]:
    """Yield the pictures."""
    yield section("Pictures of marked parts")
    yield Paragraph(said(_NOTE), "quiet")
    for row in part.rows:
        if row.file:
            yield Image(row.file, (row.width, row.height), row.alt)
        yield Paragraph(_told(row))
        if row.not_shown:
            yield Paragraph(said(row.not_shown, "warning"))
        yield Paragraph(_hashes(row), "quiet")


def _told(row: Picture) -> Line:
    several = "s" if len(row.endnotes) > 1 else ""
    words = (
        (*said("Words in it: "), *foreign(row.words, "quoted"), *said(". ")) if row.words else ()
    )
    carries = (*said("Carries "), *marks(row.claims), *said(". ")) if row.claims else ()
    return (
        Run(f"Picture {row.number}. ", "strong", anchor=row.anchor),
        *mark(row.source),
        *foreign(f" {row.name}, {row.excerpt}, {row.place}. "),
        *words,
        *carries,
        *said(f"Endnote{several} "),
        *marks(row.endnotes),
        *said("."),
    )


def _hashes(row: Picture) -> Line:
    original = (*said("Captured file "), *said(row.original, "code")) if row.original else ()
    picture = (*said(" This picture "), *said(row.sha256, "code")) if row.sha256 else ()
    return (*original, *picture) or said("Nothing of it is held.")
