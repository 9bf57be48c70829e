"""The find field of the tool bar, with the list that drops from it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_board.ui.find_list import FindList
from evidence_board.ui.hits import Answer, Hit
from evidence_board.ui.theme import current_theme, icon

LONGEST = 1_000


class FindField(QLineEdit):
    """A field that searches while one types; Enter or a click chooses a hit."""

    asked = Signal(str)
    """What stands in the field; whoever hears it gives the answer to `show_answer`."""
    left = Signal()
    """Nobody waits for an answer any more."""
    chosen = Signal(str)
    """The key of the hit."""
    given_back = Signal()
    """Esc was pressed once more: the keyboard belongs to what is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask at each change; nothing is known until somebody answers."""
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(self.tr("Find, or type > for a command"))
        self.setAccessibleName(self.tr("Find"))
        self._glass = self.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        current_theme().changed.connect(self._draw_glass)
        self.list = FindList(self)
        self.list.chosen.connect(self._choose)
        self.list.filter_asked.connect(self._begin_filter)
        self._answered: str | None = None
        self._chooses = False
        self.textEdited.connect(self.ask)
        self.installEventFilter(self)

    def ask(self) -> None:
        """Ask for what stands in the field."""
        self._chooses = False
        self._answered = None
        if self.text().strip():
            self.asked.emit(self.text())
        else:
            self._leave()

    def ask_again(self) -> None:
        """Ask for what was typed before there was anybody to answer, if somebody is typing."""
        if self.hasFocus() and self.text().strip():
            self.asked.emit(self.text())

    def show_answer(self, answer: Answer) -> None:
        """Show the hits, unless something else stands in the field by now."""
        if answer.typed != self.text() or not self.hasFocus():
            return
        self._answered = answer.typed
        self.list.show_answer(answer)
        hit = self.list.current()
        if self._chooses and (answer.done or (hit is not None and hit.key)):
            self._chooses = False
            if hit is not None and not hit.stays:
                self._choose(hit)
                return
        self.list.drop(self)

    def hits(self) -> tuple[str, ...]:
        """Return the lines that show in the list."""
        return self.list.hits()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows, Enter and Esc of the field work on the list."""
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.list.isVisible():
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.asked.emit(self.text())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._answered != self.text():
                self._chooses = bool(self.text().strip())
            elif (current := self.list.current()) is not None and self.list.isVisible():
                self._choose(current)
            return True
        if key == Qt.Key.Key_Escape:
            self._step_back()
            return True
        return False

    def _step_back(self) -> None:
        """Close the list; where it is closed, empty the field and give the keyboard back."""
        if self.list.isVisible():
            self._leave()
            return
        self.clear()
        self._leave()
        self.given_back.emit()

    def _choose(self, hit: Hit) -> None:
        if hit.fills:
            self.setText(hit.fills)
            self.ask()
        elif hit.stays:
            self.chosen.emit(hit.key)
        else:
            self._leave()
            self.clear()
            self.chosen.emit(hit.key)

    def _begin_filter(self, word: str) -> None:
        """Begin a filter at the end of the field; what it can be is offered then."""
        text = self.text()
        if text and not text.endswith(" "):
            text += " "
        self.setText(f"{text}{word}:")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask()

    def _leave(self) -> None:
        self._chooses = False
        self.list.hide()
        self.left.emit()

    def _draw_glass(self) -> None:
        self._glass.setIcon(icon("search", "text.tertiary"))
