"""The page of a source that is a picture: the picture, as wide as there is room, and what it is."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from evidence_board.model.capture import Capture
from evidence_board.model.region import Region
from evidence_board.ui.labels import scaled
from evidence_board.ui.picture_store import SIDES, PictureStore, Wanted, side_for
from evidence_board.ui.reader.pages.store import PageStore
from evidence_board.ui.reader.picture_details import PictureDetails
from evidence_board.ui.reader.region_hand import RegionHand
from evidence_board.ui.theme import Theme

_PAD, _LINE, _LEAST = 24, 40, 160
_STEP = 40
_LARGER, _LEAST_ZOOM, _MOST = 1.25, 0.2, 8.0
"""A step of the zoom, and how small and large it gets."""


class PicturePage(QAbstractScrollArea):
    """Shows one picture, fitted to the width until it is zoomed; parts of it can be marked."""

    region_changed = Signal()
    settled = Signal()
    """The hand or the key that marked a part was lifted."""
    excerpt_clicked = Signal(object)
    """The id of the excerpt whose part of the picture was pressed."""
    moved = Signal()
    """Scrolled, zoomed or resized: whatever lies over the picture has to move."""

    def __init__(self, store: PictureStore, details: PageStore, theme: Theme) -> None:
        """Show nothing until there is a picture; ``details`` has the parts of large ones."""
        super().__init__()
        self._store = store
        self._details = PictureDetails(details, self.viewport())
        self._theme = theme
        self._capture: Capture | None = None
        self._side = SIDES[0]
        self._zoom: float | None = None
        self.region: Region | None = None
        self._marks: tuple[tuple[str, Region, bool], ...] = ()
        self._hand = RegionHand(self)
        self.setProperty("focusRing", False)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        store.arrived.connect(self._arrive)

    def show_capture(self, capture: Capture | None, name: str = "") -> None:
        """Show the picture that a capture holds, from its top; None shows nothing."""
        self._capture = capture
        self._zoom = None
        self.mark(None)
        self.setAccessibleName(self.tr("Picture of {name}").format(name=name) if name else "")
        self.setAccessibleDescription(self.words if capture is not None else "")
        self.verticalScrollBar().setValue(0)
        self._fit()

    def show_marks(self, marks: Iterable[tuple[str, Region, bool]]) -> None:
        """Show which parts are marked: the id of each excerpt, and whether it is selected."""
        self._marks = tuple(marks)
        self.viewport().update()

    def mark(self, region: Region | None) -> None:
        """Mark a part of the picture, or nothing."""
        if region != self.region:
            self.region = region
            self.setAccessibleDescription(region.words if region else self.words)
            self.region_changed.emit()
            self.viewport().update()

    def zoom(self, step: int) -> None:
        """Show the picture larger or smaller by a step; 0 shows each of its pixels as one."""
        wanted = self._factor * _LARGER**step if step else 1 / self._ratio
        self._show_at(wanted, QPointF(self.viewport().rect().center()))

    def fit_width(self) -> None:
        """Show the picture as wide as there is room, but not larger than it is."""
        self._show_at(None, QPointF(self.viewport().rect().center()))

    def _show_at(self, zoom: float | None, point: QPointF) -> None:
        """Zoom about a point of the viewport, which stays where it is."""
        x, y = self.spot(point)
        least = min(_LEAST_ZOOM, self._fitted / 2)
        self._zoom = min(max(zoom, least), _MOST) if zoom is not None else None
        self._fit()
        whole = self._place()
        for bar, far in (
            (self.horizontalScrollBar(), whole.left() + x * whole.width() - point.x()),
            (self.verticalScrollBar(), whole.top() + y * whole.height() - point.y()),
        ):
            bar.setValue(bar.value() + round(far))

    def begin_at(self, point: QPointF) -> None:
        """Take notice of where a part begins: there is only one picture."""

    def place_of(self, region: Region) -> QRect:
        """Return where a part of the picture is in the viewport now."""
        whole = self._place()
        return QRect(
            round(whole.left() + region.x * whole.width()),
            round(whole.top() + region.y * whole.height()),
            max(1, round(region.width * whole.width())),
            max(1, round(region.height * whole.height())),
        )

    def spot(self, point: QPointF) -> tuple[float, float]:
        """Return a point of the viewport as fractions of the picture."""
        whole = self._place()
        x = (point.x() - whole.left()) / max(1, whole.width())
        return x, (point.y() - whole.top()) / max(1, whole.height())

    def excerpt_at(self, point: QPointF) -> str | None:
        """Return the id of the excerpt with the smallest part at a point, or None."""
        under = (one for one in self._marks if self.place_of(one[1]).contains(point.toPoint()))
        least = min(under, key=lambda one: one[1].width * one[1].height, default=None)
        return least[0] if least else None

    def reveal_part(self, region: Region) -> None:
        """Scroll so that a part of the picture can be seen."""
        box, bar = self.place_of(region), self.verticalScrollBar()
        if box.top() < 0 or box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 4)

    @property
    def words(self) -> str:
        """What is said under the picture."""
        if self._capture is None:
            return ""
        if self._store.failed(self._capture.sha256):
            return self.tr("This picture is damaged and cannot be shown. It has no text.")
        return self.tr("A picture: {what}. Drag over a part of it to mark that.").format(
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
        self._details.paint(painter, self._capture, place)
        painter.setPen(QColor(tokens.color("border.default")))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        for _, region, active in self._marks:
            self._frame(painter, region, "kind.excerpt", 3 if active else 2)
        if self.region is not None:
            self._frame(painter, self.region, "accent.default", 2)
        painter.setPen(QColor(tokens.color("text.secondary")))
        line = QRect(scaled(_PAD), place.bottom() + 1, self._room(), scaled(_LINE))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)

    def _frame(self, painter: QPainter, region: Region, color: str, width: int) -> None:
        """Frame a part in a colour, with a light line on both sides that shows on any picture."""
        box = self.place_of(region)
        for ink, thick in (("surface.card", width + 2), (color, width)):
            painter.setPen(QPen(QColor(self._theme.tokens.color(ink)), scaled(thick)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark a part."""
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark up to here."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the part."""
        self._hand.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by keys: Enter begins, arrows move it, with Shift they resize it."""
        if not self._hand.key(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, show the picture larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self._show_at(self._factor * _LARGER**steps, event.position())
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Paint anew; what lies over the picture moves along."""
        self._details.ask(self._capture, self._place())
        self.viewport().update()
        self.moved.emit()

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

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def _natural(self) -> tuple[int, int]:
        """How many pixels the picture has across and down."""
        natural = self._capture.picture_size if self._capture is not None else None
        if natural is None:
            image = self.image
            natural = (image.width(), image.height()) if image is not None else (4, 3)
        return natural

    @property
    def _fitted(self) -> float:
        """How many times its own size the picture is shown where it is not zoomed."""
        return max(1, min(self._natural[0], self._room())) / self._natural[0]

    @property
    def _factor(self) -> float:
        """How many times its own size the picture is shown."""
        return self._fitted if self._zoom is None else self._zoom

    def _size(self) -> QSize:
        """Return how large the picture is shown."""
        across, down = self._natural
        width = max(round(across * self._factor), 1)
        return QSize(width, max(round(width * down / across), 1))

    def _place(self) -> QRect:
        """Return where the picture is in the window now."""
        size = self._size()
        spare = self.viewport().width() - size.width()
        left = spare // 2 if spare > 0 else scaled(_PAD) - self.horizontalScrollBar().value()
        return QRect(left, scaled(_PAD) - self.verticalScrollBar().value(), *size.toTuple())

    def _fit(self) -> None:
        """Ask for the picture as sharp as it is shown, and let it be scrolled."""
        size, bar = self._size(), self.verticalScrollBar()
        height = size.height() + scaled(_PAD) + scaled(_LINE)
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(scaled(_STEP))
        wide = size.width() + 2 * scaled(_PAD)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, wide - self.viewport().width()) if self._zoom else 0)
        across.setPageStep(self.viewport().width())
        self._side = side_for(max(size.width(), size.height()) * self.devicePixelRatioF())
        seen = self.isVisible() and self._capture is not None
        wanted = [Wanted(self._capture, self._side)] if seen and self._capture is not None else []
        self._store.want("reader", wanted)
        self._details.ask(self._capture, self._place())
        self.viewport().update()
        self.moved.emit()

    def _arrive(self, sha256: str) -> None:
        if self._capture is not None and self._capture.sha256 == sha256:
            self.setAccessibleDescription(self.words)
            self.viewport().update()
