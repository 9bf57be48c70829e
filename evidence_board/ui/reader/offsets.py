"""Offsets at the border to Qt: it counts UTF-16 units, records count Unicode code points."""

_LAST_SINGLE = "\uffff"


def to_units(text: str, points: int) -> int:
    """Return how many UTF-16 units the first `points` code points of a text take."""
    if text.isascii():
        return points
    before = text[:points]
    # Encoding counts a hundred times as fast as looking at each character does.
    return points + len(before.encode("utf-16-le", "surrogatepass")) // 2 - len(before)


def to_points(text: str, units: int) -> int:
    """Return how many code points of a text lie before a UTF-16 offset.

    Inside a pair of surrogates that is the character to which they belong.
    """
    if text.isascii() or max(text) <= _LAST_SINGLE:
        return min(units, len(text))
    passed = 0
    for points, character in enumerate(text):
        passed += 2 if character > _LAST_SINGLE else 1
        if passed > units:
            return points
    return len(text)
