"""The map of a board with very many cards."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from evidence_board.ui.canvas.minimap import dots


def test_many_cards_are_dots_of_the_map_where_they_lie() -> None:
    boxes = np.array([(2.4, 3.2, 1.0, 1.0), (6.0, 1.0, 2.6, 1.2), (9.9, 5.0, 4.0, 4.0)])
    picture = dots(boxes, QSize(10, 6), QColor("#335577"))
    drawn = {(x, y) for x in range(10) for y in range(6) if picture.pixelColor(x, y).alpha()}
    assert drawn == {(2, 3), (6, 1), (7, 1), (8, 1), (9, 5)}
