"""The gutter: hints at the start of the lines, level with their words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter

from PySide6.QtCore import QObject, Signal

from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.ground import stacked
from evidence_board.ui.reader.hint_chip import HEIGHT, HintChip
from evidence_board.ui.reader.hints import Hint
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.theme import Theme

_GAP = 3
_MOST = 80


class Gutter(QObject):
    """Keeps as many chips as hints are in sight, and places them as the page moves."""

    accepted = Signal(object)
    """The Hint that was pressed."""
    dismissed = Signal(object)
    asked_again = Signal()

    def __init__(self, page: PageView | PagesView, theme: Theme) -> None:
        """Stand before the text or the pages of ``page``, which owns this."""
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._hints: tuple[Hint, ...] = ()
        self._starts: list[int] = []
        self._chips: list[HintChip] = []
        page.moved.connect(self.place)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The hints that are shown, in the order of the text."""
        return self._hints

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints and no others."""
        self._hints = tuple(hints)
        self._starts = [hint.start for hint in self._hints]
        self.place()

    def chip_of(self, hint: Hint) -> HintChip | None:
        """Return the chip that shows a hint now, if one does."""
        shown = (chip for chip in self._chips if chip.isVisible() and chip.hint == hint)
        return next(shown, None)

    @property
    def focused(self) -> Hint | None:
        """The hint whose chip has the keyboard."""
        return next((chip.hint for chip in self._chips if chip.hasFocus()), None)

    def spare(self, hint: Hint) -> HintChip:
        """Return a chip that is not in sight, for the menu of a hint."""
        chip = self._chip(0)
        chip.show_hint(hint)
        return chip

    def place(self) -> None:
        """Put a chip beside each hint in sight."""
        seen = self._seen() if self._page.ground.gutter > 0 else []
        for chip in self._chips[len(seen) :]:
            chip.hide()
        high = scaled(HEIGHT)
        wanted = [(middle - high / 2, float(high)) for middle, _ in seen]
        tops = stacked(wanted, scaled(_GAP), self._page.origin.y())
        room, right = round(self._page.ground.gutter), round(self._page.ground.chips)
        for place, ((_, hint), top) in enumerate(zip(seen, tops, strict=True)):
            chip = self._chip(place)
            chip.show_hint(hint)
            width = chip.width_in(room)
            chip.setGeometry(right - width, round(top), width, high)
            chip.show()

    def _seen(self) -> list[tuple[float, Hint]]:
        """Return the hints of what is in sight by the height of their words, from the top.

        On a page of two columns that is not the order of the text.
        """
        if not self._hints or not self._page.isVisible():
            return []
        start, end = self._page.seen
        lower, upper = bisect_left(self._starts, start), bisect_right(self._starts, end)
        found = (
            (box.center().y(), hint)
            for hint in self._hints[lower:upper]
            if (box := self._page.first_box((hint.start, hint.end))) is not None
        )
        return sorted(islice(found, _MOST), key=itemgetter(0))

    def _chip(self, place: int) -> HintChip:
        while len(self._chips) <= place:
            chip = HintChip(self._theme)
            chip.setParent(self._page.viewport())
            chip.accepted.connect(self.accepted)
            chip.dismissed.connect(self.dismissed)
            chip.asked_again.connect(self.asked_again)
            self._chips.append(chip)
        return self._chips[place]
