"""Finding records by words and filters, the best first, in steps: whoever asked need not wait.

SQLite's own ranking reads every record that matches, of which there may be a hundred thousand. So
a number of candidates is taken of each kind and only these are ranked; that there are more is told.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_board.model.board import Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.allowed import SORTS, Allowed, Reading
from evidence_board.project.asked import Asked
from evidence_board.project.engine import driver
from evidence_board.project.schema import quoted
from evidence_board.project.search_words import BAND, INDEXED, numbers_of
from evidence_board.project.sighting import Sight, Span, Wanted

_CANDIDATES = 100
"""So many of each kind are ranked."""
_MOST_LOOKED_AT = 3_000
"""So many that hold the signs of the words are looked at for the words themselves."""
_FEW = 500
"""If filters leave no more, each of them is looked at."""
_AT_A_TIME = 2_000
_CHARACTERS = 2_000_000
"""So much of long texts is read for one search, and of so many texts in any case."""
_LONG_TEXTS = 5
_EVERYTHING = (0, 1 << 62)
_KINDS: dict[str, type[Record]] = {
    "source": Source,
    "claim": Claim,
    "note": Note,
    "frame": Frame,
    "excerpt": Excerpt,
    "text": Capture,
}


@dataclass(frozen=True)
class Match:
    """A record that was found, with a passage of it and where the words stand in that.

    `at` is where the first of them stands in the text of a capture.
    """

    record_id: str
    passage: str
    marks: tuple[Span, ...] = ()
    at: Span | None = None
    is_text: bool = False


@dataclass(frozen=True)
class Found:
    """What was found so far; `more` says that some is not shown, `done` that it is all."""

    asked: Asked
    matches: tuple[Match, ...] = ()
    more: bool = False
    unknown: tuple[str, ...] = ()
    """Filters that name what is not there."""
    done: bool = False
    looked: int = 0
    total: int = 0
    """Of a look through all stored copies: how many were looked through, of how many."""
    trouble: str = ""
    """Why nothing can be found now, in a sentence."""


_Batch = list[tuple[int, str]]
Rank = tuple[bool, bool, bool, int]
_Ranked = tuple[Rank, int, str, str, Sight]


class Finding:
    """One search; `steps` yields more and more of what is found."""

    def __init__(self, reading: Reading, asked: Asked, limit: int) -> None:
        self._reading = reading
        self._asked = asked
        self._limit = limit
        self._wanted = Wanted(asked.words)
        self._seen: set[int] = set()
        self._short: list[_Ranked] = []
        self._texts: list[_Ranked] = []
        self._more = False
        self._read = self._texts_read = 0
        self._taken: Counter[int] = Counter()
        """How many were found of each kind, by the places of the kinds."""
        self._told: dict[int, Match] = {}

    def steps(self) -> Iterator[Found]:
        """Yield what is found, each time with all before it."""
        with self._reading() as connection:
            (version,) = driver(connection).execute("PRAGMA user_version").fetchone()
        self._new = int(version) >= 3
        allowed = Allowed(self._reading, self._asked)
        self._ids, self._unknown = allowed.ids, allowed.unknown
        if not self._wanted.needles and not self._asked.filters:
            yield Found(self._asked, done=True)
            return
        for _ in self._rounds():
            if self._short or self._texts:
                yield self._found()
        yield replace(self._found(), done=True)

    def _rounds(self) -> Iterator[None]:
        """Look through one index after the other, titles and claims before long texts."""
        if self._ids is not None and len(self._ids) <= _FEW:
            self._look_at(self._numbers_of(sorted(self._ids)), parts=True)
            yield
            return
        if not self._wanted.needles:
            yield from self._through("", "")
        for index, query in dict.fromkeys(self._queries()):
            if query:
                yield from self._through(index, query)

    def _queries(self) -> Iterator[tuple[str, str]]:
        """Yield index and query, what finds beginnings of words before what finds their parts."""
        words = self._wanted.in_words()
        yield "search", words
        if self._new:
            yield "parts", "" if words else self._wanted.in_parts(starts=True)
            yield "parts", self._wanted.in_parts(starts=False)
        elif not words:
            yield "search", self._wanted.in_long_words()

    def _through(self, index: str, query: str) -> Iterator[None]:
        """Look at candidates, kind by kind; of none more than enough."""
        taken, looked = self._taken, 0
        ranges = self._ranges()
        after, last = ranges[0][0] - 1, ranges[-1][1]
        while after < last:
            if self._new and taken[(after + 1) // BAND] >= _CANDIDATES:
                self._more = True
                after = ((after + 1) // BAND + 1) * BAND
                continue
            rows, whole = self._candidates(index, query, after)
            kinds = {number // BAND for number, _ in rows}
            for kind in sorted(kinds):
                batch = [row for row in rows if row[0] // BAND == kind and self._is_due(*row)]
                looked += len(batch)
                taken[kind] += self._look_at(batch, parts=index == "parts")
            if whole or looked > _MOST_LOOKED_AT or self._is_sated():
                self._more |= not whole
                break
            after = rows[-1][0]
            yield
        yield

    def _candidates(self, index: str, query: str, after: int) -> tuple[_Batch, bool]:
        """Return number and id of records that may match, and whether these are all.

        Only those above a number, in the order of numbers.
        """
        name = quoted(index)
        sql = (
            f"SELECT seq, record FROM {name} JOIN indexed ON seq = {name}.rowid "
            f"WHERE {name} MATCH ? AND {name}.rowid > ? LIMIT ?"
            if index
            else "SELECT seq, record FROM indexed WHERE ? = '' AND seq > ? ORDER BY seq LIMIT ?"
        )
        at_a_time = _CANDIDATES + 1 if self._ids is None else _AT_A_TIME
        with self._reading() as connection:
            rows = driver(connection).execute(sql, (query, after, at_a_time)).fetchall()
        return rows, len(rows) < at_a_time

    def _ranges(self) -> list[Span]:
        """Return the numbers in which to look, kind by kind."""
        if not self._new:
            return [_EVERYTHING]
        asked = {_KINDS.get(kind) or _KINDS[SORTS[kind][0]] for kind in self._asked.kinds}
        return [numbers_of(kind) for kind in INDEXED if not asked or kind in asked]

    def _is_due(self, number: int, id: str) -> bool:
        if number in self._seen or (self._ids is not None and id not in self._ids):
            return False
        return any(first <= number <= last for first, last in self._ranges())

    def _numbers_of(self, ids: list[str]) -> _Batch:
        with self._reading() as connection:
            raw = driver(connection)
            query = "SELECT seq, record FROM indexed WHERE record = ?"
            found = [row for id in ids for row in raw.execute(query, (id,))]
        ranges = self._ranges()
        return sorted(row for row in found if any(a <= row[0] <= b for a, b in ranges))

    def _look_at(self, candidates: _Batch, *, parts: bool) -> int:
        """Rank candidates by what stands in them; those of `parts` may turn out to be none."""
        taken = 0
        for number, id, words in self._texts_of(candidates):
            is_text = self._new and number >= numbers_of(Capture)[0]
            self._read += len(words) * is_text
            self._texts_read += is_text
            sight = self._wanted.sight(words)
            if sight is not None or not parts:
                taken += 1
                self._seen.add(number)
                sight = sight or Sight(apart=True, inside=True, at=0)
                rank = parts, sight.apart, sight.inside, number
                (self._texts if is_text else self._short).append((rank, number, id, words, sight))
            if self._is_sated():
                break
        return taken

    def _is_sated(self) -> bool:
        """Whether enough long texts were read."""
        return self._read > _CHARACTERS and self._texts_read >= _LONG_TEXTS

    def _texts_of(self, candidates: _Batch) -> Iterator[tuple[int, str, str]]:
        """Yield number, id and words; the connection is free while they are looked at."""
        for first in range(0, len(candidates), 20):
            with self._reading() as connection:
                raw = driver(connection)
                rows = [
                    (number, id, row[0])
                    for number, id in candidates[first : first + 20]
                    for row in raw.execute("SELECT text FROM search WHERE rowid = ?", (number,))
                ]
            yield from rows

    def _found(self) -> Found:
        half = self._limit // 2
        short, texts = sorted(self._short), sorted(self._texts)
        room_for_short = max(half, self._limit - len(texts))
        shown = [*short[:room_for_short], *texts][: self._limit]
        more = self._more or len(shown) < len(short) + len(texts)
        return Found(self._asked, tuple(map(self._match, shown)), more, self._unknown)

    def _match(self, ranked: _Ranked) -> Match:
        _, number, id, words, sight = ranked
        if number not in self._told:
            is_text = self._new and number >= numbers_of(Capture)[0]
            if is_text:
                shown = self._wanted.passage(words, sight.at)
            else:
                shown = self._wanted.passage(self._wanted.best_line(words))
            self._told[number] = Match(id, shown.text, shown.marks, shown.at, is_text)
        return self._told[number]
