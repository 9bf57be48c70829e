"""The pages to mark: words are selected on them as in the text, and parts of them by a frame."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QMenu

from evidence_board.model.region import Region
from evidence_board.ui.reader.column import Column
from evidence_board.ui.reader.hand import Hand
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.pages import keys
from evidence_board.ui.reader.pages.marks_painting import paint_shown
from evidence_board.ui.reader.pages.painting import PagesLook
from evidence_board.ui.reader.pages.places import PagesPlaces
from evidence_board.ui.reader.pages.shown import OnPages, PartOfPage, Span
from evidence_board.ui.reader.pages.store import PageStore
from evidence_board.ui.reader.region_hand import RegionHand
from evidence_board.ui.theme import Theme


class PagesView(PagesPlaces):
    """Pages on which words and parts are marked.

    What is selected is selected in ``text`` as well: both show the same words.
    """

    region_changed = Signal()
    settled = Signal()
    """The hand or the key that marked was lifted."""
    clicked = Signal(int)
    """The words at an offset were clicked."""
    excerpt_clicked = Signal(object)
    """The id of the excerpt whose part of a page was pressed."""
    menu_opened = Signal(object)
    """The QMenu at what is marked, before it shows."""

    def __init__(
        self,
        store: PageStore,
        text: PageView,
        theme: Theme,
        words_to_drag: Callable[[], QMimeData | None],
    ) -> None:
        """Show no pages; selected words are those of ``text``."""
        super().__init__(store, theme)
        self.text = text
        self.region: Region | None = None
        self.region_page = 1
        self.shown = OnPages()
        self._name = ""
        self._hand = Hand(self, words_to_drag)
        self._frame = RegionHand(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", False)
        self.viewport().setMouseTracking(True)
        text.selection_changed.connect(self._follow_words)
        self.turned.connect(self._describe)

    # What is marked

    @property
    def anchor(self) -> int:
        """Where the selection of words began."""
        return self.text.anchor

    @property
    def caret(self) -> int:
        """Where the selection of words ends."""
        return self.text.caret

    @property
    def column(self) -> Column:
        """The text, by which words and paragraphs are told apart."""
        return self.text.column

    @property
    def selection(self) -> Span | None:
        """Start and end of the selected words, or None."""
        return self.text.selection

    def select(self, anchor: int, caret: int) -> None:
        """Select words; a part that was marked is let go."""
        self.mark(None)
        self.text.select(anchor, caret)
        self.viewport().update()

    def let_go(self) -> None:
        """Select no words and mark no part."""
        self.select(self.caret, self.caret)

    def mark(self, region: Region | None) -> None:
        """Mark a part of the page where it was begun, or none; words are let go for a part."""
        if region == self.region:
            return
        self.region = region
        if region is not None:
            self.text.let_go()
        self._describe()
        self.region_changed.emit()
        self.viewport().update()

    def begin_at(self, point: QPointF) -> None:
        """Let the next part be one of the page at a point."""
        page, _, _ = self.spot_at(point)
        if page != self.region_page:
            self.mark(None)
            self.region_page = page

    def show_on_pages(self, shown: OnPages) -> None:
        """Show what is marked; what was found stays."""
        found, current = self.shown.found, self.shown.current
        self.shown = replace(shown, found=found, current=current)
        self.viewport().update()

    def show_found(self, spans: tuple[Span, ...], current: Span | None) -> None:
        """Show where words were found, and bring the current place into view."""
        self.shown = replace(self.shown, found=spans, current=current)
        if current and self.isVisible():
            self.reveal(*current)
        self.viewport().update()

    # Places

    def spot(self, point: QPointF) -> tuple[float, float]:
        """Return a point as fractions of the page on which a part is marked."""
        _, x, y = self.spot_at(point, self.region_page)
        return x, y

    def place_of(self, region: Region, page: int | None = None) -> QRectF:
        """Return where a part of a page is in the viewport now."""
        return self.place_on(region, page or self.region_page)

    def excerpt_at(self, point: QPointF) -> str | None:
        """Return the id of the excerpt with the smallest part at a point, or None."""
        under = (
            part for part in self.shown.parts
            if self.place_of(part.region, part.page).contains(point)
        )  # fmt: skip
        least = min(under, key=lambda one: one.region.width * one.region.height, default=None)
        return least.excerpt if least else None

    def reveal_part(self, region: Region, page: int | None = None) -> None:
        """Bring a part of a page into view, at once or when the pages are there."""
        part = PartOfPage(page or self.region_page, region)
        self.reveal_box(part.page, part.box)

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point; the caret where the words are not known."""
        page, x, y = self.spot_at(point)
        words = self.words_on(page) if len(self.pages) else None
        return words.offset_at(x, y, self.shape_of(page)) if words is not None else self.caret

    def holds(self, point: QPointF) -> int | None:
        """Return the offset of the word at a point; None beside the words."""
        page, x, y = self.spot_at(point)
        words = self.words_on(page) if len(self.pages) else None
        if words is None or not words.holds(x, y):
            return None
        return words.offset_at(x, y, self.shape_of(page))

    # Words for assistive technology

    def name_source(self, name: str) -> None:
        """Tell which source this is."""
        self._name = name
        self._describe()

    def _describe(self) -> None:
        told = self.tr("Page {page} of {count} of {source}")
        self.setAccessibleName(
            told.format(page=self.present, count=self.count, source=self._name)
            if self._name
            else ""
        )
        if self.region is not None:
            words = self.region.words_of(self.region_page)
        else:
            words = self.text.words or self.pages.words(self.present)
        self.setAccessibleDescription(words[:500])

    def _follow_words(self) -> None:
        selected = self.text.selection
        if selected is not None and self.region is not None:
            self.mark(None)
        if selected is not None and self.isVisible() and not self.hasFocus():
            self.reveal(*selected)
        self._describe()
        self.viewport().update()

    # Events

    def paint_marks(self, painter: QPainter, look: PagesLook) -> None:
        """Paint what is marked."""
        paint_shown(painter, self, look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select words, or, beside words or with Alt, to mark a part."""
        parts = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if parts or self.holds(event.position()) is None:
            self._frame.press(event)
        else:
            self.mark(None)
            self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select or mark up to here; the pointer tells which of both a press would do."""
        if self._frame.marks:
            self._frame.move(event)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._hand.move(event)
        else:
            on_words = self.holds(event.position()) is not None
            shape = Qt.CursorShape.IBeamCursor if on_words else Qt.CursorShape.CrossCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was begun; a click beside words lets go of them."""
        if not self._frame.marks:
            self._hand.release(event)
            return
        self._frame.release(event)
        if self.region is None:
            self.text.let_go()
            self.settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if self.holds(event.position()) is not None:
            self._hand.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark, select and scroll by keys; others are for whoever holds the pages."""
        parts = self.selection is None and self._frame.key(event)
        if not parts and not keys.move_by_key(self, event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is marked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.text.copy)
        copy.setEnabled(self.selection is not None)
        self.menu_opened.emit(menu)
        menu.popup(event.globalPos())
