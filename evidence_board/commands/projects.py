"""Starting a project."""

from pathlib import Path

from evidence_board.model.board import Board
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.scales import ScaleKey, Tlp
from evidence_board.project.clock import Clock, utc_now
from evidence_board.project.project import Project


def start(
    path: Path,
    *,
    title: str = "",
    question: str = "",
    scale: ScaleKey = "icd203",
    tlp: Tlp = "TLP:AMBER",
    author: str = "",
    clock: Clock = utc_now,
) -> Project:
    """Make a project file with an empty board; the title is the file's name unless given.

    The author, if one is named, stands in the project and in the steps that are made until it is
    closed.
    """
    record = ProjectRecord(
        title=title.strip() or path.stem,
        question=question.strip(),
        scale=scale,
        tlp=tlp,
        author=author.strip(),
        created_at=clock(),
    )
    return Project.create(path, record, Board(title="Board"), author=author.strip(), clock=clock)
