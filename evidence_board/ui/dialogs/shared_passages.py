"""Shared passages: what two sources have in common, side by side, to be accepted or turned down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_board.analysis.direction import later_of
from evidence_board.commands import reusing
from evidence_board.model.link_types import BY_KEY, CitationKind
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Reuse, Span
from evidence_board.ui.dialogs.side_by_side import SideBySide
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import tip
from evidence_board.ui.sharing_words import SharedWords
from evidence_board.ui.theme import Theme
from evidence_board.ui.wording import translate

_KINDS: tuple[CitationKind, ...] = (
    *("republishes", "quotes", "paraphrases", "relays", "translates", "mentions"),
)


class SharedPassages(SideBySide[Reuse]):
    """Lists the open passages of all sources, or of one."""

    def __init__(
        self, document: Document, shared: SharedWords, theme: Theme, parent: QWidget
    ) -> None:
        """Show what ``shared`` knows, and what it finds from now on."""
        self._shared = shared
        self._source: str | None = None
        super().__init__(translate("SharedPassages", "Shared passages"), document, theme, parent)
        shared.changed.connect(self.refresh)
        shared.all_compared.connect(self.show_state)
        document.changed.connect(self.refresh)
        self.refresh()

    def show_source(self, source: str | None, passage: Reuse | None = None) -> None:
        """List the passages of one source, or of all, and choose one."""
        self._source = source
        self.refresh()
        for row, one in enumerate(self._rows):
            if passage is not None and passage in (one, one.turned()):
                self.list.setCurrentRow(row)

    def build_acts(self, across: QHBoxLayout) -> None:
        """Add who has it from whom, the type of the citation, accept and dismiss."""
        self.direction = ChoiceField(self.tr("Direction"), ())
        self.direction.chosen.connect(lambda _key: self._allow())
        rows = [(key, BY_KEY[key].word) for key in _KINDS]
        self.kind = ChoiceField(self.tr("Type of the citation"), rows)
        self.accept_button = self.act_button(self._accept, self.tr("Accept"))
        self.accept_button.setProperty("role", "primary")
        tip(self.accept_button, self.tr("Make a citation of it (Enter)"))
        self.dismiss_button = self.act_button(self._turn_down, self.tr("Dismiss"))
        tip(self.dismiss_button, self.tr("Never propose it again (Del)"))
        across.addWidget(self.direction, 3)
        across.addWidget(self.kind, 2)
        across.addWidget(self.accept_button)
        across.addWidget(self.dismiss_button)

    # Showing

    def rows_now(self) -> tuple[Reuse, ...]:
        """Return the passages that nobody has accepted or turned down."""
        found = self._shared.all() if self._source is None else self._shared.of(self._source)
        return tuple(one for one in found if reusing.is_open(self._document.project, one))

    def state_words(self) -> str:
        """Return how many there are, or that texts are still being compared."""
        if self._shared.busy:
            return self.tr("Comparing texts …")
        if not self._rows:
            return self.tr("No shared passages are open.")
        return self.tr(
            "%n passage(s). That words are the same is a fact; who has them from whom is yours to "
            "judge.",
            "",
            len(self._rows),
        )

    def row_words(self, row: Reuse) -> str:
        """Return which sources share how many words, and the first of them."""
        here, there = self._mark_of(row.source), self._mark_of(row.other_source)
        words = " ".join(row.span.exact.split())
        return self.tr("{here} and {there}, {count} words\n{words}").format(
            here=here, there=there, count=row.tokens, words=words[:60]
        )

    def ends(self, row: Reuse) -> tuple[tuple[str, Span], ...]:
        """Return the passage as it stands in both sources."""
        return (row.source, row.span), (row.other_source, row.other)

    def told_of(self, row: Reuse) -> str:
        """Return what a passage shows, and whether the dates tell which came first."""
        words = reusing.evidence(row)
        if later_of(*self._pair(row)) is None:
            words += " " + self.tr("The dates do not tell which came first.")
        return words

    def show_acts(self, row: Reuse | None) -> None:
        """Offer both ways; the dates choose one, where they tell, and nobody does otherwise."""
        for part in (self.direction, self.kind, self.dismiss_button):
            part.setEnabled(row is not None)
        if row is not None:
            self._offer_directions(row)
        self._allow()

    def _offer_directions(self, passage: Reuse) -> None:
        one, other = self._pair(passage)
        later = later_of(one, other)
        self.direction.clear()
        if later is None:
            self.direction.addItem(self.tr("Who has it from whom?"), None)
        for first, second in ((one, other), (other, one)):
            if later in (None, first):
                self.direction.addItem(f"{first.mark} → {second.mark}", first.id)
        self.direction.setCurrentIndex(0)
        quoted = passage.quoted_here if later is None or later is one else passage.quoted_there
        self.kind.show_key("quotes" if quoted else "republishes")

    def _mark_of(self, id: str) -> str:
        found = self._document.project.find(id)
        return found.mark if isinstance(found, Source) else id

    def _pair(self, passage: Reuse) -> tuple[Source, Source]:
        project = self._document.project
        return project.get(Source, passage.source), project.get(Source, passage.other_source)

    def _allow(self) -> None:
        self.accept_button.setEnabled(self.writable and self.direction.currentData() is not None)
        self.dismiss_button.setEnabled(self.writable)

    # Acting

    def keep(self) -> None:
        """Accept; where the dates do not tell, ask first who has it from whom."""
        if not self.accept_button.isEnabled() and self.row is not None:
            self.direction.setFocus(Qt.FocusReason.OtherFocusReason)
            self.direction.showPopup()
        else:
            self.accept_button.click()

    def put_away(self) -> None:
        """Turn the passage down."""
        self.dismiss_button.click()

    def _accept(self) -> None:
        passage, by = self.row, self.direction.currentData()
        if passage is not None and by is not None:
            self._tell(self._document.does(reusing.accept, passage, by, self.kind.currentData()))

    def _turn_down(self) -> None:
        if self.row is not None:
            self._tell(self._document.does(reusing.turn_down, self.row))

    def _tell(self, done: bool) -> None:
        """Offer to take it back, in the window behind this one."""
        if done:
            self._document.tell(self._document.project.undo_label or "", undo=True)
