"""The steps of an open project in memory: what undo takes back next, and what redo repeats."""

from collections.abc import Sequence
from dataclasses import replace

from evidence_board.model.record import new_id
from evidence_board.project.history import START, State, Step, seal
from evidence_board.project.images import Image
from evidence_board.project.schema import VERSION


class Ledger:
    """All steps, oldest first. The file is written by the project; this follows it."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._steps = list(steps)

    def all(self) -> tuple[Step, ...]:
        """Return all steps, oldest first."""
        return tuple(self._steps)

    def undoable(self) -> Step | None:
        """Return the newest step that is done; the first one made the project and stays."""
        done = next((step for step in reversed(self._steps) if step.state == "done"), None)
        return done if done is not None and done.seq > 1 else None

    def redoable(self) -> Step | None:
        """Return the oldest step that is undone: those are the last ones, without a gap."""
        oldest = None
        for step in reversed(self._steps):
            if step.state == "done":
                break
            oldest = step if step.state == "undone" else oldest
        return oldest

    def next(self, label: str, at: str, author: str, images: Sequence[Image]) -> Step:
        """Return the step that would follow, sealed over its content and all before it."""
        last = self._steps[-1] if self._steps else None
        bare = Step(last.seq + 1 if last else 1, new_id(), label, at, author, "done", VERSION, "")
        return replace(bare, hash=seal(last.hash if last else START, bare, images))

    def add(self, step: Step) -> None:
        """Take in a step that was written; undone ones are abandoned with that."""
        if self.redoable() is not None:
            self._steps = [
                replace(one, state="abandoned") if one.state == "undone" else one
                for one in self._steps
            ]
        self._steps.append(step)

    def mark(self, step: Step, state: State) -> None:
        """Take in that a step was undone or redone."""
        self._steps[self._steps.index(step)] = replace(step, state=state)
