"""A disk as a power cut leaves it, after each call that writes to one folder.

The strict model: only what was synced is certain. Of what a file got since its last sync each write
and each change of its length may be there, be missing, or be there in part, torn at 512 bytes, in
whatever order; and a name that was given or taken away is certain only after its folder was synced.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.endure.calls import Call

SECTOR = 512
WAYS = 9
Names = dict[str, int]
State = dict[str, bytes]
"""The files of the folder by their names."""


@dataclass(frozen=True)
class Write:
    """Bytes put at an offset."""

    offset: int
    content: bytes


@dataclass(frozen=True)
class Cut:
    """A file brought to a length."""

    length: int


Change = Write | Cut


@dataclass
class _File:
    synced: bytes = b""
    since: list[Change] = field(default_factory=list)


@dataclass
class _Handle:
    file: int | None
    """None for a folder."""
    path: str
    offset: int
    appends: bool


class Disk:
    """The files of one folder; `take` follows a call, `left` tells what a power cut leaves."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._files: dict[int, _File] = {}
        self._names: Names = {}
        self._synced_names: Names = {}
        self._open: dict[int, _Handle] = {}

    def take(self, call: Call) -> bool:
        """Follow a call; returns whether it changed what a power cut could leave.

        NotImplementedError for a call on a file of the folder that this cannot follow.
        """
        known = _CALLS.get(call.name)
        if known is not None:
            return known(self, call)
        if self._concerns(call):
            raise NotImplementedError(f"{call.name}{call.arguments} on a file of the folder")
        return False

    def now(self) -> State:
        """Return the files as programs see them now."""
        return {name: self._content(file) for name, file in self._names.items()}

    def left(self, way: int, chance: Random) -> State:
        """Return what a power cut may leave now, in one of the `WAYS`, counted from 0."""
        names, keep = (
            (self._names, _keep_all),
            (self._names, _keep_none),
            (self._synced_names, _keep_all),
            (self._synced_names, _keep_none),
            (self._names, _keep_first),
            (self._names, _keep_last),
            (self._names, _keep_some),
            (self._names, _keep_torn),
            (self._some_names(chance), _keep_torn),
        )[way]
        return {
            name: _applied(self._files[file].synced, keep(self._files[file].since, chance))
            for name, file in names.items()
        }

    def _some_names(self, chance: Random) -> Names:
        names = dict(self._synced_names)
        for name in sorted(self._names.keys() | names.keys()):
            if chance.random() < 0.5:
                names.pop(name, None)
                if name in self._names:
                    names[name] = self._names[name]
        return names

    def _content(self, number: int) -> bytes:
        file = self._files[number]
        return _applied(file.synced, file.since)

    def _concerns(self, call: Call) -> bool:
        paths = any(self._inside(text) is not None for text in call.texts)
        return paths or any(part.isdigit() and int(part) in self._open for part in call.arguments)

    def _inside(self, text: bytes) -> str | None:
        """Return a path relative to the folder, "" for the folder itself, None for any other."""
        path = text.decode(errors="surrogateescape")
        if path == self._root:
            return ""
        return path.removeprefix(self._root + "/") if path.startswith(self._root + "/") else None

    # One method for each call

    def _opened(self, call: Call) -> bool:
        self._open.pop(call.result, None)
        path = self._inside(call.texts[0])
        if path is None:
            return False
        flags = call.arguments[-1] if "O_" in call.arguments[-1] else call.arguments[-2]
        if path == "" or "O_DIRECTORY" in flags:
            self._open[call.result] = _Handle(None, path, 0, appends=False)
            return False
        made = path not in self._names
        if made:
            self._names[path] = len(self._files)
            self._files[self._names[path]] = _File()
        number = self._names[path]
        self._open[call.result] = _Handle(number, path, 0, appends="O_APPEND" in flags)
        if "O_TRUNC" in flags:
            self._files[number].since.append(Cut(0))
        return made or "O_TRUNC" in flags

    def _closed(self, call: Call) -> bool:
        self._open.pop(call.first, None)
        return False

    def _sought(self, call: Call) -> bool:
        if call.first in self._open:
            self._open[call.first].offset = call.result
        return False

    def _wrote(self, call: Call) -> bool:
        handle = self._open.get(call.first)
        if handle is None or handle.file is None:
            return False
        if handle.appends:
            handle.offset = len(self._content(handle.file))
        self._put(handle.file, handle.offset, call)
        handle.offset += call.result
        return True

    def _wrote_at(self, call: Call) -> bool:
        handle = self._open.get(call.first)
        if handle is None or handle.file is None:
            return False
        self._put(handle.file, int(call.arguments[3]), call)
        return True

    def _put(self, file: int, offset: int, call: Call) -> None:
        self._files[file].since.append(Write(offset, call.texts[0][: call.result]))

    def _cut(self, call: Call) -> bool:
        handle = self._open.get(call.first)
        if handle is None or handle.file is None:
            return False
        self._files[handle.file].since.append(Cut(int(call.arguments[1])))
        return True

    def _synced(self, call: Call) -> bool:
        handle = self._open.get(call.first)
        if handle is None:
            return False
        if handle.file is None:
            self._sync_names(handle.path)
            return True
        file = self._files[handle.file]
        file.synced, file.since = _applied(file.synced, file.since), []
        return True

    def _sync_names(self, folder: str) -> None:
        for names in (self._synced_names, self._names):
            for name in [one for one in names if str(Path(one).parent) == (folder or ".")]:
                if name in self._names:
                    self._synced_names[name] = self._names[name]
                else:
                    del self._synced_names[name]

    def _removed(self, call: Call) -> bool:
        path = self._inside(call.texts[0])
        return path is not None and self._names.pop(path, None) is not None

    def _renamed(self, call: Call) -> bool:
        old, new = (self._inside(text) for text in call.texts)
        if old is None and new is None:
            return False
        if old is None or new is None:
            raise NotImplementedError("a file that comes from or goes to another folder")
        self._names[new] = self._names.pop(old)
        return True

    def _linked(self, call: Call) -> bool:
        old, new = (self._inside(text) for text in call.texts)
        if old is not None and new is not None:
            self._names[new] = self._names[old]
        return old is not None

    def _made_folder(self, call: Call) -> bool:
        return False


