"""Which record of a project says the same as one that is brought in, so that it is not doubled.

Sources, origins and excerpts are evidence: a second one of the same would count as one more
(tradecraft: origins that cannot count twice). Claims, notes and links are thoughts: they may be
copied.
"""

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeAlias

from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation
from evidence_board.model.note import Tag, Tagging
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.transaction import Transaction

SHARED = (OriginGroup, Source, Capture, Excerpt, Tag)
"""Kinds of which a project holds each one once."""
ONCE = (*SHARED, Citation, Tagging)
"""Kinds of which no second one is made that says the same."""
_NAMING = (
    *("kind", "title", "publisher", "authors", "published", "url"),
    *("origin_kind", "affiliation", "section", "dateline"),
)
Held = Mapping[str, str]
"""The SHA-256 of the original by the id of its source, of what is brought in."""
Place: TypeAlias = tuple[type[Record], str]
"""A kind of records, and the id of what they are on; empty for all of that kind."""
Key: TypeAlias = tuple[Hashable, ...]
"""The values in which records of a place agree that say the same."""


class Known:
    """What a project under change holds of these kinds, indexed where it is first asked for.

    Whoever adds a record tells it by `note`.
    """

    def __init__(self, tx: Transaction, held: Held) -> None:
        """Know what a transaction holds; ``held`` tells of the sources that are brought in."""
        self._tx = tx
        self._held = held
        self._found: dict[Place, dict[Key, list[Record]]] = {}

    def same(self, record: Record) -> Record | None:
        """Return the record of the project that is the same as this one, or None.

        The references of ``record`` must name records of the project already.
        """
        if isinstance(record, Source):
            return self._source(record)
        return next(iter(self._alike(record)), None)

    def note(self, record: Record) -> None:
        """Take in that a record was added."""
        for place, key in _where(record):
            if place in self._found:
                self._found[place].setdefault(key, []).append(record)

    def _source(self, source: Source) -> Source | None:
        """Return the source of the same bytes; of one that is cited only, the one of that name."""
        mine = self._tx.find(source.id)
        digest = self._held.get(source.id)
        if digest is not None:
            sealed = self._at((Capture, ""), (digest,))
            owners = (self._tx.find(one.source) for one in sealed if isinstance(one, Capture))
            found = next(owners, None)
            if found is None and not self._is_held(source.id):
                found = mine
            return found if isinstance(found, Source) else None
        if isinstance(mine, Source):
            return mine
        alike = (one for one in self._alike(source) if isinstance(one, Source))
        return next((one for one in alike if not self._is_held(one.id)), None)

    def _is_held(self, source: str) -> bool:
        return any(isinstance(one, Capture) for one in self._tx.referrers(source))

    def _alike(self, record: Record) -> list[Record]:
        places = _where(record)
        return self._at(*places[0]) if places else []

    def _at(self, place: Place, key: Key) -> list[Record]:
        if place not in self._found:
            found = self._found[place] = {}
            for one in self._likely(place):
                for where, its in _where(one):
                    if where == place:
                        found.setdefault(its, []).append(one)
        return self._found[place].get(key, [])

    def _likely(self, place: Place) -> Iterable[Record]:
        kind, owner = place
        if not owner:
            return self._tx.all(kind)
        return (one for one in self._tx.referrers(owner) if type(one) is kind)


def _where(record: Record) -> tuple[tuple[Place, Key], ...]:
    """Return where a record is looked for, and by what values; its likeness comes first."""
    kind = type(record)
    match record:
        case OriginGroup() | Tag():
            return (((kind, ""), (record.label,)),)
        case Source():
            return (((kind, ""), tuple(getattr(record, name) for name in _NAMING)),)
        case Capture():
            bytes_, text = record.sha256, record.text_sha256
            return ((kind, record.source), (bytes_, text)), ((kind, ""), (bytes_,))
        case Excerpt():
            return (((kind, record.source), _spot(record)),)
        case Citation():
            return (((kind, record.from_id), (record.to_id, record.type)),)
        case Tagging():
            return (((kind, record.record), (record.tag,)),)
        case _:
            return ()


def _spot(excerpt: Excerpt) -> Key:
    region = json.dumps(excerpt.region, sort_keys=True)
    return excerpt.capture, excerpt.start, excerpt.end, excerpt.exact, excerpt.page, region
