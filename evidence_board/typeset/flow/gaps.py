"""What is not known, and the signs to watch for."""

from collections.abc import Iterator

from evidence_board.brief.parts.gaps import Gaps, Watch
from evidence_board.typeset.blocks import Block, Cell, Table, foreign, said
from evidence_board.typeset.flow.words import mark, minor, section


def gaps(part: Gaps) -> Iterator[Block]:
    """Yield the gaps, then the indicators."""
    yield section("What is not known")
    if part.gaps:
        yield minor(f"Gaps, {len(part.gaps)}")
        header = ("", "What we do not know", "State", "Touches")
        rows = tuple((*_start(row), (said(row.state),), _about(row)) for row in part.gaps)
        yield Table("Gaps", header, rows, (9, 63, 14, 14))
    if part.indicators:
        yield minor(f"Indicators, {len(part.indicators)}")
        signs = tuple((*_start(row), _about(row)) for row in part.indicators)
        yield Table("Indicators", ("", "Sign to watch for", "Touches"), signs, (9, 77, 14))


def _start(row: Watch) -> tuple[Cell, Cell]:
    return (said(row.mark, "strong"),), (foreign(row.text),)


def _about(row: Watch) -> Cell:
    return (mark(row.about) if row.about else said("–"),)
