"""Verdicts on independence: whether two origins are taken for independent, and why."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from evidence_board.model.record import Id, Line, Prose, Record

IndependenceTerm = Literal["assumed", "shown"]
Relation = Literal["shared", "assumed", "shown"]

MEANINGS: Mapping[Relation, str] = {
    "shared": "they cannot count twice: they count as one origin",
    "assumed": "nothing speaks against it, nothing shows it: they count apart, and it is told",
    "shown": "how each came to know it is known, and neither leans on the other: they count apart",
}
"""What each verdict says, and what it does to the count."""


class IndependenceVerdict(Record):
    """Two origins that count apart, and on what that rests; sources or origin groups.

    That two share what they know is no such record: they are put into one origin group, which
    has the reason. A pair without either is not judged.
    """

    table: ClassVar[str] = "independence"
    plural: ClassVar[str] = "independences"
    noun: ClassVar[str] = "verdict on independence"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "one": ("source", "origin_group"),
        "other": ("source", "origin_group"),
    }

    one: Id
    other: Id
    verdict: IndependenceTerm
    reason: Prose = ""
    made_at: Line = ""
    made_by: Line = ""
