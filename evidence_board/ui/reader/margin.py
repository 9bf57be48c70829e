"""The margin: cards of what is marked, and the form for a new claim, level with their words."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from evidence_board.model.region import Region
from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.composer import Composer
from evidence_board.ui.reader.ground import stacked
from evidence_board.ui.reader.mark_card import MarkCard
from evidence_board.ui.reader.marks import Mark
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.pages.shown import PartOfPage, Place
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.reader.painting import Tag, Tie
from evidence_board.ui.theme import Theme

_GAP, _TIE_DOWN, _FORM = 12, 18, 240


class Margin(QObject):
    """Places cards beside the page and keeps them there when the page moves."""

    chosen = Signal(object)
    """The Mark whose card was pressed."""
    show_on_board = Signal(str)

    def __init__(self, page: PageView | PagesView, theme: Theme) -> None:
        """Stand beside a text or the pages of one, which own this."""
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._cards: list[MarkCard] = []
        self._composer: Composer | None = None
        self._place: Place = (0, 0)
        self.composed = ""
        """The id of the claim that is being written in the form: it has no card beside it."""
        page.moved.connect(self.place)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks and no others; what has no place in the text has no card."""
        marks = tuple(
            one
            for one in marks
            if self._place_of(one) is not None
            and (one.claim is None or one.claim.id != self.composed)
        )
        if marks != tuple(card.mark for card in self._cards):
            for old in self._cards:
                _drop(old)
            self._cards = [self._card(mark) for mark in marks]
        self.place()

    def show_active(self, ids: frozenset[str]) -> None:
        """Show which cards belong to the selected records."""
        for card in self._cards:
            mark = card.mark
            card.set_active(mark.excerpt.id in ids or bool(mark.claim and mark.claim.id in ids))

    def hold(self, composer: Composer, place: Place) -> None:
        """Show the form for a claim, level with the words or the part that it is made from."""
        self.let_go()
        self._composer, self._place = composer, place
        composer.setParent(self._page.viewport())
        composer.show()
        self.place()
        top = self._level(self._words(composer)) - scaled(_TIE_DOWN)
        self._page.bring(top, top + composer.height())

    def let_go(self) -> None:
        """Take the form away."""
        if self._composer is not None:
            self._composer.go()  # nothing that was written is lost with the form
            _drop(self._composer)
            self._composer = None
            self.composed = ""
            self.place()

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        return self._composer

    def place(self) -> None:
        """Put every card level with its words, or below the one before it."""
        if not self._page.isVisible():
            return
        if not self._page.ground.has_margin:
            self._place_without_margin()
            return
        self._page.show_tags(())
        rows = self._rows()
        width, x = round(self._page.ground.card), round(self._page.ground.cards)
        heights = [self._height(one, self._width(one, width)) for _, one in rows]
        down = scaled(_TIE_DOWN)
        level = [self._level(words) - down for words, _ in rows]
        wanted, form = list(zip(level, heights, strict=True)), None
        for place, (_, one) in enumerate(rows):
            if one is self._composer:
                form = place
                wanted[form] = self._in_view(*wanted[form]), heights[form]
        tops = stacked(wanted, scaled(_GAP), self._page.origin.y() - down, form)
        for (_, one), top, height in zip(rows, tops, heights, strict=True):
            wide = self._width(one, width)
            one.setGeometry(x + width - wide, round(top), wide, round(height))
            one.show()
        self._page.show_ties(
            self._tie(words, one, top) for (words, one), top in zip(rows, tops, strict=True)
        )
        if form is not None:
            tops[form] = level[form]  # so that the page can be scrolled until both are level
        lowest = max((top + height for top, height in zip(tops, heights, strict=True)), default=0)
        self._page.reserve(lowest - self._page.origin.y() if rows else 0.0)

    def _width(self, one: MarkCard | Composer, card: int) -> int:
        """Return the width of a card; a form reaches over the gap where cards are narrow."""
        return max(card, scaled(_FORM)) if isinstance(one, Composer) else card

    def _height(self, one: MarkCard | Composer, width: int) -> float:
        """Return the height of a card in a width; a form never takes more than the view has."""
        if isinstance(one, Composer):
            return float(one.height_for(width, self._page.viewport().height() - scaled(16)))
        return float(one.height_for(width))

    def _in_view(self, top: float, height: float) -> float:
        """Return the top of the form, moved into the view where it lay outside."""
        edge = scaled(8)
        return max(edge, min(top, self._page.viewport().height() - height - edge))

    def _rows(self) -> list[tuple[QRectF, MarkCard | Composer]]:
        """Return cards and form by the height of their words, the form before later words.

        A card whose words are on a page that does not show is hidden. On a page of two columns
        the order by height is not that of the text.
        """
        rows: list[tuple[QRectF, MarkCard | Composer]] = []
        for card in self._cards:
            words = self._words(card)
            if words is None:
                card.hide()
            else:
                rows.append((words, card))
        if self._composer is not None:
            words = self._words(self._composer)
            start = self._start(self._place)
            before = sum(
                isinstance(one, MarkCard) and self._start(self._place_of(one.mark)) <= start
                for _, one in rows
            )
            at_origin = QRectF(self._page.origin, self._page.origin)
            rows.insert(before, (words if words is not None else at_origin, self._composer))
        return sorted(rows, key=lambda row: self._level(row[0]))

    def _words(self, one: MarkCard | Composer) -> QRectF | None:
        """Return the part, or the first line of the words, that a card belongs to."""
        place = self._place_of(one.mark) if isinstance(one, MarkCard) else self._place
        return self._page.first_box(place) if place is not None else None

    def _place_of(self, mark: Mark) -> Place | None:
        """Return where a mark is in what this stands beside; a text has no parts of pages."""
        region, page = Region.of(mark.excerpt.region), mark.excerpt.page
        if region is not None and page is not None and isinstance(self._page, PagesView):
            return PartOfPage(page, region)
        return mark.span

    @staticmethod
    def _start(place: Place | None) -> int:
        return 0 if place is None or isinstance(place, PartOfPage) else place[0]

    @staticmethod
    def _level(words: QRectF | None) -> float:
        """Return the height with which a card is level: a high part has its card at its top."""
        if words is None:
            return 0.0
        return words.top() + min(words.height() / 2, scaled(_TIE_DOWN))

    def _tie(self, words: QRectF, one: MarkCard | Composer, top: float) -> Tie:
        ground, fresh = self._page.ground, isinstance(one, Composer)
        edge = max(words.right(), ground.text + ground.measure)
        left = ground.cards + ground.card - self._width(one, round(ground.card))
        end = QPointF(left, top + scaled(_TIE_DOWN))
        return Tie(self._page.tie_start(words, fresh=fresh), edge, end, fresh)

    def _place_without_margin(self) -> None:
        """Leave the cards out; the form stands below its words, over the text."""
        for card in self._cards:
            card.hide()
        self._page.show_ties(())
        rows = ((self._words(card), card) for card in self._cards)
        self._page.show_tags(self._tag(words, card) for words, card in rows if words is not None)
        self._page.reserve(0.0)
        if self._composer is None:
            return
        view = self._page.viewport().rect()
        edge = scaled(16)
        width = min(scaled(320), view.width() - 2 * edge)
        height = round(self._height(self._composer, width))
        boxes = self._page.boxes(self._place)
        below = boxes[-1].bottom() + scaled(8) if boxes else 0.0
        top = min(max(edge, round(below)), view.height() - height - edge)
        self._composer.setGeometry(view.width() - width - edge, top, width, height)
        self._composer.raise_()

    def _tag(self, words: QRectF, card: MarkCard) -> Tag:
        ground = self._page.ground
        mark = card.mark.claim.mark if card.mark.claim else card.mark.excerpt.mark
        place = QPointF(ground.text + ground.measure + scaled(8), self._level(words) + scaled(4))
        return Tag(place, mark)

    def _card(self, mark: Mark) -> MarkCard:
        card = MarkCard(mark, self._theme)
        card.setParent(self._page.viewport())
        card.clicked.connect(self._choose)
        card.show_on_board.connect(self.show_on_board)
        return card

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, MarkCard):
            self.chosen.emit(card.mark)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
