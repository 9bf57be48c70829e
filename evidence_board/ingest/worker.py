"""The worker process from inside: bytes in, text and proposals out, within limits."""

import codecs
import json
import resource
import sys
from dataclasses import astuple
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.frames import frame, read_frame
from evidence_board.ingest.text import decode

_MEMORY = 1 << 30
_CPU_SECONDS = 10


def main() -> None:
    """Answer the questions on standard input, one after the other, until it ends."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        codecs.lookup(encoding)  # now, for afterwards no more files may be opened
    _limit()
    while (question := read_frame(sys.stdin.buffer)) is not None:
        _allow_time()
        sys.stdout.buffer.write(frame(*_answer(*question)))
        sys.stdout.buffer.flush()


def _answer(header: bytes, original: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    try:
        decoded = decode(asked["name"], original)
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
    proposals = propose(decoded.text, date.fromisoformat(asked["today"]))
    fields = {field: astuple(proposal) for field, proposal in proposals.items()}
    found = {"method": decoded.method, "fields": fields}
    return json.dumps(found).encode(), decoded.text.encode("utf-8")


def _limit() -> None:
    """Give up memory beyond 1 GB, writing to files, opening files, and core dumps."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _allow_time() -> None:
    """Allow some more seconds of the processor, for one more file."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + _CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
