"""What a window shows now, and what that allows: the predicates of the actions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Mode = Literal["board", "reader", "lineage", "brief"]


@dataclass(frozen=True)
class SelectedLines:
    """How many lines are selected, and nothing else; how many of them are links.

    ``named`` says whether the one line may have a reason, ``grouped`` whether one of them is a
    linked premise, ``types`` what the one line may be changed to.
    """

    count: int = 0
    links: int = 0
    named: bool = False
    grouped: bool = False
    types: frozenset[str] = frozenset()


NO_LINES = SelectedLines()


@dataclass(frozen=True)
class Situation:
    """What a window shows now, as far as actions depend on it.

    ``pages`` says how many of the selected sources have the address of a page of the web, ``dated``
    whether the date of one can be read in another way.
    """

    project: bool = False
    writable: bool = False
    mode: Mode = "board"
    selected: int = 0
    pages: int = 0
    dated: bool = False
    boards: int = 1
    lines: SelectedLines = NO_LINES
    muted: int = 0
    undo: str | None = None
    redo: str | None = None


Predicate = Callable[[Situation], bool]


def always(_now: Situation) -> bool:
    """Whether the program runs."""
    return True


def with_project(now: Situation) -> bool:
    """Whether a project is open."""
    return now.project


def writable(now: Situation) -> bool:
    """Whether a project is open that may be changed."""
    return now.project and now.writable


def on_board(now: Situation) -> bool:
    """Whether the board shows."""
    return now.project and now.mode == "board"


def on_boards(now: Situation) -> bool:
    """Whether a board shows that is not the only one."""
    return on_board(now) and now.boards > 1


def ordering(now: Situation) -> bool:
    """Whether one of several boards shows and they may be changed."""
    return on_boards(now) and now.writable


def reading(now: Situation) -> bool:
    """Whether the reader shows."""
    return now.project and now.mode == "reader"


def marking(now: Situation) -> bool:
    """Whether the reader shows, in a project that may be changed."""
    return writable(now) and now.mode == "reader"


def tracing(now: Situation) -> bool:
    """Whether Lineage shows."""
    return now.project and now.mode == "lineage"


def retracing(now: Situation) -> bool:
    """Whether Lineage shows and the project may be changed."""
    return tracing(now) and now.writable


def retracting(now: Situation) -> bool:
    """Whether one thing is selected, that may be a source, in a project that may be changed."""
    return writable(now) and now.selected == 1


def trying(now: Situation) -> bool:
    """Whether one thing is selected that can be taken for gone."""
    return now.project and now.selected > 0


def tried(now: Situation) -> bool:
    """Whether something is taken for gone."""
    return now.project and now.muted > 0


def exporting(now: Situation) -> bool:
    """Whether a project is open of which nothing is taken for gone."""
    return now.project and not now.muted


def issuing(now: Situation) -> bool:
    """Whether a project is open that may be changed and of which nothing is taken for gone."""
    return exporting(now) and now.writable


def judging(now: Situation) -> bool:
    """Whether one thing is selected in a project that may be changed."""
    return writable(now) and now.selected == 1


def picturing(now: Situation) -> bool:
    """Whether a board shows on which nothing is taken for gone."""
    return on_board(now) and not now.muted


def drawing(now: Situation) -> bool:
    """Whether the board shows and may be changed."""
    return writable(now) and now.mode == "board"


def selecting(now: Situation) -> bool:
    """Whether something is selected that may be changed."""
    return writable(now) and now.selected > 0


def capturing(now: Situation) -> bool:
    """Whether a source is selected whose page of the web may be captured."""
    return writable(now) and now.pages > 0


def dating(now: Situation) -> bool:
    """Whether a source is selected whose date can be read in another way."""
    return writable(now) and now.dated


def following(now: Situation) -> bool:
    """Whether one thing is selected, in whatever view."""
    return now.project and now.selected == 1


def choosing(now: Situation) -> bool:
    """Whether something is selected on a board, also one that is open to read only."""
    return on_board(now) and now.selected > 0


def grouping(now: Situation) -> bool:
    """Whether something is selected on a board that may be changed."""
    return drawing(now) and now.selected > 0


def writing(now: Situation) -> bool:
    """Whether one card or frame is selected on a board that may be changed."""
    return drawing(now) and now.selected == 1 and not now.lines.count


def linking(now: Situation) -> bool:
    """Whether one or two things are selected on a board that may be changed."""
    return drawing(now) and now.selected in (1, 2)


def undoing(now: Situation) -> bool:
    """Whether there is a step to take back."""
    return writable(now) and now.undo is not None


def redoing(now: Situation) -> bool:
    """Whether there is a step to do again."""
    return writable(now) and now.redo is not None
