"""What is made of a marked part of a picture: a claim, an excerpt, further evidence of a claim."""

from PySide6.QtCore import QRectF

from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_in
from evidence_board.ui.document import Document
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.floating_form import FloatingForm
from evidence_board.ui.reader.maker import Maker
from evidence_board.ui.reader.picture_page import PicturePage
from evidence_board.ui.theme import Theme


class PictureMaking(Maker):
    """Makes claims of a part of a picture; the form stands over it."""

    def __init__(self, document: Document, page: PicturePage, theme: Theme) -> None:
        """Act on ``document`` with what is marked in ``page``, which owns this."""
        super().__init__(document, page, theme)
        self._page = page
        self._form = FloatingForm(page)
        page.settled.connect(self.offer)
        page.moved.connect(self._place)
        page.region_changed.connect(self._follow)

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        return self._form.composer

    def let_go(self) -> None:
        """Mark no part."""
        self._page.mark(None)

    def _marked(self) -> Excerpt | None:
        region, reading = self._page.region, self.reading
        if region is None or reading is None or reading.capture is None:
            return None
        return excerpt_in(reading.source.id, reading.capture.id, region)

    def _boxes(self) -> list[QRectF]:
        region = self._page.region
        return [QRectF(self._page.place_of(region))] if region is not None else []

    def _proposed(self, excerpt: Excerpt, claim: Claim | None = None) -> Written:
        if claim is not None:
            title = self.tr("Add to {claim}").format(claim=claim.mark)
            return Written(title, None, excerpt.source)
        return Written(self.tr("New claim from the picture"), "", excerpt.source)

    def _hold(self, form: Composer) -> None:
        self._form.hold(form)

    def _drop_form(self) -> None:
        self._form.let_go()

    def _place(self) -> None:
        """Keep the form at the end of the view, and the bar at the part."""
        self._form.place()
        self.offer()
