"""The worker process for PDFs from inside: their text, their pages, the files in a brief."""

import json

from evidence_board.ingest.encodings import load_codecs
from evidence_board.ingest.readers import pdf, pdf_brief, pdf_pages
from evidence_board.ingest.reading import answer
from evidence_board.ingest.serving import serve


def main() -> None:
    """Answer questions about PDFs until there are no more."""
    load_codecs()
    pdf.load()  # now, for afterwards no more files may be opened
    shelf = pdf_pages.Shelf()

    def answered(header: bytes, original: bytes) -> tuple[bytes, bytes]:
        asked = json.loads(header)
        if "document" in asked:
            return pdf_pages.answer(shelf, asked, original)
        if "brief" in asked:
            return pdf_brief.answer(asked, original)
        return answer(pdf.read_pdf, header, original)

    serve(answered)
