"""The cards of a board to lay out: one, or all as columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints


@dataclass(frozen=True)
class Place:
    """A card to lay out: its id, its record, its kind as a number, its box, its layer, its lock."""

    id: str
    record: str
    kind: int
    box: Area
    layer: int = 0
    locked: bool = False


@dataclass(frozen=True)
class Places:
    """Many cards as columns, as `Place` has them."""

    ids: list[str]
    records: list[str]
    boxes: Floats
    kinds: Ints
    layers: Ints
    locked: Flags

    @staticmethod
    def of(places: Sequence[Place]) -> "Places":
        """Return single cards as columns."""
        return Places(
            [place.id for place in places],
            [place.record for place in places],
            np.array([place.box for place in places], dtype=np.float64).reshape(-1, 4),
            np.array([place.kind for place in places], dtype=np.int64),
            np.array([place.layer for place in places], dtype=np.int64),
            np.array([place.locked for place in places], dtype=np.bool_),
        )
