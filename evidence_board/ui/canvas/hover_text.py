"""What a tool tip tells of the card or line under the pointer: always plain text."""

import html
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.misfits import open_misfits
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.actions.marking import COLOUR_WORDS
from evidence_board.ui.canvas.faces import Face, tr
from evidence_board.ui.canvas.tools.choosing import line_at, taken_at
from evidence_board.ui.canvas.tools.gesture import Pointer
from evidence_board.ui.naming import heading, line_of, short_of
from evidence_board.ui.pair_words import pair_of, state_of
from evidence_board.ui.wording import translate

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

_LONGEST, _MOST = 480, 3


class HoverText(QObject):
    """Shows tool tips on one board's view."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        board.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Answer the question for a tool tip, and leave all else to the view."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        text = self.text_at(event.pos().x(), event.pos().y())
        if text:
            QToolTip.showText(event.globalPos(), as_it_stands(text), self._board, QRect())
        else:
            QToolTip.hideText()
        return True

    def text_at(self, x: float, y: float) -> str:
        """Return what is told of what lies at a place of the window."""
        board = self._board
        pointer = Pointer("move", x, y, board.camera.viewport.to_board(x, y))
        project, card = board.document.project, taken_at(board, pointer)
        if card is not None:
            record = project.find(card)
            face = board.sheet.face(board.sheet.layout.row_of_record[card])
            muted = board.document.counts.muted
            return card_text(record, face, project, muted) if record is not None else ""
        line = line_at(board, pointer)
        record = project.find(line) if line is not None else None
        return line_text(record, project) if record is not None else ""


def as_it_stands(text: str) -> str:
    """Return a tool tip that shows every sign of a text, and its lines."""
    return "<p>" + html.escape(text).replace("\n", "<br>") + "</p>"


def card_text(
    record: Record, face: Face, project: Project, muted: AbstractSet[str] = frozenset()
) -> str:
    """Return the words behind a card, where they stand, and what only colour or a sign says."""
    lines = [heading(record)]
    match record:
        case Excerpt():
            lines += _quoted(record, project)
        case Claim():
            lines += [_short(record.text), *_words_of(record, project)]
            for rival in open_rivals(project, record, muted)[:_MOST]:
                lines.append(tr("Contradicted by {0}").format(_named(rival, project)))
            pairs = open_misfits(project, record) if face.misfit else ()
            for pair in pairs[:_MOST]:
                told = f"{pair_of(pair, project)}, {state_of(pair, project)}"
                lines.append(tr("Does not fit: {0}").format(told))
        case _:
            lines.append(_short(line_of(record, project)))
    lines += [face.lost] if face.lost else []
    if face.colour in COLOUR_WORDS:
        lines.append(tr("Colour: {0}").format(translate("Action", COLOUR_WORDS[face.colour])))
    if face.tags:
        lines.append(tr("Tags: {0}").format(", ".join(face.tags)))
    return "\n".join(line for line in lines if line)


def line_text(record: Record, project: Project) -> str:
    """Return what a line says, what stands at both its ends, and why it holds."""
    lines = [line_of(record, project)]
    if isinstance(record, Link | Citation):
        ends = (project.find(record.from_id), project.find(record.to_id))
        lines += [_named(one, project) for one in ends if one is not None]
        bare = tr("No reason yet") if isinstance(record, Link) else ""
        lines.append(_short(record.reason) or bare)
    elif isinstance(record, Assertion):
        excerpt = project.find(record.excerpt) if record.excerpt else None
        lines += _quoted(excerpt, project) if isinstance(excerpt, Excerpt) else []
    return "\n".join(line for line in lines if line)


def _words_of(claim: Claim, project: Project) -> list[str]:
    said = (one for one in project.referrers(claim.id) if isinstance(one, Assertion))
    found = [project.find(one.excerpt) for one in said if one.excerpt]
    excerpts = [one for one in found if isinstance(one, Excerpt)]
    lines = [line for one in excerpts[:_MOST] for line in _quoted(one, project)]
    more = len(excerpts) - _MOST
    return [*lines, tr("and {0} more").format(more)] if more > 0 else lines


def _quoted(excerpt: Excerpt, project: Project) -> list[str]:
    """Return the marked words, and a line that says where they stand."""
    source = project.find(excerpt.source)
    where = short_of(source, project) if isinstance(source, Source) else ""
    if excerpt.page is not None:
        place = tr("page {0}").format(excerpt.page)
    elif excerpt.wordless:
        place = ""
    else:
        place = tr("characters {0} to {1}").format(excerpt.start, excerpt.end)
    words = _short(excerpt.exact)
    return [
        words if excerpt.wordless else f"“{words}”",
        ", ".join(one for one in (where, place) if one),
    ]


def _named(record: Record, project: Project) -> str:
    short, line = short_of(record, project), _short(line_of(record, project))
    return short if line in short else f"{short}: {line}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
