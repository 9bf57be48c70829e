"""The dialog that says what this program is, its version and its licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from evidence_board import VERSION
from evidence_board.ui.icons import application_icon
from evidence_board.ui.labels import label, scaled


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the version that runs."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Evidence Board"))
        sign = QLabel()
        sign.setTextFormat(Qt.TextFormat.PlainText)
        sign.setPixmap(application_icon().pixmap(scaled(64), scaled(64)))
        words = QVBoxLayout()
        words.setSpacing(scaled(6))
        words.addWidget(label(self.tr("Evidence Board"), "display"))
        words.addWidget(label(self.tr("Version {number}").format(number=VERSION), "meta"))
        words.addSpacing(scaled(6))
        words.addWidget(
            label(
                self.tr(
                    "Take reports apart into claims, trace each to its origin, and write a brief "
                    "that leads back to exact words. Works offline; nothing leaves this computer."
                ),
                wrap=True,
            )
        )
        words.addWidget(
            label(
                self.tr(
                    "Licence: Apache 2.0. Built on Qt for Python (LGPL 3), SQLite, SQLModel and "
                    "Typst; set in IBM Plex (OFL); icons from Lucide (ISC)."
                ),
                "hint",
                wrap=True,
            )
        )
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        across = QHBoxLayout(self)
        across.setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(20))
        across.setSpacing(scaled(20))
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addSpacing(scaled(8))
        words.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        across.addLayout(words, 1)
        self.setMinimumWidth(scaled(460))
