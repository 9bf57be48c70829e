"""Finding words in a text at their exact places, as people type them."""

import re

MOST = 5_000
"""After how many matches the search stops."""

_ALIKE = ("'’‘‚′", '"“”„«»″', "-‐‑‒–—")
_CLASSES = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}


def matches(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where `words` stand in the text, as (start, end) in code points, without overlap.

    Case does not count, any blank space matches any other, straight quotes and hyphens match
    curly ones and dashes.
    """
    parts = [
        "".join(_CLASSES.get(sign, re.escape(sign)) for sign in part) for part in words.split()
    ]
    if not parts:
        return ()
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE):
        found.append(match.span())
        if len(found) == MOST:
            break
    return tuple(found)
