"""What is made of what is marked, in whatever form a source is read: claims, excerpts, evidence."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QMenu

from evidence_board.commands import claims
from evidence_board.commands.claims import PLAIN, Saying
from evidence_board.commands.proposing import OWN_VOICE
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.document import Document
from evidence_board.ui.reader.claim_list import ClaimList
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.placing import draft_of
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.reader.selection_bar import SelectionBar
from evidence_board.ui.reader.writing import ClaimDraft
from evidence_board.ui.theme import Theme


class Maker(QObject):
    """Shows the bar at what is marked and the form for a claim, and runs the commands.

    `board` is the board on which new claims get their card; None is the first one. What is marked,
    where that is, and where the form stands is told by the class for each form of reading.
    """

    claim_made = Signal(str)
    marks_changed = Signal()
    """The claim in the form was saved, and has no card yet; or it has one now."""

    def __init__(self, document: Document, page: QAbstractScrollArea, theme: Theme) -> None:
        """Act on ``document`` with what is marked in ``page``, which owns this."""
        super().__init__(page)
        self.board: str | None = None
        self.reading: Reading | None = None
        self._draft: ClaimDraft | None = None
        self._keep: Callable[[Written], object] | None = None
        self._document = document
        self._theme = theme
        self._area = page
        self._lettering = Lettering(theme.tokens)
        self.bar = SelectionBar(theme)
        self.bar.setParent(page.viewport())
        self.bar.claim_asked.connect(self.compose)
        self.bar.excerpt_asked.connect(self.mark)
        self.bar.attach_asked.connect(self.attach)
        self.bar.choose_asked.connect(self.choose_claim)

    @property
    def marks(self) -> bool:
        """Whether something is marked."""
        return self._marked() is not None

    @property
    def possible(self) -> bool:
        """Whether anything can be made now: something is marked, in a project to be changed."""
        return self.marks and not self._document.project.read_only

    @property
    def claim(self) -> Claim | None:
        """The claim that is selected, or was before a source was, to which more may be added."""
        return self._document.claim_at_hand

    @property
    def has_claims(self) -> bool:
        """Whether there is any claim to which words may be added."""
        return self._document.project.count(Claim) > 0

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Mark nothing any more."""
        raise NotImplementedError

    def offer(self) -> None:
        """Show the bar at what is marked, while it shows and no claim is being written."""
        boxes = self._boxes() if self.possible and self.composer is None else []
        if not boxes:
            self.bar.hide()
            return
        claim = self.claim
        self.bar.offer_claim(claim.mark if claim else None, others=self.has_claims)
        self.bar.stand_at(boxes, QRectF(self._area.viewport().rect()))

    def compose(self) -> None:
        """Open the form for a claim from what is marked."""
        excerpt = self._marked()
        if excerpt is None or not self.possible:
            return
        self._drop_form()  # what is written in a form that is open belongs to that one
        self._draft = draft_of(self._document, excerpt, self.board, self._lettering)
        self._open(self._proposed(excerpt), self._make, self._draft.finish)

    def leave(self) -> None:
        """Close the form; what is marked stays so."""
        if self.composer is not None:
            self._drop_form()
            self._area.setFocus()
            self.offer()

    def rest(self) -> None:
        """Save at once what is being written in the form."""
        if self.composer is not None:
            self.composer.rest()

    def mark(self) -> None:
        """Keep what is marked as an excerpt."""
        excerpt = self._marked()
        if excerpt is None or not self.possible:
            return
        kept = self._document.act(claims.excerpt, excerpt)
        if kept is not None:
            self.let_go()
            self._document.select((kept.id,))

    def attach(self) -> None:
        """Add what is marked to the selected claim."""
        if self.claim is not None:
            self._begin_attaching(self.claim)

    def choose_claim(self) -> None:
        """Ask to which claim what is marked is added."""
        excerpt = self._marked()
        if excerpt is None or not self.possible or not self.has_claims:
            return
        self._drop_form()
        self.offer()
        shown = self.bar if self.bar.isVisible() else self._area.viewport()
        choice = ClaimList(self._document.project.all(Claim), excerpt.exact, shown.window())
        choice.chosen.connect(self._attach_chosen)
        choice.open_at(shown.mapToGlobal(shown.rect().topLeft()))

    def add_acts(self, menu: QMenu) -> None:
        """Offer in the menu of the page what the bar offers."""
        if self.possible:
            menu.addSeparator()
            menu.addAction(self.tr("Claim") + "\tC", self.compose)
            menu.addAction(self.tr("Excerpt") + "\tE", self.mark)
        if self.possible and self.claim is not None:
            text = self.tr("Add to {claim}").format(claim=self.claim.mark)
            menu.addAction(text + "\tShift+C", self.attach)
        if self.possible and self.has_claims:
            menu.addAction(self.tr("Add to claim") + "\tShift+A", self.choose_claim)

    def _attach_chosen(self, id: str) -> None:
        claim = self._document.project.find(id)
        if isinstance(claim, Claim):
            self._begin_attaching(claim)

    def _begin_attaching(self, claim: Claim) -> None:
        """Add what is marked to a claim; ask first where something is proposed."""
        excerpt = self._marked()
        if excerpt is None or not self.possible:
            return
        self._drop_form()
        self._draft = None
        draft = self._proposed(excerpt, claim)
        if draft.saying in (PLAIN, Saying(mode=OWN_VOICE)):
            self._attach(claim, draft)
        else:
            keep = partial(self._attached, claim, excerpt)
            self._open(draft, partial(self._attach, claim), keep)

    # What each form of reading says for itself

    def _marked(self) -> Excerpt | None:
        """Return what is marked as the excerpt that it would be."""
        raise NotImplementedError

    def _boxes(self) -> list[QRectF]:
        """Return the rectangles in the viewport of what is marked and shows."""
        raise NotImplementedError

    def _proposed(self, excerpt: Excerpt, claim: Claim | None = None) -> Written:
        """Return what is proposed for a new claim, or for adding to one."""
        raise NotImplementedError

    def _hold(self, form: Composer) -> None:
        """Show a form where it belongs."""
        raise NotImplementedError

    def _drop_form(self) -> None:
        """Take the form away, with nothing lost that was written in it."""
        raise NotImplementedError

    def _saved(self, made: str) -> None:
        """Take notice of the id of the claim that was saved, though its form stays."""

    # Inside

    def _open(
        self, draft: Written, made: Callable[[Written], None], keep: Callable[[Written], object]
    ) -> None:
        form = Composer(self._theme, self._document, draft)
        self._keep = keep
        form.made.connect(made)
        form.kept.connect(self._keep_written)
        form.left.connect(self._give_up)
        form.rested.connect(self._rest)
        self.bar.hide()
        self._hold(form)
        form.begin()

    def _attach(self, claim: Claim, draft: Written) -> None:
        excerpt = self._marked()
        if excerpt is not None and self._attached(claim, excerpt, draft):
            self._keep = None
            self._drop_form()
            self.let_go()
            self._area.setFocus()
            self.offer()

    def _attached(self, claim: Claim, excerpt: Excerpt, draft: Written) -> bool:
        return self._document.does(claims.attach, claim, excerpt, draft.saying)

    def _keep_written(self, written: Written) -> None:
        """Save all of a form that goes with its words, where more than words was written."""
        keep, self._keep = self._keep, None
        if keep is not None:
            keep(written)
            self._draft = None

    def _rest(self, text: str) -> None:
        """Save what is written so far: a claim already, though the form stays."""
        if self._draft is not None and self._draft.rest(text):
            self._saved(self._draft.made)
            self.marks_changed.emit()

    def _give_up(self) -> None:
        """Close the form without a claim."""
        if self._draft is not None:
            self._draft.drop()
            self._draft = None
        self._keep = None
        self.leave()

    def _make(self, written: Written) -> None:
        claim = self._draft.finish(written) if self._draft is not None else None
        if claim is None:
            return
        self._draft = self._keep = None
        self._drop_form()
        self.marks_changed.emit()
        self.let_go()
        self._area.setFocus()
        self._document.select((claim.id,))
        self.claim_made.emit(claim.id)

    def _follow(self) -> None:
        """Close what belongs to something that is no longer marked."""
        self.bar.hide()
        if not self.marks and self.composer is not None:
            self._drop_form()
            self.marks_changed.emit()
