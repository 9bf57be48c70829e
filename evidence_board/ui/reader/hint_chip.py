"""A chip in the gutter: a hint that is accepted by a press and turned down by Delete."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from evidence_board.ui.labels import scaled, tip
from evidence_board.ui.reader.hints import ICONS, Hint
from evidence_board.ui.theme import Theme

HEIGHT = 18
_PAD, _ICON, _RADIUS = 6, 11, 4.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class HintChip(QAbstractButton):
    """Shows one hint; the gutter gives it another one as the text scrolls."""

    accepted = Signal(object)
    dismissed = Signal(object)
    asked_again = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self.hint: Hint | None = None
        self.setFont(theme.font("caption"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.accepted.emit(self.hint))

    def show_hint(self, hint: Hint) -> None:
        """Show a hint."""
        if hint != self.hint:
            self.hint = hint
            tip(self, f"{hint.told}. {hint.reason}" if hint.reason else hint.told)
            self.setAccessibleName(hint.spoken)
            self.update()

    def width_in(self, most: int) -> int:
        """Return the width that the hint takes, ``most`` at most."""
        told = self.hint.told if self.hint else ""
        need = self.fontMetrics().horizontalAdvance(told) + scaled(_PAD * 2 + _ICON + 4)
        return min(most, need)

    def sizeHint(self) -> QSize:
        """Return the size of the whole hint."""
        return QSize(self.width_in(10_000), scaled(HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Keep its keys from being shortcuts of the window: Delete there removes a claim."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() in (*_ENTER, *_AWAY) and not event.modifiers() & _MODIFIERS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept by Enter or Space, turn down by Delete."""
        if event.key() in _ENTER:
            self.accepted.emit(self.hint)
        elif event.key() in _AWAY:
            self.dismissed.emit(self.hint)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to accept and to turn down."""
        self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint) -> None:
        """Show what can be done with the hint."""
        self._menu().popup(place)

    def offer(self, place: QPoint, behind: QWidget) -> None:
        """Show the same to the keyboard: Enter accepts, and letters are those of ``behind``."""
        menu = self._menu(behind)
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def _menu(self, behind: QWidget | None = None) -> QMenu:
        menu = HintMenu(self, behind)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Accept") + "\t" + self.tr("Enter"), self.click)
        menu.addAction(
            self.tr("Dismiss") + "\t" + self.tr("Del"), lambda: self.dismissed.emit(self.hint)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Show dismissed hints again"), self.asked_again.emit)
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, then the sign of the kind, on the ground of its kind."""
        if self.hint is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, edge = chip_colors(self.hint.layer)
        strong = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(tokens.color("accent.default" if strong else edge)), 1))
        painter.setBrush(QColor(tokens.color(ground)))
        radius = _RADIUS * self._theme.scale
        painter.drawRoundedRect(box, radius, radius)
        pad, side = scaled(_PAD), scaled(_ICON)
        room = self.rect().adjusted(pad, 0, -pad - side - scaled(3), 0)
        told = self.fontMetrics().elidedText(
            self.hint.told, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(QColor(tokens.color("text.primary")))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        sign = self._theme.icon(ICONS[self.hint.layer], "text.primary", _ICON)
        left = self.width() - pad - side
        sign.paint(painter, left, (self.height() - side) // 2, side, side)


class HintMenu(QMenu):
    """The menu of a hint: Delete turns it down, a letter leaves the menu and means the text."""

    def __init__(self, chip: HintChip, behind: QWidget | None) -> None:
        """Stand for ``chip``; letters go to ``behind`` where there is one."""
        super().__init__(chip)
        self._chip, self._behind = chip, behind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by the keys that the rows name; walk on with those that walk hints."""
        if event.key() in _AWAY:
            self.close()
            self._chip.dismissed.emit(self._chip.hint)
        elif self._behind is not None and event.text().isalpha():
            self.close()
            QCoreApplication.sendEvent(self._behind, event)
        else:
            super().keyPressEvent(event)


def chip_colors(layer: str) -> tuple[str, str]:
    """Return the tokens of ground and edge of a kind of hint."""
    if layer == "shared":
        return "surface.card", "reader.shared"
    ground = "reader.figure" if layer == "date" else f"reader.{layer}"
    return ground, ground
