"""What an empty board says: one sentence, one main action, one other way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.labels import label, scaled

_WIDTH = 420


class EmptyBoard(QWidget):
    """What an empty board says: one sentence, one main action, one other way."""

    source_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Lie in the middle of the board."""
        super().__init__(parent)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        words = tr(
            "Nothing here yet. Drop articles, paste a passage, or double-click to write a claim."
        )
        sentence = label(words, "emptySentence", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(sentence)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(scaled(8))
        row.addStretch()
        main = QPushButton(tr("Add source"))
        main.setProperty("role", "primary")
        main.clicked.connect(self.source_asked)
        other = QPushButton(tr("Open the sample case"))
        other.clicked.connect(self.sample_asked)
        row.addWidget(main)
        row.addWidget(other)
        row.addStretch()
        column.addLayout(row)
        self._beside = main.sizeHint().width() + other.sizeHint().width() + scaled(8)
        self.fit(scaled(_WIDTH))

    def fit(self, room: int) -> None:
        """Take no more width than there is; where it is small the buttons stand in a column."""
        width = min(scaled(_WIDTH), room)
        sides = self._column.contentsMargins()
        narrow = self._beside > width - sides.left() - sides.right()
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.resize(width, max(scaled(96), self.heightForWidth(width)))
