"""What is made of a marked part of a picture: a claim, an excerpt, further evidence of a claim."""

from PySide6.QtCore import QObject, QRectF, Signal

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_in
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.document import Document
from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.picture_page import PicturePage
from evidence_board.ui.reader.placing import draft_of
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.reader.selection_bar import SelectionBar
from evidence_board.ui.reader.writing import ClaimDraft
from evidence_board.ui.theme import Theme

_WIDTH, _EDGE = 260, 12


class PictureMaking(QObject):
    """Shows the bar at the marked part and the form beside it, and runs the commands."""

    claim_made = Signal(str)
    marks_changed = Signal()

    def __init__(self, document: Document, page: PicturePage, theme: Theme) -> None:
        """Act on ``document`` with what is marked in ``page``, which owns this."""
        super().__init__(page)
        self.board: str | None = None
        self._draft: ClaimDraft | None = None
        self.reading: Reading | None = None
        self.composer: Composer | None = None
        self._document = document
        self._page = page
        self._theme = theme
        self._lettering = Lettering(theme.tokens)
        self.bar = SelectionBar(theme)
        self.bar.setParent(page.viewport())
        self.bar.claim_asked.connect(self.compose)
        self.bar.excerpt_asked.connect(self.mark)
        self.bar.attach_asked.connect(self.attach)
        page.settled.connect(self.offer)
        page.moved.connect(self._place)
        page.region_changed.connect(self._follow)

    @property
    def possible(self) -> bool:
        """Whether anything can be made now: a part is marked in a project that takes changes."""
        return self._marked() is not None and not self._document.project.read_only

    @property
    def claim(self) -> Claim | None:
        """The one claim that is selected, to which the part may be added."""
        chosen = self._document.selected_records()
        return chosen[0] if len(chosen) == 1 and isinstance(chosen[0], Claim) else None

    def offer(self) -> None:
        """Show the bar at the marked part, while no claim is being written."""
        region = self._page.region
        if region is None or not self.possible or self.composer is not None:
            self.bar.hide()
            return
        claim = self.claim
        self.bar.offer_claim(claim.mark if claim else None)
        box = QRectF(self._page.place_of(region))
        self.bar.stand_at([box], QRectF(self._page.viewport().rect()))

    def compose(self) -> None:
        """Open the form for a claim from the marked part."""
        marked = self._marked()
        if self.reading is None or marked is None or not self.possible:
            return
        self._drop_form()
        self._draft = draft_of(self._document, marked, self.board, self._lettering)
        draft = Written(self.tr("New claim from the picture"), "", self.reading.source.id)
        form = self.composer = Composer(self._theme, self._document, draft)
        form.made.connect(self._make)
        form.left.connect(self._give_up)
        form.rested.connect(self._rest)
        form.resized.connect(self._place)
        form.setParent(self._page.viewport())
        self.bar.hide()
        self._place()
        form.show()
        form.begin()

    def leave(self) -> None:
        """Close the form without a claim; the part stays marked."""
        self._drop_form()
        self._page.setFocus()
        self.offer()

    def mark(self) -> None:
        """Keep the marked part as an excerpt."""
        marked = self._marked()
        if marked is not None and self.possible:
            kept = self._document.act(claims.excerpt, marked)
            if kept is not None:
                self._page.mark(None)
                self._document.select((kept.id,))

    def attach(self) -> None:
        """Add the marked part to the selected claim."""
        marked, claim = self._marked(), self.claim
        if marked is None or claim is None or not self.possible:
            return
        if self._document.act(claims.attach, claim, marked) is not None:
            self._page.mark(None)

    def _marked(self) -> Excerpt | None:
        region, reading = self._page.region, self.reading
        if region is None or reading is None or reading.capture is None:
            return None
        return excerpt_in(reading.source.id, reading.capture.id, region)

    def rest(self) -> None:
        """Save at once what is being written in the form."""
        if self.composer is not None:
            self.composer.rest()

    def _rest(self, text: str) -> None:
        if self._draft is not None:
            self._draft.rest(text)

    def _give_up(self) -> None:
        if self._draft is not None:
            self._draft.drop()
            self._draft = None
        self.leave()

    def _make(self, written: Written) -> None:
        claim = self._draft.finish(written) if self._draft is not None else None
        if claim is not None:
            self._draft = None
            self._page.mark(None)
            self._page.setFocus()
            self._document.select((claim.id,))
            self.marks_changed.emit()
            self.claim_made.emit(claim.id)

    def _follow(self) -> None:
        self.bar.hide()
        if self._page.region is None:
            self._drop_form()

    def _place(self) -> None:
        """Put the form at the end of the view, and the bar at the part."""
        if self.composer is None:
            self.offer()
            return
        room, edge = self._page.viewport(), scaled(_EDGE)
        width = min(scaled(_WIDTH), room.width() - 2 * edge)
        height = self.composer.height_for(width, room.height() - 2 * edge)
        self.composer.setGeometry(room.width() - width - edge, edge, width, round(height))

    def _drop_form(self) -> None:
        if self.composer is not None:
            self.composer.rest()  # nothing that was written is lost with the form
            form, self.composer = self.composer, None
            form.hide()
            form.setParent(None)
            form.deleteLater()
