"""A whole step in few lines: what is alike is summed up, such as "Moved 12 cards"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from evidence_board.analysis.field_names import FIELD_NAMES
from evidence_board.analysis.telling import RecordTold, knowing, told
from evidence_board.analysis.titles import Finder
from evidence_board.model.change import Change, ChangeSet, Extent
from evidence_board.model.kinds import KIND_OF

FEW = 6
"""Up to so many changes of one sort are told one by one."""
MOST_LINES = 40
_MOVED = frozenset({"x", "y"})
_RESIZED = frozenset({"x", "y", "width", "height"})

_FIRST = (
    *("project", "claim", "source", "note", "excerpt", "link", "citation", "assertion"),
    *("discrepancy", "origin_group", "board", "frame", "tag", "tagging", "capture", "card"),
    *("deferral", "independence", "brief_plan", "issue"),
)
"""Tables in the order in which they are told."""

_PLURALS: Mapping[str, str] = {
    "origin_group": "groups",
    "tagging": "tags on records",
    "deferral": "findings set aside",
    "independence": "verdicts on independence",
    "brief_plan": "plans of the brief",
    "issue": "issues of the brief",
}

Sort = tuple[str, str, tuple[str, ...]]
"""What happened to which table, and to which fields of it where records changed."""


@dataclass(frozen=True)
class StepTold:
    """A step for a person: records told one by one, and sums of those that are alike."""

    records: tuple[RecordTold, ...]
    sums: tuple[str, ...]
    left: int = 0
    """How many changes are only counted, in the last of the sums."""


def summed(changes: ChangeSet, view: Finder, most: int = MOST_LINES) -> StepTold:
    """Return the changes of a step in at most so many lines; the most telling ones first."""
    sorts: dict[Sort, list[Change]] = {}
    for change in changes.changes:
        sorts.setdefault(_sort(change), []).append(change)
    finder = knowing(changes, view)
    single, sums = list[Change](), list[str]()
    for sort, alike in sorted(sorts.items(), key=_weight):
        if len(alike) > (1 if _is_layout(sort) else FEW):
            sums.append(_sum(sort, len(alike)))
        else:
            single += alike
    room = max(most - len(sums), 0)
    records = tuple(told(change, finder) for change in islice(single, room))
    left = len(single) - len(records) + len(sums[most:])
    more = [f"{left:,} other changes"] if left else []
    return StepTold(records, (*sums[:most], *more), left)


def summed_up(extents: Iterable[Extent]) -> StepTold:
    """Return a step that is too large to be read, by how many of which kind it changed."""
    sums = [
        _sum((what, one.table, ()), count)
        for one in extents
        for what, count in (
            ("Added", one.added),
            ("Changed", one.changed),
            ("Removed", one.removed),
        )
        if count
    ]
    return StepTold((), tuple(sums))


def _weight(sort: tuple[Sort, list[Change]]) -> int:
    """Return how early a sort of change is told: what people work on before what hangs on it."""
    table = sort[0][1]
    return _FIRST.index(table) if table in _FIRST else len(_FIRST)


def _sort(change: Change) -> Sort:
    table = change.record.table
    if change.before is None:
        return "Added", table, ()
    if change.after is None:
        return "Removed", table, ()
    return "Changed", table, change.fields


def _is_layout(sort: Sort) -> bool:
    what, table, fields = sort
    return what == "Changed" and table in ("card", "frame") and set(fields) <= _RESIZED


def _sum(sort: Sort, count: int) -> str:
    what, table, fields = sort
    counted = f"{count:,} {_plural(table, count)}"
    if _is_layout(sort) and fields:
        return f"{'Moved' if set(fields) <= _MOVED else 'Resized'} {counted}"
    if not fields:
        return f"{what} {counted}"
    return f"Changed {_listed(table, fields)} of {counted}"


def _plural(table: str, count: int) -> str:
    kind = KIND_OF[table]
    return kind.noun if count == 1 else _PLURALS.get(table, kind.plural)


def _listed(table: str, fields: Sequence[str]) -> str:
    *first, last = (FIELD_NAMES[table][name].lower() for name in fields)
    return f"{', '.join(first)} and {last}" if first else last
