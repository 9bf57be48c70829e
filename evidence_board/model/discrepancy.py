"""Discrepancies: two excerpts that do not fit, with a verdict and its reason."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from evidence_board.model.record import Id, Prose, Record

DiscrepancyKind = Literal[
    "value", "unit", "date", "place", "name", "modality", "attribution", "quotation"
]
Verdict = Literal[
    "equal", "agree after conversion and rounding", "compatible", "conflict", "different measurand"
]


class Discrepancy(Record):
    """Two excerpts compared; `verdict` None while it is open."""

    table: ClassVar[str] = "discrepancy"
    plural: ClassVar[str] = "discrepancies"
    noun: ClassVar[str] = "discrepancy"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "one": ("excerpt",),
        "other": ("excerpt",),
    }

    one: Id
    other: Id
    kind: DiscrepancyKind
    verdict: Verdict | None = None
    reason: Prose = ""
