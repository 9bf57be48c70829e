"""The stamp of a brief: what it was made of, when and with what, for `verify` to make it again.

It travels inside the PDF as `brief.json` and says nothing that the pages do not say.
"""

import json
import re
from dataclasses import asdict, dataclass, field, fields

from evidence_board.model.record import Plain

NAME = "brief.json"
FORMAT = "evidence-board-brief/1"
DOCUMENT = "project.json"
"""The name of the attached project."""

_LONGEST = 100_000
_SHA = re.compile(r"[0-9a-f]{64}")


class BadStamp(ValueError):
    """What should be a stamp is none."""


@dataclass(frozen=True)
class Stamp:
    """Where a brief comes from.

    `project` is the id of the project, `state` the hash of its records (brief/state.py), `at` the
    time of the brief, `tool` the program; `document` is the SHA-256 of the attached
    project, empty where there is none. `altered` are hashes of originals that did not hold then;
    `redacted` says that words were blacked out first. `issue` is its number, 0 of a draft, `after`
    that of the issue before it; `plan` how it was, empty where it is as the records say.
    """

    project: str
    state: str
    at: str
    tool: str
    document: str = ""
    altered: tuple[str, ...] = ()
    redacted: bool = False
    issue: int = 0
    after: int = 0
    plan: dict[str, Plain] = field(default_factory=dict)


def to_text(stamp: Stamp) -> str:
    """Return the stamp as JSON, the same for the same stamp."""
    return json.dumps({"format": FORMAT, **asdict(stamp)}, indent=1) + "\n"


def from_text(text: bytes) -> Stamp:
    """Return the stamp in JSON that may be anything; BadStamp where it is none."""
    if len(text) > _LONGEST:
        raise BadStamp
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise BadStamp from None
    if not isinstance(told, dict) or told.pop("format", None) != FORMAT:
        raise BadStamp
    if set(told) != {one.name for one in fields(Stamp)} or not isinstance(told["altered"], list):
        raise BadStamp
    told["altered"] = tuple(told["altered"])
    words = [told[name] for name in ("project", "state", "at", "tool", "document")]
    if not all(isinstance(word, str) for word in (*words, *told["altered"])):
        raise BadStamp
    numbers = (told["issue"], told["after"])
    if not all(type(one) is int for one in numbers) or not isinstance(told["plan"], dict):
        raise BadStamp
    if not _SHA.fullmatch(told["state"]) or not isinstance(told["redacted"], bool):
        raise BadStamp
    return Stamp(**told)
