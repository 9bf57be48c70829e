"""A board on pages: PDF and printer, one page or several, read back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageLayout, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from evidence_board.model.note import NoteKind
from evidence_board.ui.canvas import figure_files
from evidence_board.ui.canvas.contents import Wanted
from evidence_board.ui.canvas.page_painting import paint_pages
from evidence_board.ui.canvas.pages import (
    FOOT,
    PAPERS,
    better_orientation,
    fitting,
    layout_for,
    layout_of,
    one_page,
    room_on,
    tiles,
)
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.figures import drained, figure, note, sheets, words_of


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give where a PDF goes."""
    return tmp_path / "out.pdf"


def test_a_pdf_page_is_as_large_as_the_drawing_with_words_and_fonts(
    hands: Hands, case: Case, out: Path
) -> None:
    made = figure(hands)
    layout = layout_for(made.size())
    plan = one_page(made.size(), room_on(layout))
    out.write_bytes(drained(figure_files.pdf(made, layout, plan)))
    read = sheets(out)
    (size,) = read.sizes
    assert size == pytest.approx([side * 0.75 for side in made.size()], abs=1)
    assert "The ferry left at noon." in read.words[0]
    assert read.title == "Board"
    assert set(read.embedded) == {"yes"}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_pdf_page_may_be_of_paper(hands: Hands, case: Case, out: Path, paper: str) -> None:
    made = figure(hands)
    layout = layout_of(PAPERS[paper], better_orientation(made.size(), PAPERS[paper]))
    plan = one_page(made.size(), room_on(layout))
    out.write_bytes(drained(figure_files.pdf(made, layout, plan)))
    page = layout.fullRect(QPageLayout.Unit.Point)
    (size,) = sheets(out).sizes
    assert size == pytest.approx((page.width(), page.height()), abs=1)


def test_tiles_cover_a_picture_once_with_a_line_at_each_foot(
    hands: Hands, case: Case, out: Path
) -> None:
    made = figure(hands)
    layout = layout_of(PAPERS["A4"], "portrait")
    plan = tiles(made.size(), room_on(layout, FOOT), 1.0)
    assert len(plan.parts) == plan.columns * plan.rows > 1
    area = sum(part.width() * part.height() for part in plan.parts)
    assert area == made.size()[0] * made.size()[1]
    out.write_bytes(drained(figure_files.pdf(made, layout, plan, "Board, TLP:RED")))
    texts = sheets(out).words
    assert len(texts) == len(plan.parts)
    for number, text in enumerate(texts, 1):
        assert f"Board, TLP:RED, page {number} of {len(texts)}" in text
    assert "The ferry left at noon." in texts[0]


def test_a_picture_is_never_drawn_larger_than_on_the_board() -> None:
    assert fitting((100, 100), (700, 500)) == 1.0
    assert fitting((1400, 100), (700, 500)) == 0.5


def test_a_page_is_never_larger_than_readers_take() -> None:
    page = layout_for((100_000, 50_000)).fullRect(QPageLayout.Unit.Point)
    assert (page.width(), page.height()) == (14_400, 7_200)


def test_a_printer_gets_the_pages(hands: Hands, case: Case, out: Path) -> None:
    made = figure(hands)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setPageLayout(layout_of(PAPERS["A4"], "landscape"))
    plan = tiles(made.size(), room_on(printer.pageLayout(), FOOT), 1.0)
    steps = list(paint_pages(printer, made, plan, "Board"))
    assert steps == sorted(steps)
    read = sheets(out)
    assert len(read.sizes) == len(plan.parts)
    assert "The ferry left at noon." in read.words[0]


def test_printing_that_is_stopped_tells_the_printer(hands: Hands, case: Case) -> None:
    made = figure(hands)
    told: list[str] = []
    layout = layout_of(PAPERS["A4"], "landscape")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    plan = one_page(made.size(), room_on(layout))
    steps = paint_pages(writer, made, plan, "", partial(told.append, "stopped"))
    next(steps)
    steps.close()
    assert told == ["stopped"]


@pytest.mark.parametrize("kind", ["note", "gap", "indicator"])
def test_no_private_word_is_in_any_file(
    hands: Hands, case: Case, out: Path, kind: NoteKind
) -> None:
    note(hands, case, "Quokka", 320, private=True, kind=kind)
    made = figure(hands, Wanted(notes=True))
    layout = layout_for(made.size())
    plan = one_page(made.size(), room_on(layout))
    out.write_bytes(drained(figure_files.pdf(made, layout, plan)))
    assert "Quokka" not in sheets(out).words[0]
    assert "Quokka" not in words_of(drained(figure_files.svg(made)))
    shown = figure(hands, Wanted(private=True))
    assert "Quokka" in words_of(drained(figure_files.svg(shown)))
