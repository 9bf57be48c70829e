"""Printing a board: on one page or over several, to a printer or, where there is none, a PDF."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from evidence_board.brief.handling import handling_of
from evidence_board.ui.board_export import SHARP, BoardExport
from evidence_board.ui.canvas import figure_files
from evidence_board.ui.canvas.card_picture import CardPicture
from evidence_board.ui.canvas.contents import all_of
from evidence_board.ui.canvas.figure import Figure
from evidence_board.ui.canvas.gathering import Gathering
from evidence_board.ui.canvas.page_painting import paint_pages
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.dialogs.print_board import PrintBoardDialog, PrintOrder, plan_of
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class BoardPrint(QObject):
    """Prints the board that shows."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        board: Callable[[], BoardView],
        export: BoardExport,
    ) -> None:
        """Print what ``board`` gives; ``export`` writes PDFs, ``document`` owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._board = board
        self._export = export

    def ask(self) -> None:
        """Ask what is wanted on which paper, then for the printer."""
        from PySide6.QtPrintSupport import QPrinterInfo  # asks the printing system; few print

        board = self._board()
        if all_of(board.sheet).empty:
            self._document.tell(self.tr("There is nothing on this board to print."))
            return
        dialog = PrintBoardDialog(
            board.sheet,
            board.chosen,
            self._document.project.path.parent,
            self._window,
            printers=bool(QPrinterInfo.availablePrinterNames()),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.make(board, dialog.order()))
        dialog.open()

    def make(self, board: BoardView, order: PrintOrder) -> None:
        """Gather what the cards show, then print, or write a PDF."""
        gathering = Gathering(board.sheet, self._document.pictures, order.wanted, SHARP, self)
        gathering.ready.connect(lambda pictures: self._go_on(board, order, pictures))

    def _go_on(
        self, board: BoardView, order: PrintOrder, pictures: Mapping[str, CardPicture]
    ) -> None:
        figure = self._export.figure(board, order.wanted, order.title, "white", pictures)
        if figure is None:
            return
        if order.path is not None:
            self._write(figure, order, order.path)
        else:
            self._choose_printer(figure, order)

    def _choose_printer(self, figure: Figure, order: PrintOrder) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few people print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(order.layout)
        printer.setDocName(order.title)
        printer.setCreator("Evidence Board")
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        dialog.accepted.connect(lambda: self.print_to(printer, figure, order))
        QDialog.open(dialog)

    def print_to(self, printer: "QPrinter", figure: Figure, order: PrintOrder) -> None:
        """Print on a printer as it is set up; one that writes a PDF file gets it whole or not."""
        if printer.outputFileName():
            self._write(figure, order, Path(printer.outputFileName()), printer)
            return
        plan = plan_of(figure.size(), printer.pageLayout(), order.scale)
        work = partial(paint_pages, printer, figure, plan, self._foot(order), printer.abort)
        job = self._document.jobs.run(self.tr("Printing the board"), work)
        told = self.tr("%n page(s) sent to {printer}", "", len(plan.parts))
        job.done.connect(
            lambda _made: self._document.tell(told.format(printer=printer.printerName()))
        )
        job.failed.connect(self._document.problem)
        stopped = self.tr("Printing was stopped; some pages may come all the same.")
        job.cancelled.connect(lambda: self._document.tell(stopped))

    def _write(
        self, figure: Figure, order: PrintOrder, path: Path, printer: "QPrinter | None" = None
    ) -> None:
        layout = order.layout if printer is None else printer.pageLayout()
        plan = plan_of(figure.size(), layout, order.scale)
        self._export.write(path, partial(figure_files.pdf, figure, layout, plan, self._foot(order)))

    def _foot(self, order: PrintOrder) -> str:
        """Return what stands under every page: what it shows, and how it is to be handled."""
        return f"{order.title}, {handling_of(self._document.project).label}"
