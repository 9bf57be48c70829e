"""Which pictures the cards in view need, how sharp, and giving them to the sheet as they come."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from evidence_board.model.capture import Capture
from evidence_board.ui.canvas.card_picture import capture_of_picture
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Ints, grown
from evidence_board.ui.picture_store import SIDES, Wanted, side_for

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

_IMAGE = CARD_KINDS.index("image")
_MOST_BYTES = 20 << 20
"""How much memory the pictures in view may ask for: less than is kept, so that none go in turns."""
_BEYOND = 0.25
"""How far beyond the view pictures are made ready, in parts of its size."""
_REST_MS = 60


class ShowingPictures(QObject):
    """Keeps the pictures on a board's cards as sharp as they are looked at."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self._store = board.document.pictures
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        board.camera.changed.connect(self.follow)
        board.document.changed.connect(self.follow)
        self._store.arrived.connect(self._arrive)
        self._store.dropped.connect(self._drop)

    def follow(self) -> None:
        """Look again which pictures are in view, once the view has come to rest."""
        self._rest.start()

    def _look(self) -> None:
        viewport = self._board.camera.viewport
        layout = self._board.sheet.layout
        area = viewport.area
        seen = layout.cards_in(grown(area, max(area[2], area[3]) * _BEYOND))
        rows = seen[layout.kinds[seen] == _IMAGE]
        if self._board.camera.level == "far" or not self._board.isVisible():
            rows = rows[:0]
        captures = dict(self._captures(rows))
        side = self._side(rows, captures)
        wanted = [Wanted(capture, side) for capture in captures.values()]
        for one in wanted:
            self._show(one.capture.sha256, side)
        self._store.want(f"board {id(self)}", wanted)

    def _captures(self, rows: Ints) -> Iterator[tuple[str, Capture]]:
        """Yield the captures of the pictures in rows, those in the middle of the view first."""
        sheet, project = self._board.sheet, self._board.document.project
        layout, (x, y, width, height) = sheet.layout, self._board.camera.viewport.area
        middles = layout.boxes[rows, :2] + layout.boxes[rows, 2:] / 2
        away = np.abs(middles - (x + width / 2, y + height / 2)).sum(axis=1)
        for row in rows[np.argsort(away, kind="stable")].tolist():
            capture = capture_of_picture(sheet.record(row), project)
            if capture is not None:
                yield capture.sha256, capture

    def _side(self, rows: Ints, captures: dict[str, Capture]) -> int:
        """Return the step for all pictures in view, as sharp as their memory allows."""
        viewport = self._board.camera.viewport
        boxes = self._board.sheet.layout.boxes[rows]
        longest = float(boxes[:, 2:].max()) if len(boxes) else 0.0
        side = side_for(longest * viewport.factor * viewport.ratio)
        while side > SIDES[0] and side * side * 4 * len(captures) > _MOST_BYTES:
            side = SIDES[SIDES.index(side) - 1]
        return side

    def _arrive(self, sha256: str) -> None:
        for side in reversed(SIDES):
            if self._store.get(sha256, side) is not None:
                self._show(sha256, side)
                return
        if self._store.failed(sha256):
            self._take(sha256, 0, None, broken=True)

    def _show(self, sha256: str, side: int) -> None:
        image = self._store.get(sha256, side)
        if image is not None:
            self._take(sha256, side, image)

    def _drop(self, sha256: str, side: int) -> None:
        """Let a picture go that the store keeps no more; a card in view asks for it again."""
        if self._board.sheet.pictures.drop(sha256, side):
            self._paint(sha256)
            self.follow()

    def _take(self, sha256: str, side: int, image: QImage | None, *, broken: bool = False) -> None:
        if self._board.sheet.pictures.take(sha256, side, image, broken=broken):
            self._paint(sha256)

    def _paint(self, sha256: str) -> None:
        layout = self._board.sheet.layout
        rows = self._board.sheet.show_anew(sha256)
        if len(rows):
            self._board.surface.damage(layout.boxes[rows])
            self._board.update()
