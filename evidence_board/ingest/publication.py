"""When it was published, where the text says so; what a date of figures may mean, and why."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from evidence_board.ingest.bylines import NEAR_TOP, byline_at
from evidence_board.ingest.dates import Dated, dates_in, month_in
from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.outlets import is_outlet
from evidence_board.ingest.page import Page, is_prose
from evidence_board.ingest.vocabulary import AHEAD, PLANNED

HEADER = re.compile(r"^\s*date\s+(?P<day>\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
"""The line that a scraper writes above a page: "date 2021-03-12" and what the page began with."""

_LABEL = re.compile(r"^(?:date|publication date|pub\.? date)\s*:\s*", re.IGNORECASE)
_MARKED = re.compile(
    r"(?:^|[|•·,;–—-]\s*|\s{2,})(?:first\s+|originally\s+)?(?:published|posted|date published)"
    r"(?:\s+(?:on|at))?\s*:?\s*(?:on\s+)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b[ap]\.?m\b\.?|\b(?:at|on|gmt|utc|bst|cet|cest|e[sd]?t|p[sd]?t"
    r"|eet|eest|msk|ist|jst|kst|myt|sgt|hkt|pht|pkt|wib|wat|eat|cat|sast|gst"
    r"|a[ec]?w?[sd]t|nz[sd]t|m[sd]t|c[sd]t|ak[sd]t|hst|npt|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\bupdated \d+ \w+ ago\b"
    r"|\b\d+[ -]min(?:ute)?s?(?: read)?\b|[\W_]",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^\W\d_][\w .'’,/-]{1,40}?,\s*(?:\([^)]{1,30}\)\s*)?$")
_AFTER_DATELINE = re.compile(r"^\s*(?:\([^)]{1,40}\)\s*)?[–—:-]|^\.?\s*/[A-Z][^/\n]{1,40}/\.?\s")
_PLACE_ALONE = re.compile(r"^(?:[A-Z][A-Z .’'-]{2,30}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}),\s*$")
_PAST = re.compile(
    r"(?P<before>(?:\w+\s+){0,3})"
    r"\b(?P<verb>[a-z]{2,}ed|held|met|said|told|sent|made|began|came|left|struck|taken|seen|shot"
    r"|fell|found|died|went|took place)\s+(?:on|since)\s+(?:\w+day,?\s+)?$"
)


def published(page: Page, text: str, header: str, today: date) -> Proposal | None:
    """Return the date of publication that the text states, as EDTF.

    Years of copyright and dates of updates are left alone. A date of figures keeps both readings
    as one of a set, unless the header, a past event in the text or the calendar settles it; then
    `words` say why. Several different dates of the same standing settle nothing.
    """
    in_header = HEADER.match(header)
    scraped = next(dates_in(in_header["day"]), None) if in_header else None
    for candidates in (_marked(page), _in_byline(page), _alone(page), _in_dateline(page)):
        found = [one for one in candidates if min(one.readings) <= today + timedelta(days=1)]
        if found:
            if len({one.readings for one in found}) > 1:
                return None
            return _proposal(found[0], scraped, text, today)
    if month := _marked_month(page) or _lone_month(page):
        return month
    for line in page.top[:NEAR_TOP]:
        if (label := _LABEL.match(line)) and (first := next(dates_in(line[label.end() :]), None)):
            if len(first.readings) == 1:
                return Proposal(first.edtf, "header", line)
            return _proposal(first, scraped, text, today)
    if in_header and scraped and scraped.readings[0] <= today + timedelta(days=1):
        return Proposal(scraped.edtf, "header", in_header[0].strip())
    return None


def is_dated(page: Page, number: int) -> bool:
    """Whether the line with this number tells when the article was published, and little else."""
    line = page.top[number]
    marked = bool(_MARKED.match(line)) and len(line.split()) <= 12 and not is_prose(line)
    return marked or _stands_alone(line) is not None


def _marked(page: Page) -> Iterator[Dated]:
    for line in page.top[:NEAR_TOP]:
        if not is_prose(line) and (mark := _MARKED.search(line)):
            first = next(dates_in(line[mark.end() :]), None)
            if first is not None and first.start == 0:
                yield replace(first, words=mark[0].lstrip(" |•·,;–—-") + first.words)


def _marked_month(page: Page) -> Proposal | None:
    for line in page.top[:NEAR_TOP]:
        if not is_prose(line) and (mark := _MARKED.search(line)):
            month = month_in(line[mark.end() :])
            if month:
                return Proposal(month, "stated", line)
    return None


def _lone_month(page: Page) -> Proposal | None:
    """Return the month that stands on a line by itself above the text, as on a report."""
    for line in page.top[: min(page.prose, NEAR_TOP)]:
        if len(line.split()) == 2 and (month := month_in(line)):
            return Proposal(month, "stated", line)
    return None


def _in_byline(page: Page) -> Iterator[Dated]:
    for number, line in enumerate(page.top[:NEAR_TOP]):
        rest = byline_at(page, number)
        first = next(dates_in(rest), None) if rest else None
        if rest and first and "updated" not in rest[: first.start].casefold():
            yield replace(first, words=line)


def _alone(page: Page) -> Iterator[Dated]:
    for line in page.top[: min(page.prose + 1, NEAR_TOP)]:
        if found := _stands_alone(line):
            yield found


def _stands_alone(line: str) -> Dated | None:
    found = list(dates_in(line))
    if len(found) != 1 or len(line) > 80:
        return None
    before = _without_outlet(line[: found[0].start])
    rest = ("" if _PLACE_ALONE.match(before) else before) + " " + line[found[0].end :]
    return None if _CLOCK.sub("", rest) else found[0]


def _without_outlet(before: str) -> str:
    """Return what stands before a date without the name of an outlet and a mark: Inquirer.net /."""
    name, mark = before.rstrip()[:-1].strip(), before.rstrip()[-1:]
    return "" if mark in "/|·•" and mark and is_outlet(name) else before


def _in_dateline(page: Page) -> Iterator[Dated]:
    for line in page.top[page.prose : page.prose + 1]:
        first = next(dates_in(line[:120]), None)
        if (
            first
            and _DATELINE.match(line[: first.start])
            and _AFTER_DATELINE.match(line[first.end :])
        ):
            yield replace(first, words=line[: first.end])


def _proposal(dated: Dated, scraped: Dated | None, text: str, today: date) -> Proposal:
    if len(dated.readings) == 1:
        return Proposal(dated.edtf, "stated", dated.words)
    by_header = scraped is not None and scraped.readings[0] in dated.readings
    left = scraped.readings if scraped is not None and by_header else dated.readings
    reasons = [f"the header has {left[0]}"] if by_header else []
    for day in dated.readings:
        if reason := _against(day, text, today):
            left = tuple(one for one in left if one != day)
            reasons.append(reason)
    if len(left) != 1:
        words = f"“{dated.words}”: which figure is the day and which the month is not said"
        return Proposal(dated.edtf, "stated", words)
    words = f"“{dated.words}”: {'; '.join(reasons)}"
    return Proposal(left[0].isoformat(), "header" if by_header else "inferred", words)


def _against(day: date, text: str, today: date) -> str | None:
    """Return why the article cannot have been published on a day, or None."""
    if day > today + timedelta(days=1):
        return f"{day} has not come yet"
    event = _past_event_after(day, text)
    return event and f"{day} is before “{event}”, which the text reports as past"


def _past_event_after(day: date, text: str) -> str | None:
    """Return the words of a date that the text reports as past and that lies after a day."""
    for event in dates_in(text[:20_000]):
        if len(event.readings) == 1 and event.readings[0] > day:
            past = _PAST.search(text[max(0, event.start - 60) : event.start])
            if (
                past
                and past["verb"] not in PLANNED
                and not AHEAD.intersection(past["before"].casefold().split())
            ):
                return event.words
    return None
