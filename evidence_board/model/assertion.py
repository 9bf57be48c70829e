"""Assertions: origin O states claim C, with this hedge, in this excerpt, through this chain."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from evidence_board.model.record import Flag, Id, Line, Record
from evidence_board.model.scales import Factuality

Mode = Literal[
    "quotation",
    "translated quotation",
    "paraphrase",
    "narrator attributed by context",
    "narrator unattributed",
    "headline",
    "link teaser",
]
Basis = Literal["stated", "inferred", "outside knowledge"]


class Assertion(Record):
    """A source's statement of a claim.

    `source` is the carrier; `chain` holds source ids from the carrier to the origin, both
    included, and is empty while nobody has said who said it. `partial` marks one that carries
    only part of the claim. Without `excerpt` it is not yet tied to words.
    """

    table: ClassVar[str] = "assertion"
    plural: ClassVar[str] = "assertions"
    noun: ClassVar[str] = "assertion"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "claim": ("claim",),
        "excerpt": ("excerpt",),
        "source": ("source",),
        "chain": ("source",),
    }

    claim: Id
    excerpt: Id | None = None
    source: Id
    chain: tuple[Id, ...] = ()
    mode: Mode | None = None
    factuality: Factuality | None = None
    hedge: Line = ""
    partial: Flag = False
    basis: Basis = "stated"
    observed: Flag = False
