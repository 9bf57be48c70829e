"""MHTML: a page with all that it shows in one file, as browsers save it. Only the page is read."""

from email.message import Message
from urllib.parse import urlsplit

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.readers.mail_parts import body_of, header_of, parsed, parts_of
from evidence_board.ingest.reading import Question, Reading
from evidence_board.ingest.record import line
from evidence_board.ingest.web.reading import read_markup

TOOL = "Evidence Board, saved page reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""


def read_saved_page(question: Question, original: bytes) -> Reading:
    """Return the reading of the page that a file of MHTML holds."""
    message = parsed(question.name, original)
    pages = [one for one in parts_of(message) if one.get_content_type() in _PAGES]
    if not pages:
        raise Refused(
            f"“{question.name}” holds no web page. Save the page again, as HTML or as PDF."
        )
    start = _start(message, pages)
    told = header_of(message, "Snapshot-Content-Location") or header_of(start, "Content-Location")
    came_from = line(told) if urlsplit(told[:2_000]).scheme in ("http", "https") else ""
    page = read_markup(
        question.name,
        body_of(start),
        question.today,
        came_from=came_from,
        sent_as=header_of(start, "Content-Type"),
        told=question.encoding,
    )
    saved = line(header_of(message, "Date"))
    remark = f"Saved {saved}, as the file says." if saved else ""
    return Reading(page.text, page.method, TOOL, page.fields, remark, came_from)


_PAGES = ("text/html", "application/xhtml+xml")


def _start(message: Message, pages: list[Message]) -> Message:
    """Return the page that is meant: the one named as the start, at the address, or the first."""
    named = message.get_param("start")
    wanted = header_of(message, "Snapshot-Content-Location")
    for one in pages:
        if isinstance(named, str) and named and header_of(one, "Content-ID") == named:
            return one
    return next((one for one in pages if wanted == header_of(one, "Content-Location")), pages[0])
