"""The worker process for texts from inside: bytes in, text and proposals out."""

import codecs
import json
from dataclasses import astuple
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.serving import serve
from evidence_board.ingest.text import decode


def main() -> None:
    """Answer questions about texts until there are no more."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        codecs.lookup(encoding)  # now, for afterwards no more files may be opened
    serve(_answer)


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
