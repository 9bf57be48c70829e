"""The hash that a brief prints of the project's records, so that both can be compared later."""

import hashlib
import json
from collections.abc import Iterable

from evidence_board.analysis.view import Investigation
from evidence_board.brief.shown import shown_records
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record

LEDGER = frozenset({"issue"})
"""Tables that tell what was delivered, which is no part of what a brief says of the case."""


def state_hash(view: Investigation) -> str:
    """Return the SHA-256 of all records that may be told: canonical JSON, a line each.

    Kinds and ids are in order, so two projects with the same records have the same state, whatever
    their histories. Private notes are no part of it: who has the brief and the attached project can
    reckon it again.
    """
    return state_of(shown_records(view))


def state_of(records: Iterable[Record]) -> str:
    """Return the SHA-256 of records that may be told, in whatever order they come."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    told = [record for record in records if record.table not in LEDGER]
    digest = hashlib.sha256()
    for record in sorted(told, key=lambda one: (places[type(one)], one.id)):
        line = json.dumps([record.table, record.plain()], ensure_ascii=False, sort_keys=True)
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()
