"""Small files beside the settings that remember something of one project each."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from evidence_board.ui import pictures

SCHEMA = 1
_MOST_BYTES = 1_000_000


def recall(folder: Path, kind: str, project: str) -> Mapping[str, object] | None:
    """Return what was kept of a project; None where nothing was, or the file is damaged."""
    path = _path(folder, kind, project)
    try:
        held = json.loads(path.read_bytes()) if path.stat().st_size < _MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) and held.get("schema") == SCHEMA else None


def keep(folder: Path, kind: str, project: str, held: Mapping[str, object]) -> None:
    """Keep something of a project; a disk that refuses costs this only."""
    path = _path(folder, kind, project)
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        partial.write_text(json.dumps({"schema": SCHEMA, **held}), encoding="utf-8")
        os.replace(partial, path)
    except OSError:
        return


def _path(folder: Path, kind: str, project: str) -> Path:
    return folder / kind / pictures.path_of(folder, project).with_suffix(".json").name
