"""What was said of a project and its place once, and is not said again.

Remembered in the person's folder, never beside the project, and as digests: nobody learns from it
where a project lay. Where it cannot be kept, it is said again.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_board.paths import user_work_folder
from evidence_board.project import conflict_copies, places
from evidence_board.project.places import Place
from evidence_board.project.syncing import put

_NAME = "said-once.json"
_MOST, _LONGEST = 2_000, 262_144
"""So many are remembered, in so many bytes."""
_DIGEST = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Unsaid:
    """What has not been said of a project yet: of its places, and of copies beside it."""

    places: tuple[Place, ...] = ()
    copies: tuple[str, ...] = ()


def unsaid(project_id: str, path: Path) -> Unsaid:
    """Look where the file at a path lies and what lies beside it; return what was never said."""
    said = frozenset(_read())
    around = places.around(path)
    copies = conflict_copies.among(path.name, places.names_in(path.parent))
    return Unsaid(
        tuple(one for one in around if _of_place(project_id, one) not in said),
        tuple(one for one in copies if _of_copy(project_id, one) not in said),
    )


def note(project_id: str, told: Unsaid) -> None:
    """Remember that this was said."""
    new = (
        *(_of_place(project_id, one) for one in told.places),
        *(_of_copy(project_id, one) for one in told.copies),
    )
    kept = tuple(dict.fromkeys((*new, *_read())))[:_MOST]
    with suppress(OSError):
        put(user_work_folder() / _NAME, json.dumps(kept).encode("ascii"))


def _of_place(project_id: str, place: Place) -> str:
    return _digest((project_id, place.sort, place.service, place.top))


def _of_copy(project_id: str, name: str) -> str:
    return _digest((project_id, "copy", name))


def _digest(words: Iterable[str]) -> str:
    told = json.dumps(tuple(words))  # in ASCII, whatever a name holds
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:32]


def _read() -> tuple[str, ...]:
    path = user_work_folder(made=False) / _NAME
    with suppress(OSError, ValueError, RecursionError):
        if path.is_file() and path.stat().st_size <= _LONGEST:
            held = json.loads(path.read_bytes())
            listed = held if isinstance(held, list) else []
            return tuple(one for one in listed if isinstance(one, str) and _DIGEST.fullmatch(one))
    return ()
