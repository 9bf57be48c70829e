"""While a link is drawn: cards that it cannot end on step back."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from evidence_board.model.link_types import types_between
from evidence_board.ui.canvas.blocks import draw_boxes
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.live_strokes import LiveStrokes
from evidence_board.ui.canvas.rows import among

_VEIL = 170
"""How opaque the board is over them, of 255."""
_TABLES = {
    "claim": "claim",
    "hypothesis": "claim",
    "source": "source",
    "origin": "source",
    "actor": "source",
}
"""The tables of the kinds of cards that links join."""


def unfit_cards(layout: Layout, table: str) -> Ints:
    """Return the cards that no link joins with a record of a table."""
    fitting = [
        place
        for place, kind in enumerate(CARD_KINDS)
        if (other := _TABLES.get(kind)) is not None
        and (types_between(table, other) or types_between(other, table))
    ]
    return np.flatnonzero(~np.isin(layout.kinds, fitting))


class LiveTargets(LiveStrokes):
    """Draws what helps to see where a link may end."""

    def unfit(self) -> None:
        """Let the board shine through the cards that the link cannot end on."""
        if self.live.thread is None or not len(self.live.unfit):
            return
        layout, painter = self.board.scene.layout, self.ink.painter
        color = QColor(self.ink.color("surface.board"))
        color.setAlpha(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        rows = self.cards[among(self.cards, self.live.unfit)]
        draw_boxes(painter, self.board.boxes(layout.boxes[rows]))
