"""What all verbs share: how one is added, how it opens a project, what it prints and refuses."""

import argparse
import json
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias, TypeVar

from evidence_board.analysis.titles import mark_of
from evidence_board.ingest.draft import printable
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Numbered
from evidence_board.project import migrating, opening
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project

Verb: TypeAlias = Callable[[argparse.Namespace], int]
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


Made = TypeVar("Made")
_LONGEST = 2_000
"""In characters: no sentence is longer."""


class Failed(Exception):
    """A verb could not do its work; the text is the sentence for the person."""


def add_verb(
    verbs: Verbs, name: str, function: Verb, *, json_option: bool = False, output: bool = False
) -> argparse.ArgumentParser:
    """Add a verb that works on a project file; its help is what the function says of itself."""
    made = verbs.add_parser(name, help=function.__doc__, description=function.__doc__)
    made.add_argument("file", type=Path, metavar="FILE", help="the project file")
    made.set_defaults(verb=function)
    if json_option:
        made.add_argument("--json", action="store_true", help="one JSON document on stdout")
    if output:
        made.add_argument("-o", "--output", required=True, metavar="OUT", help="file to write")
    return made


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    """Lend the project at a path; ProjectError says why it cannot be opened.

    That one is converted first, which may take a while, is said.
    """
    if not read_only and _is_old(path):
        sentence = f"{path.name} is of an older version: a backup is made, then it is converted."
        print(printable(sentence), file=sys.stderr, flush=True)
    project = Project.open(path, read_only=read_only)
    try:
        yield project
    finally:
        project.close()


def id_of(project: Project, word: str) -> str:
    """Return the id that is meant by an id or by a mark such as C3."""
    for kind in (kind for kind in KINDS if issubclass(kind, Numbered)):
        for one in project.all(kind):
            if mark_of(one) == word:
                return one.id
    return word


def _is_old(path: Path) -> bool:
    with suppress(ProjectError):
        real = opening.real(path)
        opening.look(real)
        return migrating.is_old(real)
    return False


def tell(options: argparse.Namespace, plain: object, words: str) -> None:
    """Print plain values as one JSON document where that was asked for, else the words."""
    if not options.json:
        print(*map(printable, words.split("\n")), sep="\n")
        return
    # Half characters, as a file name may hold them, become the escapes that JSON has for them.
    print_bytes(json.dumps(plain, ensure_ascii=False).encode(errors="backslashreplace") + b"\n")


def print_bytes(content: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(sentence: str) -> int:
    """Say why something was refused; returns the exit code for that.

    Names come from anywhere: no character of one may write to the terminal by itself, and what is
    too long to be one leaves out its middle.
    """
    if len(sentence) > _LONGEST:
        sentence = f"{sentence[: _LONGEST // 2]} … {sentence[-_LONGEST // 4 :]}"
    print(printable(sentence), file=sys.stderr)
    return 1


def result(work: Generator[tuple[int, int], None, Made]) -> Made:
    """Do the work to its end without telling how far it is."""
    results: list[Made] = []

    def through() -> Generator[tuple[int, int], None, None]:
        results.append((yield from work))

    deque(through(), maxlen=0)
    return results[0]
