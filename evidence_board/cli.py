"""The command line: one verb a run. None of them needs a display; the verbs are in `verbs/`.

Exit code 0 done, 1 refused or partly failed (one sentence per cause on stderr), 2 wrong usage.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from evidence_board import VERSION
from evidence_board.ingest.draft import Refused
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


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code."""
    _write_any_character()
    options = parser().parse_args(arguments)
    verb: Verb = options.verb
    try:
        _refuse_project_as_output(options)
        code = verb(options)
        sys.stdout.flush()
        return code
    except ValidationError as error:
        first = error.errors()[0]
        return complain(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.")
    except UnicodeError:
        return complain(
            "A text holds half a character, which cannot be written. Check the project."
        )
    except MemoryError:
        return complain("This needs more memory than there is. Close other programs and try again.")
    except Unfinished as error:
        file = options.file.name
        return complain(
            f"{error} `evidence-board finish {file} -o NEW` does the one, with `--without` the "
            "other."
        )
    except (ProjectError, Failed, Refused, ValueError) as error:
        return complain(str(error))
    except BrokenPipeError:  # whoever reads has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return complain(f"{error.filename or 'The file'}: {error.strerror}.")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    top = argparse.ArgumentParser(
        prog="evidence-board",
        description="Claims, their sources and their origins. Without a verb: open the window.",
    )
    top.add_argument("--version", action="version", version=f"Evidence Board {VERSION}")
    verbs = top.add_subparsers(required=True, metavar="VERB")
    for subject in _SUBJECTS:
        subject.add_verbs(verbs)
    return top


def _write_any_character() -> None:
    """Let no output fail for a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse_project_as_output(options: argparse.Namespace) -> None:
    output = Path(getattr(options, "output", None) or "")
    if output.is_file() and options.file.is_file() and output.samefile(options.file):
        raise Failed(f"{output} is the project itself. Choose another name for the output.")
