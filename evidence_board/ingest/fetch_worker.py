"""The worker process that fetches a page: the only part of the program that speaks to the web."""

import json
import sys

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.fetching.fetch import Fetched, fetch
from evidence_board.ingest.frames import frame, progress
from evidence_board.ingest.serving import serve

_FILES = 32
"""It may open so many at once: lists of certificates, what the system knows of names, sockets."""


def main() -> None:
    """Fetch the pages that are asked for until there are no more."""
    serve(_answer, files=_FILES)


def _answer(header: bytes, _body: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    try:
        came = fetch(
            asked["url"],
            _tell,
            own_network=bool(asked.get("own_network")),
            trusted=asked.get("trusted", ""),
        )
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
    return json.dumps(_told(came)).encode(), came.original


def _told(came: Fetched) -> dict[str, object]:
    return {
        "way": came.way,
        "at": came.at,
        "number": came.number,
        "lines": came.lines,
        "packing": came.packing,
        "measured": came.measured,
    }


def _tell(done: int, total: int) -> None:
    sys.stdout.buffer.write(frame(b"", progress(done, total)))
    sys.stdout.buffer.flush()
