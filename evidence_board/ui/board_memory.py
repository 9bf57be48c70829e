"""What is remembered of a project's boards beside the settings: which showed, and from where."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path

from evidence_board.model.board import REACH
from evidence_board.ui import kept_files
from evidence_board.ui.canvas.views import View

_KIND = "views"


@dataclass(frozen=True)
class Remembered:
    """The board that showed last, and where each one was looked at."""

    board: str = ""
    spots: Mapping[str, View] = field(default_factory=dict)


def recall(folder: Path, project: str) -> Remembered:
    """Return what is remembered of a project; of a file that is missing or damaged, nothing."""
    held = kept_files.recall(folder, _KIND, project)
    if held is None:
        return Remembered()
    board, spots = held.get("board"), held.get("spots")
    read = {id: _spot(one) for id, one in spots.items()} if isinstance(spots, dict) else {}
    known = {id: spot for id, spot in read.items() if spot is not None}
    return Remembered(board if isinstance(board, str) else "", known)


def keep(folder: Path, project: str, remembered: Remembered) -> None:
    """Store what is to be remembered; a disk that refuses costs the views only."""
    spots = {id: asdict(spot) for id, spot in remembered.spots.items()}
    kept_files.keep(folder, _KIND, project, {"board": remembered.board, "spots": spots})


def _spot(held: object) -> View | None:
    parts = [held.get(name) for name in ("x", "y", "zoom")] if isinstance(held, dict) else []
    numbers = [float(one) for one in parts if isinstance(one, int | float)]
    within = [one for one in numbers if isfinite(one) and abs(one) <= REACH]
    return View(*within) if len(within) == 3 and within[2] > 0 else None
