"""Editing in place: where the editor lies, what its text becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from evidence_board.commands import arranging, claims, editing, notes, sources
from evidence_board.commands.arranging import Laid
from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.model.board import Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.acts import inserting
from evidence_board.ui.canvas.card_picture import is_picture
from evidence_board.ui.canvas.cards.parts import HEADER, PAD_TOP
from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.editor import CardEditor
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Area, snapped
from evidence_board.ui.canvas.heights import height_of_words
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.canvas.room import GAP
from evidence_board.ui.canvas.viewport import Viewport
from evidence_board.ui.drafting import Draft
from evidence_board.ui.snapping import GRID
from evidence_board.ui.typing_rests import Told

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

Maker: TypeAlias = Callable[[Project, str, tuple[float, float]], Record]
"""Makes a record of words, with a card at a place."""
NEW_SIZE = (CARD_WIDTH, 96.0)
REASON_SIZE = (232, 48)
Line = Link | Citation


@dataclass(frozen=True)
class New:
    """How a record with a card is made of words, near which place, and what is told of it then.

    ``near`` takes the size of the card; ``gap`` is what it stays away from others.
    """

    make: Maker
    near: Callable[[tuple[float, float]], tuple[float, float]]
    gap: float = 0.0
    tell: Callable[[Record], None] = lambda _made: None


def text_of(record: Record | None) -> tuple[str, str] | None:
    """Return the field that is edited in place and its text; None if there is none."""
    match record:
        case Claim() | Note():
            return "text", record.text
        case Source():
            by_title = is_picture(record) or (not record.publisher and (record.title or record.url))
            field = "title" if by_title else "publisher"
            return field, getattr(record, field)
        case Frame():
            return "title", record.title
        case Link() | Citation():
            return "reason", record.reason
        case _:
            return None


class InPlace:
    """The one open editor of a view, if any."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board
        self.editor: CardEditor | None = None

    def edit(self, record_id: str) -> bool:
        """Open the editor over a record's card or frame title; False if there is no text."""
        document = self._board.document
        record = document.project.find(record_id)
        box = chosen_on(self._board.sheet, (record_id,)).area(self._board.sheet)
        found = text_of(record)
        if record is None or box is None or found is None or document.project.read_only:
            return False
        field, text = found
        editor = self._open(text, self._over(record, box), record)
        if isinstance(record, Line):
            editor.setAccessibleName(tr("Reason"))
            editor.setPlaceholderText(tr("Why this holds. Enter keeps it, Esc leaves."))
        else:
            name = getattr(record, "mark", record.noun)
            editor.setAccessibleName(tr("Text of {0}").format(name))
            if field == "title" and isinstance(record, Source):
                editor.setPlaceholderText(tr("Write a title"))
        edit = object()

        def rest(words: str) -> None:
            if self._change(record_id, field, words, Told(edit, rests=True)):
                editor.note_stored(words)

        editor.rested.connect(rest)
        editor.committed.connect(
            lambda words: self._change(record_id, field, words, Told(edit, rests=False))
        )
        return True

    def compose(self, kind: str, place: tuple[float, float] | None, new: New | None = None) -> None:
        """Open an empty editor where a new card will lie: at a place, or where there is room.

        ``new`` tells how the record is made instead of by the plain command for its kind. It is
        made at the first rest of the keys; Esc leaves nothing of it.
        """
        board = self._board
        if board.document.project.read_only:
            return
        self.finish()
        gap = 0.0 if place is not None else GAP
        near = place if place is not None else inserting.place_for(board, NEW_SIZE)
        x, y = snapped(near[0], GRID), snapped(near[1], GRID)
        if place is None:
            wide, high = NEW_SIZE
            board.camera.bring((x - GAP, y - GAP, wide + 2 * GAP, high + 2 * GAP))
        new = new or New(partial(self._plain, kind), lambda _size: (x, y), gap)
        editor = self._open("", _screen((x, y, *NEW_SIZE), board.camera.viewport), None)
        editor.setPlaceholderText(_PROMPTS[kind]())
        editor.setProperty("role", "newCard")
        self._write_on(editor, kind, new)

    def finish(self) -> None:
        """Take what was written, as a click outside does."""
        if self.editor is not None:
            self.editor.commit()

    def height_of(self, kind: str, words: str) -> float:
        """Return how high a new card of a kind with these words will be."""
        lettering = self._board.surface.look.lettering
        return height_of_words(kind, words, CARD_WIDTH, lettering)

    def _open(self, text: str, box: QRect, record: Record | None) -> CardEditor:
        self.finish()
        self._board.linking.finish()
        board, many = self._board, isinstance(record, Note)
        font = _font(record, board.camera.viewport, board.surface.look.lettering)
        line = isinstance(record, Line)
        self.editor = editor = CardEditor(text, box, font, board, many=many, optional=line)
        editor.committed.connect(self._closed)
        editor.left.connect(self._closed)
        return editor

    def _closed(self, *_: object) -> None:
        """Let go of the editor, and of the thread that led to a new card."""
        self.editor = None
        self._board.live.thread = None
        self._board.setFocus()
        self._board.refresh()

    def _over(self, record: Record, box: Area) -> QRect:
        """Return where the words stand, large enough to write in at any zoom."""
        x, y, width, height = box
        viewport = self._board.camera.viewport
        if isinstance(record, Line):
            return self._on_line(record)
        if isinstance(record, Frame):
            return _screen((x + 8, y + 2, min(width - 16, 320.0), 30.0), viewport, least=(160, 28))
        if is_picture(record):
            return _screen((x + 4, y + height - 44, width - 8, 40.0), viewport, least=(180, 40))
        head = PAD_TOP + HEADER
        return _screen((x + 8, y + head, width - 14, max(height - head - 4, 44.0)), viewport)

    def _on_line(self, line: Line) -> QRect:
        """Return a field about the middle of a line, wholly in sight."""
        board, scale = self._board, self._board.camera.viewport.scale
        lines = board.sheet.layout.lines
        (middle,) = lines.middles(np.array([lines.row_of[line.id]])).tolist()
        x, y = board.camera.viewport.to_screen(*middle)
        width, height = round(REASON_SIZE[0] * scale), round(REASON_SIZE[1] * scale)
        left = max(min(round(x - width / 2), board.width() - width - 8), 8)
        top = max(min(round(y - height / 2), board.height() - height - 8), 8)
        return QRect(left, top, width, height)

    def _change(self, id: str, field: str, words: str, told: Told) -> bool:
        document = self._board.document
        record = document.project.find(id)
        if record is None:
            return False
        label = "Set reason" if field == "reason" else None
        done = document.write(
            told, lambda project: editing.change(project, record, label, **{field: words})
        )
        return done is not None

    def _write_on(self, editor: CardEditor, kind: str, new: New) -> None:
        """Let what is written in an editor become a record, and end with it."""

        def make(project: Project, words: str) -> Record:
            return new.make(project, words, self._place(kind, words, new))

        def settle(project: Project, made: Record, words: str) -> None:
            self._settle(project, made, self._place(kind, words, new, but=made.id))

        field = "publisher" if kind == "source" else "text"
        draft = Draft(self._board.document, field, make, settle)

        def rest(words: str) -> None:
            if draft.rest(words):
                editor.note_stored(words)

        def end(words: str) -> None:
            made = draft.finish(words)
            if made is not None:
                self._board.document.select((made.id,))
                new.tell(made)

        editor.rested.connect(rest)
        editor.committed.connect(end)

    def _place(self, kind: str, words: str, new: New, but: str = "") -> tuple[float, float]:
        """Return where the card covers nothing, now that its height is known."""
        size = self._size(kind, words)
        layout = self._board.sheet.layout
        return layout.free_place(size, new.near(size), gap=new.gap, but=but)

    def _settle(self, project: Project, made: Record, place: tuple[float, float]) -> None:
        """Move the card that was made with the first words to where it has room for all."""
        cards = (one for one in project.referrers(made.id) if isinstance(one, Card))
        here = next((one for one in cards if one.board == self._board.board_id), None)
        if here is not None and (here.x, here.y) != place:
            arranging.arrange(project, "Move card", [Laid(here.id, *place)])

    def _plain(self, kind: str, project: Project, words: str, place: tuple[float, float]) -> Record:
        """Make a record with its card by the plain command for its kind."""
        board, (x, y) = self._board.board_id, place
        if kind == "claim":
            return claims.write(project, words, kind="judgement", board=board, x=x, y=y)
        if kind == "note":
            return notes.write(project, words, board=board, x=x, y=y)
        return sources.cite(project, words, board=board, x=x, y=y)

    def _size(self, kind: str, words: str) -> tuple[float, float]:
        return CARD_WIDTH, self.height_of(kind, words)


_PROMPTS: dict[str, Callable[[], str]] = {
    "claim": lambda: tr("What is claimed? Enter keeps it, Esc leaves."),
    "note": lambda: tr("Write a note. Ctrl+Enter keeps it, Esc leaves."),
    "source": lambda: tr("Name of a source you know through others"),
}


def _font(record: Record | None, viewport: Viewport, lettering: Lettering) -> QFont:
    role: Role = "body" if isinstance(record, Note) else "cardTitle"
    font = QFont(lettering.font(role))
    size = lettering.size(role) * max(viewport.zoom, 0.85) * viewport.scale
    font.setPixelSize(max(round(min(size, 40 * viewport.scale)), 11))
    return font


def _screen(
    box: tuple[float, ...], viewport: Viewport, least: tuple[int, int] = (180, 64)
) -> QRect:
    x, y = viewport.to_screen(box[0], box[1])
    width = max(box[2] * viewport.factor, least[0] * viewport.scale)
    height = max(box[3] * viewport.factor, least[1] * viewport.scale)
    return QRect(round(x), round(y), round(width), round(height))
