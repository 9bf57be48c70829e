"""Capturing pages of the web: fetched by a process of its own, then read as any file is."""

import json
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from evidence_board.ingest.draft import Candidate, Given, Refused, SourceDraft, printable
from evidence_board.ingest.fetching.places import Place, place_of
from evidence_board.ingest.formats import HTML, TEXT, format_named
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.ingest.read import Draft, read_sent
from evidence_board.ingest.reading import Undecided

TOOL = "Evidence Board, page capture 1"
"""What fetched a page; the figure rises when another request would be sent."""
_SECONDS = 22.0
"""The process ends what takes 20 seconds by itself; a name that is looked up, nobody else can."""
_LONGEST_NAME = 120
_WRITTEN = ("text/plain", "text/markdown", "application/octet-stream", "")
"""Content types of what may be a text without any mark of its kind."""
_LINES = {
    "Content-Type": "content type",
    "Date": "date",
    "Last-Modified": "last modified",
    "ETag": "version mark",
    "Content-Language": "language",
}


@dataclass(frozen=True)
class Wished:
    """A page that a person wants captured, for this source."""

    source: str
    url: str


@dataclass(frozen=True)
class Captured:
    """A page as it was at a time (UTC, ISO 8601 with Z), for this source."""

    source: str
    draft: SourceDraft
    at: str


@dataclass(frozen=True)
class NotCaptured:
    """Why a page was not captured, in a sentence."""

    source: str
    url: str
    sentence: str


@dataclass(frozen=True)
class Unsure(NotCaptured):
    """A page that came, but does not say how its letters are written: a person may choose.

    `name` is what to call it; `candidates` are the encodings that fit, with a look at each.
    """

    name: str
    candidates: tuple[Candidate, ...]
    came: "_Came"


Result: TypeAlias = Captured | NotCaptured
Steps: TypeAlias = Generator[tuple[int, int], None, tuple[Result, ...]]


def capture_pages(
    wished: Sequence[Wished],
    today: date | None = None,
    *,
    own_network: bool = False,
    trusted: str = "",
) -> Steps:
    """Fetch and read pages, one after the other, and return what became of each.

    For one page it yields how many bytes have come, of how many; for several, how many pages are
    behind it. Places in one's own network are refused unless ``own_network`` is said, which only
    tests do, as they name certificates to be ``trusted``.
    """
    results: list[Result] = []
    with Worker("fetch", _SECONDS) as worker:
        for one in wished:
            question = {"url": one.url, "own_network": own_network, "trusted": trusted}
            try:
                steps = _fetched(worker, one, question)
                with closing(steps):
                    came = yield from (
                        steps if len(wished) == 1 else _counted(steps, len(results), len(wished))
                    )
                yield 0, 0  # it is all here; how long its reading takes nobody knows
                results.append(_result(one, came, today or date.today()))
            except Refused as refusal:
                results.append(NotCaptured(one.source, one.url, str(refusal)))
    return tuple(results)


def read_again(answered: Sequence[tuple[Unsure, str]], today: date | None = None) -> Steps:
    """Read pages in the encodings that a person chose for them; nothing is fetched again."""
    results: list[Result] = []
    for done, (unsure, encoding) in enumerate(answered):
        yield done, len(answered)
        one = Wished(unsure.source, unsure.url)
        try:
            results.append(_result(one, unsure.came, today or date.today(), encoding))
        except Refused as refusal:
            results.append(NotCaptured(one.source, one.url, str(refusal)))
    return tuple(results)


@dataclass(frozen=True)
class _Came:
    """What came from the web: as the process tells it."""

    original: bytes
    way: tuple[str, ...]
    at: str
    number: str
    lines: Mapping[str, str]
    packing: str
    measured: bool


def _fetched(
    worker: Worker, one: Wished, question: Mapping[str, object]
) -> Generator[tuple[int, int], None, _Came]:
    place = place_of(one.url)  # before a process is started that would say the same
    try:
        header, original = yield from worker.asking(question, b"")
    except WorkerGone as gone:
        raise Refused(
            f"{place.host} took too long to answer. Try again later, or save the page and add it."
        ) from gone
    told = json.loads(header)
    if "refused" in told:
        raise Refused(told["refused"])
    return _Came(
        original,
        tuple(told["way"]),
        told["at"],
        told["number"],
        dict(told["lines"]),
        told["packing"],
        told["measured"],
    )


def _counted(
    steps: Generator[tuple[int, int], None, _Came], done: int, total: int
) -> Generator[tuple[int, int], None, _Came]:
    """Do the steps, but tell of how many pages they are the next."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            came: _Came = end.value
            return came
        yield done, total


def _result(one: Wished, came: _Came, today: date, encoding: str = "") -> Result:
    """Return a page as it was read, or how its letters may be written."""
    place = place_of(came.way[-1])
    sent_as = came.lines.get("Content-Type", "")
    if not came.original:
        raise Refused(f"{place.host} gave an empty page. Check the address.")
    name = _name(place, sent_as)
    try:
        draft = read_sent(Given(name, came.original), today, sent_as, encoding)
    except Undecided as unsure:
        sentence = (
            f"{place.host} does not say how the letters of this page are written. Capture it in "
            "the window and choose there, or save it and add the file."
        )
        return Unsure(one.source, one.url, sentence, name, tuple(unsure.candidates), came)
    return Captured(one.source, _told(one, came, _judged(draft, place, sent_as)), came.at)


def _judged(draft: Draft, place: Place, sent_as: str) -> SourceDraft:
    """Return the draft of a page, picture or document; Refused for what is none."""
    if not isinstance(draft, SourceDraft):
        raise Refused(f"{place.host} gave a list of references. Download it and add the file.")
    kind = _kind(sent_as)
    if draft.media_type == TEXT.media_type and kind not in _WRITTEN:
        raise Refused(
            f"{place.host} gave {printable(kind)[:80]}, which is no page, document or picture. "
            "Check the address."
        )
    return draft


def _told(one: Wished, came: _Came, draft: SourceDraft) -> SourceDraft:
    """Return the draft with what is to be known of how it was captured."""
    told = [f"Captured from the web, from {came.number}."]
    if len(came.way) > 1:
        steps = ", then to ".join(came.way[1:])
        told.append(f"Asked for {one.url}, which sent on to {steps}.")
    else:
        told.append(f"Asked for {one.url}.")
    lines = "; ".join(f"{_LINES[name]} {value}" for name, value in came.lines.items())
    if lines:
        told.append(f"The site said: {lines}.")
    if came.packing:
        told.append(f"It came packed ({came.packing}) and is kept unpacked.")
    if not came.measured:
        told.append("The site did not say how long it is.")
    remark = f"{draft.remark.rstrip('.')}. {' '.join(told)}" if draft.remark else " ".join(told)
    return replace(
        draft, address=came.way[-1], remark=remark, tool=f"{TOOL}; {draft.tool}".rstrip("; ")
    )


def _name(place: Place, sent_as: str) -> str:
    """Return what the file would be called: the end of the path, else the host."""
    path = unquote(urlsplit(place.address).path)
    name = printable(PurePosixPath(path).name)[:_LONGEST_NAME] or place.host
    if _kind(sent_as) in ("text/html", "application/xhtml+xml") and format_named(name) is None:
        name += HTML.endings[0]
    return name


def _kind(sent_as: str) -> str:
    """Return the content type without what is said beside it, such as the encoding."""
    return sent_as.partition(";")[0].strip().lower()
