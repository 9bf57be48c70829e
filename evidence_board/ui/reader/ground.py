"""Where things lie across the reader: numbers, the column of text, the margin with its cards."""

from dataclasses import dataclass

PADDING = 28.0
"""Above the first and below the last line, in px at 100 %."""

GUTTER, NARROW_GUTTER = 118.0, 88.0
CARD, NARROW_CARD = 236.0, 196.0
"""The widths of hints and of cards, in px at 100 %."""

_NUMBERS, _CHIPS = 44.0, 26.0
_GAP = 52.0
_EDGE = 16.0
_NARROWEST = 0.79


@dataclass(frozen=True)
class Ground:
    """Left edges and widths in px of the column of text and of the cards; card 0 is no margin.

    `gutter` is the room for hints before the numbers of the paragraphs, 0 where there is none;
    they end at `chips`.
    """

    text: float
    measure: float
    cards: float
    card: float
    gutter: float = 0.0
    chips: float = 0.0

    @property
    def has_margin(self) -> bool:
        """Whether cards stand beside the text."""
        return self.card > 0


def ground(width: float, measure: float, scale: float, *, hints: bool = False) -> Ground:
    """Return where things lie in a view of this width, for text of this best measure.

    Text and cards stand together in the middle, with room for hints before them where there are
    any. When it gets narrow first the cards and then the measure shrink, then the hints are left
    out, and below 52 characters a line the cards.
    """
    for gutter in (GUTTER * scale, NARROW_GUTTER * scale, 0.0) if hints else (0.0,):
        sides = (_NUMBERS + _GAP + _EDGE) * scale + gutter
        for card in (CARD * scale, NARROW_CARD * scale):
            room = width - sides - card
            if room >= measure:
                return _beside(width, measure, card, scale, gutter)
        if room >= measure * _NARROWEST:
            return _beside(width, room, card, scale, gutter)
    measure = max(80.0, min(measure, width - (2 * _NUMBERS) * scale))
    left = max(_NUMBERS * scale, (width - measure) / 2)
    return Ground(left, measure, 0.0, 0.0)


def _beside(width: float, measure: float, card: float, scale: float, gutter: float) -> Ground:
    before = _NUMBERS * scale + gutter
    whole = before + measure + _GAP * scale + card
    text = (width - whole) / 2 + before
    cards, chips = text + measure + _GAP * scale, text - _CHIPS * scale
    return Ground(text, measure, cards, card, gutter, chips)


def stacked(
    wanted: list[tuple[float, float]], gap: float, upper: float, fixed: int | None = None
) -> list[float]:
    """Return the tops of cards of (wanted top, height): in order, never one over another.

    The card at the place ``fixed`` stays where it is wanted, and those before it give way upwards.
    """
    if fixed is not None:
        limit = wanted[fixed][0]
        before = _raised(wanted[:fixed], stacked(wanted[:fixed], gap, upper), gap, limit)
        return before + stacked(wanted[fixed:], gap, limit)
    tops: list[float] = []
    free = upper
    for top, height in wanted:
        tops.append(max(top, free))
        free = tops[-1] + height + gap
    return tops


def _raised(
    wanted: list[tuple[float, float]], tops: list[float], gap: float, lower: float
) -> list[float]:
    """Return tops of cards that all end above ``lower``."""
    raised: list[float] = []
    for (_, height), top in zip(reversed(wanted), reversed(tops), strict=True):
        lower = min(top, lower - gap - height)
        raised.append(lower)
    return raised[::-1]
