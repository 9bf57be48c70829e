"""How the text is set: fonts, measure and line height, from its size and the theme."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from evidence_board.ui.reader.paragraphs import Paragraphs
from evidence_board.ui.theme import Theme

SMALLEST, LARGEST, USUAL = 12, 28, 16
"""Sizes of the text in px at 100 %."""

_MEASURE, _LINE, _HEADLINE = 520 / 16, 26 / 16, 24 / 16
_HEADLINE_LINE, _BLANK_LINE = 30 / 24, 0.42
_TITLE_WITHIN = 12


@dataclass(frozen=True)
class Setting:
    """How text is set: its font, that of the headline, the width, and one line's height."""

    font: QFont
    headline: QFont
    width: float
    line: float

    @property
    def blank(self) -> float:
        """The height of a blank line."""
        return self.line * _BLANK_LINE

    @property
    def headline_line(self) -> float:
        """The height of a line of the headline."""
        return self.headline.pixelSize() * _HEADLINE_LINE


def setting_of(theme: Theme, size: int, width: float) -> Setting:
    """Return how text of a size (px at 100 %) is set in a width."""
    font, headline = theme.font("reader"), theme.font("reader")
    font.setPixelSize(round(size * theme.scale))
    headline.setPixelSize(round(size * _HEADLINE * theme.scale))
    headline.setWeight(QFont.Weight.DemiBold)
    return Setting(font, headline, width, round(size * _LINE * theme.scale))


def best_measure(theme: Theme, size: int) -> float:
    """Return the width in which text of a size reads best: some 66 characters."""
    return size * _MEASURE * theme.scale


def headline_in(paragraphs: Paragraphs, title: str) -> int | None:
    """Return the place of the line near the top that is the title of the source, or None."""
    places = range(min(_TITLE_WITHIN, len(paragraphs)))
    same = (place for place in places if paragraphs.words(place).strip() == title)
    return next(same, None) if title else None
