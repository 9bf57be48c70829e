"""A brief being made beside the window: its records gathered in turns, then a process at work."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from evidence_board.brief.crops import Wish, wishes
from evidence_board.brief.mirror import News
from evidence_board.brief.plan import plan_of
from evidence_board.brief.redaction import NOTHING
from evidence_board.delivery.cropping import cropping_beside
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
        """Begin once it is known which excerpts are orphaned."""
        self._document.issues.when_current(self._gathering.begin)

    @Slot(object)
    def _make(self, news: object) -> None:
        assert isinstance(news, News)
        if not self._document.issues.current:  # something was changed meanwhile
            self.begin()
            return
        project = self._document.project
        wanted = replace(self._wanted, orphaned=self._document.issues.orphaned)
        shown = () if self._wanted.wish != NOTHING else wishes(project, plan_of(project))
        job = self._document.under_way.run(
            self._title,
            self._wanted.path,
            lambda: written(news, wanted, project.path, shown),
            (ProjectError, TypesetError, ValueError),
        )
        job.done.connect(self.made)
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self.cancelled)
        job.finished.connect(self.finished)


def written(
    news: News, wanted: Wanted, project: Path, shown: tuple[Wish, ...] = ()
) -> Generator[tuple[int, int], None, Made]:
    """Make a brief, with pictures of the parts that are `shown`, which lie in a project file.

    Why it cannot be written is told in our words.
    """
    crops = yield from cropping_beside(project, shown)
    try:
        return (yield from making(news, wanted, crops))
    except OSError as refusal:
        raise ProjectError(
            translate(
                "Exporting", "“{name}” could not be written ({why}). Choose another place."
            ).format(name=wanted.path.name, why=refusal.strerror or str(refusal))
        ) from refusal
