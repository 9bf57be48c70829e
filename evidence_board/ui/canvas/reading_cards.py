"""Reading all cards of a board from the columns of a project, without a record for each."""

from collections.abc import Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.note import Note, Tagging
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.card_picture import height_of_picture
from evidence_board.ui.canvas.cards.dress import TAGS_ROW
from evidence_board.ui.canvas.cards.parts import ROW_GAP
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Flags, Floats, Ints
from evidence_board.ui.canvas.heights import BADGE_ROW, heights_of_words
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.places import Places
from evidence_board.ui.canvas.reading_ties import Column, rows_in

_NUMBER = {kind: place for place, kind in enumerate(CARD_KINDS)}
_IMAGE = _NUMBER["image"]


def read_cards(project: Project, board: str, lettering: Lettering) -> Places:
    """Return the cards of a board with the boxes that they have now."""
    names = ("board", "id", "record", "x", "y", "width", "height", "layer", "locked")
    boards, *columns = project.columns(Card, *names)
    if boards.count(board) < len(boards):
        here = [one == board for one in boards]
        columns = [list(compress(column, here)) for column in columns]
    ids, records, x, y, width, height, layers, locked = columns
    shown = _Shown(project, records, np.array(width, dtype=np.float64), lettering)
    heights = np.maximum(np.array(height, dtype=np.float64), shown.heights())
    sides = [np.array(one, dtype=np.float64) for one in (x, y, width)]
    return Places(
        ids=ids,  # type: ignore[arg-type]  # ids are text
        records=records,  # type: ignore[arg-type]  # ids are text
        boxes=np.stack((*sides, heights), axis=1).reshape(-1, 4),
        kinds=shown.kinds,
        layers=np.array(layers, dtype=np.int64),
        locked=np.array(locked, dtype=np.bool_),
    )


class _Shown:
    """What cards show as far as their kinds and heights depend on it."""

    def __init__(
        self, project: Project, records: Column, widths: Floats, lettering: Lettering
    ) -> None:
        self._project = project
        self._lettering = lettering
        self._widths = widths
        self._rows: dict[str, int] = dict(zip(records, range(len(records)), strict=True))  # type: ignore[arg-type]  # ids are text
        count = len(records)
        self.kinds: Ints = np.full(count, _NUMBER["placeholder"], dtype=np.int64)
        self._words: NDArray[np.object_] = np.full(count, "", dtype=np.object_)
        self._further: Floats = np.zeros(count)
        self._claims()
        self._sources()
        self._excerpts()
        self._notes()
        if project.count(Tagging):
            self._further[self._holding(Tagging, "record")] += TAGS_ROW
        if len(self._rows) < count:
            self._share(rows_in(self._rows, records))
        self._pictures(records)

    def _share(self, rows: Ints) -> None:
        """Let several cards of one record show the same."""
        self.kinds, self._words = self.kinds[rows], self._words[rows]
        self._further = self._further[rows]

    def heights(self) -> Floats:
        """Return how high the cards are by what they show."""
        words = self._words.tolist()
        own = heights_of_words(self.kinds, words, self._widths, self._lettering)
        return own + self._further

    def _take(self, kind: type[Record], *names: str) -> tuple[Ints, list[list[object]]]:
        """Return the rows of the cards of a kind of record, and these fields of their records."""
        ids, *columns = self._project.columns(kind, "id", *names)
        rows = rows_in(self._rows, ids)
        there = rows >= 0
        if there.all():
            return rows, columns
        listed = there.tolist()
        return rows[there], [list(compress(column, listed)) for column in columns]

    def _holding(self, kind: type[Record], name: str) -> Ints:
        """Return the rows of the cards that records of a kind name in a field."""
        (held,) = self._project.columns(kind, name)
        rows = rows_in(self._rows, held)
        return np.unique(rows[rows >= 0])

    def _claims(self) -> None:
        names = ("kind", "text", "likelihood", "confidence", "reason")
        rows, (kinds, texts, likelihoods, confidences, reasons) = self._take(Claim, *names)
        hypothesis, claim = _NUMBER["hypothesis"], _NUMBER["claim"]
        self.kinds[rows] = [hypothesis if kind == "hypothesis" else claim for kind in kinds]
        self._words[rows] = texts
        line = BADGE_ROW * self._badged(rows, kinds)
        if any(likelihoods) or any(confidences):
            row = self._lettering.line("meta") + ROW_GAP
            judged = [bool(a or b) for a, b in zip(likelihoods, confidences, strict=True)]
            line += row * np.array(judged)
            line += row * _unfinished(confidences, reasons)
        self._further[rows] = line

    def _badged(self, rows: Ints, kinds: Column) -> Flags:
        """Return which claims tell origins, as `has_badge` says for one."""
        flags = np.zeros(len(self.kinds), dtype=np.bool_)
        reported = kinds.count("reported") if isinstance(kinds, list) else 0
        if reported < len(kinds):
            types, ends = self._project.columns(Link, "type", "to_id")
            supported = [one == "supports" for one in types]
            ends = list(compress(ends, supported))
            found = rows_in(self._rows, ends)
            flags[found[found >= 0]] = True
            flags[rows[np.array([kind == "reported" for kind in kinds], dtype=np.bool_)]] = False
        if self._project.count(Assertion):
            flags[self._holding(Assertion, "claim")] = True
        return flags[rows]

    def _sources(self) -> None:
        rows, (kinds, origins) = self._take(Source, "kind", "origin_kind")
        self.kinds[rows] = [
            _source_kind(kind, origin) for kind, origin in zip(kinds, origins, strict=True)
        ]

    def _excerpts(self) -> None:
        rows, (texts,) = self._take(Excerpt, "exact")
        self.kinds[rows] = _NUMBER["excerpt"]
        self._words[rows] = [" ".join(str(text).split()) for text in texts]

    def _notes(self) -> None:
        rows, (kinds, texts) = self._take(Note, "kind", "text")
        self.kinds[rows] = [_NUMBER[str(kind)] for kind in kinds]
        self._words[rows] = texts

    def _pictures(self, records: Column) -> None:
        """Take the titles of pictures and what their shapes need; few cards are pictures."""
        rows = np.flatnonzero(self.kinds == _IMAGE).tolist()
        captures = _newest(self._project) if rows else {}
        for row in rows:
            source = self._project.get(Source, str(records[row]))
            self._words[row] = source.title or source.name
            capture = captures.get(source.id)
            size = self._project.get(Capture, capture).picture_size if capture else None
            self._further[row] += height_of_picture(size, float(self._widths[row]))


def _unfinished(confidences: Column, reasons: Sequence[object]) -> Flags:
    pairs = zip(confidences, reasons, strict=True)
    return np.array([one is not None and not str(text).strip() for one, text in pairs])


def _source_kind(kind: object, origin: object) -> int:
    if origin is None:
        return _IMAGE if kind == "image" else _NUMBER["source"]
    return _NUMBER["actor"] if kind == "person" else _NUMBER["origin"]


def _newest(project: Project) -> dict[str, str]:
    """Return the newest capture of each source, where it is a picture."""
    names = ("captured_at", "id", "source", "media_type")
    found: dict[str, str] = {}
    for _, id, source, media in sorted(zip(*project.columns(Capture, *names), strict=True)):
        picture = str(media).startswith("image/")
        found[str(source)] = str(id) if picture else ""
    return found
