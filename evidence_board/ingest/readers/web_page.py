"""HTML: one page, saved as it came or as a browser shows it."""

import re

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.reading import Question, Reading
from evidence_board.ingest.record import line
from evidence_board.ingest.web.reading import read_markup

TOOL = "Evidence Board, web page reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""

_SAVED = re.compile(
    rb"<!--\s*saved from url=\((?P<size>\d{1,6})\)(?P<url>https?://[^\s<>]{1,2000}?)\s*-->"
)


def read_page(question: Question, original: bytes) -> Reading:
    """Return the reading of a web page."""
    if not original.strip():
        raise Refused(f"“{question.name}” is empty. Check whether it was saved.")
    saved = _SAVED.search(original[:8_192])
    came_from = line(saved["url"].decode("utf-8", "replace")) if saved else ""
    page = read_markup(
        question.name,
        original,
        question.today,
        came_from=came_from,
        sent_as=question.sent_as,
        told=question.encoding,
    )
    return Reading(page.text, page.method, TOOL, page.fields, address=came_from)
