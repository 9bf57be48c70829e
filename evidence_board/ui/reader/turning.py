"""Whether a PDF shows as text or as pages, which page that is, and the ways between them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evidence_board.ingest.formats import PDF
from evidence_board.model.capture import Capture
from evidence_board.model.region import Region
from evidence_board.ui.document import Document
from evidence_board.ui.reader.making import Making
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.pages.bar import PageBar
from evidence_board.ui.reader.pages.making import PageMaking
from evidence_board.ui.reader.pages.text_pages import TextPages
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.theme import Theme

if TYPE_CHECKING:
    from evidence_board.ui.reader.view import ReaderView


class Turning(QObject):
    """Keeps text, pages and bar at one about the page that is read.

    `prefers_pages` is what a person chose last for PDFs; one without text shows as pages anyway.
    """

    chosen = Signal(bool)
    """A person chose pages (True) or the text."""

    def __init__(
        self, document: Document, view: "ReaderView", making: Making, theme: Theme
    ) -> None:
        """Turn the pages of ``view``, which owns this."""
        super().__init__(view)
        self.prefers_pages = False
        self.shows_pages = False
        self._view = view
        self._document = document
        self._text = view.page
        self.text_pages = TextPages()
        self.pages = PagesView(document.pages, view.page, theme, making.drag)
        self.bar = PageBar()
        self.margin = Margin(self.pages, theme)
        self.making = PageMaking(document, self.pages, making, self.margin, theme)
        self._has_pages = False
        self.bar.switch_asked.connect(self._choose)
        self.bar.page_asked.connect(self.go_to)
        self.bar.previous.clicked.connect(partial(self.turn, -1))
        self.bar.next.clicked.connect(partial(self.turn, 1))
        self.bar.fit.clicked.connect(self.pages.fit_width)
        self.pages.turned.connect(self._tell)
        self.pages.zoomed.connect(self._tell)
        self.pages.moved.connect(self._tell_size)
        self._text.moved.connect(self._follow_text)

    def begin(self) -> None:
        """Have ready what draws pages, if there are any to be drawn."""
        kinds = self._document.project.columns(Capture, "media_type")[0]
        if PDF.media_type in kinds:
            self._document.pages.warm()

    def expect(self, reading: Reading | None) -> None:
        """Have the pages opened that are going to show: starting a process takes a moment."""
        capture = reading.printed if reading is not None else None
        self._document.pages.open(capture if self.prefers_pages else None)

    def read(self, reading: Reading | None) -> None:
        """Show the pages of what is read, or its text, as was chosen last."""
        capture = reading.printed if reading is not None else None
        self._has_pages = capture is not None
        text = reading.text if reading is not None and self._has_pages else ""
        self.text_pages = TextPages.of(text)
        self.shows_pages = self._has_pages and (self.prefers_pages or not text)
        self.pages.show_capture(capture, self.text_pages)
        self.pages.name_source(reading.source.name if reading is not None and capture else "")
        self.bar.setVisible(self._has_pages)
        self._tell()

    def possible(self) -> Mapping[str, Callable[[], None]]:
        """Return what can be done now, by the ids of actions."""
        if not self._has_pages:
            return {}
        acts: dict[str, Callable[[], None]] = {
            "next_page": partial(self.turn, 1),
            "previous_page": partial(self.turn, -1),
            "go_to_page": self.bar.ask_page,
        }
        if len(self.text_pages):
            acts["text_or_page"] = partial(self._choose, not self.shows_pages)
        return acts

    @property
    def page(self) -> int:
        """The page that shows, the first being 1."""
        if self.shows_pages:
            return self.pages.present
        column = self._text.column
        third = self._text.viewport().height() / 3 - self._text.origin.y()
        return self.text_pages.at(column.paragraphs.starts[column.place_at(third)])

    @property
    def count(self) -> int:
        """How many pages there are, as far as that is known; 0 where there are none."""
        if not self._has_pages:
            return 0
        return self.pages.count if self.shows_pages else len(self.text_pages)

    def turn(self, step: int) -> None:
        """Go to the next page (1) or the one before (-1); at either end say so."""
        if not 1 <= self.page + step <= max(1, self.count):
            self._view.tell(self._view.refusals.last_page(first=step < 0))
        self.go_to(self.page + step)

    def go_to(self, page: int) -> None:
        """Go to a page, the nearest one there is."""
        page = min(max(page, 1), max(1, self.count))
        if self.shows_pages:
            self.pages.turn_to(page)
        else:
            start, _ = self.text_pages.span(page)
            self._text.select(start, start)
            self._text.bring_to_top(start)
            self._text.settled.emit()

    def reveal(self, start: int, end: int) -> None:
        """Bring words of the text into view, in whatever form it is read."""
        self._text.reveal(start, end)
        if self.shows_pages:
            self.pages.reveal(start, end)

    def reveal_part(self, page: int, region: Region) -> None:
        """Bring a part of a page into view: the pages show for it, though the text was chosen."""
        if self._has_pages:
            self._show(pages=True)
            self.pages.reveal_part(region, page)

    def _choose(self, pages: bool) -> None:
        """Show pages or text where the other shows now, and keep that for other PDFs."""
        place = self._place()
        self._show(pages=pages)
        self.prefers_pages = pages
        self.chosen.emit(pages)
        if place is not None and not pages:
            self._text.bring_to_top(place)
        elif place is not None:
            self.pages.reveal(place, place)
        self._view.forms.take_focus()

    def _place(self) -> int | None:
        """Return the place in the text that shows now; None where there is no text."""
        if not len(self.text_pages):
            return None
        selected = self._text.selection
        shown = self.pages if self.shows_pages else self._text
        if selected is not None and shown.seen_boxes(selected):
            return selected[0]
        if self.shows_pages:
            return self.text_pages.span(self.pages.present)[0]
        column = self._text.column
        return column.paragraphs.starts[column.place_at(-self._text.origin.y())]

    def _show(self, *, pages: bool) -> None:
        if pages != self.shows_pages:
            self._view.maker.rest()
            self.shows_pages = pages
            self._view.show_form()
        self._tell()

    def _follow_text(self) -> None:
        if self._has_pages and not self.shows_pages:
            self._tell()

    def _tell(self) -> None:
        if not self._has_pages:
            return
        self.bar.show_way(self.shows_pages, bool(len(self.text_pages)))
        self.bar.show_page(self.page, self.count)
        self._tell_size()

    def _tell_size(self) -> None:
        self.bar.show_size(self.pages.factor)
        self.bar.warn(self.shows_pages and self.pages.has_other_words(self.pages.present))
