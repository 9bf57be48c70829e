"""Going back, or forward again, to a step: as many undos or redos as that takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.project.history import Step
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Way:
    """The way to a step: how many steps are undone, or redone, until it is the newest done one."""

    steps: int
    back: bool


def way_to(project: Project, step: Step) -> Way:
    """Return the way to a step; ValueError where there is none, or it leads nowhere."""
    now = {one.seq: one.state for one in project.steps()}
    if now.get(step.seq) == "abandoned":
        raise ValueError(
            "This step was undone, and something else was done instead. It cannot be gone back to; "
            "single records can be restored from it."
        )
    if now.get(step.seq) == "done":
        later = sum(seq > step.seq and state == "done" for seq, state in now.items())
        way = Way(later, back=True)
    else:
        between = sum(seq <= step.seq and state == "undone" for seq, state in now.items())
        way = Way(between, back=False)
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
