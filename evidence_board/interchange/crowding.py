"""JSON that takes many times its size in memory: lists of nothing, three letters for each.

A list takes 56 bytes and an object 64 or more, before anything is in it. A record of ours has
hundreds of letters, and few lists in it.
"""

import re

_FEW = 100_000
"""As many lists do no harm, whatever is between them."""
_LETTERS_FOR_A_LIST = 40
_LETTERS_FOR_A_VALUE = 8
_WORDS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)


def is_crowded(text: str | bytes) -> bool:
    """Whether JSON text has so many lists, objects and values that no project can have them."""
    held = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _too_many(held, len(held)) and _too_many(_WORDS.sub(b"", held), len(held))


def _too_many(text: bytes, size: int) -> bool:
    lists, values = text.count(b"[") + text.count(b"{"), text.count(b",")
    return lists > max(_FEW, size // _LETTERS_FOR_A_LIST) or values > max(
        _FEW, size // _LETTERS_FOR_A_VALUE
    )
