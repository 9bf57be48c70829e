"""What an empty board says: one sentence, one main action, one other way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.labels import label, scaled


class EmptyBoard(QWidget):
    """What an empty board says: one sentence, one main action, one other way."""

    source_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Lie in the middle of the board."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        words = tr(
            "Nothing here yet. Drop articles, paste a passage, or double-click to write a claim."
        )
        sentence = label(words, "emptySentence", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(sentence)
        row = QHBoxLayout()
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
        self.resize(scaled(420), scaled(96))
