"""Where things are: a file of ours (source tree, wheel or frozen) and the person's folders."""

import sys
from pathlib import Path

_APPLICATION = "evidence-board"
_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, as in ``resource("theme", "tokens.json")``.

    The file is not opened, so a wrong name shows where it is read.
    """
    return _shipped_root("resources").joinpath("resources", *parts)


def seed(*parts: str) -> Path:
    """Return the path of a file of the sample investigations."""
    return _shipped_root("seeds").joinpath("seeds", *parts)


def user_settings_folder() -> Path:
    """Return the folder of the settings file, made if it is not there."""
    from platformdirs import user_config_path  # 35 ms, and most runs of a verb never ask

    return _private(user_config_path(_APPLICATION, appauthor=False))


def user_work_folder(*, made: bool = True) -> Path:
    """Return the folder of backups and of notes on open projects, made if it is not there.

    Whoever only reads from it does not let it be made.
    """
    from platformdirs import user_data_path  # as above

    folder = user_data_path(_APPLICATION, appauthor=False)
    return _private(folder) if made else folder


def user_documents_folder() -> Path:
    """Return where a new project is offered to be saved; it may not exist."""
    from platformdirs import user_documents_path  # as above

    return user_documents_path()


def _shipped_root(folder: str) -> Path:
    """Return what holds ``folder``: the bundle, the package of a wheel, or the source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if isinstance(frozen, str):
        return Path(frozen)
    return _PACKAGE if (_PACKAGE / folder).is_dir() else _PACKAGE.parent


def _private(folder: Path) -> Path:
    """Make ``folder`` readable by its owner only: it may hold parts of a case."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
