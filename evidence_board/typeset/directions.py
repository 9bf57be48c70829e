"""Which way words run."""

import unicodedata


def leftwards(words: str) -> bool:
    """Whether the first letter of words is of a script that runs to the left."""
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False
