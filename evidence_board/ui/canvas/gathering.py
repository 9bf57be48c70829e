"""Reading what cards show before a picture of them is made, without missing a frame."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.model.capture import Capture
from evidence_board.ui.canvas.card_picture import CardPicture, capture_of_picture
from evidence_board.ui.canvas.contents import Wanted, contents_of
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.picture_store import SIDES, PictureStore, side_for
from evidence_board.ui.picture_store import Wanted as WantedPicture

_SLICE = 0.006
_WHO = "picture of the board"
_MOST_BYTES = 96 << 20
"""How much memory the pictures of one export may take."""


class Gathering(QObject):
    """Lets a sheet read its faces a few at a time, and has the pictures on cards decoded.

    Both happen on the thread that owns them; then a copy of them costs nothing.
    """

    ready = Signal(object)
    """All pictures by the hash of their bytes; this goes then."""

    def __init__(
        self, sheet: Sheet, store: PictureStore, wanted: Wanted, scale: float, parent: QObject
    ) -> None:
        """Read between the events; pictures are made for so many device pixels a px."""
        super().__init__(parent)
        self._sheet = sheet
        self._store = store
        self._wanted = wanted
        self._scale = scale
        self._row = 0
        self._side = 0
        self._due: list[Capture] = []
        self._pictures: dict[str, CardPicture] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)
        self._timer.start(0)

    def _read_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._row < len(self._sheet.layout.ids):
            self._sheet.face(self._row)
            self._row += 1
            if perf_counter() > until:
                return
        self._timer.stop()
        self._ask_pictures()

    def _ask_pictures(self) -> None:
        """Have the pictures decoded one by one, so that none makes room for another."""
        sheet = self._sheet
        rows = contents_of(sheet, self._wanted).cards.tolist()
        shown = (capture_of_picture(sheet.record(row), sheet.project) for row in rows)
        self._due = list({one.sha256: one for one in shown if one is not None}.values())
        longest = float(sheet.layout.boxes[rows, 2:].max()) if self._due else 0.0
        self._side = side_for(longest * self._scale)
        while self._side > SIDES[0] and self._side**2 * 4 * len(self._due) > _MOST_BYTES:
            self._side = SIDES[SIDES.index(self._side) - 1]
        self._store.arrived.connect(self._go_on)
        self._go_on()

    def _go_on(self) -> None:
        """Keep the picture that came, if it is the one that is due, and ask for the next."""
        while self._due:
            capture = self._due[0]
            image = self._store.get(capture.sha256, self._side)
            broken = self._store.failed(capture.sha256)
            if image is None and not broken:
                self._store.want(_WHO, [WantedPicture(capture, self._side)])
                return
            size = capture.picture_size or (4, 3)
            self._pictures[capture.sha256] = CardPicture(
                capture.sha256, size, self._side, image, broken
            )
            self._due.pop(0)
        self._store.arrived.disconnect(self._go_on)
        self._store.want(_WHO, [])
        self.ready.emit(self._pictures)
        self.deleteLater()
