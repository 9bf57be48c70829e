"""A card in the margin: an excerpt, and the claim that rests on it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton, QVBoxLayout

from evidence_board.ui.labels import label, picture, scaled, tip
from evidence_board.ui.reader.marks import Mark
from evidence_board.ui.reader.paper import paint_paper
from evidence_board.ui.theme import Theme, set_icon

_LONGEST = 200


class MarkCard(QAbstractButton):
    """A press brings the words into view and selects what rests on them."""

    show_on_board = Signal(str)
    """The id of the claim that is to be shown on the board."""

    def __init__(self, mark: Mark, theme: Theme) -> None:
        """Show a mark."""
        super().__init__()
        self.mark = mark
        self._theme = theme
        self._active = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(scaled(side) for side in (10, 7, 6, 9)))
        self._column.setSpacing(scaled(3))
        self._column.addLayout(self._head())
        claim = mark.claim
        words = claim.text if claim else self.tr("No claim rests on these words yet.")
        self._column.addWidget(
            label(_shortened(words), "cardTitle" if claim else "hint", wrap=True)
        )
        if mark.moved:
            moved = self.tr("Found again by its words: the text is another one than when marked.")
            self._column.addWidget(label(moved, "hint", wrap=True, level="warn"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._spoken())
        if claim and len(claim.text) > _LONGEST:
            tip(self, claim.text)

    def set_active(self, active: bool) -> None:
        """Show whether the claim or the excerpt is among the selected records."""
        if active != self._active:
            self._active = active
            self.update()

    def height_for(self, width: float) -> int:
        """Return the height that the words need in a width."""
        return self._column.totalHeightForWidth(round(width))

    def sizeHint(self) -> QSize:
        """Return what the layout asks for."""
        return self._column.totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card; the selected one has an edge in the accent."""
        border = "accent.default" if self._active else "border.default"
        paint_paper(self, self._theme, border, 2 if self._active else 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(picture("quote", "kind.excerpt", 14))
        row.addWidget(label(self.mark.excerpt.mark, "section"))
        claim = self.mark.claim
        if claim is not None:
            row.addWidget(label(self.tr("asserts"), "hint"))
            hypothesis = claim.kind == "hypothesis"
            sign = ("flask-conical", "kind.hypothesis") if hypothesis else ("scale", "kind.claim")
            row.addWidget(picture(*sign, 14))
            row.addWidget(label(claim.mark, "section"))
        row.addStretch(1)
        if claim is not None:
            row.addWidget(self._show_button(claim.id))
        return row

    def _show_button(self, claim: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        set_icon(button, "crosshair", "text.secondary", 14)
        tip(button, self.tr("Show on board"))
        button.clicked.connect(lambda: self.show_on_board.emit(claim))
        return button

    def _spoken(self) -> str:
        excerpt, claim = self.mark.excerpt, self.mark.claim
        if claim is None:
            return self.tr("Excerpt {mark}, no claim yet").format(mark=excerpt.mark)
        sentence = self.tr("Excerpt {mark} asserts {claim}: {text}")
        return sentence.format(mark=excerpt.mark, claim=claim.mark, text=claim.text)


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1].rstrip() + "…"
