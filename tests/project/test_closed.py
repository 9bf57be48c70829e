"""A project that was closed says so."""

from pathlib import Path

import pytest

from evidence_board.model.capture import Capture
from evidence_board.project.errors import ProjectError
from tests.commands.cases import pinned, started


def test_reading_from_a_closed_project_is_refused_in_a_sentence(tmp_path: Path) -> None:
    project = started(tmp_path / "case.evboard")
    pinned(project)
    (capture,) = project.all(Capture)
    project.close()
    with pytest.raises(ProjectError, match="closed"):
        project.text(capture)
