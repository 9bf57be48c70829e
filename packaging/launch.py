"""What the bundle starts: the program, or one of its workers that read untrusted bytes."""

import multiprocessing
import sys

from evidence_board.ingest.process import VERBS


def launch() -> int:
    """Run the part that the arguments ask for; each loads only what it needs."""
    if sys.argv[1:] == [VERBS["text"]]:
        from evidence_board.ingest import worker  # without Qt and the records, so that it is small

        worker.main()
        return 0
    if sys.argv[1:] == [VERBS["document"]]:
        from evidence_board.ingest import document_worker  # as above

        document_worker.main()
        return 0
    if sys.argv[1:] == [VERBS["pdf"]]:
        from evidence_board.ingest import pdf_worker  # as above

        pdf_worker.main()
        return 0
    if sys.argv[1:] == [VERBS["picture"]]:
        from evidence_board.ingest import picture_worker  # as above

        picture_worker.main()
        return 0
    if sys.argv[1:] == [VERBS["fetch"]]:
        from evidence_board.ingest import fetch_worker  # as above

        fetch_worker.main()
        return 0
    from evidence_board.__main__ import main  # as above

    return main()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(launch())
