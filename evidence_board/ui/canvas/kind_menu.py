"""The small menu where a link was dropped on nothing: what the new card is."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from evidence_board.commands.linked_cards import NewKind
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.pop_menu import PopMenu, PopRow
from evidence_board.ui.labels import label

_WORDS: Mapping[NewKind, Callable[[], str]] = {
    "claim": lambda: tr("Claim"),
    "source": lambda: tr("Source, cited only"),
    "note": lambda: tr("Note"),
}
_ICONS = {"claim": "scale", "source": "newspaper", "note": "sticky-note"}


class KindMenu(PopMenu):
    """Chooses what a new linked card is (by figure; Enter takes the marked one)."""

    chosen = Signal(str)

    def __init__(self, kinds: Sequence[NewKind], look: Look, parent: QWidget) -> None:
        """Show ``kinds``."""
        super().__init__(tr("New linked card"), look, parent)
        self._kinds = tuple(kinds)
        self.column.addWidget(label(tr("New linked card"), "hint"))
        for number, kind in enumerate(kinds, 1):
            self.add_row(_Row(number, kind, look, self))
        self.adjustSize()

    def take(self, place: int) -> None:
        """Take a kind."""
        self.asking = False
        self.close_menu()
        self.chosen.emit(self._kinds[place])


class _Row(PopRow):
    """A kind of card: its icon and word."""

    def __init__(self, number: int, kind: NewKind, look: Look, parent: QWidget) -> None:
        super().__init__(number, _WORDS[kind](), look, parent)
        self._kind = kind

    def paint_face(self, painter: QPainter, ratio: float) -> Ink:
        """Draw icon and word."""
        ink = Ink(painter, self.look, "near", 1.0, ratio)
        ink.icon(_ICONS[self._kind], f"kind.{self._kind}", 10, 9, 14)
        ink.text("cardTitle", 32, 8, self.text(), "text.primary")
        return ink
