"""The ends of streams in a PDF, told apart from the data before them.

Typst ends each stream with LF, so data that happens to end with CR looks as if it ended with
CR LF, and a validator counts one byte less than /Length says (ISO 19005-3, 6.1.7.1).
"""

import re

_OPENS = b"\nstream\n"
_CLOSES = b"\nendstream"
_OBJECT = b" 0 obj\n<<"
_LENGTH = re.compile(rb"/Length (\d+)")


def clear_endings(made: bytes) -> bytes:
    """Return the PDF with CR LF after data that ends with CR.

    The byte is taken from the line end before the word stream, which needs none, so that no
    object moves.
    """
    pieces: list[bytes] = []
    done = kept = 0
    while (opens := made.find(_OPENS, done)) >= 0:
        begins = opens + len(_OPENS)
        ends = begins + _length(made, done, opens)
        if not made.startswith(_CLOSES, ends):  # words of a text, not the head of a stream
            done = begins
            continue
        if made[ends - 1 : ends] == b"\r":
            pieces += [made[kept:opens], _OPENS[1:], made[begins:ends], b"\r"]
            kept = ends
        done = ends
    return b"".join([*pieces, made[kept:]])


def _length(made: bytes, done: int, opens: int) -> int:
    """Return how long the dictionary says that the data is that opens here."""
    told = _LENGTH.findall(made, max(done, made.rfind(_OBJECT, done, opens)), opens)
    return int(told[-1]) if told else 0
