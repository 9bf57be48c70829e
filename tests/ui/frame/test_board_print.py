"""Printing the board from the window, as a person does it."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.canvas.contents import Wanted
from evidence_board.ui.canvas.pages import PAPERS, layout_of
from evidence_board.ui.dialogs.print_board import PrintBoardDialog, PrintOrder
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.board_dialogs import print_dialog, save_as

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def laid(wiring: Wiring, project: Project) -> Claim:
    """Give a claim that lies on the board."""
    return claims.write(project, "The ferry left.", board=wiring.board_id, x=0, y=0)


def test_without_a_printer_the_pages_go_into_a_pdf(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    board = wiring.board
    dialog = PrintBoardDialog(board.sheet, board.chosen, tmp_path, wiring.window, printers=False)
    dialog.open()
    assert dialog.verb.text() == "Print to PDF"
    assert any("No printer" in one.text() for one in dialog.findChildren(QLabel))
    target = tmp_path / "pages.pdf"
    save_as(dialog, target)
    dialog.try_accept()
    wiring.board_print.make(board, dialog.order())
    qtbot.waitUntil(target.exists, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF-")


def test_with_a_printer_it_is_asked_for(wiring: Wiring, laid: Claim, tmp_path: Path) -> None:
    board = wiring.board
    dialog = PrintBoardDialog(board.sheet, board.chosen, tmp_path, wiring.window, printers=True)
    assert dialog.verb.text() == "Print"
    assert dialog.place is None
    assert dialog.order().path is None


def test_a_printer_that_writes_a_file_gets_it_whole(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "pages.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    layout = layout_of(PAPERS["A3"], "portrait")
    printer.setPageLayout(layout)
    figure = wiring.board_export.figure(wiring.board, Wanted(), "Main", "white", {})
    assert figure is not None
    wiring.board_print.print_to(printer, figure, PrintOrder(Wanted(), "Main", layout, 1.0, None))
    qtbot.waitUntil(target.exists, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF-")


def test_more_pages_than_anyone_wants_are_refused(
    wiring: Wiring, laid: Claim, project: Project
) -> None:
    claims.write(project, "Far off.", board=wiring.board_id, x=40_000, y=30_000)
    dialog = print_dialog(wiring)
    assert dialog.refusal() == ""
    dialog.spread_field.setCurrentIndex(dialog.spread_field.findData(1.0))
    assert "pages" in dialog.refusal()
    assert not dialog.verb.isEnabled()
    dialog.reject()
