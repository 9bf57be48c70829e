"""What the actions about tags do: the popup of the selection, the dialog of all tags."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from evidence_board.model.note import TAGGED
from evidence_board.ui.dialogs.tags import TagsDialog
from evidence_board.ui.labels import scaled
from evidence_board.ui.tag_popup import TagPopup
from evidence_board.ui.wording import translate

if TYPE_CHECKING:
    from evidence_board.ui.wiring import Wiring


class TagDeeds:
    """Opens the popup beside what is selected, and the dialog."""

    def __init__(self, wiring: "Wiring") -> None:
        self._on = wiring

    @property
    def deeds(self) -> Mapping[str, Callable[[], None]]:
        """By the ids of the window's actions."""
        return {"tags": self.open_popup, "all_tags": self.open_dialog}

    def open_popup(self) -> None:
        """Let the person tag what is selected."""
        document = self._on.document
        if not any(record.table in TAGGED for record in document.selected_records()):
            words = "Nothing is selected that takes a tag. Select a card or a frame."
            document.tell(translate("Tags", words))
            return
        TagPopup(document, self._on.window).open_at(self._beside_selection())

    def open_dialog(self) -> None:
        """Show all tags."""
        TagsDialog(self._on.document, self._on.window).open()

    def _beside_selection(self) -> QPoint:
        """Return where on the screen the selection ends, inside the board's view."""
        board = self._on.board
        area = board.chosen.area(board.sheet) if self._on.mode == "board" else None
        if area is None:
            window = self._on.window
            return window.mapToGlobal(QPoint(window.width() // 3, window.height() // 4))
        x, y = board.camera.viewport.to_screen(area[0], area[1] + area[3])
        edge = scaled(24)
        spot = QPoint(
            round(min(max(x, edge), board.width() - edge)),
            round(min(max(y + scaled(8), edge), board.height() - edge)),
        )
        return board.mapToGlobal(spot)
