"""The outline of a text: all its excerpts as a list, and as ticks along the scroll bar."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.reader.marks import Mark
from evidence_board.ui.reader.sheet import Sheet
from evidence_board.ui.theme import Theme, icon
from evidence_board.ui.wording import translate

_LONGEST = 70
_WIDTH, _TICK, _NEAR = 12, 3.0, 8.0


def listed(mark: Mark) -> str:
    """Return a mark in a line: its excerpt, the words, and the claim that rests on them."""
    excerpt = mark.excerpt
    words = " ".join(excerpt.exact.split())
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    line = f"{excerpt.mark}  {short}" if excerpt.wordless else f"{excerpt.mark}  “{short}”"
    if excerpt.page is not None:
        line = translate("Reader", "{0}, page {1}").format(line, excerpt.page)
    if mark.claim is not None:
        line = f"{line}  →  {mark.claim.mark}"
    return translate("Reader", "Orphaned: {0}").format(line) if mark.orphaned else line


def fill_outline(menu: QMenu, marks: Iterable[Mark], go: Callable[[Mark], None]) -> None:
    """List the marks in a menu; choosing one goes there."""
    menu.clear()
    for mark in marks:
        action = menu.addAction(listed(mark).replace("&", "&&"))
        if mark.orphaned:
            action.setIcon(icon("octagon-alert", "status.error.text"))
        action.triggered.connect(lambda _on=False, mark=mark: go(mark))


@dataclass(frozen=True)
class Tick:
    """A mark at a height of the strip, from 0 to 1."""

    mark: Mark
    height: float


class OverviewStrip(QWidget):
    """Ticks beside the scroll bar, one an excerpt: a click goes to its words.

    A map for the mouse only; the list of excerpts says the same to keyboard and screen reader.
    """

    chosen = Signal(object)
    """The Mark whose tick was pressed."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        """Stand at the end of ``sheet``."""
        super().__init__(sheet.viewport())
        self._sheet = sheet
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._active = frozenset[str]()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sheet.moved.connect(self._place)
        self.hide()

    def show_marks(self, marks: Iterable[Mark], active: frozenset[str]) -> None:
        """Show these marks; those of the active ids stand out."""
        self._marks = tuple(mark for mark in marks if mark.span is not None)
        self._active = active
        self._place()

    def ticks(self) -> tuple[Tick, ...]:
        """Return where each mark is, in the order of the text."""
        column = self._sheet.column
        whole = max(column.height, 1.0)
        return tuple(
            Tick(mark, column.top(column.paragraphs.at(mark.span[0])) / whole)
            for mark in self._marks
            if mark.span is not None
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ticks."""
        painter = QPainter(self)
        plain, strong = (
            QColor(self._theme.tokens.color(name)) for name in ("kind.excerpt", "accent.default")
        )
        for tick in self.ticks():
            ids = {tick.mark.excerpt.id, tick.mark.claim.id if tick.mark.claim else ""}
            active = not ids.isdisjoint(self._active)
            high = scaled(_TICK) * (1.6 if active else 1)
            box = QRectF(scaled(2), self._y(tick) - high / 2, self.width() - scaled(4), high)
            painter.fillRect(box, strong if active else plain)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark at the pointer."""
        mark = self._at(event.position().toPoint())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(mark)

    def event(self, event: QEvent) -> bool:
        """Tell which excerpt lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._at(event.pos())
            told = plain_tip(listed(mark)) if mark is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _at(self, spot: QPoint) -> Mark | None:
        ticks = ((abs(self._y(tick) - spot.y()), tick.mark) for tick in self.ticks())
        distance, mark = min(ticks, key=lambda one: one[0], default=(0.0, None))
        return mark if distance <= scaled(_NEAR) else None

    def _y(self, tick: Tick) -> float:
        edge = scaled(_TICK)
        return edge + tick.height * max(0.0, self.height() - 2 * edge)

    def _place(self) -> None:
        room = self._sheet.viewport().rect()
        scrolls = self._sheet.verticalScrollBar().maximum() > 0
        self.setGeometry(room.right() + 1 - scaled(_WIDTH), 0, scaled(_WIDTH), room.height())
        self.setVisible(bool(self._marks) and scrolls)
        self.update()
