"""What a change set touches of one board: its cards, frames, lines, and what they show."""

from dataclasses import dataclass, field
from typing import TypeVar

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.dependents import dependents
from evidence_board.ui.canvas.ties import dependent_ties

R = TypeVar("R", bound=Record)
_SHOWN = (Claim, Source, Excerpt, Note, Link, Assertion, Tag, Tagging, Discrepancy)
"""Kinds of records that cards show something of."""


@dataclass
class Touched:
    """The ids that a change set concerns, in the order in which it does.

    ``badges`` says that counts of origins may be others, ``anchors`` that the places of words may
    be, ``faces`` that every card may show something else.
    """

    cards: dict[str, None] = field(default_factory=dict)
    frames: dict[str, None] = field(default_factory=dict)
    ties: dict[str, None] = field(default_factory=dict)
    records: dict[str, None] = field(default_factory=dict)
    badges: bool = False
    anchors: bool = False
    faces: bool = False


def touched_by(changes: ChangeSet, project: Project, board_id: str) -> Touched:
    """Return what changes touch of a board; the project has them already."""
    touched = Touched()
    for change in changes.changes:
        if isinstance(change.record, _SHOWN):
            touched.records |= dict.fromkeys(dependents(change, project))
        _gather(change, touched, project, board_id)
    return touched


def _gather(change: Change, touched: Touched, project: Project, board_id: str) -> None:
    record = change.record
    match record:
        case Card():
            if any(one.board == board_id for one in _both(change, Card)):
                touched.cards[record.id] = None
                _gather_lines(record.record, touched, project)
        case Frame():
            touched.frames[record.id] = None
        case Citation() | Link() | Assertion():
            touched.ties[record.id] = None
            touched.badges = True
        case Claim() | Note() | Source() | Excerpt():
            _gather_lines(record.id, touched, project)
            touched.badges |= isinstance(record, Claim | Source)
            touched.anchors |= isinstance(record, Excerpt)
        case Capture():
            touched.records[record.source] = None
            touched.badges = touched.anchors = True
        case OriginGroup():
            touched.badges = True
        case ProjectRecord():
            touched.faces = True


def _gather_lines(id: str, touched: Touched, project: Project) -> None:
    """Note the lines that hang on a record, itself if it is drawn as one."""
    touched.ties[id] = None
    record = project.find(id)
    if record is not None:
        touched.ties |= dict.fromkeys(one.id for one in dependent_ties(record, project))


def _both(change: Change, kind: type[R]) -> list[R]:
    return [one for one in (change.before, change.after) if isinstance(one, kind)]
