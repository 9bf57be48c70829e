"""The page of a source that is a picture: the picture, as wide as there is room, and what it is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from evidence_board.model.capture import Capture
from evidence_board.ui.labels import scaled
from evidence_board.ui.picture_store import SIDES, PictureStore, Wanted, side_for
from evidence_board.ui.theme import Theme

_PAD, _LINE, _LEAST = 24, 40, 160
_STEP = 40


class PicturePage(QAbstractScrollArea):
    """Shows one picture, fitted to the width, never larger than it is; it scrolls down."""

    def __init__(self, store: PictureStore, theme: Theme) -> None:
        """Show nothing until there is a picture."""
        super().__init__()
        self._store = store
        self._theme = theme
        self._capture: Capture | None = None
        self._side = SIDES[0]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        store.arrived.connect(self._arrive)

    def show_capture(self, capture: Capture | None, name: str = "") -> None:
        """Show the picture that a capture holds, from its top; None shows nothing."""
        self._capture = capture
        self.setAccessibleName(self.tr("Picture of {name}").format(name=name) if name else "")
        self.setAccessibleDescription(self.words if capture is not None else "")
        self.verticalScrollBar().setValue(0)
        self._fit()

    @property
    def words(self) -> str:
        """What is said under the picture."""
        if self._capture is None:
            return ""
        if self._store.failed(self._capture.sha256):
            return self.tr("This picture is damaged and cannot be shown. It has no text.")
        return self.tr("A picture: {what}. It has no text to mark.").format(
            what=self._capture.remark or self._capture.media_type
        )

    @property
    def image(self) -> QImage | None:
        """The picture as sharp as it is there by now."""
        if self._capture is None:
            return None
        wanted = (self._side, *reversed(SIDES))
        found = (self._store.get(self._capture.sha256, side) for side in wanted)
        return next((image for image in found if image is not None), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or its empty place, and what it is."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self._capture is not None:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        tokens, place, image = self._theme.tokens, self._place(), self.image
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image is None:
            painter.fillRect(place, QColor(tokens.color("surface.sunken")))
        else:
            painter.drawImage(place, image)
        painter.setPen(QColor(tokens.color("border.default")))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(tokens.color("text.secondary")))
        line = QRect(scaled(_PAD), place.bottom() + 1, self._room(), scaled(_LINE))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the picture made ready."""
        super().showEvent(event)
        self._fit()

    def _room(self) -> int:
        return self.viewport().width() - 2 * scaled(_PAD)

    def _size(self) -> QSize:
        """Return how large the picture is shown."""
        natural = self._capture.picture_size if self._capture is not None else None
        if natural is None:
            image = self.image
            natural = (image.width(), image.height()) if image is not None else (4, 3)
        width = max(min(natural[0], self._room()), 1)
        return QSize(width, max(round(width * natural[1] / natural[0]), 1))

    def _place(self) -> QRect:
        """Return where the picture is in the window now."""
        size = self._size()
        left = (self.viewport().width() - size.width()) // 2
        return QRect(left, scaled(_PAD) - self.verticalScrollBar().value(), *size.toTuple())

    def _fit(self) -> None:
        """Ask for the picture as sharp as it is shown, and let it be scrolled."""
        size, bar = self._size(), self.verticalScrollBar()
        height = size.height() + scaled(_PAD) + scaled(_LINE)
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(scaled(_STEP))
        self._side = side_for(max(size.width(), size.height()) * self.devicePixelRatioF())
        seen = self.isVisible() and self._capture is not None
        wanted = [Wanted(self._capture, self._side)] if seen and self._capture is not None else []
        self._store.want("reader", wanted)
        self.viewport().update()

    def _arrive(self, sha256: str) -> None:
        if self._capture is not None and self._capture.sha256 == sha256:
            self.setAccessibleDescription(self.words)
            self.viewport().update()