_CALLS = {
    "openat": Disk._opened,
    "open": Disk._opened,
    "close": Disk._closed,
    "lseek": Disk._sought,
    "write": Disk._wrote,
    "pwrite64": Disk._wrote_at,
    "ftruncate": Disk._cut,
    "fsync": Disk._synced,
    "fdatasync": Disk._synced,
    "unlink": Disk._removed,
    "rename": Disk._renamed,
    "link": Disk._linked,
    "mkdir": Disk._made_folder,
}


def _applied(content: bytes, changes: Sequence[Change]) -> bytes:
    if not changes:
        return content
    held = bytearray(content)
    for one in changes:
        length = one.length if isinstance(one, Cut) else one.offset + len(one.content)
        if length > len(held):
            held.extend(bytes(length - len(held)))
        if isinstance(one, Cut):
            del held[length:]
        else:
            held[one.offset : length] = one.content
    return bytes(held)


def _keep_all(since: Sequence[Change], _: Random) -> Sequence[Change]:
    return since


def _keep_none(_since: Sequence[Change], _: Random) -> Sequence[Change]:
    return ()


def _keep_first(since: Sequence[Change], _: Random) -> Sequence[Change]:
    return since[: (len(since) + 1) // 2]


def _keep_last(since: Sequence[Change], _: Random) -> Sequence[Change]:
    return since[(len(since) + 1) // 2 :]


def _keep_some(since: Sequence[Change], chance: Random) -> Sequence[Change]:
    return [one for one in since if chance.random() < 0.5]


def _keep_torn(since: Sequence[Change], chance: Random) -> Sequence[Change]:
    kept: list[Change] = []
    for one in since:
        if isinstance(one, Cut):
            kept += [one] if chance.random() < 0.5 else []
            continue
        for start in range(0, len(one.content), SECTOR):
            if chance.random() < 0.5:
                kept.append(Write(one.offset + start, one.content[start : start + SECTOR]))
    return kept
