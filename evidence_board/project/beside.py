"""Work on project files in a process of its own: it may open a file that is open in this one.

Closing such a file in this process would take SQLite's lock away; another process may do so.
"""

import multiprocessing
from collections.abc import Callable, Generator
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from evidence_board.project.errors import ProjectError

Progress = tuple[int, int]
Given = ParamSpec("Given")
Made = TypeVar("Made")
_GLANCE = 0.05
"""Seconds between two looks at how far it is."""


def beside(
    work: Callable[Given, Generator[Progress, None, Made]],
    *given: Given.args,
    **named: Given.kwargs,
) -> Generator[Progress, None, Made]:
    """Do work in a process of its own; yields how far it is. Closing this ends the process.

    What the world refuses there is raised here as a ProjectError. The work must be a function of a
    module, and what it is given and gives values that travel.
    """
    context = multiprocessing.get_context("spawn")
    answers, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, given, named), daemon=True)
    process.start()
    there.close()
    try:
        return (yield from _followed(answers))
    except (EOFError, OSError):
        raise ProjectError("The work was stopped. Nothing was made.") from None
    finally:
        if process.is_alive():
            process.terminate()
        process.join()
        answers.close()


def _followed(answers: Connection) -> Generator[Progress, None, Made]:
    far: Progress = (0, 0)
    while True:
        while not answers.poll(_GLANCE):
            yield far
        sort, value = answers.recv()
        if sort == "made":
            made: Made = value
            return made
        if sort == "refused":
            raise ProjectError(value)
        far = value


def _work(
    answers: Connection,
    work: Callable[..., Generator[Progress, None, object]],
    given: tuple[object, ...],
    named: dict[str, object],
) -> None:
    """Do the work, in the other process."""
    steps = work(*given, **named)
    try:
        while True:
            answers.send(("far", next(steps)))
    except StopIteration as end:
        answers.send(("made", end.value))
    except (ProjectError, ValueError) as refusal:
        answers.send(("refused", str(refusal)))
    except OSError as refusal:
        answers.send(("refused", f"{refusal.filename or 'The file'}: {refusal.strerror}."))
    finally:
        answers.close()
