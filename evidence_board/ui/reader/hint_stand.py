"""A form of a text in which hints stand: its words, its gutter, and what makes claims there."""

from collections.abc import Callable

from PySide6.QtCore import QPoint

from evidence_board.ui.reader.gutter import Gutter
from evidence_board.ui.reader.hint_chip import HintChip
from evidence_board.ui.reader.hints import Hint
from evidence_board.ui.reader.maker import Maker
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.theme import Theme


class HintStand:
    """Hints beside the text, or beside its pages."""

    def __init__(
        self, page: PageView | PagesView, maker: Maker, theme: Theme, lost: Callable[[], None]
    ) -> None:
        """Let hints stand beside ``page``, where ``maker`` makes claims.

        ``lost`` is called where the words of a hint that is gone to have no place on their page.
        """
        self._lost = lost
        self.page = page
        self.maker = maker
        self.gutter = Gutter(page, theme)
        self._awaited: Hint | None = None
        self._offered: Hint | None = None
        page.moved.connect(self._go_on)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these hints at their words, and no others."""
        self.page.show_hinted([((hint.start, hint.end), hint.layer) for hint in hints])
        self.gutter.show_hints(hints)

    def go(self, hint: Hint) -> None:
        """Bring the words of a hint into view, and give its chip the keyboard."""
        self._awaited = None
        self.page.select(hint.start, hint.start)
        self.page.reveal(hint.start, hint.end)
        self.page.settled.emit()
        if self._has_no_place(hint):
            self._lost()
        elif not self._enter(hint):
            self._awaited = hint

    @property
    def at(self) -> Hint | None:
        """The hint from which the next one is counted: in focus, or offered at the caret."""
        offered = self._offered
        here = offered is not None and offered.start == self.page.caret
        return self.gutter.focused or (offered if here else None)

    def has_focus(self, hint: Hint) -> bool:
        """Whether the chip of a hint has the keyboard."""
        chip = self.gutter.chip_of(hint)
        return chip is not None and chip.hasFocus()

    def _enter(self, hint: Hint) -> bool:
        """Give a hint the keyboard, as soon as it is known where on its page it is."""
        chip = self.gutter.chip_of(hint)
        if chip is not None:
            chip.setFocus()
        elif self.page.first_box((hint.start, hint.end)) is not None:
            self._open_menu(hint)
        else:
            return False
        return True

    def _open_menu(self, hint: Hint) -> None:
        """Offer a hint at its words, where there is no room for chips."""
        boxes = self.page.boxes((hint.start, hint.end))
        spot = boxes[-1].bottomLeft().toPoint() if boxes else QPoint()
        spare: HintChip = self.gutter.spare(hint)
        self._offered = hint
        spare.offer(self.page.viewport().mapToGlobal(spot), self.page)

    def _go_on(self) -> None:
        hint = self._awaited
        if hint is None:
            return
        if self._has_no_place(hint):
            self._awaited = None
            self._lost()
        elif self.page.hasFocus() and self._enter(hint):
            self._awaited = None

    def _has_no_place(self, hint: Hint) -> bool:
        """Whether the page of a hint shows other words than the text that is stored."""
        page = self.page
        return isinstance(page, PagesView) and page.has_other_words(page.pages.at(hint.start))
