"""The worker process for documents from inside: pages, office files, mails, lists of references."""

import json
from collections.abc import Mapping

from evidence_board.ingest.encodings import load_codecs
from evidence_board.ingest.readers.web_page import read_page
from evidence_board.ingest.reading import Reader, answer
from evidence_board.ingest.serving import serve

READERS: Mapping[str, Reader] = {
    "HTML": read_page,
}
"""What reads each format, by its name."""


def main() -> None:
    """Answer questions about documents until there are no more."""
    load_codecs()  # now, for afterwards no more files may be opened
    serve(_answer)


def _answer(header: bytes, original: bytes) -> tuple[bytes, bytes]:
    return answer(READERS[json.loads(header)["format"]], header, original)
