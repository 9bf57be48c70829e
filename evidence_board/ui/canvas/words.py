"""Words of a source that come to the board: a claim of their own, or further words for one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMimeData, QPointF

from evidence_board.commands import claims
from evidence_board.commands.claims import PLAIN
from evidence_board.commands.proposing import Proposal
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.document import Document
from evidence_board.ui.reader.dragging import EXCERPT_TYPE, DraggedExcerpt, unpack

if TYPE_CHECKING:
    from evidence_board.ui.canvas.drops import Landing
    from evidence_board.ui.canvas.view import BoardView

Propose: TypeAlias = Callable[[DraggedExcerpt], Proposal]
"""Gives what a text proposes for a claim from words of it."""


def nothing_proposed(_dragged: DraggedExcerpt) -> Proposal:
    """Propose nothing, where no text is read."""
    return Proposal()


def has_excerpt(mime: QMimeData) -> bool:
    """Whether words of a source are offered."""
    return mime.hasFormat(EXCERPT_TYPE)


def claim_under(board: "BoardView", spot: QPointF) -> str | None:
    """Return the id of the claim whose card lies under a place of the window, or None."""
    place = board.camera.viewport.to_board(spot.x(), spot.y())
    row = board.sheet.layout.card_at(*place)
    record = board.target(row, None) if row is not None else None
    return record.id if isinstance(record, Claim) else None


def take_words(mime: QMimeData, landing: "Landing") -> None:
    """Make a claim that rests on the words, or tie them to the claim that they were let fall on.

    What the text proposes for them goes with them, as in the form of the reader.
    """
    document, dragged = landing.document, unpack(mime)
    capture = document.project.find(dragged.capture) if dragged is not None else None
    if dragged is None or not isinstance(capture, Capture):
        document.problem.emit(tr("These words are not of a source of this project."))
        return
    text = document.project.text(capture)
    onto = document.project.find(landing.onto) if landing.onto else None
    made = landing.propose(dragged)
    if isinstance(onto, Claim):
        _attach(document, onto, capture, text, dragged, made)
        return
    x, y = landing.room(claims.one_line(text[dragged.start : dragged.end]), True)
    claim = document.act(_mark, capture, text, dragged, made, landing.board_id, x, y)
    if claim is not None:
        document.select((claim.id,))
        landing.show((claim.id,))
        if made.reasons:
            told = tr("{0} made as proposed: see on the right who says it, and how.")
            document.tell(told.format(claim.mark), undo=True)


def _attach(
    document: Document,
    claim: Claim,
    capture: Capture,
    text: str,
    dragged: DraggedExcerpt,
    made: Proposal,
) -> None:
    """Tie the words to a claim that is there."""

    def attach(project: Project) -> bool:
        claims.attach(project, claim, _excerpt(capture, text, dragged), made.saying)
        return True

    if document.act(attach):
        document.select((claim.id,))
        form = (
            tr("Words added to {0}.")
            if made.saying == PLAIN
            else tr("Words added to {0} as proposed: see on the right who says it, and how.")
        )
        document.tell(form.format(claim.mark), undo=True)


def _mark(
    project: Project,
    capture: Capture,
    text: str,
    dragged: DraggedExcerpt,
    made: Proposal,
    board: str,
    x: float,
    y: float,
) -> Claim:
    return claims.mark(
        project,
        _excerpt(capture, text, dragged),
        saying=made.saying,
        particulars=made.particulars,
        board=board,
        x=x,
        y=y,
    )


def _excerpt(capture: Capture, text: str, dragged: DraggedExcerpt) -> Excerpt:
    """Return the excerpt; ValueError where the text does not hold the words."""
    return excerpt_of(capture.source, capture.id, text, dragged.start, dragged.end)
