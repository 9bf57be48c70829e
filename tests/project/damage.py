"""Damaging project files on purpose, by chance but repeatably, and telling what is left."""

from pathlib import Path
from random import Random

from evidence_board.model.capture import Capture
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Plain
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.project import Project
from evidence_board.project.salvage import Salvaged, salvage

PAGE = 4096
AT = "2026-04-01T00:00:00Z"
Held = dict[str, dict[str, Plain] | bytes]
"""Records by id and sealed bytes by digest."""


def without_pages(content: bytes, share: float, chance: Random) -> bytes:
    """Return a file of which this share of the pages is blank."""
    pages = len(content) // PAGE
    return blanked(content, chance.sample(range(pages), max(round(pages * share), 1)))


def blanked(content: bytes, pages: list[int]) -> bytes:
    """Return a file in which these pages, counted from 0, are blank."""
    made = bytearray(content)
    for page in pages:
        made[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return bytes(made)


def pages_with(content: bytes, words: bytes) -> list[int]:
    """Return the pages, counted from 0, on which these words stand."""
    starts = range(0, len(content), PAGE)
    return [at // PAGE for at in starts if words in content[at : at + PAGE]]


def salvaged(bad: Path, new: Path) -> Salvaged:
    """Salvage a file as the verb does."""
    with whole_or_nothing(new) as part:
        work = salvage(bad, part, at=AT)
        while True:
            try:
                next(work)
            except StopIteration as end:
                report: Salvaged = end.value
                break
    return report


def everything(path: Path) -> Held:
    """Return all that a project holds: records, and the bytes that captures name."""
    project = Project.open(path, read_only=True)
    found: Held = {one.id: one.plain() for kind in KINDS for one in project.all(kind)}
    for capture in project.all(Capture):
        found[capture.sha256] = project.original(capture)
        found[capture.text_sha256] = project.text(capture).encode()
    project.close()
    return found


def share_saved(before: Held, after: Held) -> float:
    """Return which share of the rows is there as it was."""
    return sum(after.get(id) == one for id, one in before.items()) / len(before)
