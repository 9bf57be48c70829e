"""The verb that says whether a brief and its project still agree."""

import argparse
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from evidence_board.analysis.dates import stamp_words
from evidence_board.brief.content import Brief
from evidence_board.delivery.checking import checked, given_by
from evidence_board.delivery.differences import lines, summed
from evidence_board.delivery.verification import Verification
from evidence_board.typeset.attachment import Attachment
from evidence_board.typeset.worker import made_in_child
from evidence_board.verbs.verb import Verbs, complain, opened, result, tell


def add_verbs(verbs: Verbs) -> None:
    """Add this verb."""
    made = verbs.add_parser("verify", help=verify.__doc__, description=verify.__doc__)
    made.add_argument("brief", type=Path, metavar="BRIEF", help="a brief that was written as PDF")
    made.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the project file to compare it with"
    )
    made.add_argument("--json", action="store_true", help="one JSON document on stdout")
    made.set_defaults(verb=verify)


def verify(options: argparse.Namespace) -> int:
    """Say whether a brief is as it was written, and whether its project still says the same.

    The exit code is 1 if something does not agree, or if nothing could be compared.
    """
    with ExitStack() as held:
        given = None
        if options.file is not None:
            project = held.enter_context(opened(options.file, read_only=True))
            given = given_by(project, options.file.name)
        found = result(checked(options.brief, given, _typeset))
    tell(options, plain(found), "\n".join(words(found)))
    for finding in found.findings:
        complain(finding.text)
    return 0 if found.agrees else 1


def _typeset(brief: Brief, at: str, attached: tuple[Attachment, ...]) -> bytes:
    return made_in_child(brief, at=at, attached=attached)


def words(found: Verification) -> list[str]:
    """Return what was found as lines, but for what speaks against the brief."""
    told = []
    if found.stamp:
        held = found.stamp
        made = f"Made with {held.tool}, {stamp_words(held.at)}, of the project state {held.state}."
        told = [made, "The project is attached." if found.attached else "No project is attached."]
        if held.redacted:
            told.append("It is redacted.")
    told += found.remarks
    if found.differences:
        told += [f"Since then {summed(found.differences)} changed:", *lines(found.differences)]
    if found.agrees:
        told.append("The brief agrees.")
    return told


def plain(found: Verification) -> dict[str, object]:
    """Return what was found as JSON values."""
    return {
        "agrees": found.agrees,
        "brief": asdict(found.stamp) if found.stamp else None,
        "attached": found.attached,
        "compared": found.compared,
        "state": found.state or None,
        "findings": [asdict(one) for one in found.findings],
        "remarks": list(found.remarks),
        "differences": [
            {
                "what": one.what,
                "record": one.record,
                "id": one.id,
                "mark": one.mark,
                "text": line,
                "fields": [
                    {"field": field.field, "before": field.before, "after": field.after}
                    for field in one.fields
                ],
            }
            for one in found.differences
            for line in lines((one,))
        ],
    }
