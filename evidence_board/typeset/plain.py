"""A brief as JSON values for the templates: dataclasses to objects, every text printable."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def plain(value: object, printed: Callable[[str], str]) -> Json:
    """Return a value of dataclasses, tuples, mappings and plain values as JSON values."""
    if isinstance(value, str):
        return printed(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), printed) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(held, printed) for key, held in value.items()}
    if isinstance(value, Sequence):
        return [plain(one, printed) for one in value]
    raise TypeError(f"{type(value).__name__} is no plain value")


def anchors_of(value: Json) -> dict[str, Json]:
    """Return the places that a brief has, as the keys of an object, for links to be checked by."""
    found: dict[str, Json] = {}
    ahead = [value]
    while ahead:
        one = ahead.pop()
        if isinstance(one, dict):
            if isinstance(one.get("anchor"), str):
                found[str(one["anchor"])] = True
            ahead.extend(one.values())
        elif isinstance(one, list):
            ahead.extend(one)
    return found
