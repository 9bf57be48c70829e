"""All record kinds, each after the ones it refers to."""

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.issue import Issue
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source

KINDS: tuple[type[Record], ...] = (
    ProjectRecord,
    OriginGroup,
    Source,
    Capture,
    Excerpt,
    Claim,
    Assertion,
    Citation,
    Link,
    Discrepancy,
    Board,
    Frame,
    Note,
    Card,
    Tag,
    Tagging,
    Deferral,
    IndependenceVerdict,
    BriefPlan,
    Issue,
)

KIND_OF = {kind.table: kind for kind in KINDS}
