"""Bit rot: flipped bits, zeroed pages, cut ends and odd headers, each in a fresh copy of a project.

What they changed is read by plain sqlite3, which has no checksums. Whatever differs there, in the
sealed texts and originals or in any other row, has to be found by opening the file or by `check`.
"""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from evidence_board.project.check import check
from evidence_board.project.engine import uri
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.endure import edits
from tests.endure.outcome import Outcome
from tests.in_memory import folder_in_memory

NAME = "bits.project"
GOAL = "evidence: 100 % found, all else: >= 99 % found"
EVIDENCE = "attachment"
ROWS_FOUND = 0.99
SEED, EDITS, PAGE = 3, 40, 4096
HEADER, VALUES = 100, (0x00, 0xFF, 0x01, 0x80, 0x55)
SAMPLED = 20
"""Of the flips that changed nothing every so many is opened all the same."""
Rows = dict[str, list[str]]
"""By table, its rows; the search index counts as one table."""


def proof(flips: int) -> Outcome:
    """Spoil so many copies by a flipped bit, and further ones in other ways."""
    begun = time.perf_counter()
    with folder_in_memory() as folder:
        rot = _Rot(folder)
        for how, spoilt in rot.copies(flips):
            rot.look(how, spoilt)
    tried, failures = rot.counted["copies"], rot.failures()
    counted = {words: rot.counted[words] for words in sorted(rot.counted) if words != "copies"}
    seconds = time.perf_counter() - begun
    return Outcome(NAME, tried, "copies", GOAL, failures, counted, seconds=seconds)


class _Rot:
    """A sound project, and what became of its spoilt copies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "case.evboard"
        project = edits.begin(self._path, SEED)
        for number in range(1, EDITS + 1):
            edits.edit(project, number, SEED)
        project.close()
        self._whole = self._path.read_bytes()
        self._rows = _rows(self._path)
        self.counted: Counter[str] = Counter()
        self._missed: list[str] = []
        self._faults: list[str] = []

    def copies(self, flips: int) -> Iterator[tuple[str, bytes]]:
        """Yield spoilt contents: the flips, and a share of pages, ends and headers as large."""
        chance, size = Random(SEED), len(self._whole)
        for _ in range(flips):
            place = chance.randrange(size)
            yield (
                f"bit in byte {place}",
                self._with(place, self._whole[place] ^ 1 << chance.randrange(8)),
            )
        each = max(1, 6_000 // flips)
        for page in range(0, size // PAGE, each):
            zeros = self._whole[: page * PAGE] + bytes(PAGE) + self._whole[(page + 1) * PAGE :]
            yield f"zeros in page {page + 1}", zeros
        for length in range(0, size, 256 * each * 4):
            yield f"cut after {length} bytes", self._whole[:length]
        for place in range(0, HEADER, each):
            for value in VALUES:
                yield f"{value:#x} in header byte {place}", self._with(place, value)

    def look(self, how: str, spoilt: bytes) -> None:
        """See what a spoilt copy shows, and whether that is found."""
        if spoilt == self._whole:
            return
        self.counted["copies"] += 1
        self._path.write_bytes(spoilt)
        kind = self._visible()
        if kind or self.counted["copies"] % SAMPLED == 0:
            found = self._found(how)
            if kind:
                self.counted[f"{kind}: {'found' if found else 'missed'}"] += 1
            if kind and not found:
                self._missed.append(f"{how}: {kind} changed, and nothing tells of it")
        if not kind:
            self.counted["nothing changed"] += 1

    def failures(self) -> tuple[str, ...]:
        """Return what is not as promised: any missed evidence, too much missed of all the rest."""
        others = [one for one in self._missed if "evidence" not in one]
        visible = self.counted["copies"] - self.counted["nothing changed"]
        few = len(others) <= max(1, (1 - ROWS_FOUND) * visible)
        evidence = [one for one in self._missed if "evidence" in one]
        return (*self._faults, *evidence, *(() if few else others))

    def _with(self, place: int, value: int) -> bytes:
        return self._whole[:place] + bytes([value]) + self._whole[place + 1 :]

    def _visible(self) -> str:
        """Return the sort of what differs, evidence first; nothing if all rows are as they were."""
        try:
            now = _rows(self._path)
        except (sqlite3.Error, UnicodeDecodeError):
            return "unreadable"
        differing = [
            name for name in now.keys() | self._rows if now.get(name) != self._rows.get(name)
        ]
        if EVIDENCE in differing:
            return "evidence"
        return "" if not differing else "search index" if differing == ["search"] else "row"

    def _found(self, how: str) -> bool:
        """Return whether opening or `check` tells of it; a fault of ours is a failure."""
        try:
            if check(self._path):
                return True
            Project.open(self._path, clock=edits.clock).close()
        except ProjectError:
            return True
        except Exception as fault:
            self._faults.append(f"{how}: {fault!r}")
        return False


def _rows(path: Path) -> Rows:
    """Return all rows that plain sqlite3 reads; sqlite3.Error if it cannot."""
    rows: Rows = {}
    with closing(sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True)) as connection:
        connection.text_factory = bytes
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        ).fetchall()
        for (name,) in tables:
            table = name.decode()
            found = connection.execute(f'SELECT * FROM "{table}"').fetchall()
            rows.setdefault(
                "search" if table.startswith(("search", "parts")) else table, []
            ).extend(map(repr, found))
    return rows
