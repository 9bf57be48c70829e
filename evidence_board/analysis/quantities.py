"""Quantities of claims in words, and back: comparator, number and unit as people write them."""

import re
from collections.abc import Mapping

from pydantic import JsonValue

_COMPARATORS = (
    *("more than", "at least", "up to", "fewer than", "less than", "no more than", "at most"),
    *("about", "around", "approximately", "nearly", "almost", "over", "under", "some"),
)
_WRITTEN = re.compile(
    rf"(?:(?P<comparator>{'|'.join(_COMPARATORS)})\s+)?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
    r"(?:\s*(?P<unit>\D.*))?",
    re.IGNORECASE,
)


def quantity_words(quantity: Mapping[str, JsonValue]) -> str:
    """Return a quantity as people write it, such as "about 73 wagons"."""
    value, unit = quantity.get("value"), quantity.get("unit") or ""
    comparator = quantity.get("comparator") or ""
    number = f"{value:,g}" if isinstance(value, int | float) else ""
    words = " ".join(str(part) for part in (comparator, number, unit) if part)
    return str(quantity.get("stated") or words)


def quantity_of(words: str) -> dict[str, JsonValue]:
    """Return the quantity that words tell; where no number can be read, the words as stated."""
    words = " ".join(words.split())
    found = _WRITTEN.fullmatch(words)
    if found is None:
        return {"stated": words} if words else {}
    number = float(found["number"].replace(",", ""))
    value = int(number) if number.is_integer() else number
    told: dict[str, JsonValue] = {"value": value}
    if found["unit"]:
        told["unit"] = found["unit"].strip()
    if found["comparator"]:
        told["comparator"] = found["comparator"].casefold()
    return told
