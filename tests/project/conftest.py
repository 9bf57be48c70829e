"""Folders in memory for the tests of the project file, and a closed project in one."""

from pathlib import Path

import pytest

from evidence_board.commands import claims, links
from tests.commands.cases import pinned, started, words
from tests.in_memory import folder_in_memory


@pytest.fixture(scope="session")
def small_case() -> bytes:
    """Return the bytes of a project with a source, two claims, a link and some history."""
    with folder_in_memory() as folder:
        project = started(folder / "case.evboard")
        report = pinned(project)
        left = claims.mark(project, words(report, "ferry left at noon"))
        sailed = claims.write(project, "The ferry sailed.")
        links.connect(project, left.id, sailed.id, "supports", "same ship")
        claims.write(project, "An idea.")
        project.undo()
        project.close()
        return (folder / "case.evboard").read_bytes()


@pytest.fixture
def path(tmp_path: Path, small_case: bytes) -> Path:
    """Return a project file, closed."""
    case = tmp_path / "case.evboard"
    case.write_bytes(small_case)
    return case
