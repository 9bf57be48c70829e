"""What is remembered beside the settings of the brief a project was last exported as."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from evidence_board.brief.redaction import NOTHING, Redaction
from evidence_board.typeset.forms import BY_NAME
from evidence_board.ui import kept_files

_KIND = "briefs"


@dataclass(frozen=True)
class LastBrief:
    """A draft that was written: where, how, and the SHA-256 of what was written there."""

    path: Path
    form: str = "pdf"
    attach: bool = False
    wish: Redaction = NOTHING
    sha256: str = ""

    def is_ours(self) -> bool:
        """Whether nothing lies at its place but what was written there; OSError: it cannot tell."""
        if not os.path.lexists(self.path):
            return True
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


def recall(folder: Path, project: str) -> LastBrief | None:
    """Return how a project was last exported; None where that is not known, or damaged."""
    held = kept_files.recall(folder, _KIND, project)
    return None if held is None else _read(held)


def keep(folder: Path, project: str, last: LastBrief) -> None:
    """Store how a project was exported; a disk that refuses costs this only."""
    kept_files.keep(folder, _KIND, project, {**asdict(last), "path": str(last.path)})


def _read(held: Mapping[str, object]) -> LastBrief | None:
    path, form, digest = held.get("path"), held.get("form"), held.get("sha256")
    wish = held.get("wish")
    if not (isinstance(path, str) and isinstance(form, str) and isinstance(digest, str)):
        return None
    if not path or form not in BY_NAME or not isinstance(wish, dict):
        return None
    hidden = Redaction(_words(wish.get("sources")), _words(wish.get("words")))
    return LastBrief(Path(path), form, held.get("attach") is True, hidden, digest)


def _words(held: object) -> tuple[str, ...]:
    return tuple(str(one) for one in held) if isinstance(held, list) else ()
