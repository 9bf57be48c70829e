"""Reading all lines of a board from the columns of a project, without a record for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import repeat

import numpy as np

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.model.note import Note
from evidence_board.project.project import Project
from evidence_board.ui.canvas.geometry import Flags, Ints
from evidence_board.ui.canvas.ties import KINDS, LOOKS, WEIGHTS, Kind, Ties, group_of, in_part
from evidence_board.ui.canvas.ties import onto_line as may_end_on_lines

_TYPES: Mapping[object, int] = {kind.key: place for place, kind in enumerate(LINK_TYPES)}
_WEIGHTS: Mapping[object, int] = {weight: place for place, weight in enumerate(WEIGHTS)}
_USUAL = WEIGHTS.index("moderate")
Column = Sequence[object]


def read_ties(project: Project, rows: Mapping[str, int]) -> Ties:
    """Return all lines of a board; ``rows`` are its cards by record.

    A line that ends on another comes after all between cards.
    """
    parts: list[Ties] = []
    late: list[Ties] = []
    for ties, ends_on_card in _kinds(project, rows):
        if ends_on_card.all():
            parts.append(ties)
        else:
            parts.append(ties.chosen(np.flatnonzero(ends_on_card)))
            late.append(ties.chosen(np.flatnonzero(~ends_on_card)))
    return Ties.joined((*parts, *late))


def _kinds(project: Project, rows: Mapping[str, int]) -> Iterator[tuple[Ties, Flags]]:
    yield _assertions(project, rows)
    yield _citations(project, rows)
    yield _links(project, rows)
    yield _remarks(project, rows)


def rows_in(rows: Mapping[str, int], ids: Column) -> Ints:
    """Return the rows of ids, -1 for what has none."""
    found = map(rows.get, ids, repeat(-1))  # type: ignore[arg-type]  # ids, some of them None
    return np.fromiter(found, dtype=np.int64, count=len(ids))


def _numbers(known: Mapping[object, int], words: Column) -> Ints:
    return np.fromiter(map(known.__getitem__, words), dtype=np.int64, count=len(words))


@cache
def _of_types() -> tuple[Ints, Flags]:
    """Return the look of each type, and whether its lines may end on lines."""
    looks = np.array([LOOKS.index(kind.look) for kind in LINK_TYPES], dtype=np.int64)
    return looks, np.array([may_end_on_lines(kind.key) for kind in LINK_TYPES], dtype=np.bool_)


def _links(project: Project, rows: Mapping[str, int]) -> tuple[Ties, Flags]:
    names = ("id", "from_id", "to_id", "type", "reason", "weight", "group")
    ids, starts, ends, types, reasons, weights, groups = project.columns(Link, *names)
    strong = np.full(len(ids), _USUAL, dtype=np.int64)
    if weights.count(WEIGHTS[_USUAL]) < len(ids):
        strong = _numbers(_WEIGHTS, weights)
    named = np.zeros(len(ids), dtype=np.int64)
    if groups.count(None) < len(ids):
        named[:] = [group_of(name) for name in groups]  # type: ignore[arg-type]  # words or None
    return _joining("link", rows, (ids, starts, ends, types, reasons), strong, named)


def _citations(project: Project, rows: Mapping[str, int]) -> tuple[Ties, Flags]:
    columns = project.columns(Citation, "id", "from_id", "to_id", "type", "reason")
    count = len(columns[0])
    strong, none = np.full(count, _USUAL, dtype=np.int64), np.zeros(count, dtype=np.int64)
    return _joining("citation", rows, columns, strong, none)


def _joining(
    kind: Kind, rows: Mapping[str, int], columns: Sequence[Column], weights: Ints, groups: Ints
) -> tuple[Ties, Flags]:
    """Return the lines both of whose ends are there, and whether each ends on a card.

    ``columns`` are ids, ends, types and labels.
    """
    ids, starts, ends, types, labels = columns
    joins = np.stack((rows_in(rows, starts), rows_in(rows, ends)), axis=1)
    of_type, on_line = _of_types()
    numbers = _numbers(_TYPES, types)
    ties = _ties(kind, (ids, starts, ends, types, labels), of_type[numbers], joins)
    ties = replace(ties, weights=weights, groups=groups)
    on_card = joins[:, 1] >= 0
    shown = (joins[:, 0] >= 0) & (on_card | on_line[numbers])
    if shown.all():
        return ties, on_card
    kept = np.flatnonzero(shown)
    return ties.chosen(kept), on_card[kept]


def _assertions(project: Project, rows: Mapping[str, int]) -> tuple[Ties, Flags]:
    """Return the lines of assertions: from the carrier, or else the excerpt or the origin."""
    names = ("id", "claim", "source", "excerpt", "chain", "partial")
    ids, claims, sources, excerpts, chains, partly = project.columns(Assertion, *names)
    starts: list[object] = [
        source if source in rows else excerpt if excerpt in rows else next(reversed(chain), None)  # type: ignore[call-overload]  # a tuple of ids
        for source, excerpt, chain in zip(sources, excerpts, chains, strict=True)
    ]
    columns = project.columns(Claim, "id", "denial") if ids else ((), ())
    denied = {id for id, denial in zip(*columns, strict=True) if denial is not None}
    types = ["denies" if claim in denied else "supports" for claim in claims]
    told = [in_part(bool(one)) for one in partly]
    looks = np.array([LOOKS.index(look) for look in types], dtype=np.int64)
    return _between(_ties("assertion", (ids, starts, claims, types, told), looks), rows)


def _remarks(project: Project, rows: Mapping[str, int]) -> tuple[Ties, Flags]:
    ids, about = project.columns(Note, "id", "about")
    count = len(ids)
    looks = np.full(count, LOOKS.index("relates"), dtype=np.int64)
    columns = (ids, ids, about, ["elaborates"] * count, [""] * count)
    return _between(_ties("remark", columns, looks), rows)


def _between(ties: Ties, rows: Mapping[str, int]) -> tuple[Ties, Flags]:
    """Return the lines both of whose ends have cards."""
    joins = np.stack((rows_in(rows, ties.starts), rows_in(rows, ties.ends)), axis=1)
    kept = np.flatnonzero((joins >= 0).all(axis=1))
    return replace(ties, joins=joins).chosen(kept), np.ones(len(kept), dtype=np.bool_)


def _ties(kind: Kind, columns: Sequence[Column], looks: Ints, joins: Ints | None = None) -> Ties:
    """Return lines of one kind, of the usual weight, in no group."""
    ids, starts, ends, types, labels = columns
    count = len(ids)
    return Ties(
        *(ids, starts, ends, types, labels),  # type: ignore[arg-type]  # columns of text
        kinds=np.full(count, KINDS.index(kind), dtype=np.int64),
        looks=looks,
        weights=np.full(count, _USUAL, dtype=np.int64),
        groups=np.zeros(count, dtype=np.int64),
        joins=joins,
    )
