"""Painting a picture of a board on pages, of a PDF or of a printer."""

from collections.abc import Callable, Generator
from contextlib import closing

from PySide6.QtGui import QPagedPaintDevice, QPainter

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.figure import Figure
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.pages import FOOT, Plan, room_on


def paint_pages(
    device: QPagedPaintDevice,
    figure: Figure,
    plan: Plan,
    foot: str = "",
    call_off: Callable[[], object] | None = None,
) -> Generator[tuple[int, int], None, None]:
    """Paint the parts of a plan on a page each; yields how many cards are done, of how many.

    ``foot`` stands below each part with the number of its page; ``call_off`` is called where the
    work is stopped, while the device can still be told.
    """
    painter = QPainter(device)
    total = figure.cards * len(plan.parts)
    try:
        for number in range(len(plan.parts)):
            if number:
                device.newPage()
            with closing(_paint_part(painter, device, figure, plan, number, foot)) as steps:
                for done in steps:
                    yield number * figure.cards + done, total
    except GeneratorExit:
        if call_off is not None:
            call_off()
        raise
    finally:
        painter.end()


def _paint_part(
    painter: QPainter,
    device: QPagedPaintDevice,
    figure: Figure,
    plan: Plan,
    number: int,
    foot: str,
) -> Generator[int, None, None]:
    part = plan.parts[number]
    painter.save()
    try:
        wide, high = room_on(device.pageLayout(), FOOT if foot else 0.0)
        painter.scale(device.logicalDpiX() / 96, device.logicalDpiY() / 96)
        if foot:
            ink = Ink(painter, figure.scene.look, "near", 1.0, 1.0, vector=True)
            words = ink.elide("meta", _numbered(foot, plan, number), wide)
            ink.text("meta", 0.0, high + FOOT - ink.line("meta"), words, "text.secondary")
        if len(plan.parts) == 1:
            left, top = wide - part.width() * plan.factor, high - part.height() * plan.factor
            painter.translate(max(left, 0.0) / 2, max(top, 0.0) / 2)
        painter.scale(plan.factor, plan.factor)
        painter.translate(-part.x(), -part.y())
        yield from figure.painter(vector=True).steps(painter, part)
    finally:
        painter.restore()


def _numbered(foot: str, plan: Plan, number: int) -> str:
    """Return what stands under a page: where it belongs, if there are several."""
    if len(plan.parts) == 1:
        return foot
    row, column = divmod(number, plan.columns)
    where = tr("page {page} of {pages}, row {row}, column {column}")
    told = where.format(page=number + 1, pages=len(plan.parts), row=row + 1, column=column + 1)
    return f"{foot}, {told}"
