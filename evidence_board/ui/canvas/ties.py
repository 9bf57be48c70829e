"""The lines of a board, read from the project: links, citations, assertions, remarks on claims."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from PySide6.QtCore import QCoreApplication

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, Weight
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.project.project import Project

LOOKS = ("supports", "contradicts", "qualifies", "cites", "reprints", "denies", "relates")
"""The looks of lines; the place in this tuple is the number that the layout keeps."""
WEIGHTS: tuple[Weight, ...] = ("weak", "moderate", "strong")
Kind = Literal["link", "citation", "assertion", "remark"]


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
            word = QCoreApplication.translate("Board", "is about")
            return Tie(record.id, "remark", record.id, record.about, "relates", "elaborates", word)
        case _:
            return None


def all_ties(project: Project, shown: Container[str]) -> Iterator[Tie]:
    """Yield all lines of a board; a line that ends on another comes after all between cards."""
    late = []
    for kind in (Assertion, Citation, Link, Note):
        for record in project.all(kind):
            tie = tie_of(record, project, shown)
            if tie is None:
                continue
            if tie.end in shown:
                yield tie
            else:
                late.append(tie)
    yield from late


def dependent_ties(record: Record, project: Project) -> Iterator[Record]:
    """Yield the records whose line may change when a card or a field of this one does."""
    for other in project.referrers(record.id):
        if isinstance(other, Link | Citation | Assertion | Note):
            yield other
            if isinstance(other, Link):
                yield from dependent_ties(other, project)


def _joined(record: Link | Citation, shown: Container[str]) -> Tie | None:
    kind = BY_KEY[record.type]
    onto_line = "link" in kind.ends[1]
    if record.from_id not in shown or not (onto_line or record.to_id in shown):
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
        group=_group(record),
        unreasoned=isinstance(record, Link) and not record.reason.strip(),
    )


def _group(record: Link | Citation) -> int:
    """Return the number of a group of linked premises: of its name, so that it needs no table."""
    group = record.group if isinstance(record, Link) else None
    return crc32(group.encode()) + 1 if group else 0


def _asserted(record: Assertion, project: Project, shown: Container[str]) -> Tie | None:
    """From the carrier; where that has no card, from the excerpt or from the origin."""
    carriers = (record.source, record.excerpt, record.chain[-1] if record.chain else None)
    start = next((one for one in carriers if one is not None and one in shown), None)
    if start is None or record.claim not in shown:
        return None
    claim = project.find(record.claim)
    denied = isinstance(claim, Claim) and claim.denial is not None
    look = "denies" if denied else "supports"
    kind = BY_KEY["asserts"]
    return Tie(
        id=record.id,
        kind="assertion",
        start=start,
        end=record.claim,
        look=look,
        type=look,
        word=kind.word,
        label=QCoreApplication.translate("Board", "in part") if record.partial else "",
    )
