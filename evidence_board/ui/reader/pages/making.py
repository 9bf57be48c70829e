"""What is made of what is marked on pages: of words as in the text, or of a part of a page."""

from PySide6.QtCore import QRectF

from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_in
from evidence_board.ui.document import Document
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.maker import Maker
from evidence_board.ui.reader.making import Making
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.pages.shown import PartOfPage
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.theme import Theme


class PageMaking(Maker):
    """Makes claims of words on pages or of a part of one; the form stands in their margin."""

    def __init__(
        self, document: Document, pages: PagesView, words: Making, margin: Margin, theme: Theme
    ) -> None:
        """Act on ``document`` with what is marked in ``pages``; ``words`` knows about words."""
        super().__init__(document, pages, theme)
        self._pages = pages
        self._words = words
        self._margin = margin
        pages.settled.connect(self.offer)
        pages.moved.connect(self.offer)
        pages.region_changed.connect(self._follow)
        pages.text.selection_changed.connect(self._follow)
        pages.menu_opened.connect(self.add_acts)

    @property
    def marks(self) -> bool:
        """Whether a part is marked, or words are selected."""
        return self._pages.region is not None or self._words.marks

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        return self._margin.composer

    def let_go(self) -> None:
        """Mark no part and select no words."""
        self._pages.let_go()

    def _marked(self) -> Excerpt | None:
        region, reading = self._pages.region, self.reading
        if region is None:
            return self._words.words_marked()
        if reading is None or reading.capture is None:
            return None
        page = self._pages.region_page
        words = self._pages.words_on(page)
        within = words.within(region) if words is not None else ""
        return excerpt_in(reading.source.id, reading.capture.id, region, page, within)

    def _boxes(self) -> list[QRectF]:
        pages = self._pages
        if pages.region is not None:
            box = pages.place_of(pages.region)
            return [box] if box.intersects(QRectF(pages.viewport().rect())) else []
        return pages.seen_boxes(pages.selection) if pages.selection else []

    def _proposed(self, excerpt: Excerpt, claim: Claim | None = None) -> Written:
        if excerpt.region is None:
            return self._words.words_proposed(excerpt, claim)
        if claim is not None:
            title = self.tr("Add to {claim}").format(claim=claim.mark)
            return Written(title, None, excerpt.source)
        title = self.tr("New claim from page {page}").format(page=excerpt.page)
        words = "" if excerpt.exact.startswith("[") else excerpt.exact
        return Written(title, words, excerpt.source)

    def _hold(self, form: Composer) -> None:
        """Show the form level with what is marked."""
        form.resized.connect(self._margin.place)
        pages = self._pages
        if pages.region is not None:
            pages.reveal_part(pages.region)
            self._margin.hold(form, PartOfPage(pages.region_page, pages.region))
            return
        span = self._words.words_span() or (0, 0)
        pages.reveal(*span)
        self._margin.hold(form, span)

    def _drop_form(self) -> None:
        self._margin.let_go()

    def _saved(self, made: str) -> None:
        self._margin.composed = made
