"""The list from which the claim is chosen that marked words state too, the likeliest first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evidence_board.model.claim import Claim
from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.theme import icon

_MOST, _CONSIDERED, _SHORTEST = 60, 2_000, 4
"""How many claims are listed, how many are compared with the words, how short a word counts."""
_WIDTH, _LINES, _LINE = 420, 8, 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def likeliest(claims: Sequence[Claim], words: str, typed: str) -> tuple[Claim, ...]:
    """Return the claims that hold all that is typed: most like the marked words, newest first.

    Of those that are alike, what sources say stands before what we conclude.
    """
    wanted = typed.casefold().split()
    newest = (claim for claim in reversed(claims) if _holds(claim, wanted))
    marked = _telling(words)
    considered = [claim for claim, _ in zip(newest, range(_CONSIDERED), strict=False)]
    considered.sort(key=lambda one: (-len(marked & _telling(one.text)), one.kind != "reported"))
    return tuple(considered[:_MOST])


def _holds(claim: Claim, wanted: Iterable[str]) -> bool:
    whole = f"{claim.mark} {claim.text}".casefold()
    return all(word in whole for word in wanted)


def _telling(words: str) -> frozenset[str]:
    """Return the words that tell one passage from another: numbers and all but the shortest."""
    bare = (word.strip(".,;:!?()[]“”‘’\"'") for word in words.casefold().split())
    return frozenset(word for word in bare if len(word) >= _SHORTEST or word.isdigit())


class ClaimList(QFrame):
    """A field over the claims; Enter or a click takes one, Esc or a click beside it none."""

    chosen = Signal(str)
    """The id of the claim."""

    def __init__(self, claims: Sequence[Claim], words: str, parent: QWidget) -> None:
        """Offer these claims for ``words``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._claims = claims
        self._words = words
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Which claim do these words state?"))
        self.field.setAccessibleName(self.tr("Claim"))
        self.field.setProperty("focusRing", False)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._refresh)
        self.rows = QListWidget()
        self.rows.setProperty("role", "rows")
        self.rows.setAccessibleName(self.tr("Claims"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(8),) * 4)
        column.setSpacing(scaled(6))
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self._refresh()

    def open_at(self, place: QPoint) -> None:
        """Open with its corner at a place of the screen, or as near as there is room."""
        lines = min(max(self.rows.count(), 2), _LINES)
        high = self.field.sizeHint().height() + scaled(lines * _LINE + 26)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDTH), room.width()), min(high, room.height()))
        x = min(place.x(), room.right() - self.width())
        y = min(place.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter of the field work on the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.rows.setCurrentRow((self.rows.currentRow() + step) % self.rows.count())
            return True
        if event.key() in _ENTER:
            if (current := self.rows.currentItem()) is not None:
                self._take(current)
            return True
        return False

    def _refresh(self) -> None:
        self.rows.clear()
        for claim in likeliest(self._claims, self._words, self.field.text()):
            line = QListWidgetItem(icon("scale"), f"{claim.mark}   {' '.join(claim.text.split())}")
            line.setData(Qt.ItemDataRole.UserRole, claim.id)
            line.setToolTip(plain_tip(claim.text))
            self.rows.addItem(line)
        if not self.rows.count():
            nothing = QListWidgetItem(self.tr("No claim with these words."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.rows.addItem(nothing)
        self.rows.setCurrentRow(0)

    def _take(self, line: QListWidgetItem) -> None:
        chosen = line.data(Qt.ItemDataRole.UserRole)
        if isinstance(chosen, str):
            self.close()
            self.chosen.emit(chosen)
