"""The text of a document with its sealed bytes left where they are, in the file.

In their place the text has a number, which says which of them it is. What is found is the base64 of
attachments as `export` writes it, in whatever form the rest is; anything else stays in the text.
"""

import base64
import re
from collections.abc import Iterator

from evidence_board.model.content import PIECE, Stretches

_KEY = re.compile(rb'(?<!\\)"base64"[ \t\r\n]*:[ \t\r\n]*"')
"""Inside a text there is a \\ before each quotation mark, so this is never found in one."""
_LONGEST_KEY = 80
_SHORT = 4096
"""What has no more letters stays in the text."""
_FOURS = 4 << 18
"""So many letters are decoded at a time: groups of four, which are three bytes each."""


class TooLong(Exception):
    """The text itself, without the bytes, is longer than any document's."""


class Lifted:
    """Bytes that stand in a file as base64."""

    def __init__(self, file: Stretches, place: int, letters: int) -> None:
        self._file, self._place, self._letters = file, place, letters
        end = file.read(place + letters - 2, 2)
        self.size = letters // 4 * 3 - end.count(b"=")

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes; ValueError where they are no base64."""
        for part in self._file.pieces(self._place, self._letters, _FOURS):
            yield base64.b64decode(part, validate=True)


def lifted(file: Stretches, most: int) -> Iterator[int | tuple[bytes, tuple[Lifted, ...]]]:
    """Yield how far the reading is, and last the text and what was left out of it.

    TooLong says that the text has more than ``most`` bytes.
    """
    text, found, place, held = bytearray(), list[Lifted](), 0, b""
    while part := file.read(place + len(held), PIECE):
        held += part
        at = 0
        while at <= len(held) and (key := _KEY.search(held, at)):
            start = place + key.end()
            end = place + near if (near := _near(held, key.end())) else _end(file, start)
            text += held[at : key.end()]
            at = key.end()
            if end - start > _SHORT:
                text[-1:] = b"%d" % len(found)
                found.append(Lifted(file, start, end - start))
                at = end + 1 - place
        if at > len(held):
            place, held = place + at, b""
            continue
        spare = max(len(held) - _LONGEST_KEY, at)
        text += held[at:spare]
        place, held = place + spare, held[spare:]
        if len(text) > most:
            raise TooLong
        yield place
    yield bytes(text + held), tuple(found)


def _near(held: bytes, at: int) -> int:
    """Return where base64 ends that begins at a place; 0 where that is not to be seen here."""
    mark = held.find(b'"', at)
    if mark < 0:
        return 0
    return at if held.find(b"\\", at, mark) >= 0 else mark


def _end(file: Stretches, start: int) -> int:
    """Return where base64 ends; where it began if something else is found first."""
    place = start
    while part := file.read(place, PIECE):
        mark = part.find(b'"')
        if b"\\" in (part if mark < 0 else part[:mark]):
            return start
        if mark >= 0:
            return place + mark
        place += len(part)
    return start
