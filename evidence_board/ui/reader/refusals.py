"""Why a key of the reader does nothing now: one plain sentence, and what to do instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_board.ui.actions.reading import READING

if TYPE_CHECKING:
    from evidence_board.ui.reader.view import ReaderView

_MAKING = ("words_claim", "words_excerpt", "words_attach")
_HINTS = ("next_hint", "previous_hint")
_PAGES = ("next_page", "previous_page", "go_to_page")
_OWN = frozenset(row.id for row in READING)


class Refusals(QObject):
    """Says why an action of the reader is not possible as the reader stands."""

    def __init__(self, view: "ReaderView") -> None:
        """Speak for ``view``, which owns this."""
        super().__init__(view)
        self._view = view

    def why(self, id: str) -> str:
        """Return the sentence; nothing where the action is none of the reader's."""
        if id not in _OWN and id not in {"find", "fit_width"}:
            return ""
        if not self._view.forms.something_shows:
            return self._no_source()
        if id in _MAKING:
            return self._nothing_made(id)
        if id in _HINTS:
            return self.tr("A picture has no words, so it has no hints.")
        if id in _PAGES:
            return self.tr("Only a PDF has pages. Page down and Space go on in this source.")
        return self._of_one(id)

    def no_excerpt(self) -> str:
        """Return why there is no excerpt to go to, or none to list."""
        if not self._view.forms.something_shows:
            return self._no_source()
        if self._view.marked.marks:
            return self.tr("All excerpts of this source are orphaned. O lists them.")
        return self.tr("This source has no excerpts yet. Select words and press E.")

    def no_card(self, mark: str) -> str:
        """Return why something cannot be shown on the board."""
        return self.tr("{mark} has no card. Drag it to a board to give it one.").format(mark=mark)

    def last_page(self, *, first: bool) -> str:
        """Return why no page follows, or none comes before."""
        return self.tr("This is the first page.") if first else self.tr("This is the last page.")

    def _no_source(self) -> str:
        if self._view.source_id is None:
            return self.tr("Nothing is open to be read. Choose a source on the left first.")
        return self.tr("The words of this source are not held here, so there is nothing to mark.")

    def _nothing_made(self, id: str) -> str:
        maker = self._view.maker
        if self._view.read_only:
            return self.tr("This project is open to read only. Save a copy to change it.")
        if maker.marks and id == "words_attach":
            return self.tr("Select one claim first, on its card: these words are added to it.")
        if self._view.forms.words_show:
            return self.tr("Select words first, with the mouse or with Shift and the arrows.")
        return self.tr("Mark a part first: drag over it, or press Enter and move it by arrows.")

    def _of_one(self, id: str) -> str:
        match id:
            case "text_or_page" if self._view.turning.count:
                return self.tr("This PDF holds no text, so its pages show.")
            case "text_or_page":
                return self.tr("Only a PDF shows as text or as pages.")
            case "fit_width":
                return self.tr("Only pages and pictures can be as wide as the window.")
            case "find":
                return self.tr("A picture has no words to be found.")
        return ""
