"""Which of two sources that share words came first: told by their dates, or not told at all."""

from evidence_board.model.edtf import bounds
from evidence_board.model.source import Source


def later_of(one: Source, other: Source) -> Source | None:
    """Return the source that was certainly published after the other; None where none was.

    Two that may be of one day are not told apart: nothing says who took the words from whom.
    """
    if not one.published or not other.published:
        return None
    first, second = bounds(one.published), bounds(other.published)
    if first.earliest and second.latest and first.earliest > second.latest:
        return one
    if second.earliest and first.latest and second.earliest > first.latest:
        return other
    return None
