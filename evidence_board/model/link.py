"""Links between claims, and citations between sources."""

from collections.abc import Mapping
from typing import ClassVar

from evidence_board.model.assertion import Basis
from evidence_board.model.link_types import CitationKind, LinkKind, Weight
from evidence_board.model.record import Id, Line, Prose, Record


class Link(Record):
    """A step of the argument, from a claim to a claim or (an undercut) to a link.

    Links with the same `group` are linked premises: needed together. Without a `reason` it is
    listed in the brief as unfinished.
    """

    table: ClassVar[str] = "link"
    plural: ClassVar[str] = "links"
    noun: ClassVar[str] = "link"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "from_id": ("claim",),
        "to_id": ("claim", "link"),
    }

    from_id: Id
    to_id: Id
    type: LinkKind
    reason: Prose = ""
    group: Line | None = None
    weight: Weight = "moderate"


class Citation(Record):
    """Provenance: the source `from_id` rests on, or names, the source `to_id`. Never support."""

    table: ClassVar[str] = "citation"
    plural: ClassVar[str] = "citations"
    noun: ClassVar[str] = "citation"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "from_id": ("source",),
        "to_id": ("source",),
        "excerpt": ("excerpt",),
    }

    from_id: Id
    to_id: Id
    type: CitationKind
    basis: Basis = "stated"
    excerpt: Id | None = None
    reason: Prose = ""
