"""Salvage as people ask for it: an exact copy of the damaged file is kept before."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from evidence_board.project import damaged_copies
from evidence_board.project.damaged_copies import NotKept
from evidence_board.project.pages import MAGIC
from evidence_board.project.salvage import Salvaged, Steps, refuse, salvage

_NAME = ".evboard"


def salvaging(bad: Path, part: Path, *, at: str) -> Steps:
    """Keep an exact copy of `bad`, then save what can be read of it in a new file at `part`.

    The report says where the copy lies, or why there is none. ProjectError says why nothing could
    be saved.
    """
    refuse(bad)
    copy, reason = yield from _kept(bad, at)
    saved = yield from salvage(bad, part, at=at)
    return replace(saved, exact_copy=copy, no_copy=reason)


def _kept(bad: Path, at: str) -> Generator[tuple[int, int], None, tuple[str, str]]:
    if not _could_be_a_project(bad):
        return "", ""
    try:
        return str((yield from damaged_copies.keep(bad, at))), ""
    except NotKept as reason:
        return "", str(reason)


def _could_be_a_project(bad: Path) -> bool:
    """Whether a file has the name of a project, or begins as one; others are not kept twice."""
    try:
        with bad.open("rb") as file:
            return bad.suffix == _NAME or file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def told(saved: Salvaged) -> str:
    """Return where the exact copy lies, or why there is none, in a sentence; or nothing."""
    if saved.exact_copy:
        return f"An exact copy of the damaged file was kept before: {saved.exact_copy}"
    if saved.no_copy:
        return f"No exact copy of the damaged file was kept: {saved.no_copy}."
    return ""
