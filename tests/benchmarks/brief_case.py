"""Large cases for the brief as project files: sources with texts that hold their excerpts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evidence_board.commands import exchange, projects
from evidence_board.interchange.document import Document
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from tests.brief.stress import stress


@dataclass(frozen=True)
class Size:
    """How many sources, claims and boards a case has; 18 cards a board."""

    sources: int
    claims: int
    boards: int


PAGES_50 = Size(40, 120, 2)
"""About 50 pages."""
LARGE = Size(300, 500, 40)
"""The largest brief that has a goal."""


def brief_case(path: Path, size: Size) -> None:
    """Make a project file of this size; what is written in it is of seven scripts."""
    held = stress(size.sources, size.claims, size.boards).records.values()
    texts = _texts(held)
    kept = {sha256(text.encode()).hexdigest(): text.encode() for text in texts.values()}
    records = tuple(_placed(held, texts))
    project = projects.start(path)
    exchange.take_in(
        project,
        Document(tuple(one for kind in KINDS for one in records if type(one) is kind), kept),
    )
    project.close()


def _texts(records: Iterable[Record]) -> dict[str, str]:
    """Return a text for each source: what its excerpts mark, a line each."""
    lines: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if isinstance(record, Capture):
            lines[record.source].append(f"Day book of {record.source}.")
        if isinstance(record, Excerpt):
            lines[record.source].append(record.exact)
    return {source: "\n".join(held) for source, held in lines.items()}


def _placed(records: Iterable[Record], texts: dict[str, str]) -> Iterator[Record]:
    """Yield the records, captures and excerpts true of the texts."""
    taken: dict[str, int] = defaultdict(int)
    for record in records:
        if isinstance(record, Capture):
            text = texts[record.source]
            digest = sha256(text.encode()).hexdigest()
            yield record.replace(
                size=len(text.encode()), sha256=digest, text_sha256=digest, text_length=len(text)
            )
        elif isinstance(record, Excerpt):
            start = texts[record.source].index(record.exact, taken[record.source])
            end = taken[record.source] = start + len(record.exact)
            yield record.replace(start=start, end=end)
        else:
            yield record
