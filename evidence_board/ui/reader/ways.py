"""The ways from the reader: from excerpt to excerpt, to their list, and to the card on a board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_board.commands.board_list import boards_of
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.ui.document import Document
from evidence_board.ui.naming import mark_of
from evidence_board.ui.reader.marks import excerpt_after

if TYPE_CHECKING:
    from evidence_board.ui.reader.view import ReaderView


class Ways(QObject):
    """Leads from what is read to elsewhere; where a way leads nowhere, that is told."""

    def __init__(self, document: Document, view: "ReaderView") -> None:
        """Lead from ``view``, which owns this."""
        super().__init__(view)
        self._document = document
        self._view = view

    def step(self, step: int) -> None:
        """Go to the next excerpt (1) or the one before (-1), round the ends."""
        view = self._view
        excerpt = excerpt_after(view.marked.marks, view.marked.here, view.page.caret, step)
        if excerpt is None:
            view.tell(view.refusals.no_excerpt())
        else:
            view.jump_to(excerpt)
            view.forms.take_focus()
            self._stand_at(excerpt)

    def _stand_at(self, excerpt: str) -> None:
        """Let the keyboard go on from the words of an excerpt, unless others are selected."""
        view = self._view
        spans = (mark.span for mark in view.marked.marks if mark.excerpt.id == excerpt)
        span = next(spans, None)
        if span is not None and view.page.selection is None and view.maker.composer is None:
            view.page.select(span[0], span[0])

    def list_excerpts(self) -> None:
        """List the excerpts of the source, or say that it has none."""
        view = self._view
        if view.marked.marks:
            view.header.open_outline()
        else:
            view.tell(view.refusals.no_excerpt())

    def jump_back(self) -> None:
        """Show on the board what the selected card in the margin says, or the source itself."""
        view, project = self._view, self._document.project
        chosen = self._document.selected_records()
        meant = chosen[0] if chosen else project.find(view.source_id or "")
        if isinstance(meant, Excerpt):
            meant = project.get(Source, meant.source)
        if meant is None:
            return
        if boards_of(project, meant.id):
            view.show_on_board.emit(meant.id)
        else:
            view.tell(view.refusals.no_card(mark_of(meant)))
