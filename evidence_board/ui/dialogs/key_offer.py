"""The line below the keys: why a key cannot be had, or the offer to take it from another action."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.style import repolish


class KeyOffer(QFrame):
    """One sentence at a time; an offer is taken or left by its buttons."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "hintBox")
        self.sentence = label("", "hint", wrap=True)
        self.take = QPushButton(self.tr("Take it"))
        self.take.clicked.connect(self.taken)
        self.leave = QPushButton(self.tr("Leave it"))
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(6), scaled(6), scaled(6))
        row.setSpacing(scaled(8))
        row.addWidget(self.sentence, 1)
        for button in (self.take, self.leave):
            button.setAutoDefault(True)  # so that Enter takes or leaves as well as Space
            row.addWidget(button)
        self.setMinimumHeight(self.take.sizeHint().height() + scaled(12))
        self.tell("")

    @property
    def open(self) -> bool:
        """Whether there is an offer to take or leave."""
        return not self.take.isHidden()

    def tell(self, sentence: str, level: str = "", *, offer: bool = False) -> None:
        """Say a sentence; levels are those of style.py; an offer has the two buttons."""
        self.setProperty("level", level)
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.take.setAccessibleDescription(sentence)
        for button in (self.take, self.leave):
            button.setVisible(offer)
        for part in (self, self.sentence):
            repolish(part)
