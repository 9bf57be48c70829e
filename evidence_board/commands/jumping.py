"""Going back, or forward again, to a step: as many undos or redos as that takes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from evidence_board.project.history import Step
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Way:
    """The way to a step: how many steps are undone, or redone, until it is the newest done one."""

    steps: int
    back: bool


def way_to(project: Project, step: Step) -> Way:
    """Return the way to a step; ValueError where there is none, or it leads nowhere."""
    steps = project.steps()
    place = bisect_left(steps, step.seq, key=attrgetter("seq"))
    state = steps[place].state
    if state == "abandoned":
        raise ValueError(
            "This step was undone, and something else was done instead. It cannot be gone back to; "
            "single records can be restored from it."
        )
    if state == "done":
        way = Way(sum(one.state == "done" for one in steps[place + 1 :]), back=True)
    else:
        before = takewhile(lambda one: one.state != "done", reversed(steps[: place + 1]))
        way = Way(sum(one.state == "undone" for one in before), back=False)
    if not way.steps:
        raise ValueError("The project is as this step left it.")
    return way


def jump(project: Project, way: Way) -> Iterator[int]:
    """Undo or redo a step each time this is asked, and yield how many are; Conflict may stop it.

    Whoever stops asking leaves the project at a whole step.
    """
    known = len(project.steps())
    for done in range(1, way.steps + 1):
        if len(project.steps()) != known:
            raise ValueError("Something was done on the way. It ended there, and nothing is lost.")
        (project.undo if way.back else project.redo)()
        yield done
