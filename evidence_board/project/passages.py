"""Words at places of a text that is read piece by piece: it is never whole in memory."""

import codecs
from collections.abc import Iterable, Sequence
from itertools import chain

Span = tuple[int, int]
"""Where words begin and end, in code points."""


def passages(pieces: Iterable[bytes], spans: Sequence[Span]) -> list[str]:
    """Return what stands at each span of UTF-8, the spans being in the order of their beginnings.

    What is no letter is replaced by �; a span that reaches past the end has what is there.
    """
    found = [""] * len(spans)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    at = first = 0
    for piece, last in chain(((one, False) for one in pieces), ((b"", True),)):
        part = decoder.decode(piece, final=last)
        for place in range(first, len(spans)):
            start, stop = spans[place]
            if start >= at + len(part):
                break
            if stop > at:
                found[place] += part[max(start - at, 0) : stop - at]
        at += len(part)
        while first < len(spans) and spans[first][1] <= at:
            first += 1
    return found
