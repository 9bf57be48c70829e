"""What a text says of itself: title, authors, publisher, date, language. Empty beats guessed.

The rules look at the shape of the first and last lines, for English-language press; what they do
not recognise stays empty. Text that pages put around an article is never taken as its words.
"""

import re
from collections import Counter
from datetime import date

from evidence_board.ingest.bylines import NEAR_TOP, authors, byline_at
from evidence_board.ingest.datelines import dateline
from evidence_board.ingest.draft import Basis, Proposal
from evidence_board.ingest.outlets import publisher, site_suffix, without_section
from evidence_board.ingest.page import Page, is_headline, page_of, shared_words
from evidence_board.ingest.publication import HEADER, is_dated, published

_LABEL = re.compile(r"^(?P<key>title|headline|language)\s*:\s*(?P<value>\S.*)$", re.IGNORECASE)


def propose(text: str, today: date) -> dict[str, Proposal]:
    """Return the fields that the text states; a date after `today` is no date of publication."""
    page = page_of(text)
    header = page.top[0] if page.top and HEADER.match(page.top[0]) else ""
    found = {
        "title": _labelled(page, "title", "headline") or _title(page, header),
        "authors": authors(page),
        "publisher": publisher(page),
        "published": published(page, text, header, today),
        "dateline": dateline(page),
        "language": _labelled(page, "language"),
    }
    return {field: proposal for field, proposal in found.items() if proposal is not None}


def _labelled(page: Page, *keys: str) -> Proposal | None:
    for line in page.top[:NEAR_TOP]:
        found = _LABEL.match(line)
        if found and found["key"].casefold() in keys and len(found["value"]) <= 250:
            return Proposal(found["value"], "header", line)
    return None


def _title(page: Page, header: str) -> Proposal | None:
    """Return the headline: said twice, above a byline or a date, or alone above the article."""
    first = 1 if header else 0
    marks = _marks(page, first)
    above = range(first, min(page.prose, max(marks, default=page.prose)))
    lines = (page.top[number] for number in above if number not in marks)
    headlines = Counter(line for line in lines if is_headline(line))
    fitting = [line for line in headlines if shared_words(line, page.body) >= 2]
    said_twice = [line for line in fitting if headlines[line] > 1]
    if said_twice:
        return Proposal(without_section(said_twice[0]), "stated", said_twice[0])
    for line in fitting:
        if found := site_suffix(line, page.body):
            return Proposal(found[0], "stated", line)
    if not fitting or (len(headlines) > 1 and len(fitting[0].split()) <= 5):
        # Of several, a short one may be a running head over the headline.
        return None
    if not marks and (len(headlines) > 1 or fitting[0] not in page.apart):
        return None
    basis: Basis = "stated" if marks else "inferred"
    return Proposal(without_section(fitting[0]), basis, fitting[0])


def _marks(page: Page, first: int) -> list[int]:
    """Return the numbers of the lines that sign or date the article, above its first paragraph."""
    top = range(first, min(page.prose + 1, len(page.top), NEAR_TOP))
    return [number for number in top if byline_at(page, number) or is_dated(page, number)]
