"""Where legend, minimap and the words of an empty board lie over the view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from evidence_board.ui.canvas.acts import seeing
from evidence_board.ui.canvas.empty_board import EmptyBoard
from evidence_board.ui.canvas.focus_bar import FocusBar
from evidence_board.ui.canvas.legend import Legend
from evidence_board.ui.canvas.minimap import Minimap
from evidence_board.ui.labels import scaled

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

INSET = 16
_MAP_MS = 150
"""The map of a large board takes longer than a frame, so it follows when the hands rest."""
_ROOMY = (560, 360)
"""Below this size of the view the overlays would cover what they explain."""


class Overlays:
    """The widgets over a board's view."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board
        self.legend = Legend(board)
        self.minimap = Minimap(board.camera, board)
        self.empty = EmptyBoard(board)
        self.focus_bar = FocusBar(board)
        self.empty.source_asked.connect(board.add_source_requested)
        self.empty.sample_asked.connect(board.sample_requested)
        self.minimap.fit_asked.connect(lambda: seeing.zoom_fit(board))
        self._late = QTimer(board)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._follow)
        self._drawing = QTimer(board)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_MAP_MS)
        self._drawing.timeout.connect(self._draw_map)
        self._follow()
        self._draw_map()

    def follow(self) -> None:
        """Show the board as it lies now, once control is back in the event loop."""
        self._late.start()
        self._drawing.start()

    def _follow(self) -> None:
        layout = self._board.sheet.layout
        look = self._board.surface.look
        self.empty.setVisible(not layout.ids and not layout.frames)
        self.legend.show_lines(look, layout)
        self.place()

    def _draw_map(self) -> None:
        self.minimap.show_board(self._board.surface.look, self._board.sheet.layout)

    def place(self) -> None:
        """Stand at the edges of the view."""
        width, height = self._board.width(), self._board.height()
        inset = scaled(INSET)
        empty = self.empty.isVisibleTo(self._board)
        roomy = width >= scaled(_ROOMY[0]) and height >= scaled(_ROOMY[1])
        self.minimap.setVisible(roomy and not empty)
        self.minimap.move(
            width - self.minimap.width() - inset, height - self.minimap.height() - inset
        )
        self.legend.fit(width - self.minimap.width() - 3 * inset)
        self.legend.setVisible(roomy and not empty and not self.legend.sizeHint().isEmpty())
        self.legend.move(inset, height - self.legend.height() - inset)
        self.empty.fit(width)
        self.empty.move((width - self.empty.width()) // 2, (height - self.empty.height()) // 2)
        self.focus_bar.place()
        self._tell_camera(inset)

    def _tell_camera(self, inset: int) -> None:
        """Keep free of the minimap at the right or at the bottom, and of the legend below."""
        legend = self.legend.height() + inset if self.legend.isVisibleTo(self._board) else 0
        if not self.minimap.isVisibleTo(self._board):
            self._board.camera.covered = ((0.0, float(legend)),)
            return
        wide, high = self.minimap.width() + inset, self.minimap.height() + inset
        self._board.camera.covered = ((wide, legend), (0.0, high))
