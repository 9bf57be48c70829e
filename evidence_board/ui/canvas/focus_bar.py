"""The bar that says that only a part of the board is in focus: how far it goes, and its end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.focusing import FARTHEST
from evidence_board.ui.labels import IconLabel, label, scaled, tip
from evidence_board.ui.theme import set_icon

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

_PLACES = ("first", "middle", "last")


class FocusBar(QFrame):
    """Hidden while all of the board is in focus."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self._focusing = board.focusing
        self.setProperty("role", "overlay")
        self.setAccessibleName(tr("Focus on neighbours"))
        self.words = label("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(4), scaled(6), scaled(4))
        row.setSpacing(scaled(6))
        row.addWidget(IconLabel("focus"))
        row.addWidget(self.words)
        row.addSpacing(scaled(4))
        steps = QHBoxLayout()
        steps.setSpacing(0)
        self._group = QButtonGroup(self)
        for number in range(1, FARTHEST + 1):
            steps.addWidget(self._step(number))
        row.addLayout(steps)
        row.addWidget(self._closing())
        self._focusing.changed.connect(self.follow)
        self.hide()

    def follow(self) -> None:
        """Say what is in focus now, or hide."""
        self.setVisible(self._focusing.on)
        if self._focusing.on:
            self.words.setText(self._focusing.words)
            self._group.button(self._focusing.steps).setChecked(True)
            self.place()

    def place(self) -> None:
        """Stand at the upper edge of the board."""
        self.adjustSize()
        self.move((self._board.width() - self.width()) // 2, scaled(12))
        self.raise_()

    def _step(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(str(number))
        button.setProperty("role", "segment")
        button.setProperty("place", _PLACES[number - 1])
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = tr("1 step") if number == 1 else tr("{0} steps").format(number)
        tip(button, tr("{0} (key {1})").format(words, number))
        button.setAccessibleName(words)
        self._group.addButton(button, number)
        button.clicked.connect(lambda _on=False: self._focusing.take_steps(number))
        return button

    def _closing(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_icon(button, "x")
        tip(button, tr("End the focus (Esc)"))
        button.clicked.connect(lambda _on=False: self._focusing.end())
        return button
