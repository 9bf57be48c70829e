"""The way in: a verb runs without a window; a file, or nothing, opens one."""

import os
import sys
from collections.abc import Sequence

VERBS = frozenset(
    {
        "add",
        "backups",
        "brief",
        "capture",
        "chain",
        "check",
        "cite",
        "cut",
        "discrepancies",
        "export",
        "finish",
        "history",
        "import",
        "independence",
        "new",
        "origins",
        "redo",
        "restore",
        "salvage",
        "sample",
        "share",
        "show",
        "standing",
        "suggest",
        "text",
        "undo",
        "verify",
        "warnings",
    }
)
"""First arguments that are no file: what the command line does without a window."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and not _is_file(arguments[0]):
        try:
            from evidence_board import cli  # a window starts without the verbs, a verb without Qt
        except KeyboardInterrupt:  # nothing is begun
            print("Stopped.", file=sys.stderr)
            return 130
        return cli.main(arguments)
    from evidence_board import app  # as above

    return app.main(arguments)


def _is_file(argument: str) -> bool:
    """Whether the window is asked for; a word that is neither a verb nor a file is wrong usage."""
    if argument in VERBS or argument.startswith("-"):
        return False
    return argument.endswith(".evboard") or os.path.lexists(argument)


if __name__ == "__main__":
    sys.exit(main())
