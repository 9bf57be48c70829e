"""Texts on the window's parts: labels that never read markup, rules, grades, signs of keys."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from evidence_board.ui.fonts import pixels
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import current_theme


def scaled(length: float) -> int:
    """Return a length in px at 100 % as whole pixels at the scale of the interface."""
    return pixels(length, current_theme().scale)


def label(text: str = "", role: str = "", *, wrap: bool = False, level: str = "") -> QLabel:
    """Return a label that shows ``text`` as it stands; roles and levels are those of style.py."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if level:
        made.setProperty("level", level)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def picture(name: str, color_token: str = "text.secondary", size: int = 16) -> QLabel:
    """Return a label that shows an icon and follows the theme."""
    return IconLabel(name, color_token, size)


class IconLabel(QLabel):
    """An icon of the icon set, drawn anew with the theme."""

    def __init__(self, name: str, color_token: str = "text.secondary", size: int = 16) -> None:
        """Show the Lucide icon ``name``, ``size`` px wide at 100 %."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._shown = (name, color_token, size)
        self._theme = current_theme()
        self._theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, color_token: str = "text.secondary") -> None:
        """Show another icon at the same size."""
        self._shown = (name, color_token, self._shown[2])
        self._draw()

    def _draw(self) -> None:
        name, color_token, size = self._shown
        side = scaled(size)
        self.setFixedSize(side, side)
        self.setPixmap(self._theme.icon(name, color_token, size).pixmap(QSize(side, side)))


def rule() -> QFrame:
    """Return a line between two sections."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made


class GradeCells(QWidget):
    """An Admiralty grade in two cells: the source's letter on dark, the information on light."""

    def __init__(self, reliability: str | None = None, credibility: str | None = None) -> None:
        """Show a grade; what is not judged is drawn dashed."""
        super().__init__()
        self._letter = label("", "gradeSource")
        self._figure = label("", "gradeInformation")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._letter)
        row.addWidget(self._figure)
        self.show_grade(reliability, credibility)

    def show_grade(self, reliability: str | None, credibility: str | None = None) -> None:
        """Show another grade; without a figure there is one cell only."""
        self._letter.setText(reliability or "–")
        self._letter.setProperty("graded", bool(reliability))
        repolish(self._letter)
        self._figure.setText(credibility or "")
        self._figure.setVisible(credibility is not None)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it stands, in lines of a readable length.

    No text is no tip: Qt would show an empty one.
    """
    return f"<p>{html.escape(text)}</p>" if text else ""


def tip(widget: QWidget, text: str) -> None:
    """Give a control a tool tip, which is its accessible name where it shows no words."""
    widget.setToolTip(plain_tip(text))
    if isinstance(widget, QAbstractButton) and not widget.text():
        widget.setAccessibleName(text)
