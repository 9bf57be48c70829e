"""What the worker for pictures answers, as a reading: no text, its size, a title from its name."""

import json
from pathlib import PurePath

from evidence_board.ingest.draft import Proposal, Refused
from evidence_board.ingest.reading import Reading

TOOL = "Evidence Board, picture reader 1"
"""What looked at a picture; it makes no text."""


def reading(name: PurePath, header: bytes) -> Reading:
    """Return the reading of a picture with this file name; Refused if the worker refuses."""
    told = json.loads(header)
    if "refused" in told:
        raise Refused(str(told["refused"]))
    fields = {"title": Proposal(name.stem, "inferred", str(name))} if name.stem else {}
    return Reading("", "none: it is a picture", TOOL, fields, str(told["remark"]))
