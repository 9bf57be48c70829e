"""The originals with their whole hashes."""

from collections.abc import Iterator

from evidence_board.brief.parts.originals import Original, Originals
from evidence_board.typeset.blocks import Block, Cell, Line, Run, Table, foreign, said
from evidence_board.typeset.flow.words import section


def originals(part: Originals) -> Iterator[Block]:
    """Yield the captures."""
    yield section("Originals and hashes")
    seen: set[str] = set()
    rows = tuple(_row(row, seen) for row in part.rows)
    yield Table("Originals", ("", "File, capture and SHA-256"), rows, (8, 92))


def _row(row: Original, seen: set[str]) -> tuple[Cell, ...]:
    anchor = "" if row.source.to in seen else f"original-{row.source.to}"
    seen.add(row.source.to)
    same = " and text" if row.text_sha256 == row.sha256 else ""
    got = f"text: {row.method}" if row.text_sha256 else row.method
    lines: list[Line] = [
        (*foreign(row.file_name, "strong"), *foreign(f", {row.size}, {row.media_type}")),
        foreign(f"captured {row.captured}", "quiet"),
        foreign(got, "quiet"),
        (*said(row.sha256, "code"), *said(f" original{same}", "quiet")),
    ]
    if row.text_sha256 not in ("", row.sha256):
        lines.append((*said(row.text_sha256, "code"), *said(" text", "quiet")))
    return ((Run(row.source.mark, to=row.source.to, anchor=anchor),),), tuple(lines)
