"""A row as its bytes on a page: numbers of any length, types and values.

The layout is that of SQLite's file format; all of it may be damaged or made up.
"""

import struct

Value = int | float | str | bytes | None
_MOST_COLUMNS = 64
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a whole number of one to nine bytes, and what follows it."""
    value = 0
    for place in range(8):
        byte = content[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | content[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def values_of(payload: bytes, length: int) -> tuple[tuple[Value, ...], bool]:
    """Return the values of a row as far as it was read, and whether all text was UTF-8."""
    end, types = header(payload, length)
    values: list[Value] = []
    clean = True
    for kind in types:
        size = size_of(kind)
        part = payload[end : end + size]
        end += size
        value, sound = _value(kind, part) if len(part) == size or kind >= 12 else (None, True)
        values.append(value)
        clean = clean and sound
    return tuple(values), clean


def header(payload: bytes, length: int) -> tuple[int, list[int]]:
    """Return where the values of a row begin, and their types; ValueError if it is no row."""
    end, at = varint(payload, 0)
    if not at <= end <= min(length, 9 * _MOST_COLUMNS):
        raise ValueError("no header of a row")
    types: list[int] = []
    while at < end:
        kind, at = varint(payload, at)
        types.append(kind)
    if at != end or len(types) > _MOST_COLUMNS or end + sum(map(size_of, types)) != length:
        raise ValueError("no header of a row")
    return end, types


def size_of(kind: int) -> int:
    """Return how many bytes a value of this type takes."""
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11) or kind < 0:
        raise ValueError("no type of a value")
    return 8 if kind == 7 else _WHOLE_NUMBERS.get(kind, 0)


def _value(kind: int, part: bytes) -> tuple[Value, bool]:
    """Return a value by its type, and whether it is what was stored, as far as that shows."""
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(part, "big", signed=True), True
    if kind == 7:
        (number,) = struct.unpack(">d", part)
        return float(number), True
    if kind < 12:
        return {0: None, 8: 0, 9: 1}[kind], True
    if kind % 2 == 0:
        return part, True
    try:
        return part.decode(), True
    except UnicodeDecodeError:
        return part.decode(errors="replace"), False
