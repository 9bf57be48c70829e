"""Deferrals: what a check found and a person set aside for now, with the reason."""

from collections.abc import Mapping
from typing import ClassVar

from evidence_board.model.record import Id, Line, Prose, Record

DEFERRABLE = ("project", "source", "capture", "excerpt", "claim", "assertion", "citation", "link")


class Deferral(Record):
    """A "not now" to one finding of the checks.

    `warning` is what the finding is known by (analysis/warnings/warning.py): when what it rests on
    changes it is another finding, and comes again. `record` is the one that it is about first.
    """

    table: ClassVar[str] = "deferral"
    plural: ClassVar[str] = "deferrals"
    noun: ClassVar[str] = "finding set aside"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"record": DEFERRABLE}

    warning: Line
    record: Id
    reason: Prose = ""
    made_at: Line = ""
    made_by: Line = ""
