"""Building the sample case."""

from pathlib import Path

from evidence_board import paths
from evidence_board.commands import exchange
from evidence_board.interchange.seed import read_seed
from evidence_board.model.board import Board
from evidence_board.model.project_record import ProjectRecord
from evidence_board.project.clock import Clock, utc_now
from evidence_board.project.project import Project


def sample(path: Path, *, clock: Clock = utc_now) -> None:
    """Make a project file that holds the sample case; an existing file is refused.

    Its boards are there from the first step on, which cannot be undone: so there is one to look at
    when the second is undone.
    """
    document = read_seed(paths.seed("arms-shipments"))
    (record,) = (one for one in document.records if isinstance(one, ProjectRecord))
    boards = [one for one in document.records if isinstance(one, Board)]
    project = Project.create(path, record, *boards, clock=clock)
    try:
        exchange.take_in(project, document)
    finally:
        project.close()
