"""The command line: one verb a run. None of them needs a display; the verbs are in `verbs/`.

Exit code 0 done, 1 refused or partly failed (one sentence per cause on stderr), 2 wrong usage; 130
and 143 where it was stopped by Ctrl+C or by `kill`.
"""

import argparse
import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from pydantic import ValidationError

from evidence_board import VERSION
from evidence_board.ingest.draft import Refused, printable
from evidence_board.project.errors import ProjectError, Unfinished
from evidence_board.verbs import (
    backups,
    delivery,
    discrepancies,
    origins,
    projects,
    rescue,
    sources,
    steps,
    stopping,
    suggesting,
    tracing,
    verifying,
    warnings,
)
from evidence_board.verbs.verb import Failed, Verb, complain

_SUBJECTS = (
    *(projects, sources, suggesting, origins, tracing, warnings, discrepancies),
    *(delivery, verifying, steps, backups, rescue),
)

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
WENT_WRONG = "Something in the program went wrong."
"""How the sentence begins of a fault that is ours."""


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code."""
    _have_all_streams()
    _write_any_character()
    sys.excepthook = _tell_fault
    with stopping.heard() as signals:
        try:
            return _run(arguments)
        except BaseException as error:
            if signals:  # whatever came of it on the way here
                complain("Stopped. What was not finished was given up.")
                return stopping.exit_code(signals[0])
            sentence = _sentence(error)
            if sentence is None:
                raise
            return complain(sentence)


def _run(arguments: Sequence[str]) -> int:
    options = parser().parse_args(arguments)
    verb: Verb = options.verb
    try:
        _refuse_project_as_output(options)
        code = verb(options)
        sys.stdout.flush()
        return code
    except Unfinished as error:
        file = options.file.name
        raise Failed(
            f"{error} `evidence-board finish {file} -o NEW` does the one, with `--without` the "
            "other."
        ) from error
    except BrokenPipeError:  # whoever reads has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _sentence(error: BaseException) -> str | None:
    """Return what an error of the world is in words; None for a fault of ours."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}."
    if isinstance(error, UnicodeError):
        return "A text holds half a character, which cannot be written. Check the project."
    if isinstance(error, MemoryError):
        return "This needs more memory than there is. Close other programs and try again."
    if isinstance(error, ProjectError | Failed | Refused | ValueError):
        return str(error) or None
    if isinstance(error, OSError) and error.errno in _FULL:
        return (
            "The disk is full. What was to be written was given up. Free some space, or choose "
            "another disk."
        )
    if isinstance(error, OSError):
        where = error.filename if error.filename is not None else "What was to be written"
        return f"{where}: {error.strerror or error}."
    return None


class _Parser(argparse.ArgumentParser):
    """Tells wrong usage so that nothing that was typed, or named, writes to the terminal."""

    def error(self, message: str) -> NoReturn:
        super().error("\n".join(map(printable, message.split("\n"))))


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    top = _Parser(
        prog="evidence-board",
        description="Claims, their sources and their origins. Without a verb: open the window.",
    )
    top.add_argument("--version", action="version", version=f"Evidence Board {VERSION}")
    verbs = top.add_subparsers(required=True, metavar="VERB")
    for subject in _SUBJECTS:
        subject.add_verbs(verbs)
    return top


def _have_all_streams() -> None:
    """Let what nobody listens to go nowhere: a closed handle would be given to the next file."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(handle := os.open(os.devnull, os.O_RDWR), number)
            if handle != number:
                os.close(handle)
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - till the end
            setattr(sys, name, stream)


def _tell_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Log a fault of ours and say so in a sentence; what was saved before is saved."""
    from evidence_board import faults  # they are rare

    with suppress(OSError):
        log = faults.note(kind, fault, trace)
        complain(f"{WENT_WRONG} What was saved before is safe; {log} says more.")
        return
    complain(f"{WENT_WRONG} What was saved before is safe ({kind.__name__}).")


def _write_any_character() -> None:
    """Let no output fail for a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse_project_as_output(options: argparse.Namespace) -> None:
    output = Path(getattr(options, "output", None) or "")
    if output.is_file() and options.file.is_file() and output.samefile(options.file):
        raise Failed(f"{output} is the project itself. Choose another name for the output.")
