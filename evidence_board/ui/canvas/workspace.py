"""What gestures and acts work on: document, board, camera and live layer, as one protocol."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from evidence_board.model.record import Record
from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.focusing import Focusing
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.hand import Hand
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.document import Document

if TYPE_CHECKING:
    from evidence_board.ui.canvas.linking import Linking
    from evidence_board.ui.canvas.pointing import Pointing


class Workspace(Protocol):
    """The board's view, as far as gestures and acts need it."""

    document: Document
    board_id: str
    camera: Camera
    live: Live
    hand: Hand
    sheet: Sheet
    focusing: Focusing

    @property
    def chosen(self) -> Chosen:
        """What is selected, as it lies on the board."""

    def refresh(self) -> None:
        """Paint the live layer anew."""

    def show_caught(self, rows: Ints | None) -> None:
        """Show many cards as selected that are not yet; None shows the selection."""

    def target(self, card: int | None, line: int | None) -> Record | None:
        """Return the record of a card or of a line that may be linked to."""

    def badge_at(self, x: float, y: float) -> str | None:
        """Return the claim whose origin badge lies at a place of the board."""

    @property
    def linking(self) -> "Linking":
        """What asks for the rest of a drawn link."""

    @property
    def pointing(self) -> "Pointing":
        """What gives events to the gesture or the mode under way."""

    def compose(self, kind: str, place: tuple[float, float] | None) -> None:
        """Open an empty editor at a place, or where there is room if it is None.

        What is written becomes a claim, note or source.
        """

    def paste(self, *, words: bool = False) -> None:
        """Take what is on the clipboard, at the pointer or in the middle of the view.

        ``words`` takes its text only, as it is.
        """

    def edit(self, record_id: str) -> bool:
        """Open the editor on a card or frame title; False if it has no text to edit."""


Act: TypeAlias = Callable[[Workspace], None]
"""What a person does on the board at once, by a key or from a menu."""
