"""WARC and WARC.gz: the page that an archive of the web begins with."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.reading import Question, Reading
from evidence_board.ingest.record import line
from evidence_board.ingest.web.reading import read_markup

TOOL = "Evidence Board, web archive reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""

_MOST_BYTES, _MOST_RATIO, _MOST_RECORDS = 200_000_000, 100, 20_000
_SMALL, _STEP = 1_000_000, 1 << 20
_LONGEST_HEADER = 65_536
_PAGES = ("text/html", "application/xhtml+xml")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(?P<status>\d{3})")


@dataclass(frozen=True)
class _Page:
    """A page in an archive: its record's header, the header it was sent with, its bytes."""

    record: Mapping[str, str]
    sent: Mapping[str, str]
    body: bytes


def read_archive(question: Question, original: bytes) -> Reading:
    """Return the reading of the first whole page of an archive."""
    name = question.name
    archive = _unpacked(name, original) if original.startswith(b"\x1f\x8b") else original
    if not archive.startswith(b"WARC/"):
        raise Refused(
            f"“{name}” is a packed file (gzip) that holds no web archive. Unpack it and add that."
        )
    pages, cut = _pages(archive)
    if not pages:
        told = "is cut off before its first page ends" if cut else "holds no web page"
        raise Refused(f"“{name}” {told}. Get it again, or save the page as HTML or PDF.")
    page = pages[0]
    came_from = line(page.record.get("warc-target-uri", "").strip("<>"))
    read = read_markup(
        name,
        page.body,
        question.today,
        came_from=came_from if came_from.startswith(("http://", "https://")) else "",
        sent_as=page.sent.get("content-type", ""),
        told=question.encoding,
    )
    return Reading(
        read.text, read.method, TOOL, read.fields, _remark(page, len(pages), cut), came_from
    )


def _remark(page: _Page, count: int, cut: bool) -> str:
    """Return when it was captured, and what else there is to know of the archive."""
    at = line(page.record.get("warc-date", ""))
    told = [f"Captured {at}, as the archive says."] if at else []
    if count > 1:
        more = "more than " * (count > _MOST_PAGES)
        told.append(f"The first of {more}{min(count, _MOST_PAGES)} pages in the archive is read.")
    if cut:
        told.append("The archive is cut off at its end.")
    return " ".join(told)


_MOST_PAGES = 1_000


def _unpacked(name: str, original: bytes) -> bytes:
    """Return what is packed in members one after the other; Refused for a bomb."""
    content = bytearray()
    left = original
    while left.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while left and not unpacker.eof:
                content += unpacker.decompress(left, _STEP)
                left = unpacker.unconsumed_tail
                large = len(content) > _SMALL and len(content) > _MOST_RATIO * len(original)
                if len(content) > _MOST_BYTES or large:
                    raise Refused(
                        f"“{name}” unpacks to far more than it is, and is not taken. Save the page "
                        "as HTML or PDF and add that."
                    )
        except zlib.error:
            break  # it is damaged from here on; what came before may hold the page
        left = unpacker.unused_data
    return bytes(content)


def _pages(archive: bytes) -> tuple[list[_Page], bool]:
    """Return the pages that were sent whole, and whether the archive is cut off."""
    pages: list[_Page] = []
    cut = False
    for header, body in _records(archive):
        if body is None:
            cut = True
            break
        if page := _page(header, body):
            pages.append(page)
            if len(pages) > _MOST_PAGES:
                break
    return pages, cut


def _records(archive: bytes) -> Iterator[tuple[Mapping[str, str], bytes | None]]:
    """Yield the header and the bytes of each record, None for one that is cut off."""
    place = 0
    for _ in range(_MOST_RECORDS):
        place = archive.find(b"WARC/", place)
        if place < 0:
            return
        end = archive.find(b"\r\n\r\n", place, place + _LONGEST_HEADER)
        header = _header(archive[place:end]) if end >= 0 else {}
        length = header.get("content-length", "")
        if end < 0 or not (length.isascii() and length.isdigit() and len(length) < 12):
            yield header, None
            return
        place = end + 4 + int(length)
        whole = place <= len(archive)
        yield header, archive[end + 4 : place] if whole else None
        if not whole:
            return


def _header(given: bytes) -> dict[str, str]:
    lines = given.decode("utf-8", "replace").split("\r\n")[1:]
    parts = (one.partition(":") for one in lines if ":" in one)
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _page(record: Mapping[str, str], body: bytes) -> _Page | None:
    """Return the page that a record holds, if it was answered as one."""
    kind = record.get("warc-type")
    if kind == "resource" and record.get("content-type", "").startswith(_PAGES):
        return _Page(record, {"content-type": record["content-type"]}, body)
    found = _STATUS.match(body)
    if kind != "response" or found is None or found["status"] != b"200":
        return None
    top, _, content = body.partition(b"\r\n\r\n")
    sent = _header(top)
    if not sent.get("content-type", "").lower().startswith(_PAGES):
        return None
    return _Page(record, sent, _as_sent(sent, content))


def _as_sent(sent: Mapping[str, str], content: bytes) -> bytes:
    """Return the page as it was before it was cut in pieces and packed for the way."""
    if sent.get("transfer-encoding", "").lower() == "chunked":
        content = _whole(content)
    packing = sent.get("content-encoding", "").lower()
    if packing in ("gzip", "x-gzip", "deflate"):
        unpacker = zlib.decompressobj(wbits=47)
        try:
            content = unpacker.decompress(content, min(_MOST_BYTES // 4, 20 * _STEP))
        except zlib.error:
            return content
    return content


def _whole(content: bytes) -> bytes:
    """Return pieces put together; bytes that are in no pieces stay as they are."""
    whole, place = bytearray(), 0
    while (end := content.find(b"\r\n", place, place + 64)) >= 0:
        size = content[place:end].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return content if not whole else bytes(whole)
        if length <= 0:
            break
        whole += content[end + 2 : end + 2 + length]
        place = end + 2 + length + 2
    return bytes(whole) or content
