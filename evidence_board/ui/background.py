"""What jobs run on projects that no window holds yet: making, building the sample; slow imports.

Imports stand in the functions: SQLModel takes longer than painting a window, and these run in a
thread after that. What the world refuses comes back as a ValueError with its sentence.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_board.ui.dialogs.new_project import NewProject


def import_core() -> None:
    """Load the core, so that opening a project finds it loaded."""
    import evidence_board.brief.gate
    import evidence_board.commands.projects
    import evidence_board.commands.removal
    import evidence_board.commands.sources  # noqa: F401  # the import is what this is for


def create(wanted: "NewProject", author: str) -> None:
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
            author=author,
        ).close()


def build_sample(path: Path) -> None:
    """Build the sample case at ``path``."""
    from evidence_board.commands import sample

    with _sentences():
        path.parent.mkdir(parents=True, exist_ok=True)
        sample.sample(path)


@contextmanager
def _sentences() -> Iterator[None]:
    from evidence_board.project.errors import ProjectError

    try:
        yield
    except ProjectError as refusal:
        raise ValueError(str(refusal)) from refusal
    except OSError as refusal:
        raise ValueError(f"{refusal.filename}: {refusal.strerror}.") from refusal
