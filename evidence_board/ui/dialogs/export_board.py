"""The dialog before a board is exported: what of it, as which file, how large, where to."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.contents import Wanted
from evidence_board.ui.canvas.figure import Ground
from evidence_board.ui.canvas.figure_files import SCALES, bearable
from evidence_board.ui.canvas.pages import fitting, layout_for, room_on
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.dialogs.board_form import BoardForm, paper_layout, paper_rows
from evidence_board.ui.dialogs.form import refuse
from evidence_board.ui.dialogs.save_place import SavePlace
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.labels import scaled

Format = Literal["png", "svg", "pdf"]
_GROUNDS: Mapping[Format, Ground] = {"png": "board", "svg": "board", "pdf": "white"}
"""The ground that is proposed for a format."""
_DRAWN = "drawn"
"""The size of the drawing itself."""


@dataclass(frozen=True)
class PictureOrder:
    """What a person wants exported; ``scale`` is for PNG.

    ``layout`` is for PDF: None is a page as large as the drawing.
    """

    wanted: Wanted
    title: str
    format: Format
    scale: float
    layout: QPageLayout | None
    ground: Ground
    path: Path


class ExportBoardDialog(BoardForm):
    """Says how large the file becomes before it is made; the verb names its format."""

    def __init__(
        self, sheet: Sheet, chosen: Chosen, folder: Path, parent: QWidget | None = None
    ) -> None:
        """Propose a file in ``folder``."""
        super().__init__(sheet, chosen, parent)
        self.setWindowTitle(self.tr("Export the board as a picture"))
        self.setMinimumWidth(scaled(520))
        self._folder = folder
        self.format_field = ChoiceField(self.tr("Format"), self._formats())
        self.size_field = ChoiceField(self.tr("Size"), ())
        self.ground_field = ChoiceField(self.tr("Colours"), self._grounds())
        self._build()

    def order(self) -> PictureOrder:
        """Return what is wanted; only once the dialog was accepted."""
        return PictureOrder(
            self.wanted(),
            self.title(),
            self._format(),
            self._scale(),
            self._layout(),
            self.ground_field.currentData(),
            self.place.path(),
        )

    def try_accept(self) -> None:
        """Accept if it can be made, the folder is there, and nothing is replaced unasked."""
        if self.refusal():
            self.size_field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.may_show_private() and self.place.may_write():
            self.accept()

    def refusal(self) -> str:
        """Return why this cannot be made, in a sentence, or nothing."""
        size = self.size_px()
        if size is None:
            return self.tr("There is nothing to show.")
        told = self.tr("{size} px are more than memory bears. Choose a smaller size.")
        pixels = self._pixels(size)
        if self._format() == "png" and not bearable(pixels):
            return told.format(size=_times(pixels))
        return ""

    def show_size(self) -> None:
        """Say how large it becomes, or why it cannot be made."""
        sentence = self.refusal()
        refuse(self._size_hint, sentence)
        self.verb.setEnabled(not sentence)
        size = self.size_px()
        if not sentence and size is not None:
            self._size_hint.setText(self._measure(size))
            self._size_hint.show()
        self.place.propose(self.title(), f".{self._format()}")

    def _measure(self, size: tuple[int, int]) -> str:
        if self._format() == "pdf":
            layout = self._layout() or layout_for(size)
            page = layout.fullRect(QPageLayout.Unit.Millimeter)
            words = self.tr("One page of {width} × {height} mm, drawn at {share} %")
            share = fitting(size, room_on(layout))
            return words.format(
                width=round(page.width()), height=round(page.height()), share=round(share * 100)
            )
        return self.tr("{size} px").format(size=_times(self._pixels(size)))

    def _build(self) -> None:
        self.add_contents()
        self.add_field(self.tr("Format"), self.format_field)
        self._size_hint = self.add_field(self.tr("Size"), self.size_field, " ")
        self.add_field(self.tr("Colours"), self.ground_field)
        self.place = SavePlace(self, self._folder, ".png")
        self.finish()
        self.format_field.currentIndexChanged.connect(self._format_changed)
        self.size_field.currentIndexChanged.connect(self.show_size)
        self._format_changed()
        self._contents_changed()

    def _format_changed(self) -> None:
        """Offer the sizes of a format, with the ground that suits it."""
        chosen = self._format()
        self.verb.setText(self.tr("Export {format}").format(format=chosen.upper()))
        self.size_field.blockSignals(True)
        self.size_field.clear()
        for key, words in self._sizes(chosen):
            self.size_field.addItem(words, key)
        self.size_field.setCurrentIndex(max(self.size_field.findData(1.0), 0))
        self.size_field.setEnabled(self.size_field.count() > 1)
        self.size_field.blockSignals(False)
        self.ground_field.show_key(_GROUNDS[chosen])
        self.show_size()

    def _formats(self) -> list[tuple[str | None, str]]:
        return [
            ("png", self.tr("PNG, a picture of pixels")),
            ("svg", self.tr("SVG, a drawing that scales")),
            ("pdf", self.tr("PDF, one page")),
        ]

    def _grounds(self) -> list[tuple[str | None, str]]:
        return [
            ("board", self.tr("As on the screen")),
            ("white", self.tr("Light on white, for paper")),
        ]

    def _sizes(self, chosen: Format) -> list[tuple[float | str, str]]:
        if chosen == "png":
            words = self.tr("{percent} % ({times}×)")
            shares = [(one, f"{one * 100:.0f}", f"{one:g}") for one in SCALES]
            return [(one, words.format(percent=per, times=times)) for one, per, times in shares]
        rows: list[tuple[float | str, str]] = [(_DRAWN, self.tr("As large as the drawing"))]
        if chosen == "pdf":
            rows += paper_rows()
        return rows

    def _format(self) -> Format:
        chosen: Format = self.format_field.currentData()
        return chosen

    def _scale(self) -> float:
        return float(self.size_field.currentData()) if self._format() == "png" else 1.0

    def _pixels(self, size: tuple[int, int]) -> tuple[int, int]:
        return round(size[0] * self._scale()), round(size[1] * self._scale())

    def _layout(self) -> QPageLayout | None:
        return paper_layout(str(self.size_field.currentData()))


def _times(size: tuple[int, int]) -> str:
    return f"{size[0]:,} × {size[1]:,}"
