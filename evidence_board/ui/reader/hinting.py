"""Hints of the source that is read: shown by kinds, accepted into a claim, turned down."""

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Signal

from evidence_board.commands import dismissing
from evidence_board.commands.claims import Saying
from evidence_board.commands.dismissing import dismissed
from evidence_board.commands.proposing import (
    Proposal,
    factuality_of,
    proposal,
    quantity_fields,
    tellers_of,
)
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import (
    Attribution,
    DateMention,
    Hedge,
    OfText,
    Quantity,
    Reuse,
)
from evidence_board.ui.document import Document
from evidence_board.ui.reader.claim_form import ClaimForm
from evidence_board.ui.reader.gutter import Gutter
from evidence_board.ui.reader.hints import Hint, hints_of, speech_of
from evidence_board.ui.reader.layer_switches import LayerSwitches
from evidence_board.ui.reader.making import Making
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.reader.suggesting import Suggestions
from evidence_board.ui.theme import Theme

_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[A-Z])")


class Hinting(QObject):
    """Joins suggestions, gutter and switches for the source that is read."""

    shared_asked = Signal(object)
    """A passage that is shared with another source was pressed: the Reuse."""

    def __init__(
        self,
        document: Document,
        page: PageView,
        making: Making,
        switches: LayerSwitches,
        theme: Theme,
    ) -> None:
        """Show hints beside ``page``, which owns this."""
        super().__init__(page)
        self._document = document
        self._page = page
        self._making = making
        self._switches = switches
        self._reading: Reading | None = None
        self._found: tuple[OfText, ...] = ()
        self.shared: tuple[Reuse, ...] = ()
        self.suggestions = Suggestions(document.jobs, self)
        self.gutter = Gutter(page, theme)
        self.gutter.accepted.connect(self.accept)
        self.gutter.dismissed.connect(self.dismiss)
        self.gutter.asked_again.connect(self.ask_again)
        self.suggestions.found.connect(self._look_again)
        switches.switched.connect(self._show)
        making.propose = self.proposal

    def read(self, reading: Reading | None) -> None:
        """Show the hints of what is read now, at once or when they are found."""
        self._reading = reading
        self._look_again()

    def show_shared(self, shared: Iterable[Reuse]) -> None:
        """Show the passages that the text shares with other sources."""
        self.shared = tuple(shared)
        self._show()

    def proposal(self, span: tuple[int, int]) -> Proposal:
        """Return what is proposed for a claim from these words."""
        if self._reading is None:
            return Proposal()
        carrier = self._reading.source.id
        return proposal(self._document.project, carrier, self._kept(), span)

    def step(self, step: int) -> None:
        """Go to the next hint (step 1) or the one before (-1) from the caret, round the ends."""
        hints = self.gutter.hints
        if not hints:
            self._document.tell(self.tr("There are no hints in this text."))
            return
        focused = [i for i, one in enumerate(hints) if self._has_focus(one)]
        if focused:
            place = (focused[0] + step) % len(hints)
        else:
            before = sum(one.start < self._page.caret for one in hints)
            place = (before if step > 0 else before - 1) % len(hints)
        self._go(hints[place])

    def accept(self, hint: Hint) -> None:
        """Take a hint into the claim that is being made, or begin one from its words."""
        composer = self._making.composer
        if isinstance(hint.suggestion, Reuse):
            self.shared_asked.emit(hint.suggestion)
        elif composer is not None:
            self._fill(composer.form, hint.suggestion)
            composer.begin()
        elif not self._document.project.read_only:
            self._page.select(*self._speech(hint))
            self._page.reveal(*self._speech(hint))
            self._making.compose()

    def dismiss(self, hint: Hint) -> None:
        """Turn a hint down, for good; the next one gets the keyboard."""
        source = self._source()
        if source is None:
            return
        here = self.gutter.hints.index(hint) if hint in self.gutter.hints else 0
        had_focus = self._has_focus(hint)
        if self._document.act(dismissing.dismiss, source, hint.sign) is None:
            return
        self._document.tell(self.tr("Dismiss suggestion"), undo=True)
        hints = self.gutter.hints
        if had_focus and hints:
            self._go(hints[min(here, len(hints) - 1)])

    def ask_again(self) -> None:
        """Show the hints again that were turned down."""
        source = self._source()
        if source is not None and dismissed(source):
            self._document.act(dismissing.ask_again, source)

    def _look_again(self) -> None:
        reading = self._reading
        self._found = ()
        if reading is not None and reading.capture is not None and reading.text:
            self._found = self.suggestions.of(reading.source, reading.capture, reading.text) or ()
        self._show()

    def _show(self) -> None:
        source = self._source()
        signs = dismissed(source) if source is not None else frozenset[str]()
        hints = hints_of(self._found, self.shared, signs, self._mark_of) if source else ()
        self._switches.count(Counter(hint.layer for hint in hints))
        kinds = self._switches.shown
        shown = tuple(hint for hint in hints if hint.layer in kinds)
        self._page.show_hinted([((hint.start, hint.end), hint.layer) for hint in shown])
        self.gutter.show_hints(shown)

    def _fill(self, form: ClaimForm, one: object) -> None:
        """Put what a hint suggests into the fields of the claim that is being made."""
        if isinstance(one, Attribution) and self._reading is not None:
            tellers = tellers_of(self._document.project, self._reading.source.id, one)
            form.take_saying(Saying(tellers, one.mode))
        elif isinstance(one, Hedge):
            form.take_saying(Saying(hedge=one.span.exact, factuality=factuality_of(one)))
        elif isinstance(one, Quantity) and form.asks_particulars:
            form.take_quantity(quantity_fields(one))
        elif isinstance(one, DateMention) and one.edtf and form.asks_particulars:
            form.take_line("stated" if one.role == "statement" else "event", one.edtf)

    def _kept(self) -> tuple[OfText, ...]:
        """Return the suggestions that were not turned down."""
        source = self._source()
        signs = dismissed(source) if source is not None else frozenset[str]()
        gone = {
            hint.suggestion
            for hint in hints_of(self._found, (), frozenset(), self._mark_of)
            if hint.sign in signs
        }
        return tuple(one for one in self._found if one not in gone)

    def _speech(self, hint: Hint) -> tuple[int, int]:
        """Return the words of a claim from a hint: what is said, else the sentence it stands in."""
        start, end = speech_of(hint)
        if start < end:
            return start, end
        paragraphs = self._page.paragraphs
        place = paragraphs.at(hint.start)
        start, end = paragraphs.starts[place], paragraphs.ends[place]
        for found in _END.finditer(paragraphs.text, start, end):
            if found.end() <= hint.start:
                start = found.end()
            elif found.start() >= hint.end:
                return start, found.start() + 1
        return start, end

    def _go(self, hint: Hint) -> None:
        self._page.select(hint.start, hint.start)
        self._page.reveal(hint.start, hint.end)
        self._page.settled.emit()
        chip = self.gutter.chip_of(hint)
        if chip is not None:
            chip.setFocus()
        else:
            self._open_menu(hint)

    def _open_menu(self, hint: Hint) -> None:
        """Offer a hint at its words, where there is no room for chips."""
        boxes = self._page.boxes((hint.start, hint.end))
        spot = boxes[-1].bottomLeft().toPoint() if boxes else QPoint()
        self.gutter.spare(hint).open_menu(self._page.viewport().mapToGlobal(spot))

    def _has_focus(self, hint: Hint) -> bool:
        chip = self.gutter.chip_of(hint)
        return chip is not None and chip.hasFocus()

    def _source(self) -> Source | None:
        found = self._document.project.find(self._reading.source.id) if self._reading else None
        return found if isinstance(found, Source) else None

    def _mark_of(self, id: str) -> str:
        found = self._document.project.find(id)
        return found.mark if isinstance(found, Source) else ""
