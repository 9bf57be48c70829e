"""What differs between the records of a brief and those of the project now, in words."""

from collections.abc import Iterable

from evidence_board.analysis.telling import RecordTold, knowing, told
from evidence_board.analysis.titles import Finder
from evidence_board.brief.state import LEDGER
from evidence_board.brief.wording import counted, listed
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record

FIRST = ("project", "claim", "source", "excerpt", "assertion", "link", "citation")
"""What a reader asks about first; the other kinds follow in their order."""
APART = frozenset({"board", "frame", "card", "tag", "tagging", "deferral", "brief_plan"})
"""Kinds that say how things lie, not what is held to be so: told as a sum."""


def differences(
    then: Iterable[Record], now: Iterable[Record], view: Finder
) -> tuple[RecordTold, ...]:
    """Return each record that was added, changed or removed, claims and sources first.

    ``view`` knows the records of now.
    """
    before = {one.id: one for one in then if one.table not in LEDGER}
    after = {one.id: one for one in now if one.table not in LEDGER}
    changes = [
        Change(before.get(id), after.get(id))
        for id in dict.fromkeys((*before, *after))
        if before.get(id) != after.get(id)
    ]
    changes.sort(key=lambda one: _place(one.record))
    finder = knowing(ChangeSet(tuple(changes)), view)
    return tuple(told(one, finder) for one in changes)


def _place(record: Record) -> tuple[int, int, int]:
    first = FIRST.index(record.table) if record.table in FIRST else len(FIRST)
    return first, KINDS.index(type(record)), int(getattr(record, "number", 0))


def lines(found: Iterable[RecordTold]) -> tuple[str, ...]:
    """Return what differs as sentences; how cards lie is summed up."""
    spoken, apart = list[str](), dict[str, int]()
    for one in found:
        if one.record in APART:
            apart[one.record] = apart.get(one.record, 0) + 1
            continue
        fields = "; ".join(field.words for field in one.spoken)
        spoken.append(f"{one.words}{': ' if fields else ''}{fields}.")
    if apart:
        nouns = {kind.table: kind.noun for kind in KINDS}
        sums = [counted(count, nouns[table]) for table, count in apart.items()]
        spoken.append(f"Also different: {listed(sums)}.")
    return tuple(spoken)


def summed(found: Iterable[RecordTold]) -> str:
    """Return how much differs, such as "3 claims and 1 source"."""
    nouns = {kind.table: kind.noun for kind in KINDS}
    counts: dict[str, int] = {}
    for one in found:
        counts[one.record] = counts.get(one.record, 0) + 1
    names = [
        counted(count, nouns[table], _PLURALS.get(table, "")) for table, count in counts.items()
    ]
    return listed(names) if names else ""


_PLURALS = {"discrepancy": "discrepancies", "brief_plan": "plans of the brief"}
