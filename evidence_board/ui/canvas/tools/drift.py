"""Drifting: cards that a command has put elsewhere are seen going there."""

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from evidence_board.ui.canvas.gliding import GLIDE_MS
from evidence_board.ui.canvas.live import MOST_ROUTED
from evidence_board.ui.canvas.tools.keyed import Keyed
from evidence_board.ui.canvas.workspace import Workspace

_FRAME_MS = 15


def drift(space: Workspace, starts: Mapping[str, Sequence[float]]) -> None:
    """Show cards (by id) on their way from where they were; whatever a person does ends it.

    Nothing is shown of many cards, or where motion is reduced.
    """
    if space.camera.glides and 0 < len(starts) <= MOST_ROUTED:
        space.pointing.take_keys(_drifting(space, starts))


def _drifting(space: Workspace, starts: Mapping[str, Sequence[float]]) -> Keyed:
    layout = space.sheet.layout
    rows = np.array([layout.row_of_card[id] for id in starts], dtype=np.int64)
    ends = layout.boxes[rows, :2].copy()
    before = np.array(list(starts.values()), dtype=np.float64)
    assert isinstance(space, QObject)
    timer, clock = QTimer(space), QElapsedTimer()

    def step() -> None:
        share = clock.elapsed() / GLIDE_MS
        if share >= 1:
            space.pointing.call_off()
            return
        space.hand.carry(rows, ends + (before - ends) * (1 - share) ** 3, {})

    space.hand.lift(rows, frozenset())
    space.live.ghosts = ()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(step)
    clock.start()
    timer.start(_FRAME_MS)
    try:
        step()
        while True:
            yield
    finally:
        timer.stop()
        timer.deleteLater()
        space.hand.carry(rows, ends, {})
        space.hand.put_down()
