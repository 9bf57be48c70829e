"""Editing in place: where the editor lies, what its text becomes."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from evidence_board.commands import claims, editing, notes, sources
from evidence_board.model.board import Frame
from evidence_board.model.claim import Claim
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.ui.canvas.cards.parts import HEADER, PAD_TOP
from evidence_board.ui.canvas.editor import CardEditor
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Area, snapped
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.canvas.tools.move import SNAP
from evidence_board.ui.canvas.viewport import Viewport
from evidence_board.ui.document import Document

NEW_SIZE = (208.0, 96.0)


def text_of(record: Record | None) -> tuple[str, str] | None:
    """Return the field that is edited in place and its text; None if there is none."""
    match record:
        case Claim() | Note():
            return "text", record.text
        case Source():
            field = "publisher" if record.publisher or not record.title else "title"
            return field, getattr(record, field)
        case Frame():
            return "title", record.title
        case _:
            return None


class InPlace:
    """The one open editor of a view, if any."""

    def __init__(self, document: Document, board_id: str, parent: QWidget) -> None:
        self._document = document
        self._board_id = board_id
        self._parent = parent
        self.editor: CardEditor | None = None

    def edit(self, record: Record, box: Area, viewport: Viewport, lettering: Lettering) -> bool:
        """Open the editor over a record's card or frame title."""
        found = text_of(record)
        if found is None or self._document.project.read_only:
            return False
        field, text = found
        editor = self._open(text, self._place(record, box, viewport), viewport, lettering, record)
        editor.setAccessibleName(tr("Text of {0}").format(getattr(record, "mark", record.noun)))
        editor.committed.connect(lambda words: self._change(record.id, field, words))
        return True

    def compose(
        self, kind: str, place: tuple[float, float], viewport: Viewport, lettering: Lettering
    ) -> None:
        """Open an empty editor where a new card will lie."""
        if self._document.project.read_only:
            return
        x, y = snapped(place[0], SNAP), snapped(place[1], SNAP)
        box = _screen((x, y, *NEW_SIZE), viewport)
        editor = self._open("", box, viewport, lettering, None)
        editor.setPlaceholderText(_PROMPTS[kind]())
        editor.setProperty("role", "newCard")
        editor.committed.connect(lambda words: self._write(kind, words, x, y))

    def finish(self) -> None:
        """Take what was written, as a click outside does."""
        if self.editor is not None:
            self.editor.commit()

    def _open(
        self,
        text: str,
        box: QRect,
        viewport: Viewport,
        lettering: Lettering,
        record: Record | None,
    ) -> CardEditor:
        self.finish()
        many = isinstance(record, Note)
        editor = CardEditor(text, box, _font(record, viewport, lettering), self._parent, many=many)
        self.editor = editor
        editor.committed.connect(self._closed)
        editor.left.connect(self._closed)
        return editor

    def _closed(self, *_: object) -> None:
        self.editor = None
        self._parent.setFocus()

    def _place(self, record: Record, box: Area, viewport: Viewport) -> QRect:
        """Return where the words stand, large enough to write in at any zoom."""
        x, y, width, height = box
        if isinstance(record, Frame):
            return _screen((x + 8, y + 2, min(width - 16, 320.0), 30.0), viewport, least=(160, 28))
        head = PAD_TOP + HEADER
        return _screen((x + 8, y + head, width - 14, max(height - head - 4, 44.0)), viewport)

    def _change(self, id: str, field: str, words: str) -> None:
        record = self._document.project.find(id)
        if record is not None:
            self._document.act(editing.change, record, None, **{field: words})

    def _write(self, kind: str, words: str, x: float, y: float) -> None:
        document, board = self._document, self._board_id
        made: Record | None
        if kind == "claim":
            made = document.act(claims.write, words, kind="judgement", board=board, x=x, y=y)
        elif kind == "note":
            made = document.act(notes.write, words, board=board, x=x, y=y)
        else:
            made = document.act(sources.cite, words, board=board, x=x, y=y)
        if made is not None:
            document.select((made.id,))


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
