"""Opening a project in a window that stands already: each refusal with what helps."""

from collections.abc import Callable
from pathlib import Path

from evidence_board.project import migrating, opening
from evidence_board.project.errors import (
    ForeignSchema,
    InUse,
    NotConverted,
    ProjectError,
    Unfinished,
    UnsoundRows,
)
from evidence_board.project.project import Project
from evidence_board.ui.dialogs import message
from evidence_board.ui.document import Document
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.places_note import PlacesNote
from evidence_board.ui.refusal import tell_refusal
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.watching import Watching
from evidence_board.ui.wiring import Wiring
from evidence_board.ui.wording import translate

Then = Callable[[Path], object]
"""Opens another file, a copy that was made, in a window of its own."""


def open_in(
    window: MainWindow,
    path: Path,
    settings: SettingsFile,
    jobs: Jobs,
    then: Then,
    *,
    cancelled: bool = False,
) -> Wiring | None:
    """Fill ``window`` with the project at ``path``; None if it cannot be opened, which is told.

    Where its conversion to this version was ``cancelled``, it can be opened to read only.
    """
    project = _opened(window, path, then, convert=not cancelled)
    if project is None:
        return None
    wiring = Wiring(window, Document(project, jobs, window), settings)
    wiring.exporting.rechecking.begin()
    PlacesNote(window, wiring.document, Watching(window, wiring.document))
    return wiring


def _opened(window: MainWindow, path: Path, then: Then, *, convert: bool) -> Project | None:
    try:
        if not convert and migrating.is_old(opening.real(path)):
            raise _not_converted(path)
        return Project.open(path)
    except (InUse, NotConverted) as refusal:
        if not message.ask(window, str(refusal), translate("Opening", "Open to read only")):
            return None
    except UnsoundRows as refusal:
        return _sound_rest(window, path, refusal)
    except Unfinished as refusal:
        _ask_about_leftovers(window, path, refusal, then)
        return None
    except ProjectError as refusal:
        _tell(window, path, refusal)
        return None
    try:
        return Project.open(path, read_only=True)
    except UnsoundRows as refusal:
        return _sound_rest(window, path, refusal)
    except ProjectError as refusal:
        _tell(window, path, refusal)
        return None


def _not_converted(path: Path) -> NotConverted:
    told = translate("Opening", "{name} was not converted: cancelled. It is what it was.")
    return NotConverted(told.format(name=path.name))


def _sound_rest(window: MainWindow, path: Path, refusal: UnsoundRows) -> Project | None:
    """Open what is sound of a file, to read; which rows are left out is told in the window."""
    try:
        return Project.open(path, sound_rest=True)
    except ProjectError as further:
        message.show_sentence(window, str(refusal), str(further))
        return None


def _ask_about_leftovers(window: MainWindow, path: Path, refusal: Unfinished, then: Then) -> None:
    """Ask what to do about a save of unknown origin; both ways leave the file as it is."""
    finish = translate("Opening", "Finish the unfinished save on a copy")
    without = translate("Opening", "Open a copy without it")
    chosen = message.choose(window, str(refusal), (finish, without))
    if chosen is None:
        return
    make = opening.finished_copy if chosen == finish else opening.copy_without
    copy = free_path(path.parent, translate("Opening", "{name} copy").format(name=path.stem))
    try:
        make(path, copy)
    except ProjectError as problem:
        message.show_sentence(window, str(problem))
        return
    then(copy)


def _tell(window: MainWindow, path: Path, refusal: ProjectError) -> None:
    more = ""
    if isinstance(refusal, ForeignSchema):
        named = "\n".join(refusal.differences[:_MOST])
        more = translate("Opening", "What differs from the schema of a project:") + f"\n{named}"
    tell_refusal(window, path, refusal, more)


_MOST = 20
"""So many differences are listed; a file with more is of another program."""
