"""The ground on which pages lie: where each is in the window, scrolled and zoomed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from evidence_board.ui.reader.ground import Ground
from evidence_board.ui.reader.pages.beside import PAD, Sides, sides_beside, sides_to_fit
from evidence_board.ui.reader.pages.stack import PageStack, Size, width_to_fit
from evidence_board.ui.reader.pages.words import Box
from evidence_board.ui.reader.pages.zooming import Zoom, factor_of
from evidence_board.ui.theme import Theme

_GAP, _STEP = 16, 48


class PagesGround(QAbstractScrollArea):
    """Pages of known sizes below each other, counted from 1. Nothing is painted here."""

    moved = Signal()
    """Scrolled, zoomed or resized: whatever lies over the pages has to move."""
    turned = Signal()
    """Another page is the present one, or there are others."""
    zoomed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Lie empty."""
        super().__init__()
        self._theme = theme
        self.present = 1
        self._zoom = Zoom()
        self._sizes: Sequence[Size] = ()
        self._stack = PageStack.of((), 1.0, 0)
        self.ground = Sides().around(0.0, 0.0)
        self._has_hints = False
        self._below = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A bar that comes and goes would change the width, and with it the size of every page.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # What stands beside the pages

    @property
    def origin(self) -> QPointF:
        """Where the top left corner of the first page lies in the viewport."""
        x, y = self._origin()
        return QPointF(x, y) / self._ratio

    def reserve(self, below: float) -> None:
        """Let the pages scroll so that what lies beside them, down to a height, can be reached."""
        if below != self._below:
            self._below = below
            self._range()

    def bring(self, upper: float, lower: float) -> None:
        """Scroll so that what stands between two heights of the viewport shows, its top first."""
        beyond = lower + PAD * self._theme.scale / 2 - self.viewport().height()
        if beyond > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(min(beyond, max(0.0, upper - PAD / 2))))

    # Zoom

    @property
    def factor(self) -> float:
        """How many times their size on paper pages are shown now."""
        return factor_of(self._scale, self._density)

    def zoom(self, step: int) -> None:
        """Show pages larger or smaller by a step; 0 is their size on paper."""
        self._show_at(self._zoom.stepped(step, self.factor) if step else Zoom(1.0), None)

    def fit_width(self) -> None:
        """Show pages as wide as the window."""
        self._show_at(Zoom(), None)

    def _show_at(self, zoom: Zoom, about: QPointF | None) -> None:
        """Zoom about a point of the viewport, which stays where it is; else about the middle."""
        point = about or QPointF(self.viewport().rect().center())
        page, x, y = self.spot_at(point)
        self._zoom = zoom
        self.lay_anew()
        box = self.box_of(page, (x, y, x, y))
        for bar, far in (
            (self.horizontalScrollBar(), box.x() - point.x()),
            (self.verticalScrollBar(), box.y() - point.y()),
        ):
            bar.setValue(bar.value() + round(far))
        self.zoomed.emit()

    # Places

    def box_of(self, page: int, box: Box) -> QRectF:
        """Return where a part of a page is in the viewport, in whatever place that is now."""
        if not 1 <= page <= len(self._stack):
            return QRectF()
        ratio = self._ratio
        x, y, width, height = self.place(page)
        left, top, right, bottom = box
        return QRectF(
            (x + left * width) / ratio,
            (y + top * height) / ratio,
            (right - left) * width / ratio,
            (bottom - top) * height / ratio,
        )

    def spot_at(self, point: QPointF, page: int | None = None) -> tuple[int, float, float]:
        """Return the page at a point, or a page that is given, and the place there as fractions."""
        if not len(self._stack):
            return 1, 0.0, 0.0
        down = point.y() * self._ratio
        at = self._stack.at(down - self._origin()[1]) + 1 if page is None else page
        x, y, width, height = self.place(at)
        return at, (point.x() * self._ratio - x) / width, (down - y) / height

    def shape_of(self, page: int) -> float:
        """Return height by width of a page."""
        width, height = self._stack.sizes[page - 1]
        return height / width

    def place(self, page: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a page, in pixels of the screen."""
        (x, y), index = self._origin(), page - 1
        size = self._stack.sizes[index]
        return x + self._stack.left(index), y + self._stack.tops[index], *size

    def seen_of(self, page: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of what shows of a page, in its pixels."""
        x, y, width, height = self.place(page)
        view, ratio = self.viewport(), self._ratio
        right, bottom = round(view.width() * ratio), round(view.height() * ratio)
        return max(0, -x), max(0, -y), min(width, right - x), min(height, bottom - y)

    def visible_pages(self) -> range:
        """Return the pages that show now."""
        top = -self._origin()[1]
        seen = self._stack.between(top, top + round(self.viewport().height() * self._ratio))
        return range(seen.start + 1, seen.stop + 1)

    def scroll_to(self, page: int) -> None:
        """Bring the top of a page to the top of the window."""
        bar, top = self.verticalScrollBar(), self.box_of(page, (0, 0, 1, 1)).top()
        bar.setValue(bar.value() + round(top - _GAP * self._theme.scale))

    def scroll_into_view(self, page: int, box: Box) -> None:
        """Scroll so that a part of a page can be seen, if it cannot."""
        shown, room = self.box_of(page, box), self.viewport().rect()
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if shown.top() < 0 or shown.bottom() > room.height():
            spare = max(0.0, room.height() - shown.height())
            bar.setValue(bar.value() + round(shown.top() - min(room.height() / 3, spare / 2)))
        if shown.left() < 0 or shown.right() > room.width():
            spare = max(0.0, room.width() - shown.width())
            across.setValue(across.value() + round(shown.left() - spare / 2))

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, show pages larger or smaller about the pointer."""
        down = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif down:
            self._show_at(self._zoom.stepped(down / 120, self.factor), event.position())

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Paint anew, with another present page where that is."""
        self.follow_scroll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self.lay_anew()

    def event(self, event: QEvent) -> bool:
        """Lay the pages anew on a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.lay_anew()
        return super().event(event)

    # Inside

    def lay(self, sizes: Sequence[Size]) -> None:
        """Lay pages of these sizes in points."""
        self._sizes = sizes
        self.lay_anew()

    def lay_anew(self) -> None:
        """Lay the pages at the present size; what is at the top of the window stays there."""
        page, _, down = self.spot_at(QPointF(0, 0))
        kept = len(self._stack) == len(self._sizes)
        self._stack = PageStack.of(self._sizes, self._scale, round(_GAP * self._density))
        self.ground = self._ground()
        self._range()
        bar = self.verticalScrollBar()
        if not kept:
            bar.setValue(0)
        elif page <= len(self._stack):
            bar.setValue(bar.value() + round(self.box_of(page, (0, down, 0, down)).y()))
        self.follow_scroll()

    def follow_scroll(self) -> None:
        """Tell which page is the present one: that at a third of the window's height."""
        before = self.present
        if len(self._stack):
            self.present = self.spot_at(QPointF(0, self.viewport().height() / 3))[0]
        self.viewport().update()
        self.moved.emit()
        if self.present != before:
            self.turned.emit()

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def _density(self) -> float:
        """Pixels of the screen for one at 100 %."""
        return self._ratio * self._theme.scale

    @property
    def _scale(self) -> float:
        """Pixels of the screen for a point."""
        window, hints = self.viewport().width(), self._has_hints
        sides = sides_to_fit(window, self._theme.scale, hints=hints)
        room = (window - sides.before - sides.after) * self._ratio
        return self._zoom.scale(width_to_fit(self._sizes), room, self._density)

    def _ground(self) -> Ground:
        """Return where the pages lie across the window, and what there is room for beside them."""
        scale, window = self._theme.scale, self.viewport().width()
        pages = self._stack.width / self._ratio
        return sides_beside(window, pages, scale, hints=self._has_hints).around(window, pages)

    def _origin(self) -> tuple[int, int]:
        """Return where the stack begins in the viewport, in pixels of the screen."""
        ratio, pad = self._ratio, PAD * self._theme.scale
        x = round((self.ground.text - self.horizontalScrollBar().value()) * ratio)
        return x, round((pad - self.verticalScrollBar().value()) * ratio)

    def _range(self) -> None:
        pad, view = 2 * PAD * self._theme.scale, self.viewport()
        down = max(self._stack.height / self._ratio, self._below)
        across = self._stack.width / self._ratio
        wide = across + pad if across > view.width() - pad + 1 else 0.0
        for bar, whole, room in (
            (self.verticalScrollBar(), down + pad, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setRange(0, max(0, round(whole - room)))
            bar.setPageStep(room)
            bar.setSingleStep(round(_STEP * self._theme.scale))
