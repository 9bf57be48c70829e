"""Bytes that are handed on piece by piece: an original is never whole in memory for being kept."""

import codecs
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO, Protocol
from weakref import finalize

PIECE = 1 << 20
"""So many bytes are in memory at a time."""


class Content(Protocol):
    """Bytes that lie somewhere else: in a project, in a document, in a file without a name."""

    @property
    def size(self) -> int:
        """How many bytes they are."""

    def pieces(self) -> Iterator[bytes]:
        """Yield all of them in their order; to be asked again where they are needed again."""


Bytes = bytes | Content
"""Bytes, in memory or not."""


class Stretches:
    """An open file of which stretches are read, by several threads if need be.

    It is closed when nobody holds this any more.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._turn = Lock()
        finalize(self, file.close)

    def read(self, place: int, count: int) -> bytes:
        """Return so many bytes from a place on, fewer where the file ends."""
        with self._turn:
            self._file.seek(place)
            return self._file.read(count)

    def append(self, content: bytes) -> int:
        """Write bytes at the end; returns their place."""
        with self._turn:
            place = self._file.seek(0, os.SEEK_END)
            self._file.write(content)
            return place

    def pieces(self, place: int, count: int, step: int = PIECE) -> Iterator[bytes]:
        """Yield so many bytes from a place on; OSError if the file has ended before."""
        end = place + count
        while place < end:
            part = self.read(place, min(step, end - place))
            if not part:
                raise OSError("the file was cut off meanwhile")
            place += len(part)
            yield part


@dataclass(frozen=True)
class Stretch:
    """Bytes that stand in a file."""

    file: Stretches
    place: int
    size: int

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes."""
        return self.file.pieces(self.place, self.size)


class Spool:
    """A file without a name for what a batch has no room for in memory; it goes with its bytes."""

    def __init__(self) -> None:
        self._file: Stretches | None = None

    def set_aside(self, content: Bytes) -> Bytes:
        """Return the same bytes, out of memory if they are many."""
        if not isinstance(content, bytes) or len(content) <= PIECE:
            return content
        if self._file is None:
            file = tempfile.TemporaryFile(prefix="evidence-board-")  # noqa: SIM115  # goes later
            self._file = Stretches(file)
        return Stretch(self._file, self._file.append(content), len(content))


def size_of(content: Bytes) -> int:
    """Return how many bytes these are."""
    return len(content) if isinstance(content, bytes) else content.size


def pieces_of(content: Bytes) -> Iterator[bytes]:
    """Yield bytes piece by piece."""
    if isinstance(content, bytes):
        for place in range(0, len(content), PIECE):
            yield content[place : place + PIECE]
    else:
        yield from content.pieces()


def digest_of(content: Bytes) -> str:
    """Return the SHA-256 of bytes."""
    found = hashlib.sha256()
    for piece in pieces_of(content):
        found.update(piece)
    return found.hexdigest()


def whole(content: Bytes) -> bytes:
    """Return bytes in memory: for texts, and pictures that are to be decoded."""
    return content if isinstance(content, bytes) else b"".join(content.pieces())


def letters_of(content: Bytes) -> int:
    """Return how many letters bytes of UTF-8 hold; UnicodeDecodeError where they are no UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    count = sum(len(decoder.decode(piece)) for piece in pieces_of(content))
    return count + len(decoder.decode(b"", final=True))
