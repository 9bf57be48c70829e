"""Looking through every stored copy, letter by letter: slow, and it finds what no index knows.

Words are found across line breaks, hyphens and blanks, as texts out of PDF have them, and the
shortest ones in the middle of others.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_board.model.folding import fold, fold_with_places
from evidence_board.project.allowed import Allowed, Reading
from evidence_board.project.asked import Asked
from evidence_board.project.engine import driver
from evidence_board.project.finding import Found, Match
from evidence_board.project.sighting import Span, Wanted, passage_at

_BATCH = 50
_PIECE, _OVERLAP = 32_768, 1_024
_SHORTEST = 4
"""Words of so many letters may go on after a blank; shorter ones would be found everywhere."""
_BETWEEN = re.compile(r"[\W_]+")


class Copies:
    """One look through all texts; `steps` yields what was found and how far it is."""

    def __init__(self, reading: Reading, asked: Asked, limit: int) -> None:
        self._reading = reading
        self._asked = asked
        self._limit = limit
        self._needles = Wanted(asked.words).needles
        self._squeezed = {needle: _BETWEEN.sub("", needle) for needle in self._needles}

    def steps(self) -> Iterator[Found]:
        """Yield what is found, each time with all before it."""
        allowed = Allowed(self._reading, replace(self._asked, kinds=()))
        with self._reading() as connection:
            rows = driver(connection).execute("SELECT id, text_sha256 FROM capture").fetchall()
        due = [row for row in rows if allowed.ids is None or row[0] in allowed.ids]
        matches: list[Match] = []
        found = Found(self._asked, unknown=allowed.unknown, total=len(due))
        for first in range(0, len(due) if self._needles else 0, _BATCH):
            for id, text in self._texts(due[first : first + _BATCH]):
                if (match := self._match(id, text)) is not None:
                    matches.append(match)
            looked = min(first + _BATCH, len(due))
            found = replace(found, matches=tuple(matches[: self._limit]), looked=looked)
            if len(matches) > self._limit:
                yield replace(found, more=True, done=True)
                return
            yield found
        yield replace(found, looked=len(due), done=True)

    def _texts(self, rows: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        query = "SELECT bytes FROM attachment WHERE sha256 = ?"
        for id, digest in rows:
            with self._reading() as connection:
                content = driver(connection).execute(query, (digest,)).fetchone()
            if content is not None:
                yield id, content[0].decode(errors="replace")

    def _match(self, id: str, text: str) -> Match | None:
        missing: set[str] = set(self._needles)
        first: Span | None = None
        for at in range(0, max(len(text) - _OVERLAP, 1), _PIECE):
            piece = text[at : at + _PIECE + _OVERLAP]
            folded = fold(piece)
            squeezed = _BETWEEN.sub("", folded)
            here = [needle for needle in missing if self._is_in(needle, folded, squeezed)]
            if here and first is None:
                begin, end = self._place(max(here, key=len), piece)
                first = at + begin, at + end
            missing.difference_update(here)
            if not missing and first is not None:
                told = passage_at(text, first)
                return Match(id, told.text, told.marks, told.at, is_text=True)
        return None

    def _is_in(self, needle: str, folded: str, squeezed: str) -> bool:
        letters = self._squeezed[needle]
        return needle in folded or (len(letters) >= _SHORTEST and letters in squeezed)

    def _place(self, needle: str, piece: str) -> Span:
        """Return where a word stands in a piece of text, with what lies between its letters."""
        folded, places = fold_with_places(piece)
        if (at := folded.find(needle)) >= 0:
            return places[at], max(places[at + len(needle)], places[at] + 1)
        kept = [place for place, sign in enumerate(folded) if not _BETWEEN.match(sign)]
        letters = self._squeezed[needle]
        at = "".join(folded[place] for place in kept).index(letters)
        return places[kept[at]], places[kept[at + len(letters) - 1] + 1]
