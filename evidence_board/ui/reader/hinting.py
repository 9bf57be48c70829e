"""Hints of the source that is read: shown by kinds, accepted into a claim, turned down."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from evidence_board.commands import dismissing
from evidence_board.commands.claims import Saying
from evidence_board.commands.dismissing import dismissed
from evidence_board.commands.proposing import (
    Proposal,
    factuality_of,
    in_own_voice,
    proposal,
    quantity_fields,
    tellers_of,
)
from evidence_board.model.source import Source
from evidence_board.suggest.piecewise import WHOLE
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
from evidence_board.ui.reader.hint_stand import HintStand
from evidence_board.ui.reader.hints import Hint, Layer, shared_hint, words_for_claim
from evidence_board.ui.reader.layer_switches import LayerSwitches
from evidence_board.ui.reader.making import Making
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.reader.suggesting import Looked, Suggestions, near
from evidence_board.ui.reader.turning import Turning
from evidence_board.ui.theme import Theme


class Hinting(QObject):
    """Joins suggestions, gutter and switches for the source that is read."""

    shared_asked = Signal(object)
    """A passage that is shared with another source was pressed: the Reuse."""

    def __init__(
        self,
        document: Document,
        page: PageView,
        making: Making,
        turning: Turning,
        switches: LayerSwitches,
        theme: Theme,
    ) -> None:
        """Show hints beside ``page``, which owns this, or beside the pages of ``turning``."""
        super().__init__(page)
        self._document = document
        self._text = page
        self._switches = switches
        self._stands = (
            HintStand(page, making, theme, self._tell_lost),
            HintStand(turning.pages, turning.making, theme, self._tell_lost),
        )
        self._stand = self._stands[0]
        self._reading: Reading | None = None
        self._looked: tuple[Looked, ...] = ()
        self._near: tuple[Looked, ...] = ()
        self.shared: tuple[Reuse, ...] = ()
        self.suggestions = Suggestions(document.jobs, self)
        for stand in self._stands:
            stand.gutter.accepted.connect(self.accept)
            stand.gutter.dismissed.connect(self.dismiss)
            stand.gutter.asked_again.connect(self.ask_again)
            stand.page.moved.connect(self._follow)
        self.suggestions.found.connect(self._look_again)
        switches.switched.connect(self._show)
        making.propose = self.proposal

    @property
    def gutter(self) -> Gutter:
        """The gutter of the form in which the text shows."""
        return self._stand.gutter

    def stand_beside(self, *, pages: bool) -> None:
        """Show hints beside the pages, or beside the text."""
        stand = self._stands[pages]
        if stand is not self._stand:
            self._stand.show_hints(())
            self._stand = stand
            self._look_again()

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
        made = proposal(self._document.project, carrier, self._kept(span), span)
        if not any(one.place[0] <= span[0] < one.place[1] for one in self._looked):
            return made  # nobody knows yet whether somebody says it
        return in_own_voice(made, self._reading.text[slice(*span)])

    def step(self, step: int) -> None:
        """Go to the next hint (step 1) or the one before (-1) from the caret, round the ends."""
        hints = self._shown(self._looked)
        if not hints:
            none = self.tr("There are no hints in this text.")
            later = self.tr("This text is still being looked through for hints.")
            self._document.tell(none if self.is_whole else later)
            return
        at = self._stand.at
        if at is not None and at in hints:
            place = (hints.index(at) + step) % len(hints)
        else:
            before = sum(one.start < self._stand.page.caret for one in hints)
            place = (before if step > 0 else before - 1) % len(hints)
        self._stand.go(hints[place])

    @property
    def is_whole(self) -> bool:
        """Whether all of the text was looked through for hints."""
        reading = self._reading
        if reading is None or reading.capture is None or not reading.text:
            return True
        return self.suggestions.is_whole(reading.source, reading.capture)

    def accept(self, hint: Hint) -> None:
        """Take a hint into the claim that is being made, or begin one from its words."""
        page, composer = self._stand.page, self._stand.maker.composer
        if isinstance(hint.suggestion, Reuse):
            self.shared_asked.emit(hint.suggestion)
        elif composer is not None:
            self._fill(composer.form, hint.suggestion)
            composer.begin()
        elif not self._document.project.read_only:
            words = words_for_claim(hint, self._text.paragraphs)
            page.select(*words)
            page.reveal(*words)
            self._stand.maker.compose()
        else:
            self._document.tell(
                self.tr("This project is open to read only. Save a copy to change it.")
            )

    def dismiss(self, hint: Hint) -> None:
        """Turn a hint down, for good; the next one gets the keyboard."""
        source = self._source()
        if source is None:
            return
        here = self.gutter.hints.index(hint) if hint in self.gutter.hints else 0
        had_focus = self._stand.has_focus(hint)
        if self._document.act(dismissing.dismiss, source, hint.sign) is None:
            return
        self._document.tell(self.tr("Dismiss suggestion"), undo=True)
        hints = self.gutter.hints
        if had_focus and hints:
            self._stand.go(hints[min(here, len(hints) - 1)])

    def ask_again(self) -> None:
        """Show the hints again that were turned down."""
        source = self._source()
        if source is not None and dismissed(source):
            self._document.act(dismissing.ask_again, source)
        else:
            self._document.tell(self.tr("No hint of this source was dismissed."))

    def show_kinds(self) -> None:
        """Show the hints of the kinds that are switched on now."""
        self._show()

    def _tell_lost(self) -> None:
        """Say why a hint cannot be gone to on its page."""
        self._document.tell(
            self.tr(
                "The words of this page are not those of the stored text, so its hints stand "
                "beside the text: press P."
            )
        )

    def _look_again(self) -> None:
        self._looked = self._known_now()
        self._show()

    def _known_now(self) -> tuple[Looked, ...]:
        """Return what is known of the text; what is in sight is looked through next."""
        reading = self._reading
        if reading is None or reading.capture is None or not reading.text:
            return ()
        at, _ = self._stand.page.seen
        return self.suggestions.of(reading.source, reading.capture, reading.text, at)

    def _show(self) -> None:
        """Show the hints of the pieces in sight, and how many the whole text has of each kind."""
        self._near = near(self._looked, self._stand.page.seen) if self._looked else ()
        self._switches.count(self._counts())
        self._stand.show_hints(self._shown(self._near))

    def _follow(self) -> None:
        """Show the hints of other pieces once these are in sight, and look for them at once."""
        if self._reading is None or len(self._reading.text) <= WHOLE:
            return
        looked = self._known_now()
        if looked != self._looked or near(looked, self._stand.page.seen) != self._near:
            self._looked = looked
            self._show()

    def _shown(self, looked: tuple[Looked, ...]) -> tuple[Hint, ...]:
        """Return the hints of some pieces that show: of a kind that does, not turned down."""
        source = self._source()
        if source is None:
            return ()
        signs, kinds = dismissed(source), self._switches.shown
        own = [
            hint
            for one in looked
            for hint in one.hints
            if hint.layer in kinds and hint.sign not in signs
        ]
        shared = self._open_shared(signs) if "shared" in kinds else ()
        return tuple(sorted((*own, *shared), key=lambda hint: (hint.start, hint.end)))

    def _open_shared(self, signs: frozenset[str]) -> tuple[Hint, ...]:
        """Return the passages that are shared with other sources, those turned down left out."""
        hints = (shared_hint(one, self._mark_of) for one in self.shared)
        return tuple(hint for hint in hints if hint.sign not in signs)

    def _counts(self) -> Counter[Layer]:
        """Return how many hints of each kind the text has, those turned down left out."""
        counts: Counter[Layer] = Counter()
        source = self._source()
        if source is None:
            return counts
        signs = dismissed(source)
        for one in self._looked:
            counts.update(one.counts)
            counts.subtract(one.layer_of[sign] for sign in signs if sign in one.layer_of)
        counts["shared"] += len(self._open_shared(signs))
        return counts

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

    def _kept(self, span: tuple[int, int]) -> tuple[OfText, ...]:
        """Return the suggestions round these words that were not turned down."""
        source = self._source()
        signs = dismissed(source) if source is not None else frozenset[str]()
        here = near(self._looked, span)
        gone = {hint.suggestion for one in here for hint in one.hints if hint.sign in signs}
        return tuple(one for each in here for one in each.found if one not in gone)

    def _source(self) -> Source | None:
        found = self._document.project.find(self._reading.source.id) if self._reading else None
        return found if isinstance(found, Source) else None

    def _mark_of(self, id: str) -> str:
        found = self._document.project.find(id)
        return found.mark if isinstance(found, Source) else ""
