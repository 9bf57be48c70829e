"""The toast at the foot of a view: names what was done and offers to take it back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evidence_board.ui.labels import label, scaled

SHOWN_MS = 6_000
_WIDEST = 16_777_215
"""QWIDGETSIZE_MAX, which Qt for Python does not name."""
_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Offer:
    """A button of a toast: its verb and what it does.

    ``of_step`` says that it is about the newest step, so that it goes when another one is done.
    """

    verb: str
    deed: Callable[[], None]
    of_step: bool = False


class Toast(QFrame):
    """A line over the bottom of ``ground``; it goes by itself, later while it is looked at."""

    def __init__(self, ground: QWidget) -> None:
        """Lie over ``ground``, which owns this; start hidden."""
        super().__init__(ground)
        self.setProperty("role", "toast")
        self._ground = ground
        self._text = label()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(scaled(8))
        self._row.addWidget(self._text)
        self._buttons: list[QPushButton] = []
        self._of_step = False
        self.clear_of: tuple[QWidget, ...] = ()
        """What it does not cover; it stands over it."""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        ground.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        """The line that is shown, or nothing."""
        return self._text.text() if self.isVisible() else ""

    def show_line(self, text: str, *offers: Offer) -> None:
        """Show a line with its buttons in place of the one before."""
        self._text.setText(text)
        for button in self._buttons:
            self._row.removeWidget(button)  # it is deleted later, and takes no room until then
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        self._of_step = any(offer.of_step for offer in offers)
        self._row.setContentsMargins(scaled(12), 0, scaled(6 if offers else 12), 0)
        self.setMinimumHeight(scaled(30))
        self.show()
        self._place()
        self.raise_()
        self._clock.start()

    def pass_step(self, _changes: object = None) -> None:
        """Go if a button is about a step that is the newest no more."""
        if self._of_step:
            self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the view."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again once the pointer has gone."""
        self._clock.start()
        super().leaveEvent(event)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.verb)
        button.clicked.connect(offer.deed)
        button.clicked.connect(self.hide)
        self._row.addWidget(button)
        button.show()  # now, so that its room is counted at once
        return button

    def _share_room(self) -> None:
        """Let the line take several where the ground is narrower than it."""
        metrics, text = self._text.fontMetrics(), self._text.text()
        margins, buttons = self._row.contentsMargins(), self._buttons
        beside = sum(one.sizeHint().width() + self._row.spacing() for one in buttons)
        most = self._ground.width() - 2 * scaled(8) - margins.left() - margins.right() - beside
        wide = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        wraps = wide > most > 0
        self._text.setWordWrap(wraps)
        self._text.setMinimumWidth(most if wraps else 0)
        self._text.setMaximumWidth(most if wraps else _WIDEST)
        lines = metrics.boundingRect(QRect(0, 0, most, _WIDEST), _WRAPPED, text) if wraps else None
        self._text.setMinimumHeight(lines.height() + scaled(12) if lines is not None else 0)

    def _place(self) -> None:
        self._share_room()
        self.adjustSize()
        spot = QRect(QPoint(), self.size())
        spot.moveCenter(self._ground.rect().center())
        spot.moveBottom(self._ground.height() - scaled(16))
        for other in self.clear_of:
            covered = QRect(other.mapTo(self._ground, QPoint()), other.size())
            if other.isVisible() and covered.intersects(spot):
                spot.moveBottom(covered.top() - scaled(8))
        self.move(spot.topLeft())
