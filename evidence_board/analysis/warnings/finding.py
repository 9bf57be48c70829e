"""A finding: which rule it is of, which records it is about, what it rests on."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evidence_board.model.record import Record

Severity = Literal["broken", "held back", "doubtful", "unfinished", "to know"]
ORDER: tuple[Severity, ...] = ("broken", "held back", "doubtful", "unfinished", "to know")
"""Worst first: evidence or an argument that does not hold; what an export leaves out until it is
done; a judgement that claims more than it rests on; what a reader will miss; what may stay."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    The first of `records` (ids) is the one to go to. `words` are what it rests on besides: when
    they change it is another finding, so that what was set aside comes again.
    """

    kind: str
    records: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What it is known by: the rule, the first record, and a digest of all else."""
        told = f"{self.kind}:{self.records[0]}"
        rest = [self.records[1:], self.words]
        if not any(rest):
            return told
        return f"{told}:{hashlib.sha256(json.dumps(rest).encode()).hexdigest()[:16]}"


Found = Iterator[Finding | None]
"""Findings one by one; None between them where much was looked at, so that others may go first."""


def mark(record: Record | None) -> str:
    """Return what people call a record, as short as it is."""
    found = getattr(record, "mark", "")
    return str(found) if found else "what is gone"


def listed(names: list[str]) -> str:
    """Return names as a list in words: "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
