"""Link types: their wording both ways, what they may join, how they look, what they do.

One table for everything that can be drawn from one card to another. `record` says what is stored:
a link between claims, a citation between sources, or an assertion of a claim by a source.
"""

from dataclasses import dataclass
from typing import Literal, get_args

LinkKind = Literal["supports", "contradicts", "undercuts", "elaborates", "same as", "presupposes"]
CitationKind = Literal[
    "quotes", "paraphrases", "relays", "translates", "republishes", "mentions", "depends partly"
]
Weight = Literal["weak", "moderate", "strong"]
Effect = Literal["for", "against", "against the step", "none"]


@dataclass(frozen=True)
class LinkType:
    """A row of the table.

    `ends` are the tables of the two ends; `look` names the line style in the design tokens and
    `sign` the character that repeats the colour; `lineage` says whether a citation carries what
    was said (a mention does not).
    """

    key: str
    word: str
    inverse: str
    meaning: str
    record: Literal["link", "citation", "assertion"]
    ends: tuple[tuple[str, ...], tuple[str, ...]]
    look: str
    sign: str
    effect: Effect = "none"
    lineage: bool = False


_CLAIMS = (("claim",), ("claim",))
_SOURCES = (("source",), ("source",))

LINK_TYPES: tuple[LinkType, ...] = (
    LinkType(
        "supports",
        "supports",
        "is supported by",
        "gives a reason to accept",
        "link",
        _CLAIMS,
        "supports",
        "+",
        effect="for",
    ),
    LinkType(
        "contradicts",
        "contradicts",
        "is contradicted by",
        "both cannot be true",
        "link",
        _CLAIMS,
        "contradicts",
        "×",
        effect="against",
    ),
    LinkType(
        "undercuts",
        "undercuts",
        "is undercut by",
        "attacks the step, not the claim",
        "link",
        (("claim",), ("link",)),
        "qualifies",
        "/",
        effect="against the step",
    ),
    LinkType(
        "elaborates",
        "elaborates",
        "is elaborated by",
        "adds a detail",
        "link",
        _CLAIMS,
        "relates",
        "·",
    ),
    LinkType(
        "same as",
        "is the same as",
        "is the same as",
        "says the same in other words",
        "link",
        _CLAIMS,
        "relates",
        "≡",
    ),
    LinkType(
        "presupposes",
        "presupposes",
        "is presupposed by",
        "only makes sense if the other is true",
        "link",
        _CLAIMS,
        "relates",
        "‹",
    ),
    LinkType(
        "asserts",
        "asserts",
        "is asserted by",
        "the source states the claim",
        "assertion",
        (("source",), ("claim",)),
        "supports",
        "+",
    ),
    LinkType(
        "quotes",
        "quotes",
        "is quoted by",
        "repeats its words",
        "citation",
        _SOURCES,
        "cites",
        "“",
        lineage=True,
    ),
    LinkType(
        "paraphrases",
        "paraphrases",
        "is paraphrased by",
        "repeats it in other words",
        "citation",
        _SOURCES,
        "cites",
        "≈",
        lineage=True,
    ),
    LinkType(
        "relays",
        "relays",
        "is relayed by",
        "passes on what it said",
        "citation",
        _SOURCES,
        "cites",
        "»",
        lineage=True,
    ),
    LinkType(
        "translates",
        "translates",
        "is translated by",
        "repeats it in another language",
        "citation",
        _SOURCES,
        "reprints",
        "⇄",
        lineage=True,
    ),
    LinkType(
        "republishes",
        "republishes",
        "is republished by",
        "same text again",
        "citation",
        _SOURCES,
        "reprints",
        "=",
        lineage=True,
    ),
    LinkType(
        "mentions",
        "mentions",
        "is mentioned by",
        "names it without resting on it",
        "citation",
        _SOURCES,
        "cites",
        "@",
    ),
    LinkType(
        "depends partly",
        "depends partly on",
        "is partly relied on by",
        "leans on it for its conclusion",
        "citation",
        _SOURCES,
        "cites",
        "½",
    ),
)

BY_KEY = {kind.key: kind for kind in LINK_TYPES}


def types_between(start: str, end: str) -> tuple[LinkType, ...]:
    """Return the types that may be drawn from a record of one table to one of another."""
    return tuple(k for k in LINK_TYPES if start in k.ends[0] and end in k.ends[1])


assert {k.key for k in LINK_TYPES if k.record == "link"} == set(get_args(LinkKind))
assert {k.key for k in LINK_TYPES if k.record == "citation"} == set(get_args(CitationKind))
