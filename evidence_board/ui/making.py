"""A brief being made beside the window: its records gathered in turns, then a process at work."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal, Slot

from evidence_board.brief.mirror import News
from evidence_board.delivery.making import Made, Wanted, making
from evidence_board.project.errors import ProjectError
from evidence_board.typeset.errors import TypesetError
from evidence_board.ui.document import Document
from evidence_board.ui.gathering import Gathering
from evidence_board.ui.wording import translate


class Making(QObject):
    """One brief, made of the records as they are when it begins; what fails is told."""

    made = Signal(object)
    """What was made, `Made`: the file is in its place."""
    cancelled = Signal()
    finished = Signal()
    """It is over, whatever came of it."""

    def __init__(self, document: Document, title: str, wanted: Wanted) -> None:
        """Have ``document`` show the work under a title; it owns this until it is over."""
        super().__init__(document)
        self._document = document
        self._title = title
        self._wanted = wanted
        self._gathering = Gathering(document, self)
        self._gathering.found.connect(self._make)
        self.finished.connect(self.deleteLater)

    def begin(self) -> None:
        """Begin."""
        self._gathering.begin()

    @Slot(object)
    def _make(self, news: object) -> None:
        assert isinstance(news, News)
        job = self._document.under_way.run(
            self._title,
            self._wanted.path,
            lambda: written(news, self._wanted),
            (ProjectError, TypesetError, ValueError),
        )
        job.done.connect(self.made)
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self.cancelled)
        job.finished.connect(self.finished)


def written(news: News, wanted: Wanted) -> Generator[tuple[int, int], None, Made]:
    """Make a brief; why it cannot be written is told in our words."""
    try:
        return (yield from making(news, wanted))
    except OSError as refusal:
        raise ProjectError(
            translate(
                "Exporting", "“{name}” could not be written ({why}). Choose another place."
            ).format(name=wanted.path.name, why=refusal.strerror or str(refusal))
        ) from refusal
