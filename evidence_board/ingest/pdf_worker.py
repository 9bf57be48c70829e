"""The worker process for PDFs from inside: their text, and pictures of their pages."""

import json

from evidence_board.ingest.encodings import load_codecs
from evidence_board.ingest.readers import pdf
from evidence_board.ingest.reading import answer
from evidence_board.ingest.serving import serve


def main() -> None:
    """Answer questions about PDFs until there are no more."""
    load_codecs()
    pdf.load()  # now, for afterwards no more files may be opened
    serve(_answer)


def _answer(header: bytes, original: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    if "page" in asked:
        return pdf.page_picture(asked["name"], original, int(asked["page"]), int(asked["side"]))
    return answer(pdf.read_pdf, header, original)
