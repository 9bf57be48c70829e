"""Regions: the part of a picture or of a page that an excerpt marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from pydantic import JsonValue

_STEPS = 1_000_000


@dataclass(frozen=True)
class Region:
    """A rectangle as fractions (0 to 1) of width and height, whatever size the picture has.

    That of a picture as it is shown, turned as its camera data say.
    """

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> Self | None:
        """Return the rectangle between two corners, cut to the picture; None if it is empty."""
        left, right = sorted(_held(value) for value in (one[0], other[0]))
        top, bottom = sorted(_held(value) for value in (one[1], other[1]))
        if left == right or top == bottom:
            return None
        return cls(left, top, _held(right - left), _held(bottom - top))

    @classmethod
    def of(cls, fields: Mapping[str, JsonValue] | None) -> Self | None:
        """Return the region that an excerpt keeps; None if it keeps none that can be read."""
        names = ("x", "y", "width", "height")
        values = [fields.get(name) for name in names] if fields else []
        numbers = [float(one) for one in values if isinstance(one, int | float)]
        if len(numbers) < len(names) or not all(0 <= one <= 1 for one in numbers):
            return None
        return cls(*numbers) if numbers[2] and numbers[3] else None

    def fields(self) -> dict[str, JsonValue]:
        """Return the region as an excerpt keeps it."""
        return {"x": self.x, "y": self.y, "width": self.width, "height": self.height}

    @property
    def words(self) -> str:
        """What stands for it where there are no words, in brackets: nobody wrote them."""
        return f"[part of the picture: {self.extent}]"

    def words_of(self, page: int) -> str:
        """Return what stands for a part of a page on which there are no words."""
        return f"[part of page {page:,}: {self.extent}]"

    @property
    def extent(self) -> str:
        """Where it is, such as "10 %–40 % across, 5 %–20 % down"."""
        across = f"{self.x:.0%}–{self.x + self.width:.0%}".replace("%", " %")
        down = f"{self.y:.0%}–{self.y + self.height:.0%}".replace("%", " %")
        return f"{across} across, {down} down"


def _held(value: float) -> float:
    return round(min(1.0, max(0.0, value)) * _STEPS) / _STEPS
