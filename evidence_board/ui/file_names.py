"""Names of files: made from titles, whatever a title holds, and such as nothing has yet."""

import unicodedata
from pathlib import Path

from evidence_board.ui.dialogs.new_project import SUFFIX

_LONGEST = 160
"""The most bytes: file systems take 255, and a suffix and more are added."""
_UNSAFE = frozenset('\\/:*?"<>|')
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices."""


def file_name(title: str, otherwise: str) -> str:
    """Return a name, without a suffix, that every system takes; ``otherwise`` where none is left.

    Separators, signs that some system refuses and marks that nobody sees are left out.
    """
    plain = "".join(" " if _refused(sign) else sign for sign in title)
    cut = " ".join(plain.split()).encode()[:_LONGEST].decode(errors="ignore")
    name = cut.strip(". ")
    return otherwise if not name or name.partition(".")[0].lower() in _TAKEN else name


def free_path(folder: Path, name: str) -> Path:
    """Return a project path in ``folder`` that nothing has yet: the name, else with a number."""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name} {number}{SUFFIX}", number + 1
    return path


def _refused(sign: str) -> bool:
    return sign in _UNSAFE or unicodedata.category(sign) in _HIDDEN
