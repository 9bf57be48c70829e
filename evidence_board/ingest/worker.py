"""The worker process for plain texts from inside: bytes in, text and proposals out."""

from functools import partial

from evidence_board.ingest.encodings import load_codecs
from evidence_board.ingest.reading import answer
from evidence_board.ingest.serving import serve
from evidence_board.ingest.text import read_text


def main() -> None:
    """Answer questions about texts until there are no more."""
    load_codecs()  # now, for afterwards no more files may be opened
    serve(partial(answer, read_text))
