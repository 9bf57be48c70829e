"""What is marked in the source that is read, shown wherever the reader shows it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evidence_board.model.excerpt import Excerpt
from evidence_board.model.region import Region
from evidence_board.ui.document import Document
from evidence_board.ui.reader.marks import (
    Mark,
    Span,
    mark_under,
    marks_of,
    orphans_of,
    parts_of_pages,
    regions_of,
    spans_of,
)
from evidence_board.ui.reader.outline import OverviewStrip, fill_outline
from evidence_board.ui.reader.pages.shown import OnPages
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.theme import Theme

if TYPE_CHECKING:
    from evidence_board.ui.reader.view import ReaderView


class Marked(QObject):
    """Keeps page, picture, margin, list and bar of orphans at one about the marks.

    `here` is the excerpt at which the reader stands, or None.
    """

    chosen = Signal(str)
    """The id of an excerpt whose words, part, card, tick or line in the list was pressed."""

    def __init__(self, document: Document, view: "ReaderView", theme: Theme) -> None:
        """Show marks in ``view``, which owns this."""
        super().__init__(view)
        self.marks: tuple[Mark, ...] = ()
        self.here: str | None = None
        self._document = document
        self._view = view
        self.overview = OverviewStrip(view.page, theme)
        view.page.clicked.connect(self._click)
        view.turning.pages.clicked.connect(self._click)
        for pictured in (view.picture, view.turning.pages):
            pictured.excerpt_clicked.connect(self._choose_excerpt)
        for margin in (view.margin, view.turning.margin):
            margin.chosen.connect(self.choose)
        self.overview.chosen.connect(self.choose)
        view.orphans.chosen.connect(lambda id: document.select((id,)))
        view.header.outline.aboutToShow.connect(self._fill_outline)

    def read(self, reading: Reading | None) -> None:
        """Show the marks of what is read, as the records have them now."""
        view = self._view
        self.marks = ()
        if reading is not None and reading.capture is not None:
            self.marks = marks_of(self._document.project, reading.source.id, reading.text)
        orphans = orphans_of(self.marks)
        view.orphans.show_orphans(orphans)
        view.header.count_excerpts(len({mark.excerpt.id for mark in self.marks}), len(orphans))
        view.margin.show_marks(self.marks)
        printed = reading is not None and reading.printed is not None
        view.turning.margin.show_marks(self.marks if printed else ())
        self.show_active()

    def show_active(self) -> None:
        """Show which marks belong to the selected records."""
        view = self._view
        chosen = frozenset((*self._document.selected, *([self.here] if self.here else ())))
        spans = spans_of(self.marks, chosen)
        view.page.show_marked(spans, (span for span, active in spans.items() if active))
        for margin in (view.margin, view.turning.margin):
            margin.show_active(chosen)
        self.overview.show_marks(self.marks, chosen)
        view.picture.show_marks(regions_of(self.marks, chosen))
        view.turning.pages.show_on_pages(_on_pages(self.marks, spans, chosen))

    def go(self, excerpt: Excerpt) -> None:
        """Bring the words or the part of an excerpt into view, as the present one."""
        self.here = excerpt.id
        self.show_active()
        spans = (mark.span for mark in self.marks if mark.excerpt.id == excerpt.id)
        if (span := next(spans, None)) is not None:
            self._view.turning.reveal(*span)
        region = Region.of(excerpt.region)
        if region is not None and excerpt.page is not None:
            self._view.turning.reveal_part(excerpt.page, region)
        elif region is not None:
            self._view.picture.reveal_part(region)

    def choose(self, mark: Mark) -> None:
        """Go to a mark and select what rests on it."""
        self.here = mark.excerpt.id
        self._document.select(((mark.claim or mark.excerpt).id,))
        self.chosen.emit(mark.excerpt.id)

    def _fill_outline(self) -> None:
        fill_outline(self._view.header.outline, self.marks, self.choose)

    def _click(self, offset: int) -> None:
        mark = mark_under(self.marks, offset)
        if mark is not None:
            self.choose(mark)

    def _choose_excerpt(self, excerpt: str) -> None:
        self.choose(next(mark for mark in self.marks if mark.excerpt.id == excerpt))


def _on_pages(
    marks: tuple[Mark, ...], spans: Mapping[Span, bool], chosen: frozenset[str]
) -> OnPages:
    """Return the same marks as they are shown on pages."""
    active = frozenset(span for span, active in spans.items() if active)
    return OnPages(tuple(spans), active, parts_of_pages(marks, chosen))
