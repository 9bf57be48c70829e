"""Where words and parts of pages are in the window, and what stands beside them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF

from evidence_board.model.region import Region
from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.pages.sheet import PagesSheet
from evidence_board.ui.reader.pages.shown import PartOfPage, Place, Span
from evidence_board.ui.reader.pages.store import PageStore
from evidence_board.ui.reader.painting import Tag, Tie
from evidence_board.ui.theme import Theme

_HIGH = 24
"""A line to a card begins no farther below the top of a part of a page."""


class PagesPlaces(PagesSheet):
    """Pages that tell where words are, for whatever is to stand level with them."""

    def __init__(self, store: PageStore, theme: Theme) -> None:
        """Have nothing beside the pages."""
        super().__init__(store, theme)
        self.hinted: Sequence[tuple[Span, str]] = ()
        self.ties: tuple[Tie, ...] = ()
        self.tags: tuple[Tag, ...] = ()

    def show_hinted(self, hints: Sequence[tuple[Span, str]]) -> None:
        """Show which words have hints of which kind, in the order of the text."""
        self.hinted = tuple(hints)
        self.viewport().update()

    def show_ties(self, ties: Iterable[Tie]) -> None:
        """Show lines from words to what stands beside them, in the viewport's coordinates."""
        self.ties = tuple(ties)
        self.viewport().update()

    def show_tags(self, tags: Iterable[Tag]) -> None:
        """Show short marks beside the pages, where there is no room for cards."""
        self.tags = tuple(tags)
        self.viewport().update()

    @property
    def seen(self) -> Span:
        """Start and end of the words on the pages that show now."""
        pages = self.visible_pages() if self.isVisible() else range(0)
        if not pages or not len(self.pages):
            return 0, 0
        return self.pages.span(pages[0])[0], self.pages.span(pages[-1])[1]

    def first_box(self, place: Place) -> QRectF | None:
        """Return the rectangle of a part, or of the first line of words; None where not known."""
        if isinstance(place, PartOfPage):
            return self.box_of(place.page, place.box)
        page = self.pages.at(place[0])
        words = self.words_on(page) if page in self.visible_pages() else None
        box = words.first_span(*place) if words is not None else None
        return self.box_of(page, box) if box is not None else None

    def boxes(self, place: Place) -> list[QRectF]:
        """Return the rectangles of a part, or of words as far as they show."""
        if isinstance(place, PartOfPage):
            return [self.box_of(place.page, place.box)]
        return self.seen_boxes(place)

    def tie_start(self, box: QRectF, *, fresh: bool) -> QPointF:
        """Return where a line to what stands beside begins: not across other words of the page."""
        edge = box.right() if fresh else max(box.right(), self.ground.text + self.ground.measure)
        return QPointF(edge, min(box.bottom(), box.top() + scaled(_HIGH)))

    def place_on(self, region: Region, page: int) -> QRectF:
        """Return where a part of a page is in the viewport now."""
        return self.box_of(page, PartOfPage(page, region).box)

    def boxes_on(self, page: int, span: Span) -> list[QRectF]:
        """Return the rectangles of the words of a span that stand on a page."""
        start, end = self.pages.span(page)
        if span[0] >= end or span[1] <= start:
            return []
        words = self.words_on(page)
        return [self.box_of(page, box) for box in words.spans(*span)] if words is not None else []

    def line_starts_on(self, page: int, span: Span) -> list[QRectF]:
        """Return the beginnings of the lines that hold words of a span, without width."""
        words = self.words_on(page)
        if words is None:
            return []
        lines = (box for box in words.lines_of(*span))
        return [self.box_of(page, (left, top, left, low)) for left, top, _, low in lines]

    def seen_boxes(self, span: Span) -> list[QRectF]:
        """Return the rectangles of that part of a span which shows now."""
        room = QRectF(self.viewport().rect())
        found = (box for page in self.visible_pages() for box in self.boxes_on(page, span))
        return [box for box in found if box.intersects(room)]
