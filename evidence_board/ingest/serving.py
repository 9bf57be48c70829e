"""A worker process from inside: questions on standard input, answers within limits."""

import resource
import sys
from collections.abc import Callable

from evidence_board.ingest.frames import frame, read_frame

_MEMORY = 1 << 30
_CPU_SECONDS = 10
_FILES = 3

Answer = Callable[[bytes, bytes], tuple[bytes, bytes]]
"""From header (JSON) and body of a question to those of its answer."""


def serve(answer: Answer, files: int = _FILES) -> None:
    """Answer the questions on standard input, one after the other, until it ends.

    So many ``files`` may be open at once; as it is, none beside the three that every process has.
    """
    limit(files)
    while (question := read_frame(sys.stdin.buffer)) is not None:
        allow_time()
        sys.stdout.buffer.write(frame(*answer(*question)))
        sys.stdout.buffer.flush()


def limit(files: int = _FILES) -> None:
    """Give up memory beyond 1 GB, writing to files, opening files, and core dumps."""
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, files),
    ):
        most = _at_most(what, most)
        resource.setrlimit(what, (most, most))


def allow_time() -> None:
    """Allow some more seconds of the processor, for one more file."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + _CPU_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_at_most(resource.RLIMIT_CPU, seconds), hard))


def _at_most(what: int, wanted: int) -> int:
    """Return what may be had of it: whoever started the program may have set it lower."""
    _, hard = resource.getrlimit(what)
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
