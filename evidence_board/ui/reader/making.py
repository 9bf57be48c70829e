"""What is made of selected words: a claim, an excerpt, further words for a claim."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QRectF, Signal
from PySide6.QtWidgets import QMenu

from evidence_board.commands import claims
from evidence_board.commands.claims import PLAIN
from evidence_board.commands.proposing import Proposal
from evidence_board.model.claim import Claim
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.document import Document
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.dragging import pack
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.placing import draft_of
from evidence_board.ui.reader.reading import Reading, trimmed
from evidence_board.ui.reader.selection_bar import SelectionBar
from evidence_board.ui.reader.writing import ClaimDraft
from evidence_board.ui.theme import Theme


class Making(QObject):
    """Shows the bar at the selection and the form for a claim, and runs the commands.

    `board` is the board on which new claims get their card; None is the first one.
    """

    claim_made = Signal(str)
    marks_changed = Signal()
    """The claim in the form was saved, and has no card yet; or it has one now."""

    def __init__(self, document: Document, page: PageView, margin: Margin, theme: Theme) -> None:
        """Act on `document` with the words selected in `page`, which owns this."""
        super().__init__(page)
        self.board: str | None = None
        self._draft: ClaimDraft | None = None
        self.reading: Reading | None = None
        self.propose: Callable[[tuple[int, int]], Proposal] = lambda _span: Proposal()
        self._document = document
        self._page = page
        self._margin = margin
        self._theme = theme
        self._lettering = Lettering(theme.tokens)
        self.bar = SelectionBar(theme)
        self.bar.setParent(page.viewport())
        self.bar.claim_asked.connect(self.compose)
        self.bar.excerpt_asked.connect(self.mark)
        self.bar.attach_asked.connect(self.attach)
        page.settled.connect(self.offer)
        page.moved.connect(self.offer)
        page.selection_changed.connect(self._follow)
        page.menu_opened.connect(self._add_acts)

    @property
    def possible(self) -> bool:
        """Whether anything can be made now: words are selected in a project that takes changes."""
        span = self._page.selection
        if self.reading is None or span is None or self._document.project.read_only:
            return False
        start, end = trimmed(self.reading.text, span)
        return start < end

    @property
    def claim(self) -> Claim | None:
        """The one claim that is selected, to which words may be added."""
        chosen = self._document.selected_records()
        return chosen[0] if len(chosen) == 1 and isinstance(chosen[0], Claim) else None

    def offer(self) -> None:
        """Show the bar at the selection, while it shows and no claim is being written."""
        span = self._page.selection
        boxes = self._page.seen_boxes(span) if span and self.possible else []
        if not boxes or self._margin.composer is not None:
            self.bar.hide()
            return
        claim = self.claim
        self.bar.offer_claim(claim.mark if claim else None)
        self.bar.stand_at(boxes, QRectF(self._page.viewport().rect()))

    def compose(self) -> None:
        """Open the form for a claim from the selected words."""
        span = self._page.selection
        if self.reading is None or span is None or not self.possible:
            return
        start, end = trimmed(self.reading.text, span)
        number = self._page.paragraphs.number_at(start)
        title = self.tr("New claim from ¶{number}").format(number=number)
        words = self.reading.text[start:end]
        self._margin.let_go()  # what is written in a form that is open belongs to that one
        excerpt = self.reading.excerpt(span)
        self._draft = draft_of(self._document, excerpt, self.board, self._lettering)
        self._open(self._proposed(title, words, (start, end)), (start, end), self._make)

    def _open(self, draft: Written, span: tuple[int, int], made: Callable[[Written], None]) -> None:
        """Show the form with a draft, level with the words."""
        composer = Composer(self._theme, self._document, draft)
        composer.made.connect(made)
        composer.left.connect(self._give_up)
        composer.rested.connect(self._rest)
        composer.resized.connect(self._margin.place)
        self.bar.hide()
        self._page.reveal(*span)
        self._margin.hold(composer, span)
        composer.begin()

    def leave(self) -> None:
        """Close the form; the words stay selected."""
        if self._margin.composer is not None:
            self._margin.let_go()
            self._page.setFocus()
            self.offer()

    def rest(self) -> None:
        """Save at once what is being written in the form."""
        if self._margin.composer is not None:
            self._margin.composer.rest()

    def mark(self) -> None:
        """Keep the selected words as an excerpt."""
        span = self._page.selection
        if self.reading is None or span is None or not self.possible:
            return
        kept = self._document.act(claims.excerpt, self.reading.excerpt(span))
        if kept is not None:
            self._page.let_go()
            self._document.select((kept.id,))

    def attach(self) -> None:
        """Add the selected words to the selected claim; ask first where something is proposed."""
        span, claim = self._page.selection, self.claim
        if self.reading is None or span is None or claim is None or not self.possible:
            return
        span = trimmed(self.reading.text, span)
        title = self.tr("Add to {claim}").format(claim=claim.mark)
        self._margin.let_go()
        self._draft = None
        draft = self._proposed(title, None, span)
        if draft.saying == PLAIN:
            self._attach(claim, draft)
        else:
            self._open(draft, span, partial(self._attach, claim))

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        return self._margin.composer

    def _proposed(self, title: str, text: str | None, span: tuple[int, int]) -> Written:
        """Return what is proposed for these words; what it rests on is said."""
        assert self.reading is not None
        made = self.propose(span)
        hint = self.tr("Proposed: {reasons}. Enter accepts.").format(
            reasons="; ".join(made.reasons)
        )
        carrier = self.reading.source.id
        asked = made.particulars
        return Written(title, text, carrier, made.saying, asked, hint if made.reasons else "")

    def _attach(self, claim: Claim, draft: Written) -> None:
        span, reading = self._page.selection, self.reading
        if reading is None or span is None:
            return
        if self._document.act(claims.attach, claim, reading.excerpt(span), draft.saying):
            self._margin.let_go()
            self._page.let_go()
            self._page.setFocus()
            self.offer()

    def drag(self) -> QMimeData | None:
        """Return the selected words as they are dragged away, or None."""
        span = self._page.selection
        dragged = self.reading.dragged(span) if self.reading and span else None
        if self.reading is None or dragged is None:
            return None
        return pack(dragged, self.reading.text[dragged.start : dragged.end])

    def _add_acts(self, menu: QMenu) -> None:
        """Offer in the menu of the page what the bar offers."""
        if self.possible:
            menu.addSeparator()
            menu.addAction(self.tr("Claim") + "\tC", self.compose)
            menu.addAction(self.tr("Excerpt") + "\tE", self.mark)
        if self.possible and self.claim is not None:
            text = self.tr("Add to {claim}").format(claim=self.claim.mark)
            menu.addAction(text + "\tShift+C", self.attach)

    def _rest(self, text: str) -> None:
        """Save what is written so far: a claim already, though the form stays."""
        if self._draft is not None and self._draft.rest(text):
            self._margin.composed = self._draft.made
            self.marks_changed.emit()

    def _give_up(self) -> None:
        """Close the form without a claim."""
        if self._draft is not None:
            self._draft.drop()
            self._draft = None
        self.leave()

    def _make(self, written: Written) -> None:
        claim = self._draft.finish(written) if self._draft is not None else None
        if claim is None:
            return
        self._draft = None
        self._margin.let_go()
        self.marks_changed.emit()
        self._page.let_go()
        self._page.setFocus()
        self._document.select((claim.id,))
        self.claim_made.emit(claim.id)

    def _follow(self) -> None:
        """Close what belongs to words that are no longer selected."""
        self.bar.hide()
        if self._page.selection is None and self._margin.composer is not None:
            self._margin.let_go()
            self.marks_changed.emit()
