"""Where it was written: the place in capitals with which a wire story begins."""

import re

from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.furniture import is_section
from evidence_board.ingest.page import Page
from evidence_board.ingest.vocabulary import word_set

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-]){2,30}"
    rf"(?:, (?!{_MONTH}\b)[A-Z][\w.’' -]{{1,30}}?)?)"
    rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    r"(?:(?: ?\([A-Z][\w /.-]{1,30}\))?\s*(?:[—–]|--?(?= ))|\.?\s*/[A-Z][^/\n]{1,40}/)\s*"
)
_NO_PLACES = word_set(
    "advertisement advisory alert breaking briefing correction developing editorial exclusive",
    "explainer gallery live note photos photo poll quiz review timeline update updated video watch",
)


def dateline(page: Page) -> Proposal | None:
    """Return the place that stands in capitals, before a dash, at the first paragraph's start."""
    for words in page.top[page.prose : page.prose + 1]:
        found = _DATELINE.match(words)
        if found is None:
            return None
        place = found["place"].strip()
        parts = place.partition(",")[0].casefold().split()
        if (
            sum(map(str.isalpha, place)) < 3
            or is_section(place)
            or not _NO_PLACES.isdisjoint(parts)
            or not place.isprintable()
        ):
            return None
        return Proposal(place, "stated", place)
    return None
