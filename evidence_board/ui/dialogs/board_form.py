"""The form before a board leaves the program: what of it, and whether its notes go along."""

from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from evidence_board.model.board import Board, Frame
from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.contents import (
    Contents,
    Wanted,
    all_of,
    contents_of,
    notes_among,
    picked,
    private_notes,
)
from evidence_board.ui.canvas.figure import area_of
from evidence_board.ui.canvas.pages import PAPERS, layout_of
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.board_words import BoardWords
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.wording import translate


class BoardForm(FormDialog):
    """Asks for the board, a frame or the selection; notes stay out unless the person asks."""

    def __init__(self, sheet: Sheet, chosen: Chosen, parent: QWidget | None) -> None:
        """Offer what is selected on ``sheet`` beside all of it."""
        super().__init__("", "", parent)
        self._sheet = sheet
        self._chosen = chosen
        self._words = BoardWords(self)
        self._whole = all_of(sheet)
        self._picked = picked(sheet, chosen)
        alone = len(chosen.ids) == len(chosen.frames) == 1
        self._frame = next(iter(chosen.frames)) if alone else ""
        self.what_field = ChoiceField(self.tr("What"), self._kinds())
        self.notes_field = QCheckBox()
        self.private_field = QCheckBox()

    def add_contents(self) -> None:
        """Add the fields that all these forms share."""
        several = self._frame or len(self._picked.cards) > 1
        self.what_field.show_key("picked" if several else "board")
        self.add_field(self.tr("What"), self.what_field)
        self.add_widget(self._notes_column())
        self.what_field.currentIndexChanged.connect(self._contents_changed)
        self.notes_field.toggled.connect(self.show_size)
        self.private_field.toggled.connect(self.show_size)

    def wanted(self) -> Wanted:
        """Return what is to be shown."""
        ids = self._chosen.ids if self._picked_wanted() else None
        return Wanted(ids, self.notes_field.isChecked(), self.private_field.isChecked())

    def size_px(self) -> tuple[int, int] | None:
        """Return the size of the picture in px at 100 %; None where nothing would be shown."""
        area = area_of(self._sheet.layout, contents_of(self._sheet, self.wanted()))
        return None if area is None else (round(area[2]), round(area[3]))

    def title(self) -> str:
        """Return what the picture is called: the title of the frame, or of the board."""
        project, board = self._sheet.project, self._sheet.board_id
        shown = project.find(self._frame if self._picked_wanted() and self._frame else board)
        named = shown.title if isinstance(shown, Frame | Board) else ""
        return named or project.record.title

    def show_size(self) -> None:
        """Say how large it becomes; forms say it in their own measure."""
        raise NotImplementedError

    def may_show_private(self) -> bool:
        """Return whether no private note is shown, or the person says once more that it may be."""
        count = len(private_notes(self._sheet, contents_of(self._sheet, self.wanted())))
        if not count:
            return True
        sentence = self._words.warning(count)
        more = self.tr("Whoever gets the picture can read what is private.")
        return message.ask(self, sentence, self.tr("Show private notes"), more)

    def _contents_changed(self) -> None:
        """Offer the notes that there are, and say the size."""
        shown = self._shown()
        open_count = len(notes_among(self._sheet, shown))
        private_count = len(private_notes(self._sheet, shown))
        self.notes_field.setText(self._words.notes(open_count))
        self.private_field.setText(self._words.private_notes(private_count))
        self.notes_field.setVisible(open_count > 0)
        self.private_field.setVisible(private_count > 0)
        self._notes_row.setVisible(open_count + private_count > 0)
        self.show_size()

    def _notes_column(self) -> QWidget:
        self._notes_row = QWidget()
        column = QVBoxLayout(self._notes_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notes_field)
        column.addWidget(self.private_field)
        return self._notes_row

    def _kinds(self) -> list[tuple[str | None, str]]:
        whole = self._words.whole(len(self._whole.cards))
        rows: list[tuple[str | None, str]] = [("board", whole)]
        if self._frame:
            frame = self._sheet.layout.frames[self._frame]
            words = self.tr("The frame “{title}”, {cards}")
        else:
            words = self.tr("The selection, {cards}")
        cards = self._words.cards(len(self._picked.cards))
        if not self._picked.empty:
            title = frame.title if self._frame else ""
            rows.append(("picked", words.format(title=title, cards=cards)))
        return rows

    def _picked_wanted(self) -> bool:
        return bool(self.what_field.currentData() == "picked")

    def _shown(self) -> Contents:
        return self._picked if self._picked_wanted() else self._whole


def paper_rows() -> list[tuple[str, str]]:
    """Return the papers with their orientations, as keys such as "A4 portrait" and words."""
    ways = (
        ("landscape", translate("Paper", "{paper} landscape")),
        ("portrait", translate("Paper", "{paper} portrait")),
    )
    return [
        (f"{paper} {way}", words.format(paper=paper)) for paper in PAPERS for way, words in ways
    ]


def paper_layout(key: str) -> QPageLayout | None:
    """Return the page of a key of `paper_rows`; None for any other."""
    paper, _, way = key.partition(" ")
    if paper not in PAPERS:
        return None
    return layout_of(PAPERS[paper], "portrait" if way == "portrait" else "landscape")
