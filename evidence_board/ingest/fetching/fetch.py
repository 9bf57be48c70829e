"""Fetching a page: what is sent, where it is sent on to, how much is taken, what is refused."""

import http.client
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from evidence_board.ingest.draft import Refused, printable
from evidence_board.ingest.fetching.dialling import dial, remaining, too_slow
from evidence_board.ingest.fetching.places import Place, place_of, sent_on
from evidence_board.ingest.fetching.statuses import why_no_page

LARGEST = 20_000_000
"""The most bytes that are taken of a page (reliability.md, threats of capture)."""
SECONDS = 20.0
"""How long a page may take, with all places that it is sent on to."""
_MOST_SENT_ON = 8
_PART = 65_536
_SENDING_ON = (301, 302, 303, 307, 308)
_SENT = {
    "User-Agent": "Mozilla/5.0",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
"""All that a site is told: no cookie, no page one comes from, no language, no name of ours."""
_KEPT = ("Content-Type", "Date", "Last-Modified", "ETag", "Content-Language")
_LONGEST_LINE = 300
_UNPACKED = ("gzip", "x-gzip", "deflate")

Tell = Callable[[int, int], None]
"""Hears how many bytes have come, of how many; 0 where that is not said."""


@dataclass(frozen=True)
class Fetched:
    """What came: its bytes, the addresses it came by from the one asked on, when it was there.

    `number` is the numerical address that sent it; `lines` are those of its head that matter.
    `packing` is how it was packed on the way; `measured` says whether its length was told.
    """

    original: bytes
    way: tuple[str, ...]
    at: str
    number: str
    lines: tuple[tuple[str, str], ...]
    packing: str
    measured: bool


def fetch(url: str, tell: Tell, *, own_network: bool = False, trusted: str = "") -> Fetched:
    """Return a page; Refused says in a sentence why it cannot be had. Nothing of it is run."""
    deadline = monotonic() + SECONDS
    place = place_of(url)
    way: tuple[str, ...] = (url,)
    while True:
        connection = http.client.HTTPConnection(place.host, place.port)
        try:
            with dial(place, deadline, own_network=own_network, trusted=trusted) as line:
                connection.sock = line
                line.settimeout(remaining(place, deadline))
                number = str(line.getpeername()[0])
                answer = _asked(connection, place)
                if answer.status not in _SENDING_ON:
                    return _taken(answer, place, way, number, deadline, tell)
                place = sent_on(place, _where_to(answer, place))
        except TimeoutError as problem:
            raise Refused(too_slow(place)) from problem
        except (OSError, http.client.HTTPException, zlib.error) as problem:
            raise Refused(
                f"{place.host} broke off before the page was whole. Try again later."
            ) from problem
        finally:
            connection.close()
        way = (*way, place.address)
        if len(way) > _MOST_SENT_ON:
            raise Refused(
                f"{place.host} sends on again and again, as for a sign-in. Open the page in a "
                "browser, save it and add the file."
            )


def _asked(connection: http.client.HTTPConnection, place: Place) -> http.client.HTTPResponse:
    connection.putrequest("GET", place.target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", place.named)
    for name, value in _SENT.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


def _where_to(answer: http.client.HTTPResponse, place: Place) -> str:
    location = answer.getheader("Location")
    if not location:
        raise Refused(f"{place.host} sends on, but not where to. Check the address.")
    return location


def _taken(
    answer: http.client.HTTPResponse,
    place: Place,
    way: tuple[str, ...],
    number: str,
    deadline: float,
    tell: Tell,
) -> Fetched:
    """Take what an answer holds, as far as it may."""
    if answer.status != 200:
        raise Refused(why_no_page(answer.status, place))
    told = answer.length
    if told is not None and told > LARGEST:
        raise Refused(_too_large(place))
    packing = (answer.getheader("Content-Encoding") or "").strip().lower()
    packing = "" if packing == "identity" else packing
    if packing and packing not in _UNPACKED:
        raise Refused(
            f"{place.host} sends the page packed in a way that is not read here. Open it in a "
            "browser, save it and add the file."
        )
    parts = _parts(answer, place, deadline, tell)
    original = b"".join(_unpacked(parts, packing, place))
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = tuple(
        (name, printable(value)[:_LONGEST_LINE])
        for name in _KEPT
        if (value := answer.getheader(name))
    )
    measured = told is not None or bool(answer.chunked)
    return Fetched(original, way, at, number, lines, packing, measured)


def _parts(
    answer: http.client.HTTPResponse, place: Place, deadline: float, tell: Tell
) -> Iterator[bytes]:
    """Yield what comes, as it comes; Refused where it is too much, too slow, or not all."""
    told, taken = answer.length, 0
    while True:
        remaining(place, deadline)
        part = answer.read1(_PART)
        if not part:
            break
        taken += len(part)
        if taken > LARGEST:
            raise Refused(_too_large(place))
        tell(taken, told or 0)
        yield part
    if told is not None and taken < told:
        raise http.client.IncompleteRead(b"", told - taken)


def _unpacked(parts: Iterator[bytes], packing: str, place: Place) -> Iterator[bytes]:
    """Yield the bytes of a page that was packed for the way; no more than may be taken."""
    if not packing:
        yield from parts
        return
    unpacking, size = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32), 0
    for part in parts:
        left = part
        while left:
            plain = unpacking.decompress(left, _PART)
            left = unpacking.unconsumed_tail
            size += len(plain)
            if size > LARGEST:
                raise Refused(_too_large(place))
            yield plain
    if not unpacking.eof:
        raise http.client.IncompleteRead(b"")


def _too_large(place: Place) -> str:
    return (
        f"{place.host} sends more than {LARGEST // 1_000_000} MB, which is no page. Download the "
        "file and add the part that matters."
    )
