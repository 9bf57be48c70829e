"""What is remembered of a project's boards beside the settings: which showed, and from where."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path

from evidence_board.model.board import REACH
from evidence_board.ui import pictures
from evidence_board.ui.canvas.views import View

SCHEMA = 1
_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Remembered:
    """The board that showed last, and where each one was looked at."""

    board: str = ""
    spots: Mapping[str, View] = field(default_factory=dict)


def recall(folder: Path, project: str) -> Remembered:
    """Return what is remembered of a project; of a file that is missing or damaged, nothing."""
    path = _path(folder, project)
    try:
        held = json.loads(path.read_bytes()) if path.stat().st_size < _MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("schema") != SCHEMA:
        return Remembered()
    board, spots = held.get("board"), held.get("spots")
    read = {id: _spot(one) for id, one in spots.items()} if isinstance(spots, dict) else {}
    known = {id: spot for id, spot in read.items() if spot is not None}
    return Remembered(board if isinstance(board, str) else "", known)


def keep(folder: Path, project: str, remembered: Remembered) -> None:
    """Store what is to be remembered; a disk that refuses costs the views only."""
    path = _path(folder, project)
    spots = {id: asdict(spot) for id, spot in remembered.spots.items()}
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        held = {"schema": SCHEMA, "board": remembered.board, "spots": spots}
        partial.write_text(json.dumps(held), encoding="utf-8")
        os.replace(partial, path)
    except OSError:
        return


def _path(folder: Path, project: str) -> Path:
    return folder / "views" / pictures.path_of(folder, project).with_suffix(".json").name


def _spot(held: object) -> View | None:
    parts = [held.get(name) for name in ("x", "y", "zoom")] if isinstance(held, dict) else []
    numbers = [float(one) for one in parts if isinstance(one, int | float)]
    within = [one for one in numbers if isfinite(one) and abs(one) <= REACH]
    return View(*within) if len(within) == 3 and within[2] > 0 else None
