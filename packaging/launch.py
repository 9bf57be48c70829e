"""What the bundle starts: the program, or its worker that reads untrusted bytes."""

import multiprocessing
import sys

from evidence_board.ingest.process import VERB


def launch() -> int:
    """Run the part that the arguments ask for; each loads only what it needs."""
    if sys.argv[1:] == [VERB]:
        from evidence_board.ingest import worker  # without Qt and the records, so that it is small

        worker.main()
        return 0
    from evidence_board.__main__ import main  # as above

    return main()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(launch())
