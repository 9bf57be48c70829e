"""Copies that a sync program laid beside a project since it was changed in two places at once.

They are told and never treated as the project: no lock, save or backup of it concerns them. Only
names count that such a program alone gives; "case (1)" or "case-laptop" may be anybody's.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from unicodedata import normalize

_BETWEEN = re.compile(
    r" \([^()]*\bconflicted copy\b[^()]*(?:\(\d{1,4}\))?\)(?: \(\d{1,4}\))?"  # Dropbox, Nextcloud
    r"|\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{1,16})?"  # Syncthing
    r"|_conflict-\d{8}-\d{6}",  # ownCloud of old
)
"""What stands between the name of a project and its ending."""
_SHOWN, _SHOWN_OF_EACH = 3, 120
_LONGEST = 1_024
"""A longer name is none that a file can have."""


def among(project: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the names in its folder that are conflict copies of ``project``, sorted."""
    name = PurePath(project)
    stem, ending = normalize("NFC", name.stem), normalize("NFC", name.suffix)
    return tuple(sorted(one for one in names if _is_copy(normalize("NFC", one), stem, ending)))


def sentence(names: Sequence[str]) -> str:
    """Return what these conflict copies are and what to do about them; nothing if there is none."""
    if not names:
        return ""
    listed = ", ".join(f"“{_shown(name)}”" for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    told = f"{listed} and {more} more" if more > 0 else listed
    if len(names) == 1:
        return (
            f"A sync program laid the copy {told} beside this project: it was changed in two "
            "places at once. Open the copy and compare: its changes are not in this project."
        )
    return (
        f"A sync program laid copies beside this project: {told}. It was changed in several "
        "places at once. Open them and compare: their changes are not in this project."
    )


def _is_copy(name: str, stem: str, ending: str) -> bool:
    if len(name) > _LONGEST or not (name.startswith(stem) and name.endswith(ending)):
        return False
    between = name[len(stem) : len(name) - len(ending)]
    return _BETWEEN.fullmatch(between) is not None


def _shown(name: str) -> str:
    """Return a name so that it can be shown; whoever gave it may have put anything there."""
    plain = "".join(one for one in name if one.isprintable())
    return plain if len(plain) <= _SHOWN_OF_EACH else f"{plain[:_SHOWN_OF_EACH]}…"
