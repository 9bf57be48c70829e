"""What units measure, and whether two amounts fit: the verdicts of tradecraft, section 8."""

import math
import re
from dataclasses import dataclass

from evidence_board.model.discrepancy import Verdict

_LENGTH = {
    **{"km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001, "mi": 1609.344, "nmi": 1852.0},
    **{"ft": 0.3048, "in": 0.0254, "yd": 0.9144},
}
_MASS = {"kg": 1.0, "g": 0.001, "t": 1000.0, "lb": 0.45359237}
_AREA = {
    **{"km²": 1e6, "m²": 1.0, "ha": 1e4, "acre": 4046.8564224, "mi²": 2589988.110336},
    "ft²": 0.09290304,
}
_VOLUME = {"m³": 1.0, "L": 0.001}
_SPEED = {"km/h": 1 / 3.6, "mph": 0.44704, "kn": 1852 / 3600}
_DURATION = {"s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0, "week": 604800.0}
_CALENDAR = {"month": 1.0, "year": 12.0, "decade": 120.0}
_POWER = {"kW": 1e3, "MW": 1e6, "GW": 1e9}
_ENERGY = {"kWh": 1e3, "MWh": 1e6}
_TEMPERATURE = {"°C": 1.0, "°F": 5 / 9}
_DIMENSIONS: dict[str, dict[str, float]] = {
    **{"length": _LENGTH, "mass": _MASS, "area": _AREA, "volume": _VOLUME, "speed": _SPEED},
    **{"duration": _DURATION, "calendar": _CALENDAR, "power": _POWER, "energy": _ENERGY},
    "temperature": _TEMPERATURE,
}
_OF_UNIT = {unit: name for name, units in _DIMENSIONS.items() for unit in units}
_OTHERS = frozenset(
    ("%", "percentage points", "basis points", "°", "cents", "tons", "$", "Rs", "Sh")
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_STEPS = (100, 50, 25, 10, 5, 1)
_COARSEST = 4
"""A step is one of rounding if the figure has at least so many of it."""
_ONES = {"people": "person", "persons": "person", "men": "man", "women": "woman"}


@dataclass(frozen=True)
class Amount:
    """A figure: value as written, what it may mean at least and at most, unit and comparator."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    comparator: str


@dataclass(frozen=True)
class Dimension:
    """What a unit measures; `counted` tells that it is a noun: so many of a thing."""

    name: str
    counted: bool = False


def dimension_of(unit: str) -> Dimension | None:
    """Return what a unit measures; None of a bare number."""
    if not unit:
        return None
    if unit in _OF_UNIT:
        return Dimension(_OF_UNIT[unit])
    if unit in _OTHERS or _CURRENCY.fullmatch(unit):
        return Dimension(unit)
    return Dimension(_singular(unit.casefold()), counted=True)


def verdict(one: Amount, other: Amount) -> Verdict:
    """Return how two amounts fit; of what they tell nobody is asked here, only of the numbers."""
    if dimension_of(one.unit) != dimension_of(other.unit):
        return "different measurand"
    if _range(one) == _range(other) and one.comparator == other.comparator:
        return "equal"
    if one.unit != other.unit and _same_quantity(one, other):
        return "equal"
    if rounding(one, other) or rounding(other, one):
        return "agree after conversion and rounding"
    return "compatible" if _overlap(one, other) else "conflict"


def rounding(one: Amount, other: Amount) -> tuple[float, int] | None:
    """Return one amount in the unit of another and the step to which it rounds to that; or None.

    The step is 1, 5, 10, 25, 50 or 100, as the other figure has it; a step coarser than a quarter
    of the figure rounds nothing (a convention of this program).
    """
    if one.value is None or other.value is None or one.unit == other.unit:
        return None
    known = dimension_of(one.unit)
    if known is None or known != dimension_of(other.unit):
        return None
    converted = _from_base(_to_base(one.value, one.unit), other.unit)
    for step in _STEPS:
        if step * _COARSEST > other.value and step > 1:
            continue
        if other.value % step == 0 and round(converted / step) * step == other.value:
            return converted, step
    return None


def _same_quantity(one: Amount, other: Amount) -> bool:
    if one.value is None or other.value is None or one.comparator != other.comparator:
        return False
    here, there = _to_base(one.value, one.unit), _to_base(other.value, other.unit)
    return math.isclose(here, there, rel_tol=1e-9)


def _range(amount: Amount) -> tuple[float, float]:
    low = -math.inf if amount.low is None else _to_base(amount.low, amount.unit)
    high = math.inf if amount.high is None else _to_base(amount.high, amount.unit)
    return low, high


def _overlap(one: Amount, other: Amount) -> bool:
    (low, high), (other_low, other_high) = _range(one), _range(other)
    lower, upper = max(low, other_low), min(high, other_high)
    if lower < upper:
        return True
    return lower == upper and not (_is_open(one) or _is_open(other))


def _is_open(amount: Amount) -> bool:
    """Whether the bound that a comparator sets is not itself one of the values."""
    return amount.comparator in ("more than", "less than", "up to", "nearly")


def _to_base(value: float, unit: str) -> float:
    if unit == "°F":
        return (value - 32) * 5 / 9
    name = _OF_UNIT.get(unit)
    return value * _DIMENSIONS[name][unit] if name else value


def _from_base(value: float, unit: str) -> float:
    if unit == "°F":
        return value * 9 / 5 + 32
    name = _OF_UNIT.get(unit)
    return value / _DIMENSIONS[name][unit] if name else value


def _singular(noun: str) -> str:
    if noun in _ONES:
        return _ONES[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
