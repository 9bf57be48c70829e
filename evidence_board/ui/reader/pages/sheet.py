"""The sheet of pages: a PDF as it looks, drawn as it comes into view; it takes no marks."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent, QWheelEvent

from evidence_board.model.capture import Capture
from evidence_board.ui.reader.pages.answers import Wanted, WordsOf
from evidence_board.ui.reader.pages.ground import PagesGround
from evidence_board.ui.reader.pages.painting import PagesLook, tell
from evidence_board.ui.reader.pages.parts import wanted_parts
from evidence_board.ui.reader.pages.store import PageStore
from evidence_board.ui.reader.pages.text_pages import TextPages
from evidence_board.ui.reader.pages.words import Box, PageWords
from evidence_board.ui.reader.pages.zooming import Zoom
from evidence_board.ui.theme import Theme


class PagesSheet(PagesGround):
    """Shows the pages of one capture, and knows where their words are."""

    def __init__(self, store: PageStore, theme: Theme) -> None:
        """Show nothing until there is a capture."""
        super().__init__(theme)
        self._store = store
        self._look = PagesLook.of(theme)
        self.capture: Capture | None = None
        self.pages = TextPages()
        self._words: dict[int, PageWords] = {}
        self._sought: tuple[int, int] | None = None
        self._sought_part: tuple[int, Box] | None = None
        store.opened.connect(self._open)
        store.arrived.connect(self._arrive)
        theme.changed.connect(self._restyle)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.actionTriggered.connect(self._seek_nothing)

    def show_capture(self, capture: Capture | None, pages: TextPages) -> None:
        """Show the pages of a capture, from the first; None shows nothing."""
        self.capture, self.pages = capture, pages
        self.present = 1
        self._has_hints = bool(len(pages))
        self._seek_nothing()
        self._words.clear()
        self._zoom = Zoom()
        self.lay(())
        if self.isVisible():
            self._begin()

    @property
    def count(self) -> int:
        """How many pages there are, as far as that is known."""
        return len(self._stack) or len(self.pages)

    def words_on(self, page: int) -> PageWords | None:
        """Return the words of a page by their places; None while they are not known.

        None as well where they are not those of the text that is kept: a place found by them would
        be a guess.
        """
        if page not in self._words:
            known = len(self.pages) and self._store.shows(self.capture)
            letters = self._store.words(page) if known else None
            if letters is None or letters.text != self.pages.words(page):
                return None
            self._words[page] = PageWords.of(letters, self.pages.span(page)[0])
        return self._words[page]

    def has_other_words(self, page: int) -> bool:
        """Whether the words that a page shows are known not to be those of the text."""
        known = len(self.pages) and self._store.shows(self.capture)
        letters = self._store.words(page) if known else None
        return letters is not None and self.words_on(page) is None

    def turn_to(self, page: int) -> None:
        """Bring the top of a page into view; the nearest one there is."""
        self._seek_nothing()
        self.reveal_top(min(max(page, 1), max(1, self.count)))

    def reveal(self, start: int, end: int) -> None:
        """Bring words of the text into view, as soon as it is known where they are."""
        self._seek_nothing()
        self._sought = (start, end)
        self._seek()

    def reveal_box(self, page: int, box: Box) -> None:
        """Bring a part of a page into view, as soon as there are pages."""
        self._seek_nothing()
        self._sought_part = (page, box)
        self._seek()

    def reveal_top(self, page: int) -> None:
        """Bring the top of a page into view, as soon as there are pages."""
        if len(self._stack):
            self.scroll_to(page)
        else:
            self._sought_part = (page, (0.0, 0.0, 1.0, 0.0))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that show."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.ground)
        for page in self.visible_pages():
            self._paint_page(painter, page)
        if self._store.refusal and self._store.shows(self.capture):
            room = QRectF(self.viewport().rect())
            tell(painter, self._look, room, self._store.refusal, on_paper=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_marks(painter, self._look)
        painter.end()

    def paint_marks(self, painter: QPainter, look: PagesLook) -> None:
        """Paint over the pages; nothing here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom; what was sought is let go."""
        self._seek_nothing()
        super().wheelEvent(event)

    def follow_scroll(self) -> None:
        """Ask for what shows now."""
        super().follow_scroll()
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Have what shows made ready."""
        super().showEvent(event)
        self._begin()
        self.moved.emit()

    # Inside

    def _begin(self) -> None:
        if self._store.shows(self.capture) and self._store.sizes:
            self._open()
        else:
            self._store.open(self.capture)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page as sharp as it is there by now, pixel for pixel."""
        x, y, width, height = self.place(page)
        painter.save()
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.fillRect(x - 1, y - 1, width + 2, height + 2, self._look.edge)
        painter.fillRect(x, y, width, height, self._look.paper)
        parts = wanted_parts(page, (width, height), self.seen_of(page))
        if parts[0].whole != (width, height) or self._store.picture(parts[0]) is None:
            self._paint_nearest(painter, page)
        for part in parts:
            image = self._store.picture(part)
            if image is not None and part.whole == (width, height):
                painter.drawImage(x + part.left, y + part.top, image)
        painter.restore()
        failure = self._store.failure(page)
        if failure:
            tell(painter, self._look, self.box_of(page, (0, 0, 1, 1)), failure)

    def _paint_nearest(self, painter: QPainter, page: int) -> None:
        """Paint what picture of the page there is, scaled."""
        x, y, width, height = self.place(page)
        image = self._store.nearest(page, width)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(x, y, width, height), image)

    def _ask(self) -> None:
        """Ask for what shows, then for the pages beside it."""
        if not self._store.shows(self.capture):
            return
        wanted: list[Wanted] = []
        seen = self.visible_pages() if self.isVisible() else range(0)
        for page in seen:
            wanted += wanted_parts(page, self.place(page)[2:], self.seen_of(page))
            if len(self.pages):
                wanted.append(WordsOf(page))
        for page in (seen.stop, seen.start - 1) if seen else ():
            if 1 <= page <= len(self._stack):
                wanted += wanted_parts(page, self.place(page)[2:], (0, 0, 0, 0))
        self._store.want(wanted)

    def _seek(self) -> None:
        """Go where something is sought, as near as is known by now."""
        if self._sought_part is not None and len(self._stack):
            (page, box), self._sought_part = self._sought_part, None
            self.scroll_into_view(page, box)
        if self._sought is None:
            return
        start, end = self._sought
        page = self.pages.at(start)
        words = self.words_on(page)
        boxes = words.spans(start, max(end, start + 1)) if words is not None else ()
        if boxes:
            self._sought = None
            self.scroll_into_view(page, boxes[0])
        elif not len(self._stack) or page not in self.visible_pages():
            self.reveal_top(page)
        elif words is not None:
            self._sought = None

    def _seek_nothing(self) -> None:
        self._sought = self._sought_part = None

    def _open(self) -> None:
        if self._store.shows(self.capture):
            if len(self._stack) != len(self._store.sizes):
                self.lay(self._store.sizes)
            self._seek()
            self._ask()
            self.turned.emit()

    def _arrive(self, page: int) -> None:
        if page in self.visible_pages() and self._store.shows(self.capture):
            self._seek()
            self.viewport().update()
            self.moved.emit()

    def _restyle(self) -> None:
        self._look = PagesLook.of(self._theme)
        self.lay_anew()
