"""The pages of a damaged file: rows read straight from them, without SQLite.

SQLite finds a leaf by way of the pages above it, and gives up all that hangs on one it cannot read.
Here every page is looked at by itself, so that a lost one costs what stood on it and no more; and
nothing that a hostile schema says is ever run. The layout is that of SQLite's file format.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence_board.project.cells import Value, header, size_of, values_of, varint

MAGIC = b"SQLite format 3\x00"
TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 13, 5, 10, 2
_LEAVES = (TABLE_LEAF, INDEX_LEAF)
_HOLDS_ROWS = (TABLE_LEAF, INDEX_LEAF, INDEX_INNER)
_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)
_SAMPLE = 200
"""So many pages are looked at to find out how large pages are."""
_LONGEST = 256 * 1024 * 1024
SHORT = 64 * 1024
"""How many bytes of a row are read when all are looked through."""
_USES = 8
"""So often a page is followed as part of a long row: a hostile file could name it for ever."""


@dataclass(frozen=True)
class Row:
    """A row as a page holds it; `rowid` is 0 on an index page.

    `length` is how many bytes it has, `got` how many were read from its beginning; where that is
    less, the last values are cut off or None. `clean` says that all text was UTF-8; else the
    letters that were not are replaced.
    """

    page: int
    cell: int
    rowid: int
    values: tuple[Value, ...]
    length: int
    got: int
    clean: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.got == self.length


class Pages:
    """A file as pages numbered from 1. It is only read; use as a context, which closes it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._bytes = path.stat().st_size
        self.size = self._likely_size()
        self.count = -(-self._bytes // self.size)
        self._uses = bytearray(self.count + 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def read(self, number: int) -> bytes:
        """Return a page; zeros where the file has ended."""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")

    def kind(self, page: bytes, number: int) -> int:
        """Return what sort of page this is, one of the four; else 0."""
        kind = page[_start(number)]
        return kind if kind in (*_HOLDS_ROWS, TABLE_INNER) else 0

    def rows(self, number: int) -> Iterator[Row]:
        """Yield the rows that a page holds, of very long ones only the beginning."""
        page = self.read(number)
        kind = self.kind(page, number)
        if kind in _HOLDS_ROWS:
            for cell, place in enumerate(self._places(page, number, kind)):
                row = self._row(page, number, cell, place, kind, SHORT)
                if row is not None:
                    yield row

    def row(self, number: int, cell: int) -> Row | None:
        """Return one row again, with all its bytes."""
        page = self.read(number)
        kind = self.kind(page, number)
        places = self._places(page, number, kind)
        return self._row(page, number, cell, places[cell], kind, _LONGEST)

    def pieces(self, number: int, cell: int, column: int) -> Iterator[bytes]:
        """Yield the bytes of one value of a row as far as they can be read, page by page."""
        page = self.read(number)
        kind = self.kind(page, number)
        found = self._beginning(page, self._places(page, number, kind)[cell], kind)
        if found is None:
            return
        length, _, at = found
        parts = self._parts(page, at, length, kind == TABLE_LEAF)
        first = next(parts)
        try:
            end, types = header(first, length)
        except (IndexError, ValueError):
            return
        skipped = end + sum(map(size_of, types[:column]))
        left = size_of(types[column])
        for part in chain((first,), parts):
            wanted = part[skipped : skipped + left]
            skipped, left = max(skipped - len(part), 0), left - len(wanted)
            if wanted:
                yield wanted

    def children(self, number: int) -> list[int]:
        """Return the numbers of the pages below this one."""
        page = self.read(number)
        kind = self.kind(page, number)
        if kind not in (TABLE_INNER, INDEX_INNER):
            return []
        below = [
            int.from_bytes(page[at : at + 4], "big") for at in self._places(page, number, kind)
        ]
        start = _start(number)
        below.append(int.from_bytes(page[start + 8 : start + 12], "big"))
        return [one for one in below if 1 < one <= self.count]

    def free(self) -> set[int]:
        """Return the pages that hold nothing any more, as far as the file says which."""
        found: set[int] = set()
        (trunk,) = struct.unpack(">I", self.read(1)[32:36])
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.read(trunk)
            following, many = struct.unpack(">II", page[:8])
            many = min(many, self.size // 4 - 2)
            found.update(struct.unpack(f">{many}I", page[8 : 8 + 4 * many]))
            trunk = following
        return found

    def _likely_size(self) -> int:
        """Return how large pages are: what the header says may be damaged too."""
        self._file.seek(16)
        (told,) = struct.unpack(">H", self._file.read(2).ljust(2, b"\0"))
        told = 65536 if told == 1 else told
        fits = {size: self._fit(size) for size in _SIZES}
        usual = (told, *_SIZES) if told in _SIZES else _SIZES
        # Twice the size fits as well, for every other page does; so the likely ones come first.
        return next(size for size in usual if fits[size] >= max(fits.values()) / 2)

    def _fit(self, size: int) -> float:
        """Return which share of the pages would be pages with rows, were they so large."""
        many = max(self._bytes // size, 1)
        step = max(many // _SAMPLE, 1)
        sound = tried = 0
        for number in range(2, many + 1, step):
            self._file.seek((number - 1) * size)
            head = self._file.read(8)
            tried += 1
            sound += len(head) == 8 and _looks_sound(head, size)
        return sound / max(tried, 1)

    def _places(self, page: bytes, number: int, kind: int) -> list[int]:
        """Return where the cells of a page begin."""
        start = _start(number)
        many = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + (8 if kind in _LEAVES else 12)
        many = min(many, (self.size - first) // 2)
        return list(struct.unpack(f">{many}H", page[first : first + 2 * many]))

    def _row(
        self, page: bytes, number: int, cell: int, place: int, kind: int, longest: int
    ) -> Row | None:
        try:
            found = self._beginning(page, place, kind)
            if found is None:
                return None
            length, rowid, at = found
            payload = bytearray()
            for part in self._parts(page, at, length, kind == TABLE_LEAF):
                payload += part
                if len(payload) >= longest:
                    break
            values, clean = values_of(bytes(payload), length)
        except (IndexError, ValueError, struct.error):
            return None
        return Row(number, cell, rowid, values, length, len(payload), clean)

    def _beginning(self, page: bytes, place: int, kind: int) -> tuple[int, int, int] | None:
        """Return the length of a row, its rowid and where its bytes begin; None if it is none."""
        at = place + 4 if kind == INDEX_INNER else place
        try:
            length, at = varint(page, at)
            rowid = 0
            if kind == TABLE_LEAF:
                rowid, at = varint(page, at)
        except IndexError:
            return None
        return (length, rowid, at) if 0 < length <= _LONGEST else None

    def _parts(self, page: bytes, at: int, length: int, in_table: bool) -> Iterator[bytes]:
        """Yield the bytes of a row page by page, as many from its beginning as can be read."""
        most = self.size - 35 if in_table else (self.size - 12) * 64 // 255 - 23
        if length <= most:
            yield page[at : at + length]
            return
        least = (self.size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.size - 4)
        here = here if here <= most else least
        yield page[at : at + here]
        got, following = here, int.from_bytes(page[at + here : at + here + 4], "big")
        while got < length and 1 < following <= self.count and self._uses[following] < _USES:
            self._uses[following] += 1
            more = self.read(following)
            if not any(more):
                break
            part = more[4 : 4 + length - got]
            yield part
            got += len(part)
            following = int.from_bytes(more[:4], "big")


def _start(number: int) -> int:
    """Return where a page begins: the first one has the header of the file before it."""
    return 100 if number == 1 else 0


def _looks_sound(head: bytes, size: int) -> bool:
    kind, _, cells, content, fragments = struct.unpack(">BHHHB", head)
    inner = kind in (TABLE_INNER, INDEX_INNER)
    first = 8 + 4 * inner + 2 * cells
    return (
        kind in (*_HOLDS_ROWS, TABLE_INNER)
        and first <= (content or 65536) <= size
        and fragments <= 60
    )
