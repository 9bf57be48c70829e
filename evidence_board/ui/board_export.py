"""Exporting a board as a picture: asks, gathers what it shows, and writes it in the background."""

from collections.abc import Callable, Generator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from evidence_board.interchange import writing
from evidence_board.ui import outside
from evidence_board.ui.canvas import figure_files
from evidence_board.ui.canvas.card_picture import CardPicture
from evidence_board.ui.canvas.contents import Wanted, all_of, contents_of
from evidence_board.ui.canvas.figure import Figure, Ground, figure_of, tokens_for
from evidence_board.ui.canvas.figure_files import Making
from evidence_board.ui.canvas.gathering import Gathering
from evidence_board.ui.canvas.pages import layout_for, one_page, room_on
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.dialogs.export_board import ExportBoardDialog, PictureOrder
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import WORLD
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.theme import current_theme
from evidence_board.ui.toast import Offer

SHARP = 2.0
"""For how many pixels a px the pictures on cards are made in files that scale."""


class BoardExport(QObject):
    """Writes pictures of the board that shows, whole or not at all."""

    def __init__(
        self, window: MainWindow, document: Document, board: Callable[[], BoardView]
    ) -> None:
        """Export what ``board`` gives; ``document`` owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._board = board

    def ask(self) -> None:
        """Ask what is wanted, and make it."""
        board = self._board()
        if all_of(board.sheet).empty:
            self._document.tell(self.tr("There is nothing on this board to export."))
            return
        folder = self._document.project.path.parent
        dialog = ExportBoardDialog(board.sheet, board.chosen, folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.make(board, dialog.order()))
        dialog.open()

    def make(self, board: BoardView, order: PictureOrder) -> None:
        """Gather what the cards show, then paint and write."""
        store, scale = self._document.pictures, max(order.scale, SHARP)
        gathering = Gathering(board.sheet, store, order.wanted, scale, self)
        gathering.ready.connect(lambda pictures: self._paint(board, order, pictures))

    def _paint(
        self, board: BoardView, order: PictureOrder, pictures: Mapping[str, CardPicture]
    ) -> None:
        figure = self.figure(board, order.wanted, order.title, order.ground, pictures)
        if figure is not None:
            self.write(order.path, partial(making, figure, order))

    def figure(
        self,
        board: BoardView,
        wanted: Wanted,
        title: str,
        ground: Ground,
        pictures: Mapping[str, CardPicture],
    ) -> Figure | None:
        """Return a picture of the board as it is now; None, which is told, if that is empty."""
        contents = contents_of(board.sheet, wanted)
        if contents.empty:
            self._document.tell(self.tr("There is nothing left to show."))
            return None
        tokens = tokens_for(ground, current_theme().tokens)
        return figure_of(board.sheet, contents, tokens, title, pictures)

    def write(self, path: Path, make: Callable[[], Making]) -> None:
        """Make a file in a thread and put it at ``path``; what hinders it is told."""
        project = self._document.project.path
        if path.exists() and project.exists() and path.samefile(project):
            told = self.tr("“{name}” is the project itself. Choose another name.")
            self._document.problem.emit(told.format(name=path.name))
            return
        try:
            part = writing.begin(path)
        except OSError as refusal:
            self._refuse(path, refusal)
            return
        title, work = self.tr("Exporting the board"), partial(filled, make, part)
        job = self._document.under_way.run(title, path, work, WORLD)
        job.done.connect(lambda _made: self._put(part, path))
        job.failed.connect(lambda sentence: self._fail(part, path, sentence))
        job.cancelled.connect(lambda: self._drop(part))

    def _put(self, part: Path, path: Path) -> None:
        try:
            writing.put(part, path)
        except OSError as refusal:
            part.unlink(missing_ok=True)
            self._refuse(path, refusal)
            return
        self._window.toast.show_line(
            self.tr("{name} written").format(name=path.name),
            Offer(self.tr("Open folder"), partial(outside.show, path.parent)),
            Offer(self.tr("Open"), partial(outside.show, path)),
        )

    def _fail(self, part: Path, path: Path, sentence: str) -> None:
        part.unlink(missing_ok=True)
        told = self.tr("“{name}” was not written. {why}")
        self._document.problem.emit(told.format(name=path.name, why=sentence))

    def _drop(self, part: Path) -> None:
        part.unlink(missing_ok=True)
        self._document.tell(self.tr("No picture was written: cancelled"))

    def _refuse(self, path: Path, refusal: OSError) -> None:
        told = self.tr("“{name}” could not be written ({why}). Choose another place.")
        why = refusal.strerror or str(refusal)
        self._document.problem.emit(told.format(name=path.name, why=why))


def making(figure: Figure, order: PictureOrder) -> Making:
    """Return what makes the file of an order."""
    if order.format == "png":
        return figure_files.png(figure, order.scale)
    if order.format == "svg":
        return figure_files.svg(figure)
    size = figure.size()
    layout = order.layout or layout_for(size)
    return figure_files.pdf(figure, layout, one_page(size, room_on(layout)))


def filled(make: Callable[[], Making], part: Path) -> Generator[tuple[int, int], None, None]:
    """Make a file and write it to a part file; an error of the disk becomes a sentence."""
    content = yield from make()
    try:
        writing.fill(part, content)
    except OSError as refusal:
        raise ValueError(f"{refusal.strerror or refusal}.") from refusal
