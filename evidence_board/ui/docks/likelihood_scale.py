"""The likelihood scale of the inspector: seven cells about an even point, to click or to step."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from evidence_board.model.scales import Scale, Term
from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.theme import current_theme

_HEIGHTS = (20.0, 16.0, 12.0, 8.0, 12.0, 16.0, 20.0)
_GAP = 3.0


class LikelihoodScale(QWidget):
    """Seven cells; a click or Enter sets the term, on the set one again it is taken back."""

    chosen = Signal(object)
    """The word of the term, or None."""

    def __init__(self) -> None:
        """Start without a scale: nothing can be chosen."""
        super().__init__()
        self._scale: Scale | None = None
        self._word: str | None = None
        self._ahead = 4
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ScaledSize(self, height=26)
        current_theme().changed.connect(self.update)

    def show_word(self, scale: Scale, word: str | None) -> None:
        """Show a term of a scale; None is not judged."""
        self._scale, self._word = scale, word
        term = self._term()
        self._ahead = term.cell if term else 4
        told = f"{term.word}, {term.range}" if term else self.tr("not judged")
        self.setAccessibleName(self.tr("Likelihood: {word}").format(word=told))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of seven cells."""
        return QSize(scaled(240), scaled(26))

    def cell_at(self, x: float) -> int:
        """Return the cell, 1 to 7, at a place across."""
        return min(7, max(1, int(x * 7 / max(1, self.width())) + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the term of the cell."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.cell_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, set with Enter or Space, take back with Delete."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._ahead = min(7, max(1, self._ahead + steps[Qt.Key(event.key())]))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._ahead)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Name the cell under the pointer; keep Delete from the action of that key."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            term = self._term_of(self.cell_at(event.pos().x()))
            QToolTip.showText(
                event.globalPos(), plain_tip(f"{term.word}, {term.range}") if term else "", self
            )
            return True
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in keys
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells: filled from the middle outwards, the set one with a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_theme().tokens
        term = self._term()
        filled = set(tokens.likelihood_cells(term.cell)) if term else set()
        for cell in range(1, 8):
            self._draw_cell(painter, cell, full=cell in filled, set_here=_is(term, cell))
        if self.hasFocus() and self._ahead:
            ring = QPen(QColor(tokens.color("focus.ring")), scaled(1), Qt.PenStyle.DashLine)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(self._ahead, scaled(24)), scaled(3), scaled(3))

    def _draw_cell(self, painter: QPainter, cell: int, *, full: bool, set_here: bool) -> None:
        tokens = current_theme().tokens
        box = self._box(cell, scaled(_HEIGHTS[cell - 1]))
        ink = QColor(tokens.color("text.primary"))
        if set_here:
            painter.setPen(QPen(QColor(tokens.color("accent.default")), scaled(2)))
            painter.setBrush(QColor(tokens.color("surface.panel")))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), scaled(4), scaled(4))
        if full:
            painter.setPen(Qt.PenStyle.NoPen)
            if not set_here:
                ink.setAlphaF(0.55)
            painter.setBrush(ink)
        else:
            pen = QPen(QColor(tokens.color("border.strong")), 1)
            if self._term() is None:
                pen.setDashPattern([2.5, 2.0])
            painter.setPen(pen)
            painter.setBrush(QColor(tokens.color("surface.panel")))
        painter.drawRoundedRect(box, scaled(2), scaled(2))

    def _box(self, cell: int, height: float) -> QRectF:
        gap = scaled(_GAP)
        room = (self.width() - 4 + gap) / 7
        left = 2 + (cell - 1) * room
        return QRectF(left, (self.height() - height) / 2, room - gap, height)

    def _choose(self, cell: int) -> None:
        term = self._term_of(cell)
        if term is not None and self.isEnabled():
            self.chosen.emit(None if term == self._term() else term.word)

    def _term_of(self, cell: int) -> Term | None:
        terms = self._scale.terms if self._scale else ()
        return next((term for term in terms if term.cell == cell), None)

    def _term(self) -> Term | None:
        return self._scale.term(self._word) if self._scale and self._word else None


def _is(term: Term | None, cell: int) -> bool:
    return term is not None and term.cell == cell
