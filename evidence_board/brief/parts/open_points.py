"""What is unfinished, worst first: the gate's list, printed where it was left."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.gate import OpenPoint, points_of
from evidence_board.brief.values import Part


@dataclass(frozen=True)
class OpenPoints(Part):
    """The open points, worst first."""

    rows: tuple[OpenPoint, ...]


def open_points(case: Case) -> OpenPoints | None:
    """Return the open points; None where all is done."""
    rows = points_of(case)
    return OpenPoints(rows) if rows else None
