"""What jobs run on whole files: making, building the sample, salvaging, sharing; slow imports.

Imports stand in the functions: SQLModel takes longer than painting a window, and these run in a
thread after that. What the world refuses comes back as a ValueError with its sentence.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_board.commands.sharing import Shared, Traces, Wish
    from evidence_board.project.backups import Backup
    from evidence_board.project.presence import Identity
    from evidence_board.project.salvage import Salvaged
    from evidence_board.ui.dialogs.new_project import NewProject


def import_core() -> None:
    """Load the core, so that opening a project finds it loaded."""
    import evidence_board.brief.gate
    import evidence_board.commands.projects
    import evidence_board.commands.removal
    import evidence_board.commands.sources  # noqa: F401  # the import is what this is for


def prepare(path: Path) -> bool:
    """Load what a project is shown with; whether it is of an older version, to be converted first.

    The parts of the window are loaded here too: in its own thread they would stop it for a second.
    """
    import_core()
    import evidence_board.ui.opening  # noqa: F401  # the import is what this is for
    from evidence_board.project import lock, migrating, opening
    from evidence_board.project.errors import ProjectError

    with suppress(ProjectError, OSError):
        real = opening.real(path)
        opening.look(real)  # SQLite would wait for ever at a pipe
        return not lock.held_here(real) and migrating.is_old(real)
    return False


def convert(path: Path) -> Generator[tuple[int, int], None, None]:
    """Bring a project of an older version to this one, in a process of its own, after a backup.

    Cancelled, the file is what it was. What hinders it is told when the project is opened, right
    after this.
    """
    from evidence_board.project import opening
    from evidence_board.project.converting import converting
    from evidence_board.project.errors import ProjectError

    with suppress(ProjectError, OSError):
        yield from converting(opening.real(path))


def find_backups(path: Path | None, project_id: str | None) -> "tuple[Backup, ...]":
    """Return the backups of a project, the newest first.

    By its id where it is open: nobody else may look into its file. By the path of a file, which
    may be damaged or gone; without either those of all projects.
    """
    from evidence_board.project import backup_restoring, backups

    with _sentences():
        if project_id is not None:
            return backups.listed(project_id)
        if path is not None:
            return backup_restoring.backups_of(path)
        return backup_restoring.every_backup()


def restore_backup(backup: Path, path: Path) -> Generator[tuple[int, int], None, None]:
    """Make of a backup a project file that is not there yet."""
    from evidence_board.project import backup_process

    with _sentences():
        yield from backup_process.restoring(backup, path)


def create(wanted: "NewProject") -> None:
    """Make a project file; the folder that was offered is made with it."""
    from evidence_board.commands import projects

    with _sentences():
        wanted.path.parent.mkdir(parents=True, exist_ok=True)
        projects.start(
            wanted.path,
            title=wanted.title,
            question=wanted.question,
            scale=wanted.scale,
            tlp=wanted.tlp,
            author=wanted.author,
        ).close()


def build_sample(path: Path) -> None:
    """Build the sample case at ``path``."""
    from evidence_board.commands import sample

    with _sentences():
        path.parent.mkdir(parents=True, exist_ok=True)
        sample.sample(path)


def salvage(bad: Path, new: Path) -> Generator[tuple[int, int], None, "Salvaged"]:
    """Salvage a damaged project into a new file, in a process of its own."""
    from evidence_board.project import new_file
    from evidence_board.project.beside import beside
    from evidence_board.project.clock import utc_now
    from evidence_board.project.salvaging import salvaging

    with _sentences(), new_file.whole_or_nothing(new) as part:
        return (yield from beside(partial(salvaging, bad, part, at=utc_now())))


def share(
    path: Path, file: "Identity", new: Path, wish: "Wish"
) -> Generator[tuple[int, int], None, "Shared"]:
    """Make a copy of an open project for others, in a process of its own."""
    from evidence_board.commands import sharing
    from evidence_board.project import new_file, whereabouts
    from evidence_board.project.beside import beside
    from evidence_board.project.clock import utc_now

    with _sentences(), new_file.whole_or_nothing(new) as part:
        whereabouts.refuse_elsewhere(path, file)
        return (yield from beside(partial(sharing.share, path, part, wish, at=utc_now())))


def save_copy(path: Path, file: "Identity", copy: Path) -> Generator[tuple[int, int], None, bool]:
    """Copy an open project, history and all; False if its file does not lie at ``path`` any more.

    In a process of its own. ProjectError says why there is no copy.
    """
    from evidence_board.project.copying_process import Elsewhere, saving_copy

    try:
        yield from saving_copy(path, file, copy)
    except Elsewhere:
        return False
    return True


def traces_in(
    path: Path, file: "Identity"
) -> Generator[tuple[int, int], None, "tuple[Traces, ...]"]:
    """Look for pictures that tell where they were taken, in a process of its own."""
    from evidence_board.commands import sharing
    from evidence_board.project import whereabouts
    from evidence_board.project.beside import beside

    with _sentences():
        whereabouts.refuse_elsewhere(path, file)
        return (yield from beside(partial(sharing.traces_in, path)))


@contextmanager
def _sentences() -> Iterator[None]:
    from evidence_board.project.errors import ProjectError

    try:
        yield
    except ProjectError as refusal:
        raise ValueError(str(refusal)) from refusal
    except OSError as refusal:
        raise ValueError(f"{refusal.filename}: {refusal.strerror}.") from refusal
