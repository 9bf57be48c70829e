"""Where things lie beside pages: hints before them, cards after them, as beside a text."""

from dataclasses import dataclass

from evidence_board.ui.reader.ground import CARD, GUTTER, NARROW_CARD, NARROW_GUTTER, Ground

PAD = 24.0
"""Around the pages, where nothing stands beside them, in px at 100 %."""

_CHIPS, _CARDS, _EDGE = 10.0, 34.0, 12.0
"""From the hints to the page, from the page to the cards, and from both to the window."""
_LEAST = (600.0, 540.0, 440.0, 440.0)
"""Pages that would be narrower leave less beside them, step by step."""


@dataclass(frozen=True)
class Sides:
    """The widths of hints and cards beside pages, in px; 0 is none."""

    gutter: float = 0.0
    card: float = 0.0
    scale: float = 1.0

    @property
    def before(self) -> float:
        """What lies before the pages, at least."""
        taken = self.gutter + (_CHIPS + _EDGE) * self.scale
        return taken if self.gutter else PAD * self.scale

    @property
    def after(self) -> float:
        """What lies after the pages, at least."""
        taken = self.card + (_CARDS + _EDGE) * self.scale
        return taken if self.card else PAD * self.scale

    def around(self, window: float, pages: float) -> Ground:
        """Return where things lie in a window, with pages of this width in the middle of it."""
        left = max(self.before, (window - pages - self.before - self.after) / 2 + self.before)
        cards = left + pages + _CARDS * self.scale
        chips = left - _CHIPS * self.scale
        return Ground(left, pages, cards if self.card else 0.0, self.card, self.gutter, chips)


def sides_to_fit(window: float, scale: float, *, hints: bool) -> Sides:
    """Return what stands beside pages that are to be as wide as the room which that leaves.

    When it gets narrow, first the cards and then the hints shrink, then the hints are left out,
    then the cards.
    """
    for sides, least in zip(_variants(scale, hints), _LEAST, strict=False):
        if window - sides.before - sides.after >= least * scale:
            return sides
    return Sides(scale=scale)


def sides_beside(window: float, pages: float, scale: float, *, hints: bool) -> Sides:
    """Return what stands beside pages of a width that was chosen."""
    fitting = (
        one for one in _variants(scale, hints) if one.before + pages + one.after <= window + 1
    )
    return next(fitting, Sides(scale=scale))


def _variants(scale: float, hints: bool) -> tuple[Sides, ...]:
    narrow = Sides(0.0, NARROW_CARD * scale, scale)
    if not hints:
        return Sides(0.0, CARD * scale, scale), narrow
    return (
        Sides(GUTTER * scale, CARD * scale, scale),
        Sides(GUTTER * scale, NARROW_CARD * scale, scale),
        Sides(NARROW_GUTTER * scale, NARROW_CARD * scale, scale),
        narrow,
    )
