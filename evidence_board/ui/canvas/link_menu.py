"""The small menu where a link was dropped: its type, then its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from evidence_board.model.link_types import LinkType, types_between
from evidence_board.model.record import Record
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.pop_menu import PopMenu, PopRow
from evidence_board.ui.canvas.samples import SAMPLE_WIDTH, paint_sample
from evidence_board.ui.docks.page import HintBox
from evidence_board.ui.labels import label, scaled


@dataclass(frozen=True)
class Choice:
    """A type that may be drawn, from one record to another."""

    type: LinkType
    start: str
    end: str


def choices_between(start: Record, end: Record) -> tuple[tuple[Choice, ...], bool]:
    """Return the types that fit, and whether they run against the direction that was drawn."""
    forward = types_between(start.table, end.table)
    if forward:
        return tuple(Choice(kind, start.id, end.id) for kind in forward), False
    backward = types_between(end.table, start.table)
    return tuple(Choice(kind, end.id, start.id) for kind in backward), True


class LinkMenu(PopMenu):
    """Chooses a type (keys 1 to 7, Enter takes the marked one), then asks for the reason."""

    chosen = Signal(object, str)
    """The Choice and the reason, which may be empty."""

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        reverse: bool,
        look: Look,
        parent: QWidget,
        hint: str = "",
        reasoned: bool = True,
    ) -> None:
        """Show ``choices``; ``reverse`` says that they run the other way than was drawn.

        ``hint`` stands below them; without ``reasoned`` no reason is asked for.
        """
        super().__init__("", look, parent)
        self.setAccessibleName(self.tr("Type of the link"))
        self._reasoned = reasoned
        self._choices = tuple(choices)
        self._choice: Choice | None = None
        self._field: QLineEdit | None = None
        if reverse:
            self.column.addWidget(label(self.tr("Only the other way round:"), "hint"))
        for number, choice in enumerate(choices, 1):
            self.add_row(_Row(number, choice, look, self))
        if hint:
            box = HintBox()
            self.column.addWidget(box)
            box.setFixedWidth(scaled(300))
            box.say(hint)
        self.adjustSize()

    def take(self, place: int) -> None:
        """Take a type; one that can carry a reason asks for it."""
        self._choice, self.asking = self._choices[place], False
        if self._reasoned and self._choice.type.record != "assertion":
            self._ask_reason(self._choice)
        else:
            self._finish("")

    def leave(self) -> None:
        """Keep a link whose type was taken, with what there is of its reason."""
        if self._field is None:
            super().leave()
        else:
            self._finish(self._field.text())

    def _ask_reason(self, choice: Choice) -> None:
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if isinstance(widget, QAbstractButton) or widget.property("role") == "hint":
                self.column.removeWidget(widget)
                widget.hide()
        kept = _Row(0, choice, self.look, self)
        kept.setEnabled(False)
        self._field = field = QLineEdit(self)
        field.setAccessibleName(self.tr("Reason"))
        field.setPlaceholderText(self.tr("Reason (may be left for later)"))
        field.returnPressed.connect(lambda: self._finish(field.text()))
        for place, widget in enumerate((kept, field)):
            self.column.insertWidget(place, widget)
            widget.show()  # a layout shows late what is added late, and the size is asked for now
        self.adjustSize()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _finish(self, reason: str) -> None:
        choice = self._choice
        self.close_menu()
        self.chosen.emit(choice, reason.strip())


class _Row(PopRow):
    """A type: its line, its word, what it means."""

    def __init__(self, number: int, choice: Choice, look: Look, parent: QWidget) -> None:
        super().__init__(number, choice.type.word, look, parent)
        self.choice = choice
        self.setAccessibleName(f"{choice.type.word}. {choice.type.meaning}")

    def extent(self) -> tuple[float, float]:
        """Return room for the longest meaning."""
        meaning = self.look.lettering.width("meta", self.choice.type.meaning)
        return SAMPLE_WIDTH + max(meaning, 120), 38

    def paint_face(self, painter: QPainter, ratio: float) -> Ink:
        """Draw line, word and meaning."""
        kind = self.choice.type
        ink = paint_sample(painter, self.look, kind.look, (8, 19), ratio)
        left = 8 + SAMPLE_WIDTH + 10
        ink.text("cardTitle", left, 3, kind.word, "text.primary")
        ink.text("meta", left, 20, kind.meaning, "text.tertiary")
        return ink
