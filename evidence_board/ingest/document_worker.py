"""The worker process for documents from inside: pages, office files, mails, lists of references."""

import json
from collections.abc import Mapping

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.encodings import load_codecs
from evidence_board.ingest.readers import mail
from evidence_board.ingest.readers.bibtex import read_bibtex
from evidence_board.ingest.readers.csl import read_csl
from evidence_board.ingest.readers.mhtml import read_saved_page
from evidence_board.ingest.readers.office import read_docx, read_odt
from evidence_board.ingest.readers.ris import read_ris
from evidence_board.ingest.readers.warc import read_archive
from evidence_board.ingest.readers.web_page import read_page
from evidence_board.ingest.reading import Question, Reader, answer, refused
from evidence_board.ingest.serving import serve

READERS: Mapping[str, Reader] = {
    "HTML": read_page,
    "MHTML": read_saved_page,
    "WARC": read_archive,
    "DOCX": read_docx,
    "ODT": read_odt,
    "EML": mail.read_mail,
    "RIS": read_ris,
    "BibTeX": read_bibtex,
    "CSL-JSON": read_csl,
}
"""What reads each format, by its name."""


def main() -> None:
    """Answer questions about documents until there are no more."""
    load_codecs()  # now, for afterwards no more files may be opened
    serve(_answer)


def _answer(header: bytes, original: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    if "files" not in asked:
        return answer(READERS[asked["format"]], header, original)
    try:
        return mail.files_in(Question(asked["name"]), original)
    except Refused as refusal:
        return refused(str(refusal))
