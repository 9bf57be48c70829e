"""The gutter: hints at the start of the lines, level with their words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.ground import stacked
from evidence_board.ui.reader.hint_chip import HEIGHT, HintChip
from evidence_board.ui.reader.hints import Hint
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.theme import Theme

_GAP, _END = 3, 26
_MOST = 80


class Gutter(QObject):
    """Keeps as many chips as hints are in sight, and places them as the page moves."""

    accepted = Signal(object)
    """The Hint that was pressed."""
    dismissed = Signal(object)
    asked_again = Signal()

    def __init__(self, page: PageView, theme: Theme) -> None:
        """Stand before the text of ``page``, which owns this."""
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
        seen = self._seen() if self._page.ground.gutter > 0 else ()
        for chip in self._chips[len(seen) :]:
            chip.hide()
        boxes = [self._page.first_box((hint.start, hint.end)) for hint in seen]
        high = scaled(HEIGHT)
        wanted = [(box.center().y() - high / 2 if box else 0.0, float(high)) for box in boxes]
        tops = stacked(wanted, scaled(_GAP), self._page.origin.y())
        room = round(self._page.ground.gutter)
        right = round(self._page.ground.text) - scaled(_END)
        for place, (hint, top) in enumerate(zip(seen, tops, strict=True)):
            chip = self._chip(place)
            chip.show_hint(hint)
            width = chip.width_in(room)
            chip.setGeometry(right - width, round(top), width, high)
            chip.show()

    def _seen(self) -> tuple[Hint, ...]:
        """Return the hints of the paragraphs in sight."""
        if not self._hints:
            return ()
        start, end = self._page.seen
        lower, upper = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return self._hints[lower : min(upper, lower + _MOST)]

    def _chip(self, place: int) -> HintChip:
        while len(self._chips) <= place:
            chip = HintChip(self._theme)
            chip.setParent(self._page.viewport())
            chip.accepted.connect(self.accepted)
            chip.dismissed.connect(self.dismissed)
            chip.asked_again.connect(self.asked_again)
            self._chips.append(chip)
        return self._chips[place]
