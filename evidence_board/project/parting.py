"""Values that SQLite has strung together to one text, apart again.

Between them stands a byte that UTF-8 never has, and for none another one.
"""

_END, _NULL = b"\xff", b"\xfe"
_SAFE_END, _SAFE_NULL = b"\x1f", b"\x1e"
"""What they are while the text is read as a whole; where it has one of these, part by part."""


def parted(text: bytes | None, count: int, *, whole: bool, nulls: bool) -> list[object] | None:
    """Return so many values, whole numbers or words; None where the text does not hold so many.

    That is so where a value is no UTF-8, or where there are nulls that were left out; ``nulls``
    says that they were not.
    """
    if not count:
        return []
    if text is None:  # nothing but nulls
        return [None] * count
    if text.count(_END) != count - 1:
        return None
    first = text.partition(_END)[0]
    if len(text) == count * (len(first) + 1) - 1 and text == _END.join((first,) * count):
        return [_value(first, whole=whole, nulls=nulls)] * count
    values = None if _SAFE_END in text or _SAFE_NULL in text else _values(text, nulls=nulls)
    if values is None:
        return [_value(one, whole=whole, nulls=nulls) for one in text.split(_END)]
    return [one if one is None else int(one) for one in values] if whole else list(values)


def _values(text: bytes, *, nulls: bool) -> list[str] | list[str | None] | None:
    """Return the words of a text; None where it is no UTF-8."""
    safe = text.replace(_END, _SAFE_END)
    if nulls:
        safe = safe.replace(_NULL, _SAFE_NULL)
    try:
        words = safe.decode().split(_SAFE_END.decode())
    except UnicodeDecodeError:
        return None
    none = _SAFE_NULL.decode()
    return [None if one == none else one for one in words] if _SAFE_NULL in safe else words


def _value(text: bytes, *, whole: bool, nulls: bool) -> object:
    if nulls and text == _NULL:
        return None
    return int(text) if whole else text.decode(errors="replace")
