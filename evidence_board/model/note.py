"""Notes, gaps and indicators, and the tags that sort records."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from evidence_board.model.record import Flag, Id, Line, Numbered, Prose, Record

NoteKind = Literal["note", "gap", "indicator"]
NoteState = Literal["open", "tasked", "answered"]
TAGGED = ("source", "claim", "excerpt", "note", "frame")


class Note(Numbered):
    """A remark of the analyst, a gap (what we do not know) or an indicator (a sign to watch for).

    `about` is the claim it touches, `state` how far a gap has come. A private note never enters
    a brief, and a picture of a board only when the person said so; documents of the whole project
    and copies hold it.
    """

    table: ClassVar[str] = "note"
    plural: ClassVar[str] = "notes"
    noun: ClassVar[str] = "note"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"about": ("claim",)}

    text: Prose
    kind: NoteKind = "note"
    state: NoteState = "open"
    about: Id | None = None
    private: Flag = False

    @property
    def mark(self) -> str:
        """The short mark that people cite: Q for a gap, I for an indicator, else N."""
        return {"gap": "Q", "indicator": "I"}.get(self.kind, "N") + str(self.number)


class Tag(Record):
    """A word that sorts records."""

    table: ClassVar[str] = "tag"
    plural: ClassVar[str] = "tags"
    noun: ClassVar[str] = "tag"

    label: Line
    colour: Line = ""


class Tagging(Record):
    """A tag on a record."""

    table: ClassVar[str] = "tagging"
    plural: ClassVar[str] = "taggings"
    noun: ClassVar[str] = "tagging"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"tag": ("tag",), "record": TAGGED}

    tag: Id
    record: Id
