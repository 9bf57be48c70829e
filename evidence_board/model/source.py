"""Sources: captured documents that carry assertions, and origins known only through them."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from sqlmodel import Field

from evidence_board.model.edtf import Edtf
from evidence_board.model.record import Id, JsonFields, Line, Numbered, Prose, Record
from evidence_board.model.scales import Fidelity, Reliability, Tlp

SourceKind = Literal["document", "person", "organisation", "image", "register"]
OriginKind = Literal["identified", "anonymous", "unknown", "unattributed"]
Relation = Literal["original", "quotes", "paraphrases", "translates", "republishes", "unknown"]
Standing = Literal["current", "corrected", "retracted"]


class OriginGroup(Record):
    """Origins that cannot count twice, and the reason why (tradecraft: origin group)."""

    table: ClassVar[str] = "origin_group"
    plural: ClassVar[str] = "groups"
    noun: ClassVar[str] = "origin group"

    label: Line
    reason: Prose = ""


class Source(Numbered):
    """Whoever or whatever carries an assertion.

    `origin_kind` None is a carrier or relay; otherwise what kind of origin it is. A source is
    *held* when it has a capture, else *cited only*. `basis` says per field how it is known:
    {"published": {"basis": "stated" | "header" | "inferred", "words": "..."}}, and under
    "dismissed" which suggestions of its text were turned down; `as_given` keeps
    the form found in the document beside the corrected one. `affiliation` places an anonymous
    origin; `access` and `interest` describe what it could know and what it wants.
    """

    table: ClassVar[str] = "source"
    plural: ClassVar[str] = "sources"
    noun: ClassVar[str] = "source"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"group": ("origin_group",)}

    kind: SourceKind = "document"
    title: Line = ""
    publisher: Line = ""
    authors: tuple[Line, ...] = ()
    published: Edtf | None = None
    section: Line = ""
    dateline: Line = ""
    language: Line = ""
    original_language: Line = ""
    relation: Relation = "unknown"
    url: Line = ""
    reliability: Reliability | None = None
    reliability_reason: Prose = ""
    fidelity: Fidelity | None = None
    origin_kind: OriginKind | None = None
    affiliation: Line = ""
    access: Prose = ""
    interest: Prose = ""
    standing: Standing = "current"
    tlp: Tlp | None = None
    group: Id | None = None
    basis: JsonFields = Field(default_factory=dict)
    as_given: JsonFields = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call it: publisher, else title, authors or address; never empty."""
        return self.publisher or self.title or ", ".join(self.authors) or self.url or "Untitled"

    @property
    def mark(self) -> str:
        """The short mark that people cite, such as S2."""
        return f"S{self.number}"
