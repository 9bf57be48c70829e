"""Runs a verb as a program of its own, with limits, without waiting for its imports each time.

The process is a fork of this one, which has imported what verbs need; it calls the same entry as
``python -m evidence_board``. To be used from a process with one thread.
"""

import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_board import cli  # noqa: F401 - so that the forks have it already
from evidence_board.__main__ import main


@dataclass(frozen=True)
class Limits:
    """How long a verb may take and how much memory it may have."""

    seconds: int = 20
    memory: int = 1_500_000_000


@dataclass(frozen=True)
class Ended:
    """How a verb ended: its exit code, below 0 for a signal, and what it wrote."""

    code: int
    told: bytes
    complained: bytes
    seconds: float


def run(arguments: Sequence[str | Path], limits: Limits, own: Mapping[str, str]) -> Ended:
    """Run a verb with variables of its own to its end, or until its time is over."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as complained:
        child = os.fork()
        if child == 0:
            _be_child(list(map(str, arguments)), limits, own, told.fileno(), complained.fileno())
        handle = os.pidfd_open(child)
        if not select.select([handle], [], [], limits.seconds)[0]:
            os.killpg(child, signal.SIGKILL)
        os.close(handle)
        _, status = os.waitpid(child, 0)
        written = []
        for file in (told, complained):
            file.seek(0)
            written.append(file.read())
    code = os.waitstatus_to_exitcode(status)
    return Ended(code, written[0], written[1], time.perf_counter() - begun)


def _be_child(
    arguments: list[str], limits: Limits, own: Mapping[str, str], told: int, complained: int
) -> None:
    """Do as the interpreter does with a main module; nothing of the parent's may go on here."""
    code = 1
    try:
        os.setsid()
        for number, file in ((1, told), (2, complained), (0, os.open(os.devnull, os.O_RDONLY))):
            os.dup2(file, number)
        os.environ.update(own)
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = main(arguments)
        sys.stdout.flush()
    except SystemExit as wish:
        code = wish.code if isinstance(wish.code, int) else 1
    except BaseException:  # told as the interpreter tells it
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
