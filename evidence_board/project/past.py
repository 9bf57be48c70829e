"""Records as they are now, or as they were when they went."""

from evidence_board.model.record import Record
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project

UNREADABLE = (ProjectError, KeyError, TypeError, ValueError, RecursionError)
"""What reading a step may end in that somebody else wrote: the file may come from anywhere."""


class Past:
    """Finds records of a project, also those that are gone, each of these looked up once."""

    def __init__(self, project: Project) -> None:
        """Ask ``project``."""
        self._project = project
        self._gone: dict[str, Record | None] = {}

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None if there never was one that can be read."""
        present = self._project.find(id)
        if present is not None:
            return present
        if id not in self._gone:
            try:
                self._gone[id] = self._project.last_known(id)
            except UNREADABLE:
                self._gone[id] = None
        return self._gone[id]
