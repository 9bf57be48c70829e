"""What each letter or figure of a grade means, all in view while one is picked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.style import repolish


class Definitions(QWidget):
    """A row for each key; the chosen one stands out, the last one is told to be unknown."""

    def __init__(self, meanings: Mapping[str, str], unknown: str) -> None:
        """Tell ``meanings``; ``unknown`` says of the last one that it is no bad grade."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(3))
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._unknown = unknown
        for row, key in enumerate(meanings):
            pair = (label(key, "hint"), label("", "hint", wrap=True))
            self._rows[key] = pair
            grid.addWidget(pair[0], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(pair[1], row, 1)
        self.show_meanings(meanings)

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        """Tell the same keys in another wording."""
        last = list(meanings)[-1]
        for key, meaning in meanings.items():
            words = f"{meaning} {self._unknown}" if key == last else meaning
            self._rows[key][1].setText(words)

    def show_chosen(self, chosen: str | None) -> None:
        """Let the chosen one stand out."""
        for key, pair in self._rows.items():
            for part in pair:
                part.setProperty("role", "" if key == chosen else "hint")
                repolish(part)

    def words(self) -> tuple[str, ...]:
        """Return what is told, from the first to the last."""
        return tuple(f"{key} {pair[1].text()}" for key, pair in self._rows.items())
