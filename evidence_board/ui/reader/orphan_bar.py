"""The bar that says, loudly, which excerpts have lost their words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from evidence_board.model.excerpt import Excerpt
from evidence_board.ui.docks.page import clear, link_button
from evidence_board.ui.labels import IconLabel, label, scaled

_LISTED, _LONGEST = 3, 90


class OrphanBar(QFrame):
    """Stays as long as the text that is read lacks the words of an excerpt of its source."""

    chosen = Signal(str)
    """The id of an excerpt that was pressed."""

    def __init__(self) -> None:
        """Stand hidden until there are orphans."""
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("level", "error")
        self._text = label("", wrap=True, level="error")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        told = QVBoxLayout()
        told.setSpacing(scaled(2))
        told.addWidget(self._text)
        told.addLayout(self._rows)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scaled(side) for side in (16, 6, 16, 6)))
        row.setSpacing(scaled(8))
        sign = IconLabel("octagon-alert", "status.error.text")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that it says."""
        return self._text.text()

    def show_orphans(self, orphans: Sequence[Excerpt]) -> None:
        """Name the excerpts whose words are gone; without any, hide."""
        clear(self._rows)
        for one in orphans[:_LISTED]:
            self._rows.addWidget(self._row(one))
        if len(orphans) > _LISTED:
            more = self.tr("%n more: see the list of excerpts", "", len(orphans) - _LISTED)
            self._rows.addWidget(label(more, "hint"))
        self._text.setText(
            self.tr(
                "%n excerpt(s) orphaned: the marked words are not in this text any more. Nothing "
                "was moved to other words. Mark the words anew, or delete the excerpt.",
                "",
                len(orphans),
            )
        )
        self.setVisible(bool(orphans))

    def _row(self, excerpt: Excerpt) -> "QFrame":
        words = " ".join(excerpt.exact.split())
        shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        row = QFrame()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        button = link_button(f"{excerpt.mark}  “{shown}”")
        button.clicked.connect(lambda: self.chosen.emit(excerpt.id))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        across.addStretch()
        return row
