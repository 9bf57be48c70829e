"""Painting what is marked on the pages that show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from evidence_board.ui.reader.hint_painting import fill_hinted, hinted_inside, line_hinted
from evidence_board.ui.reader.pages.painting import (
    PagesLook,
    fill,
    frame_all,
    frame_part,
    underline,
)
from evidence_board.ui.reader.painting import paint_tags, paint_ties

if TYPE_CHECKING:
    from evidence_board.ui.reader.pages.view import PagesView


def paint_shown(painter: QPainter, view: "PagesView", look: PagesLook) -> None:
    """Paint hints, marks, places that were found, the selection, parts and the caret."""
    for page in view.visible_pages():
        _paint_hints(painter, view, look, page)
        _paint_words(painter, view, look, page)
        _paint_parts(painter, view, look, page)
    _paint_beside(painter, view, look)
    if view.region is not None:
        frame_part(painter, look, view.place_of(view.region), look.accent, 2)
    if view.hasFocus() and view.selection is None and view.region is None:
        _paint_caret(painter, view)


def _paint_words(painter: QPainter, view: "PagesView", look: PagesLook, page: int) -> None:
    shown = view.shown
    for span in shown.marked:
        boxes = view.boxes_on(page, span)
        if not look.framed:
            fill(painter, look, boxes, look.marked)
        underline(painter, look, boxes, span in shown.active)
    for span in shown.found:
        color = look.current if span == shown.current else look.found
        boxes = view.boxes_on(page, span)
        fill(painter, look, boxes, color)
        if span == shown.current:
            frame_all(painter, look, boxes, 1)
    if view.selection is not None:
        fill(painter, look, view.boxes_on(page, view.selection), look.selected)


def _paint_parts(painter: QPainter, view: "PagesView", look: PagesLook, page: int) -> None:
    for part in view.shown.parts:
        if part.page == page:
            box = view.place_of(part.region, page)
            frame_part(painter, look, box, look.bar, 3 if part.active else 2)


def _paint_hints(painter: QPainter, view: "PagesView", look: PagesLook, page: int) -> None:
    """Tint and line the words that have hints, as in the text; their letters stay readable."""
    boxes = [
        (box, layer)
        for span, layer in hinted_inside(view.hinted, view.pages.span(page))
        for box in (
            view.line_starts_on(page, span) if layer == "shared" else view.boxes_on(page, span)
        )
    ]
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    fill_hinted(painter, boxes, look.hints)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    line_hinted(painter, boxes, look.hints)


def _paint_beside(painter: QPainter, view: "PagesView", look: PagesLook) -> None:
    """Paint lines to the cards, dark on the paper and as the theme has them beyond; and marks."""
    room, edge = QRectF(view.viewport().rect()), view.ground.text + view.ground.measure
    paper, beyond = QRectF(room), QRectF(room)
    paper.setRight(edge)
    beyond.setLeft(edge)
    painter.save()
    for part, color in ((paper, look.bar), (beyond, look.tag)):
        painter.setClipRect(part)
        paint_ties(painter, view.ties, color, look.accent, look.scale)
    painter.restore()
    metrics = QFontMetricsF(look.font)
    fitting = [
        tag for tag in view.tags
        if tag.place.x() + metrics.horizontalAdvance(tag.words) <= room.width()
    ]  # fmt: skip
    paint_tags(painter, fitting, look.tag, look.font)


def _paint_caret(painter: QPainter, view: "PagesView") -> None:
    page = view.pages.at(view.caret) if len(view.pages) else 0
    words = view.words_on(page) if page in view.visible_pages() else None
    place = words.caret(view.caret) if words is not None else None
    if place is not None:
        box = view.box_of(page, place)
        painter.fillRect(QRectF(box.x() - 0.75, box.y(), 1.5, box.height()), QColor("black"))
