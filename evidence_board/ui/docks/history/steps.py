"""The steps as a list that Qt can show: newest first, no row is made before it is seen."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evidence_board.project.history import State, Step
from evidence_board.ui.moments import moment_words
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

META = Qt.ItemDataRole.UserRole + 1
"""Who and when, and the state where it is not done."""
NOW = Qt.ItemDataRole.UserRole + 2
"""Whether the project is as this step left it."""
BROKEN = Qt.ItemDataRole.UserRole + 3
"""Whether the step, or one before it, was changed since it was made."""

Index = QModelIndex | QPersistentModelIndex
STATES: dict[State, str] = {
    "done": QT_TRANSLATE_NOOP("Step", "done"),
    "undone": QT_TRANSLATE_NOOP("Step", "undone"),
    "abandoned": QT_TRANSLATE_NOOP("Step", "abandoned"),
}
_TOP = QModelIndex()
_LONGEST = 300


@dataclass(frozen=True)
class Wanted:
    """Which steps are wanted: with these words, in this state, by this author, among these."""

    words: tuple[str, ...] = ()
    state: State | None = None
    author: str | None = None
    among: frozenset[int] | None = None

    def among_all(self, steps: Sequence[Step]) -> Sequence[int]:
        """Return the places of the wanted steps, in the order of all."""
        found: Sequence[int] = range(len(steps))
        if self.among is not None:
            found = [place for place in found if steps[place].seq in self.among]
        if self.state is not None:
            found = [place for place in found if steps[place].state == self.state]
        if self.author is not None:
            found = [place for place in found if steps[place].author == self.author]
        if self.words:
            fits = {label: self._fits(label) for label in {steps[place].label for place in found}}
            found = [place for place in found if fits[steps[place].label]]
        return found

    def _fits(self, label: str) -> bool:
        folded = label.casefold()
        return all(word in folded for word in self.words)


EVERYTHING = Wanted()


def state_words(state: State) -> str:
    """Return a state in the language of the interface."""
    return translate("Step", STATES[state])


def author_words(author: str) -> str:
    """Return who made a step; whoever gave no name is not guessed."""
    return cut(author) or translate("Step", "no name")


def cut(text: str) -> str:
    """Return so much of a label or a name as can be shown: the file may come from anywhere."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class StepList(QAbstractListModel):
    """Shows those of the steps that are wanted."""

    def __init__(self, parent: QObject) -> None:
        """Start without steps."""
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self._wanted = EVERYTHING
        self._rows: Sequence[int] = ()
        """The places of the wanted steps, oldest first; shown from the end."""
        self._now = -1
        self._broken: frozenset[int] = frozenset()

    def show(self, steps: Sequence[Step], wanted: Wanted) -> None:
        """Show these steps; new ones at the end leave the place in the list as it is."""
        before, known = self._rows, len(self._steps)
        rows = wanted.among_all(steps)
        grown = wanted == self._wanted and rows[: len(before)] == before and len(steps) >= known
        added = len(rows) - len(before)
        if not grown:
            self.beginResetModel()
        elif added:
            self.beginInsertRows(_TOP, 0, added - 1)
        self._steps, self._wanted, self._rows = steps, wanted, rows
        done = (place for place in range(len(steps) - 1, -1, -1) if steps[place].state == "done")
        self._now = next(done, -1)
        if not grown:
            self.endResetModel()
            return
        if added:
            self.endInsertRows()
        self.restyle()

    def show_broken(self, seqs: frozenset[int]) -> None:
        """Mark the steps at which the chain does not hold."""
        if seqs != self._broken:
            self._broken = seqs
            self.restyle()

    def restyle(self) -> None:
        """Let all rows be drawn anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, seq: int) -> int:
        """Return the row of a step by its number, -1 where it is not shown."""
        at = bisect_left(self._rows, seq, key=lambda place: self._steps[place].seq)
        found = at < len(self._rows) and self._steps[self._rows[at]].seq == seq
        return len(self._rows) - 1 - at if found else -1

    def step_at(self, row: int) -> Step | None:
        """Return the step of a row, None where there is none."""
        if not 0 <= row < len(self._rows):
            return None
        return self._steps[self._rows[-1 - row]]

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many steps are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        step = self.step_at(index.row())
        if step is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(step.label)
        if role == META:
            return self._meta(step)
        if role == NOW:
            return self._is_now(index.row())
        if role == BROKEN:
            return step.seq in self._broken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(step, index.row())
        return None

    def _is_now(self, row: int) -> bool:
        return self._rows[-1 - row] == self._now

    def _meta(self, step: Step) -> str:
        parts = [author_words(step.author), moment_words(step.at, datetime.now().astimezone())]
        if step.state != "done":
            parts.insert(0, state_words(step.state))
        return " · ".join(parts)

    def _spoken(self, step: Step, row: int) -> str:
        parts = [
            self.tr("Step {number}").format(number=step.seq),
            cut(step.label),
            author_words(step.author),
            moment_words(step.at, datetime.now().astimezone()),
            state_words(step.state),
        ]
        if self._is_now(row):
            parts.append(self.tr("the project is as this step left it"))
        if step.seq in self._broken:
            parts.append(self.tr("it or one before it was changed"))
        return ". ".join(part.rstrip(".") for part in parts) + "."
