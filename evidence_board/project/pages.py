"""The pages of a damaged file: rows read straight from them, without SQLite.

SQLite finds a leaf by way of the pages above it, and gives up all that hangs on one it cannot read.
Here every page is looked at by itself, so that a lost one costs what stood on it and no more; and
nothing that a hostile schema says is ever run. The layout is that of SQLite's file format.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

Value = int | float | str | bytes | None
MAGIC = b"SQLite format 3\x00"
TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 13, 5, 10, 2
_LEAVES = (TABLE_LEAF, INDEX_LEAF)
_HOLDS_ROWS = (TABLE_LEAF, INDEX_LEAF, INDEX_INNER)
_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)
_SAMPLE = 200
"""So many pages are looked at to find out how large pages are."""
_MOST_COLUMNS = 64
_LONGEST = 256 * 1024 * 1024
SHORT = 64 * 1024
"""How many bytes of a row are read when all are looked through."""
_USES = 8
"""So often a page is followed as part of a long row: a hostile file could name it for ever."""
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


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
        at = place + 4 if kind == INDEX_INNER else place
        try:
            length, at = _varint(page, at)
            rowid = 0
            if kind == TABLE_LEAF:
                rowid, at = _varint(page, at)
            if not 0 < length <= _LONGEST:
                return None
            payload = self._payload(page, at, length, min(length, longest), kind == TABLE_LEAF)
            values, clean = _values(payload, length)
        except (IndexError, ValueError, struct.error):
            return None
        return Row(number, cell, rowid, values, length, len(payload), clean)

    def _payload(self, page: bytes, at: int, length: int, wanted: int, in_table: bool) -> bytes:
        """Return the bytes of a row, or as many from its beginning as can be read."""
        most = self.size - 35 if in_table else (self.size - 12) * 64 // 255 - 23
        if length <= most:
            return page[at : at + length]
        least = (self.size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.size - 4)
        here = here if here <= most else least
        parts, got = [page[at : at + here]], here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while got < wanted and 1 < following <= self.count and self._uses[following] < _USES:
            self._uses[following] += 1
            more = self.read(following)
            if not any(more):
                break
            part = more[4 : 4 + length - got]
            parts.append(part)
            got += len(part)
            following = int.from_bytes(more[:4], "big")
        return b"".join(parts)


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


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a whole number of one to nine bytes, and what follows it."""
    value = 0
    for place in range(8):
        byte = content[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | content[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def _values(payload: bytes, length: int) -> tuple[tuple[Value, ...], bool]:
    """Return the values of a row as far as it was read, and whether all text was UTF-8."""
    end, at = _varint(payload, 0)
    if not at <= end <= min(length, 9 * _MOST_COLUMNS):
        raise ValueError("no header of a row")
    types: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    sizes = [_size(kind) for kind in types]
    if at != end or len(types) > _MOST_COLUMNS or end + sum(sizes) != length:
        raise ValueError("no header of a row")
    values: list[Value] = []
    clean = True
    for kind, size in zip(types, sizes, strict=True):
        part = payload[end : end + size]
        end += size
        value, sound = _value(kind, part) if len(part) == size or kind >= 12 else (None, True)
        values.append(value)
        clean = clean and sound
    return tuple(values), clean


def _size(kind: int) -> int:
    """Return how many bytes a value of this type takes."""
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11) or kind < 0:
        raise ValueError("no type of a value")
    return 8 if kind == 7 else _WHOLE_NUMBERS.get(kind, 0)


def _value(kind: int, part: bytes) -> tuple[Value, bool]:
    """Return a value by its type, and whether it is what was stored, as far as that shows."""
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(part, "big", signed=True), True
    if kind == 7:
        (number,) = struct.unpack(">d", part)
        return float(number), True
    if kind < 12:
        return {0: None, 8: 0, 9: 1}[kind], True
    if kind % 2 == 0:
        return part, True
    try:
        return part.decode(), True
    except UnicodeDecodeError:
        return part.decode(errors="replace"), False
