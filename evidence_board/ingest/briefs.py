"""A brief from outside the worker: its words and the files inside, as values."""

import json
from collections.abc import Generator
from dataclasses import dataclass

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.process import Worker, WorkerGone

START = b"%PDF-"


@dataclass(frozen=True)
class Inside:
    """What a PDF holds: the words of each page, its files by name in order, its program.

    `looks` has a hash of the picture of each page where that was asked for.
    """

    pages: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...]
    program: str
    looks: tuple[str, ...] = ()

    def file(self, name: str) -> bytes | None:
        """Return the one file with a name; None where there is none, or there are several."""
        found = [content for title, content in self.files if title == name]
        return found[0] if len(found) == 1 else None

    def count(self, name: str) -> int:
        """Return how many files have a name."""
        return sum(title == name for title, _ in self.files)


def inside(
    worker: Worker, name: str, original: bytes, *, looks: bool = False
) -> Generator[tuple[int, int], None, Inside]:
    """Return what a PDF that may be anything holds, read by a worker for PDFs.

    With `looks` each page is drawn, too. Refused says in a sentence why it cannot be read.
    """
    if not original[:1024].lstrip().startswith(START):
        raise Refused(f"“{name}” is no PDF. Choose a brief that was exported as PDF.")
    try:
        header, body = yield from worker.asking(
            {"name": name, "brief": True, "looks": looks}, original
        )
    except WorkerGone as gone:
        raise Refused(f"“{name}” {gone}") from gone
    told = json.loads(header)
    if "refused" in told:
        raise Refused(told["refused"])
    files, place = [], 0
    for title, size in told["files"]:
        files.append((str(title), body[place : place + size]))
        place += size
    pages, drawn = tuple(told["pages"]), tuple(told["looks"])
    return Inside(pages, tuple(files), str(told["program"]), drawn)
