"""The stamp of a brief: what it was made of, when and with what, for `verify` to make it again.

It travels inside the PDF as `brief.json` and says nothing that the pages do not say.
"""

import json
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime

from pydantic import ValidationError

from evidence_board.brief.crops import MISSING
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.record import GREATEST, Plain

NAME = "brief.json"
FORMAT = "evidence-board-brief/1"
DOCUMENT = "project.json"
"""The name of the attached project."""
PICTURES = "pictures.json"
"""The name of the file with the pictures of marked parts, which travels with the project."""

_LONGEST = 1_000_000
_LONGEST_TIME = 40
_SHA = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TOOL = re.compile(r"Evidence Board [A-Za-z0-9.+-]{1,40}")
_LISTS = ("altered", "orphaned")
_LATER = frozenset({"pictures", "orphaned"})
_OF_ANY_VERSION = re.compile(r"evidence-board-brief/[0-9]{1,9}")


class BadStamp(ValueError):
    """What should be a stamp is none."""


class OtherFormat(BadStamp):
    """A stamp in a form that another version of the program writes."""


@dataclass(frozen=True)
class Stamp:
    """Where a brief comes from.

    `project` is the id of the project, `state` the hash of its records (brief/state.py), `at` the
    time of the brief, `tool` the program; `document` is the SHA-256 of the attached
    project, empty where there is none. `altered` are hashes of originals that did not hold then;
    `redacted` says that words were blacked out first. `issue` is its number, 0 of a draft, `after`
    that of the issue before it; `plan` how it was, empty where it is as the records say.
    `pictures` have the SHA-256 of the picture of each excerpt, or a word that says why there is
    none; `orphaned` are excerpts whose words were gone. Both are left out where they are empty, as
    they were before there were any.
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
    pictures: dict[str, str] = field(default_factory=dict)
    orphaned: tuple[str, ...] = ()

    @property
    def has_pictures(self) -> bool:
        """Whether a picture of a marked part was made for it."""
        return not frozenset(MISSING).issuperset(self.pictures.values())


def to_text(stamp: Stamp) -> str:
    """Return the stamp as JSON, the same for the same stamp."""
    told = {name: value for name, value in asdict(stamp).items() if value or name not in _LATER}
    return json.dumps({"format": FORMAT, **told}, indent=1) + "\n"


def from_text(text: bytes) -> Stamp:
    """Return the stamp in JSON that may be anything.

    BadStamp where it is none, OtherFormat where another version of the program wrote it.
    """
    if len(text) > _LONGEST:
        raise BadStamp
    try:
        told = json.loads(text, object_pairs_hook=_with_each_name_once)
    except (ValueError, RecursionError):
        raise BadStamp from None
    if not isinstance(told, dict) or not isinstance(name := told.pop("format", None), str):
        raise BadStamp
    if name != FORMAT:
        raise OtherFormat if _OF_ANY_VERSION.fullmatch(name) else BadStamp
    told = {"pictures": {}, "orphaned": [], **told}
    if set(told) != {one.name for one in fields(Stamp)} or not _has_lists(told):
        raise BadStamp
    found = Stamp(**{**told, **{name: tuple(told[name]) for name in _LISTS}})
    if not _is_sound(found):
        raise BadStamp
    return found


def _has_lists(told: dict[str, object]) -> bool:
    return all(isinstance(told[name], list) for name in _LISTS)


def _with_each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON; readers do not agree on what a name means that comes twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice")
    return found


def _is_sound(held: Stamp) -> bool:
    """Whether each field is what the program writes there, and no more than that."""
    words = (held.project, held.state, held.at, held.tool, held.document, *held.altered)
    if not all(isinstance(word, str) for word in words):
        return False
    hashes = (held.state, *filter(None, (held.document,)), *held.altered)
    numbers = (held.issue, held.after)
    return (
        all(map(_SHA.fullmatch, hashes))
        and all(isinstance(one, str) and _ID.fullmatch(one) for one in held.orphaned)
        and _are_pictures(held.pictures)
        and all(type(one) is int and 0 <= one <= GREATEST for one in numbers)
        and isinstance(held.redacted, bool)
        and _ID.fullmatch(held.project) is not None
        and _TOOL.fullmatch(held.tool) is not None
        and _is_time(held.at)
        and _is_plan(held.plan)
    )


def _is_time(word: str) -> bool:
    try:
        datetime.fromisoformat(word).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return len(word) <= _LONGEST_TIME


def _are_pictures(told: object) -> bool:
    return isinstance(told, dict) and all(
        _ID.fullmatch(id) and isinstance(word, str) and (word in MISSING or _SHA.fullmatch(word))
        for id, word in told.items()
    )


def _is_plan(told: object) -> bool:
    """Whether it is a plan of the brief, or the empty one that stands for that of the records."""
    try:
        return told == {} or bool(BriefPlan.model_validate(told))
    except ValidationError:
        return False
