"""The steps of an open project in memory: what undo takes back next, and what redo repeats."""

from bisect import bisect_left
from collections.abc import Mapping
from operator import attrgetter

from evidence_board.model.change import ChangeSet
from evidence_board.model.content import Bytes
from evidence_board.model.record import GREATEST, Record, new_id
from evidence_board.project.errors import ProjectError
from evidence_board.project.history import START, State, Step
from evidence_board.project.saving import Continued, NewStep, Replay, Save
from evidence_board.project.schema import VERSION

_MOST_CHANGES = 12_000
"""So many changes of recent steps are kept in memory, or those of the newest step."""


class Ledger:
    """All steps, oldest first. The file is written by the project; this goes with it."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._steps = list(steps)
        self._recent: dict[int, ChangeSet] = {}
        self._kept = 0

    def all(self) -> tuple[Step, ...]:
        """Return all steps, oldest first; one that is being saved has no hash yet."""
        return tuple(self._steps)

    def find(self, seq: int) -> Step | None:
        """Return the step with a number, or None."""
        place = bisect_left(self._steps, seq, key=attrgetter("seq"))
        found = self._steps[place] if place < len(self._steps) else None
        return found if found is not None and found.seq == seq else None

    @property
    def head(self) -> str:
        """The hash of the newest step, which seals all before it."""
        return self._steps[-1].hash if self._steps else START

    def undoable(self) -> Step | None:
        """Return the newest step that is done; the first one made the project and stays."""
        done = next((step for step in reversed(self._steps) if step.state == "done"), None)
        return done if done is not None and done.seq > 1 else None

    def redoable(self) -> Step | None:
        """Return the oldest step that is undone: those are the last ones, without a gap."""
        undone = self._undone()
        return undone[0] if undone else None

    def changes_of(self, step: Step) -> ChangeSet | None:
        """Return what a recent step changed; None if that has to be read from the file."""
        return self._recent.get(step.seq)

    def last_known(self, id: str) -> Record | None:
        """Return a record as it was in a recent step, the newest first; None if it was in none."""
        for changes in reversed(self._recent.values()):
            for change in reversed(changes.changes):
                if change.record.id == id:
                    return change.record
        return None

    def refuse_if_full(self) -> None:
        """Raise ProjectError where no step can follow: a crafted file may give any number."""
        if self._steps and self._steps[-1].seq >= GREATEST:
            raise ProjectError(
                f"The newest step of this project has the number {self._steps[-1].seq:,}, which "
                "none can follow. Nothing was changed. Salvage the project into a new file."
            )

    def next(self, label: str, at: str, author: str) -> Step:
        """Return the step that would follow, not sealed yet."""
        seq = self._steps[-1].seq + 1 if self._steps else 1
        return Step(seq, new_id(), label, at, author, "done", VERSION, "")

    def new_step(self, step: Step, changes: ChangeSet, kept: Mapping[str, Bytes]) -> NewStep:
        """Return what a new step writes; it lets go of the undone steps."""
        return NewStep(step, changes, kept, abandons=tuple(self._undone()))

    def newest(self) -> Step | None:
        """Return the last step if it is done, else None: then others may follow it."""
        last = self._steps[-1] if self._steps else None
        return last if last is not None and last.state == "done" else None

    def take(self, save: Save) -> None:
        """Take in what is saved, or is going to be."""
        match save:
            case Replay():
                self._mark(save.step, save.state)
            case Continued():
                self._drop(save.former)
                if save.whole.changes.changes:
                    self._append(save.whole)
            case NewStep():
                self._append(save)

    def take_back(self, save: Save) -> None:
        """Forget the newest thing that was taken in: it could not be saved."""
        match save:
            case Replay():
                self._mark(save.step, save.step.state)
            case Continued():
                if save.whole.changes.changes:
                    self._drop(save.whole)
                self._append(save.former)
            case NewStep():
                self._drop(save)

    def seal(self, written: Step) -> None:
        """Note the hash of a step that is in the file now; its state may have gone on since."""
        place = self._place(written)
        if written.hash and place < len(self._steps):  # else not sealed yet, or gone since
            self._steps[place] = self._steps[place]._replace(hash=written.hash)

    def _append(self, new: NewStep) -> None:
        for step in new.abandons:
            self._mark(step, "abandoned")
        self._steps.append(new.step)
        self._keep(new.step, new.changes)

    def _drop(self, new: NewStep) -> None:
        del self._steps[self._place(new.step)]
        self._forget(new.step.seq)
        for step in new.abandons:
            self._mark(step, step.state)

    def _undone(self) -> list[Step]:
        undone: list[Step] = []
        for step in reversed(self._steps):
            if step.state == "done":
                break
            if step.state == "undone":
                undone.insert(0, step)
        return undone

    def _keep(self, step: Step, changes: ChangeSet) -> None:
        self._recent[step.seq] = changes
        self._kept += len(changes.changes)
        while len(self._recent) > 1 and self._kept > _MOST_CHANGES:
            self._forget(next(iter(self._recent)))

    def _forget(self, seq: int) -> None:
        if (changes := self._recent.pop(seq, None)) is not None:
            self._kept -= len(changes.changes)

    def _mark(self, step: Step, state: State) -> None:
        place = self._place(step)
        self._steps[place] = self._steps[place]._replace(state=state)

    def _place(self, step: Step) -> int:
        return bisect_left(self._steps, step.seq, key=attrgetter("seq"))
