"""What is made of selected words: a claim, an excerpt, further words for a claim."""

from PySide6.QtCore import QMimeData, QObject, QRectF, Signal
from PySide6.QtWidgets import QMenu

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.document import Document
from evidence_board.ui.drafting import Draft
from evidence_board.ui.reader.composer import Composer
from evidence_board.ui.reader.dragging import pack
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.painting import Span
from evidence_board.ui.reader.placing import first_board, place_below
from evidence_board.ui.reader.reading import Reading, trimmed
from evidence_board.ui.reader.selection_bar import SelectionBar
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
        self._draft: Draft | None = None
        self.reading: Reading | None = None
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
        composer = Composer(self._theme, self.reading.text[start:end], number)
        self._margin.let_go()  # what is written in a form that is open belongs to that one
        self._draft = self._drafted(self.reading, span)
        composer.rested.connect(self._rest)
        composer.made.connect(self._make)
        composer.left.connect(self._give_up)
        self.bar.hide()
        self._page.reveal(start, end)
        self._margin.hold(composer, (start, end))
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
        """Add the selected words to the selected claim."""
        span, claim = self._page.selection, self.claim
        if self.reading is None or span is None or claim is None or not self.possible:
            return
        added = self._document.act(claims.attach, claim, self.reading.excerpt(span))
        if added is not None:
            self._page.let_go()
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

    def _drafted(self, reading: Reading, span: Span) -> Draft:
        """Return the claim that is going to be written from selected words."""
        board = self.board or first_board(self._document.project)

        def make(project: Project, text: str) -> Claim:
            x, y = self._place(reading, board, text)
            return claims.mark(project, reading.excerpt(span), text, board=board, x=x, y=y)

        return Draft(self._document, "text", make)

    def _place(self, reading: Reading, board: str | None, text: str) -> tuple[float, float]:
        if board is None:
            return 0.0, 0.0
        project = self._document.project
        return place_below(project, board, reading.source.id, text, self._lettering)

    def _rest(self, text: str) -> None:
        """Save what is written so far: a claim already, though the form stays."""
        if self._draft is not None and self._draft.rest(text):
            made = self._draft.record
            self._margin.composed = made.id if made is not None else ""
            self.marks_changed.emit()

    def _give_up(self) -> None:
        """Close the form without a claim."""
        if self._draft is not None:
            self._draft.drop()
            self._draft = None
        self.leave()

    def _make(self, text: str) -> None:
        claim = self._draft.finish(text) if self._draft is not None else None
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
