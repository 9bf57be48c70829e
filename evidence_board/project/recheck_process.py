"""The process that re-checks an open project, seen from outside: a generator for a job.

A process, not a thread: it reads the file by itself, which no other part of this process may do,
and what it takes of the processor is not taken from the window.
"""

import multiprocessing
import os
import sqlite3
from collections.abc import Generator
from multiprocessing.connection import Connection
from pathlib import Path

from evidence_board.project.errors import ProjectError
from evidence_board.project.rechecking import Evidence, recheck

_TURN = 0.1
"""After so many seconds without news the job is asked whether it goes on."""


def rechecking(path: Path, *, whole: bool = True) -> Generator[tuple[int, int], None, Evidence]:
    """Re-check the evidence of a project, which may be open here and be changed meanwhile.

    Yields how many kB are hashed, of how many; closing it ends the process. ProjectError says why
    nothing was found out.
    """
    context = multiprocessing.get_context("spawn")
    answer, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, path, whole), daemon=True)
    process.start()
    there.close()
    at = (0, 0)
    try:
        while True:
            if answer.poll(_TURN):
                told = answer.recv()
                if isinstance(told, Evidence):
                    return told
                if isinstance(told, str):
                    raise ProjectError(told)
                at = told
            yield at
    except EOFError:
        raise ProjectError("The evidence could not be checked again. Try later.") from None
    finally:
        if process.is_alive():
            process.terminate()
        process.join()
        answer.close()


def _work(answer: Connection, path: Path, whole: bool) -> None:
    if hasattr(os, "nice"):
        os.nice(10)  # the person's work comes first

    def told(done: int, total: int) -> None:
        answer.send((done >> 10, total >> 10))

    try:
        answer.send(recheck(path, told, whole=whole))
    except (OSError, sqlite3.Error) as error:
        answer.send(f"{path.name} could not be checked again ({error}).")
    answer.close()
