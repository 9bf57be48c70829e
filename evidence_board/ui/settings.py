"""What a person set: look, keys, sizes of the window's parts, recent projects; one JSON file."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal

SCHEMA = 1
RECENT_KEPT = 20
_MOST_KEYS, _MOST_EACH = 1000, 12
_WIDEST = 16_384

Scheme = Literal["system", "light", "dark", "highContrast"]
Wheel = Literal["pan", "zoom"]
"""What the wheel of a mouse does over the board; Ctrl and the wheel always zoom."""
_WHEELS: tuple[Wheel, ...] = ("pan", "zoom")
Wording = Literal["nato", "fm"]
_WORDINGS: tuple[Wording, ...] = ("nato", "fm")
_SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark", "highContrast")


@dataclass(frozen=True)
class Recent:
    """A project that was open here: how it was called and what it held when it was closed."""

    path: str
    title: str = ""
    opened_at: str = ""
    cards: int = 0
    sources: int = 0
    origins: int = 0


@dataclass(frozen=True)
class Settings:
    """All settings, with the values of a first start; lengths are px at 100 %."""

    scheme: Scheme = "system"
    scale: int = 100
    left_width: int = 236
    right_width: int = 336
    docks_hidden: bool = False
    snap_grid: bool = True
    snap_objects: bool = True
    wheel: Wheel = "pan"
    reduce_motion: bool = False
    reader_pages: bool = False
    """Whether the reader shows a PDF by its pages rather than as a text."""
    wording: Wording = "nato"
    """In whose words the figures of credibility are told."""
    window: tuple[int, int] = (1600, 1000)
    maximized: bool = False
    folder: str = ""
    author: str = ""
    author_asked: bool = False
    """Whether this person has been asked for a name, and so may want none."""
    hidden_hints: tuple[str, ...] = ()
    """Kinds of hints in the reader that are switched off."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of actions that are not those of the row; see `keymap.py`."""
    recent: tuple[Recent, ...] = field(default=())


def from_document(document: object) -> Settings:
    """Return the settings in a JSON document; what is missing or wrong takes its default."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        return Settings()
    known = {f.name for f in fields(Settings)} - {"recent", "window", "keys", "hidden_hints"}
    plain = Settings()
    kept = {
        name: value
        for name, value in document.items()
        if name in known and type(value) is type(getattr(plain, name))
    }
    read = replace(
        plain,
        **kept,
        recent=_recent(document),
        window=_window(document),
        keys=_keys(document),
        hidden_hints=_hidden_hints(document),
    )
    scheme = read.scheme if read.scheme in _SCHEMES else plain.scheme
    wheel = read.wheel if read.wheel in _WHEELS else plain.wheel
    wording = read.wording if read.wording in _WORDINGS else plain.wording
    return replace(
        read,
        scheme=scheme,
        wheel=wheel,
        wording=wording,
        scale=min(200, max(100, read.scale)),
        left_width=min(_WIDEST, max(0, read.left_width)),
        right_width=min(_WIDEST, max(0, read.right_width)),
    )


def to_document(settings: Settings) -> dict[str, object]:
    """Return the settings as the JSON document that is stored."""
    return {"schema": SCHEMA, **asdict(settings)}


class SettingsFile:
    """The settings of this person, read once and written at each change."""

    def __init__(self, path: Path) -> None:
        """Read ``path``; a file that is missing or damaged gives the defaults."""
        self._path = path
        self._watchers: list[Callable[[Settings], None]] = []
        try:
            self.current = from_document(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):  # the last by brackets without end
            self.current = Settings()

    @property
    def folder(self) -> Path:
        """The folder of the settings, where thumbnails lie as well."""
        return self._path.parent

    def change(self, **changes: object) -> None:
        """Store new values; a disk that refuses costs the settings, never the work."""
        self.current = replace(self.current, **changes)  # type: ignore[arg-type]  # names of Settings
        partial = self._path.with_suffix(".part")
        try:
            partial.write_text(json.dumps(to_document(self.current), indent=1), encoding="utf-8")
            os.replace(partial, self._path)
        except OSError:
            partial.unlink(missing_ok=True)
        for watcher in tuple(self._watchers):
            watcher(self.current)

    def watch(self, watcher: Callable[[Settings], None]) -> Callable[[], None]:
        """Call ``watcher`` after each change; returns the call that stops it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def remember(self, recent: Recent) -> None:
        """Put a project first among the recent ones."""
        others = tuple(one for one in self.current.recent if one.path != recent.path)
        self.change(recent=(recent, *others)[:RECENT_KEPT])

    def forget(self, path: str) -> None:
        """Take a project off the recent ones; its file stays."""
        self.change(recent=tuple(one for one in self.current.recent if one.path != path))


def _recent(document: Mapping[str, object]) -> tuple[Recent, ...]:
    listed = document.get("recent")
    if not isinstance(listed, list):
        return ()
    plain = Recent("")
    kept = []
    for one in listed:
        if isinstance(one, dict) and isinstance(one.get("path"), str):
            right = {
                f.name: one[f.name]
                for f in fields(Recent)
                if type(one.get(f.name)) is type(getattr(plain, f.name))
            }
            kept.append(Recent(**right))
    return tuple(kept[:RECENT_KEPT])


def _window(document: Mapping[str, object]) -> tuple[int, int]:
    size = document.get("window")
    if isinstance(size, list) and len(size) == 2 and all(type(side) is int for side in size):
        return min(_WIDEST, max(1024, size[0])), min(_WIDEST, max(640, size[1]))
    return Settings().window


def _hidden_hints(document: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of kinds; those of no kind stay, a newer version may know them."""
    listed = document.get("hidden_hints")
    if not isinstance(listed, list):
        return ()
    return tuple(one for one in listed if isinstance(one, str))[:_MOST_EACH]


def _keys(document: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of texts; ids of no action stay, a newer version may know them."""
    listed = document.get("keys")
    if not isinstance(listed, dict):
        return {}
    right = {
        str(id): tuple(keys[:_MOST_EACH])
        for id, keys in listed.items()
        if isinstance(keys, list) and all(isinstance(one, str) for one in keys)
    }
    return dict(tuple(right.items())[:_MOST_KEYS])
