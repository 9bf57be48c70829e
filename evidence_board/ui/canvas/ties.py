"""The lines of a board: links, citations, assertions, remarks on claims; one, or all as columns."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

import numpy as np
from PySide6.QtCore import QCoreApplication

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, Weight
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.canvas.geometry import Ints

LOOKS = ("supports", "contradicts", "qualifies", "cites", "reprints", "denies", "relates")
"""The looks of lines; the place in this tuple is the number that the layout keeps."""
WEIGHTS: tuple[Weight, ...] = ("weak", "moderate", "strong")
Kind = Literal["link", "citation", "assertion", "remark"]
KINDS: tuple[Kind, ...] = ("link", "citation", "assertion", "remark")


@dataclass(frozen=True)
class Tie:
    """A line to draw from the card of one record to the card (or line) of another.

    ``id`` is the record that it shows; ``word`` says it, ``sign`` names its glyph. ``unreasoned``
    says that it waits for its reason.
    """

    id: str
    kind: Kind
    start: str
    end: str
    look: str
    type: str
    word: str
    weight: Weight = "moderate"
    label: str = ""
    group: int = 0
    """The same for linked premises, 0 for a line that stands alone."""
    unreasoned: bool = False

    @property
    def told(self) -> str:
        """What stands beside its glyph."""
        missing = QCoreApplication.translate("Board", "no reason") if self.unreasoned else ""
        return self.label or missing

    @property
    def selectable(self) -> bool:
        """Whether it can be picked by itself; a remark is its note."""
        return self.kind != "remark"


@dataclass(frozen=True)
class Ties:
    """Many lines as columns, as `Tie` has them; one of them is made when it is asked for.

    Numbers stand for ``kinds``, ``looks`` and ``weights``; ``labels`` may have more than one space
    between their words, and a link without one is unreasoned. ``joins`` are the rows of the cards
    of both ends, -1 for none, where they are known.
    """

    ids: Sequence[str]
    starts: Sequence[str]
    ends: Sequence[str]
    types: Sequence[str]
    labels: Sequence[str]
    kinds: Ints
    looks: Ints
    weights: Ints
    groups: Ints
    joins: Ints | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def tie(self, place: int) -> Tie:
        """Return the line at a place."""
        kind, label = KINDS[self.kinds[place]], " ".join(self.labels[place].split())
        return Tie(
            self.ids[place],
            kind,
            self.starts[place],
            self.ends[place],
            LOOKS[self.looks[place]],
            self.types[place],
            word_of(kind, self.types[place]),
            WEIGHTS[self.weights[place]],
            label,
            int(self.groups[place]),
            unreasoned=kind == "link" and not label,
        )

    @staticmethod
    def of(ties: Sequence[Tie]) -> "Ties":
        """Return single lines as columns."""
        return Ties(
            [tie.id for tie in ties],
            [tie.start for tie in ties],
            [tie.end for tie in ties],
            [tie.type for tie in ties],
            [tie.label for tie in ties],
            np.array([KINDS.index(tie.kind) for tie in ties], dtype=np.int64),
            np.array([LOOKS.index(tie.look) for tie in ties], dtype=np.int64),
            np.array([WEIGHTS.index(tie.weight) for tie in ties], dtype=np.int64),
            np.array([tie.group for tie in ties], dtype=np.int64),
        )

    @staticmethod
    def joined(parts: Sequence["Ties"]) -> "Ties":
        """Return lines one after the other."""
        some = [part for part in parts if len(part)] or parts[:1]
        if len(some) == 1:
            return some[0]
        return Ties(
            [one for part in some for one in part.ids],
            [one for part in some for one in part.starts],
            [one for part in some for one in part.ends],
            [one for part in some for one in part.types],
            [one for part in some for one in part.labels],
            np.concatenate([part.kinds for part in some]),
            np.concatenate([part.looks for part in some]),
            np.concatenate([part.weights for part in some]),
            np.concatenate([part.groups for part in some]),
            _all_joined([part.joins for part in some]),
        )

    def chosen(self, places: Ints) -> "Ties":
        """Return some of these lines, in the order of their places."""

        def some(column: Sequence[str]) -> list[str]:
            return [column[place] for place in listed]

        listed = places.tolist()
        return Ties(
            *(some(self.ids), some(self.starts), some(self.ends)),
            *(some(self.types), some(self.labels)),
            kinds=self.kinds[places],
            looks=self.looks[places],
            weights=self.weights[places],
            groups=self.groups[places],
            joins=self.joins[places] if self.joins is not None else None,
        )


def _all_joined(parts: Sequence[Ints | None]) -> Ints | None:
    known = [part for part in parts if part is not None]
    return np.concatenate(known) if len(known) == len(parts) else None


def word_of(kind: Kind, type: str) -> str:
    """Return the word that says a line."""
    if kind == "remark":
        return QCoreApplication.translate("Board", "is about")
    return BY_KEY["asserts" if kind == "assertion" else type].word


def tie_of(record: Record, project: Project, shown: Container[str]) -> Tie | None:
    """Return the line that a record is drawn as; ``shown`` are the ids with a card on the board.

    None if it is not drawn, since an end has no card.
    """
    match record:
        case Link() | Citation():
            return _joined(record, shown)
        case Assertion():
            return _asserted(record, project, shown)
        case Note():
            if record.about is None or record.about not in shown or record.id not in shown:
                return None
            word = word_of("remark", "elaborates")
            return Tie(record.id, "remark", record.id, record.about, "relates", "elaborates", word)
        case _:
            return None


def dependent_ties(record: Record, project: Project) -> Iterator[Record]:
    """Yield the records whose line may change when a card or a field of this one does."""
    for other in project.referrers(record.id):
        if isinstance(other, Link | Citation | Assertion | Note):
            yield other
            if isinstance(other, Link):
                yield from dependent_ties(other, project)


def onto_line(type: str) -> bool:
    """Whether lines of a type may end on a line."""
    return "link" in BY_KEY[type].ends[1]


def group_of(name: str | None) -> int:
    """Return the number of a group of linked premises: of its name, so that it needs no table."""
    return crc32(name.encode()) + 1 if name else 0


def in_part(partial: bool) -> str:
    """Return what stands beside the line of an assertion."""
    return QCoreApplication.translate("Board", "in part") if partial else ""


def _joined(record: Link | Citation, shown: Container[str]) -> Tie | None:
    kind = BY_KEY[record.type]
    if record.from_id not in shown or not (onto_line(record.type) or record.to_id in shown):
        return None
    return Tie(
        id=record.id,
        kind="link" if isinstance(record, Link) else "citation",
        start=record.from_id,
        end=record.to_id,
        look=kind.look,
        type=record.type,
        word=kind.word,
        weight=record.weight if isinstance(record, Link) else "moderate",
        label=" ".join(record.reason.split()),
        group=group_of(record.group) if isinstance(record, Link) else 0,
        unreasoned=isinstance(record, Link) and not record.reason.strip(),
    )


def _asserted(record: Assertion, project: Project, shown: Container[str]) -> Tie | None:
    """From the carrier; where that has no card, from the excerpt or from the origin."""
    carriers = (record.source, record.excerpt, record.chain[-1] if record.chain else None)
    start = next((one for one in carriers if one is not None and one in shown), None)
    if start is None or record.claim not in shown:
        return None
    claim = project.find(record.claim)
    denied = isinstance(claim, Claim) and claim.denial is not None
    look = "denies" if denied else "supports"
    return Tie(
        id=record.id,
        kind="assertion",
        start=start,
        end=record.claim,
        look=look,
        type=look,
        word=word_of("assertion", look),
        label=in_part(record.partial),
    )
