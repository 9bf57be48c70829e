"""Places where a project is at a risk of its own: networks, sync folders, drives to take out.

A project there is opened as usual; what is risky is said. Looking may take as long as a share that
does not answer, so it is never done in the thread of a window.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path, PurePath
from typing import Literal

Sort = Literal["network", "program", "removable", "sync"]

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(
    (
        *("9p", "acfs", "afs", "ceph", "cifs", "coda", "davfs", "davfs2", "glusterfs", "lustre"),
        *("ncpfs", "nfs", "nfs3", "nfs4", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs"),
        *("fuse.ceph", "fuse.cephfs", "fuse.curlftpfs", "fuse.davfs", "fuse.davfs2"),
        *("fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.kio-fuse"),
        *("fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    )
)
_REMOVABLE = frozenset(("exfat", "fat", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat"))
_TAKEN_OUT = ("/media/", "/run/media/")
"""Where desktops mount what is put in, whatever it is formatted with."""
_ESCAPE = re.compile(rb"\\([0-3][0-7]{2})")

_MOST_PARENTS, _MOST_NAMES = 40, 20_000
_IN_FOLDER: tuple[tuple[str, bool, str], ...] = (
    (".dropbox", False, "Dropbox"),  # a folder of this name, in a home, holds settings only
    (".dropbox.cache", True, "Dropbox"),
    (".stfolder", True, "Syncthing"),
    (".stignore", False, "Syncthing"),
    (".owncloudsync.log", False, "Nextcloud or ownCloud"),
)
"""What lies in the topmost folder that a service keeps in step, and whether it is a folder."""
_JOURNALS = ("._sync_*.db", ".sync_*.db")
_NAMED: tuple[tuple[str, str], ...] = (
    ("OneDrive", "OneDrive"),
    ("OneDrive - *", "OneDrive"),
    ("OneDrive-*", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("GoogleDrive-*", "Google Drive"),
    ("iCloud Drive", "iCloud"),
    ("iCloudDrive", "iCloud"),
    ("com~apple~CloudDocs", "iCloud"),
)
"""Names of such folders where a service leaves no mark in them."""

_RISKS: dict[Sort, str] = {
    "network": (
        "This project lies on a network drive. Edit it on one computer at a time, and save a copy "
        "on this one from time to time: what is being saved when the network fails is lost."
    ),
    "program": (
        "This project lies in a folder that another program provides. Close the project before "
        "that program ends, and save a copy elsewhere from time to time."
    ),
    "removable": (
        "This project lies on a drive of the kind that is taken out. Close the project and eject "
        "the drive first; what is being saved when a drive is taken out is lost."
    ),
    "sync": (
        "This project lies in a folder that {service} keeps in step. Edit it on one computer at a "
        "time, and close it before another one opens it."
    ),
}


@dataclass(frozen=True)
class Place:
    """A place of a sort that is risky, the topmost folder of it, and who keeps that in step."""

    sort: Sort
    top: str
    service: str = ""

    @property
    def risk(self) -> str:
        """What is risky there and what to do, to be shown."""
        return _RISKS[self.sort].format(service=self.service)


def around(path: Path) -> tuple[Place, ...]:
    """Return the risky places that the file at a path lies in; none where nothing is known."""
    real = os.path.realpath(path)
    found = (mounted(real, _mounts()), kept_in_step(Path(real).parent))
    return tuple(one for one in found if one is not None)


def mounted(real: str, mounts: str) -> Place | None:
    """Return the place that the mount of an absolute path makes it, by the system's ``mounts``."""
    top, kind = "", ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        point = _unescaped(words[1])
        # One that comes later lies over one that came before.
        if len(point) >= len(top) and PurePath(real).is_relative_to(point):
            top, kind = point, words[2]
    sort = _sort(top, kind)
    return Place(sort, top) if sort is not None else None


def kept_in_step(folder: Path) -> Place | None:
    """Return the folder in or above ``folder`` that a service keeps in step, by its marks."""
    above = tuple(islice((folder, *folder.parents), _MOST_PARENTS))
    for look in (_marked, _named):
        for one in above:
            if service := look(one):
                return Place("sync", str(one), service)
    return None


def names_in(folder: Path) -> Iterator[str]:
    """Yield the names in a folder, so many at most; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in islice(entries, _MOST_NAMES))
    except (OSError, ValueError):  # the second by a path that no system has
        return


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # another system
        return ""


def _unescaped(word: str) -> str:
    raw = word.encode("utf-8", errors="surrogateescape")
    plain = _ESCAPE.sub(lambda found: bytes([int(found[1], 8)]), raw)
    return plain.decode("utf-8", errors="surrogateescape")


def _sort(top: str, kind: str) -> Sort | None:
    if kind in _NETWORK:
        return "network"
    if kind in _REMOVABLE or top.startswith(_TAKEN_OUT):
        return "removable"
    return "program" if kind == "fuse" or kind.startswith("fuse.") else None


def _marked(folder: Path) -> str:
    for name, is_folder, service in _IN_FOLDER:
        try:
            state = os.lstat(folder / name)
        except (OSError, ValueError):
            continue
        if stat.S_ISDIR(state.st_mode) == is_folder:
            return service
    names = names_in(folder)
    journal = any(fnmatchcase(name, one) for name in names for one in _JOURNALS)
    return "Nextcloud or ownCloud" if journal else ""


def _named(folder: Path) -> str:
    return next((who for name, who in _NAMED if fnmatchcase(folder.name, name)), "")
