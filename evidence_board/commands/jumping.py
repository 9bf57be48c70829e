"""Going back, or forward again, to a step: as many undos or redos as that takes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from evidence_board.project.history import Step
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Way:
    """The way to a step: the numbers of those that are undone, or redone, one after the other."""

    seqs: tuple[int, ...]
    back: bool

    @property
    def steps(self) -> int:
        """How many steps the way has."""
        return len(self.seqs)


def way_to(project: Project, step: Step) -> Way:
    """Return the way to a step; ValueError where there is none, or it leads nowhere."""
    steps = project.steps()
    place = _place(steps, step.seq)
    state = steps[place].state
    if state == "abandoned":
        raise ValueError(
            "This step was undone, and something else was done instead. It cannot be gone back to; "
            "single records can be restored from it."
        )
    if state == "done":
        later = [one.seq for one in steps[place + 1 :] if one.state == "done"]
        way = Way(tuple(reversed(later)), back=True)
    else:
        before = takewhile(lambda one: one.state != "done", reversed(steps[: place + 1]))
        undone = [one.seq for one in before if one.state == "undone"]
        way = Way(tuple(reversed(undone)), back=False)
    if not way.seqs:
        raise ValueError("The project is as this step left it.")
    return way


def jump(project: Project, way: Way) -> Iterator[int]:
    """Undo or redo a step each time this is asked, and yield how many are; Conflict may stop it.

    Whoever stops asking leaves the project at a whole step. ValueError says what came between.
    """
    known = len(project.steps())
    for done, seq in enumerate(way.seqs, 1):
        steps = project.steps()
        if len(steps) != known:
            raise ValueError("Something was done on the way. It ended there, and nothing is lost.")
        if done > 1 and not _is_behind(steps, way.seqs[done - 2], way):
            raise ValueError("A step could not be saved. The way ended there.")
        if not _is_behind(steps, seq, way):
            (project.undo if way.back else project.redo)()
        yield done


def _is_behind(steps: Sequence[Step], seq: int, way: Way) -> bool:
    """Whether a step is undone, or redone, as the way wants it."""
    return steps[_place(steps, seq)].state == ("undone" if way.back else "done")


def _place(steps: Sequence[Step], seq: int) -> int:
    return bisect_left(steps, seq, key=attrgetter("seq"))
