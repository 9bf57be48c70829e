"""The way in: a verb runs without a window; a file, or nothing, opens one."""

import sys
from collections.abc import Sequence

VERBS = frozenset(
    {
        "add",
        "brief",
        "capture",
        "check",
        "export",
        "history",
        "import",
        "new",
        "redo",
        "sample",
        "show",
        "text",
        "undo",
    }
)
"""First arguments that are no file: what the command line does without a window."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in VERBS or arguments[0].startswith("-")):
        from evidence_board import cli  # a window starts without the verbs, a verb without Qt

        return cli.main(arguments)
    from evidence_board import app  # as above

    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
