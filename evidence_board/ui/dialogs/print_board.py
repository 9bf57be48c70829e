"""The dialog before a board is printed: what of it, on which paper, on one page or several."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.contents import Wanted
from evidence_board.ui.canvas.pages import (
    FOOT,
    MOST_PAGES,
    PAPERS,
    Plan,
    better_orientation,
    layout_of,
    one_page,
    room_on,
    tiles,
)
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.dialogs.board_form import BoardForm, paper_layout, paper_rows
from evidence_board.ui.dialogs.form import refuse
from evidence_board.ui.dialogs.save_place import SavePlace
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.labels import label, scaled

_SPREADS = (1.0, 0.75, 0.5)


@dataclass(frozen=True)
class PrintOrder:
    """What a person wants printed; ``scale`` None fits it to one page, ``path`` is for a PDF."""

    wanted: Wanted
    title: str
    layout: QPageLayout
    scale: float | None
    path: Path | None


def plan_of(size: tuple[int, int], layout: QPageLayout, scale: float | None) -> Plan:
    """Return how a picture comes on pages of a printer, with a line at their foot."""
    room = room_on(layout, FOOT)
    return one_page(size, room) if scale is None else tiles(size, room, scale)


class PrintBoardDialog(BoardForm):
    """Says how many pages it takes; where there is no printer the pages go into a PDF."""

    def __init__(
        self,
        sheet: Sheet,
        chosen: Chosen,
        folder: Path,
        parent: QWidget | None = None,
        *,
        printers: bool,
    ) -> None:
        """Print to one of the system's ``printers``, or without any to a file in ``folder``."""
        super().__init__(sheet, chosen, parent)
        self.setWindowTitle(self.tr("Print the board"))
        self.setMinimumWidth(scaled(480))
        self._folder = folder
        self._printers = printers
        self.place: SavePlace | None = None
        self.paper_field = ChoiceField(self.tr("Paper"), list(paper_rows()))
        self.spread_field = ChoiceField(self.tr("Pages"), ())
        self._build()

    def order(self) -> PrintOrder:
        """Return what is wanted; only once the dialog was accepted."""
        path = None if self.place is None else self.place.path()
        return PrintOrder(self.wanted(), self.title(), self._layout(), self._scale(), path)

    def try_accept(self) -> None:
        """Accept if there are pages, and nothing is replaced unasked."""
        if self.refusal():
            self.spread_field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.may_show_private() and (self.place is None or self.place.may_write()):
            self.accept()

    def refusal(self) -> str:
        """Return why this cannot be printed, in a sentence, or nothing."""
        size = self.size_px()
        if size is None:
            return self.tr("There is nothing to show.")
        count = len(plan_of(size, self._layout(), self._scale()).parts)
        told = self.tr("This takes {count} pages. Choose a smaller scale or one page.")
        return told.format(count=f"{count:,}") if count > MOST_PAGES else ""

    def show_size(self) -> None:
        """Say how many pages it takes, or why it cannot be printed."""
        sentence = self.refusal()
        refuse(self._spread_hint, sentence)
        self.verb.setEnabled(not sentence)
        size = self.size_px()
        if not sentence and size is not None:
            self._spread_hint.setText(self._measure(plan_of(size, self._layout(), self._scale())))
            self._spread_hint.show()
        if self.place is not None:
            self.place.propose(self.title(), ".pdf")

    def _measure(self, plan: Plan) -> str:
        if self._scale() is None:
            return self.tr("One page, drawn at {share} %").format(share=round(plan.factor * 100))
        words = self.tr("%n page(s), {across} across and {down} down", "", len(plan.parts))
        return words.format(across=plan.columns, down=plan.rows)

    def _build(self) -> None:
        size = self.size_px() or (1, 1)
        self.add_contents()
        self.add_field(self.tr("Paper"), self.paper_field)
        self._spread_hint = self.add_field(self.tr("Pages"), self.spread_field, " ")
        self.spread_field.addItem(self.tr("Fitted to one page"), None)
        for one in _SPREADS:
            words = self.tr("Over several pages at {share} %").format(share=round(one * 100))
            self.spread_field.addItem(words, one)
        self.paper_field.show_key(f"A4 {better_orientation(size, PAPERS['A4'])}")
        self.verb.setText(self.tr("Print"))
        if not self._printers:
            self.place = self._add_place()
        self.finish()
        self.paper_field.currentIndexChanged.connect(self.show_size)
        self.spread_field.currentIndexChanged.connect(self.show_size)
        self._contents_changed()

    def _add_place(self) -> SavePlace:
        self.verb.setText(self.tr("Print to PDF"))
        words = self.tr("No printer is set up here, so the pages go into a PDF file.")
        self.add_widget(label(words, "hint", wrap=True))
        return SavePlace(self, self._folder, ".pdf")

    def _layout(self) -> QPageLayout:
        chosen = paper_layout(str(self.paper_field.currentData()))
        return chosen or layout_of(PAPERS["A4"], "portrait")

    def _scale(self) -> float | None:
        scale: float | None = self.spread_field.currentData()
        return scale
