"""Painting what is marked on the pages that show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from evidence_board.ui.reader.pages.painting import (
    PagesLook,
    fill,
    frame_all,
    frame_part,
    underline,
)

if TYPE_CHECKING:
    from evidence_board.ui.reader.pages.view import PagesView


def paint_shown(painter: QPainter, view: "PagesView", look: PagesLook) -> None:
    """Paint marks, places that were found, the selection, parts and the caret."""
    for page in view.visible_pages():
        _paint_words(painter, view, look, page)
        _paint_parts(painter, view, look, page)
    if view.region is not None:
        frame_part(painter, look, view.place_of(view.region), look.accent, 2)
    if view.hasFocus() and view.selection is None and view.region is None:
        _paint_caret(painter, view)


def _paint_words(painter: QPainter, view: "PagesView", look: PagesLook, page: int) -> None:
    shown = view.shown
    for span, mark in shown.marked:
        boxes = view.boxes_on(page, span)
        if not look.framed:
            fill(painter, look, boxes, look.marked)
        underline(painter, look, boxes, span in shown.active)
        if boxes:
            _tag(painter, view, look, page, boxes[0], mark)
    for span in shown.found:
        color = look.current if span == shown.current else look.found
        boxes = view.boxes_on(page, span)
        fill(painter, look, boxes, color)
        if span == shown.current:
            frame_all(painter, look, boxes, 1)
    if view.selection is not None:
        fill(painter, look, view.boxes_on(page, view.selection), look.selected)


def _paint_parts(painter: QPainter, view: "PagesView", look: PagesLook, page: int) -> None:
    for part, mark in view.shown.parts:
        if part.page == page:
            box = view.place_of(part.region, page)
            frame_part(painter, look, box, look.bar, 3 if part.active else 2)
            _tag(painter, view, look, page, box, mark)


def _tag(
    painter: QPainter, view: "PagesView", look: PagesLook, page: int, box: QRectF, mark: str
) -> None:
    """Write which excerpt this is beside the page, where there is room."""
    edge = view.box_of(page, (0, 0, 1, 1)).right() + 6 * look.scale
    metrics = QFontMetricsF(look.font)
    if edge + metrics.horizontalAdvance(mark) > view.viewport().width():
        return
    painter.setFont(look.font)
    painter.setPen(look.tag)
    painter.drawText(QPointF(edge, box.top() + metrics.ascent()), mark)


def _paint_caret(painter: QPainter, view: "PagesView") -> None:
    page = view.pages.at(view.caret) if len(view.pages) else 0
    words = view.words_on(page) if page in view.visible_pages() else None
    place = words.caret(view.caret) if words is not None else None
    if place is not None:
        box = view.box_of(page, place)
        painter.fillRect(QRectF(box.x() - 0.75, box.y(), 1.5, box.height()), QColor("black"))
