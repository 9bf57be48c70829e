"""The line that says whether the history is as it was made; verified beside the work."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_board.project.chain import Chain
from evidence_board.project.errors import ProjectError
from evidence_board.project.verifying import verified
from evidence_board.ui.docks.page import ActiveLink
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Job
from evidence_board.ui.labels import IconLabel, label, scaled


class ChainLine(QWidget):
    """Says what was found, and starts looking: once of itself, then when asked."""

    found = Signal(object)
    """The `Chain` that was read."""

    def __init__(self, document: Document) -> None:
        """Verify the history of ``document``; nothing is done before `begin`."""
        super().__init__()
        self._document = document
        self._job: Job | None = None
        self._begun = False
        self._number = 0
        self.chain: Chain | None = None
        self._icon = IconLabel("shield-check", "text.secondary", 16)
        self._words = label(self.tr("Not verified yet."), wrap=True)
        self.verify = ActiveLink(self.tr("Verify"))
        self.verify.clicked.connect(self.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(8))
        row.setSpacing(scaled(8))
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.addWidget(self._words)
        row.addLayout(words, 1)
        row.addWidget(self.verify)

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def begin(self) -> None:
        """Verify once, at the first call."""
        if not self._begun:
            self._begun = True
            self.start()

    def start(self) -> None:
        """Verify, unless that is under way."""
        if self._job is not None:
            return
        self.verify.setEnabled(False)
        self._say(self.tr("Verifying"), "shield-check", "text.secondary")
        path = self._document.project.path
        self._job = self._document.jobs.run("", partial(verified, path), (ProjectError,))
        self._job.progressed.connect(self._progress)
        self._job.done.connect(self._tell)
        self._job.failed.connect(self._fail)
        self._job.finished.connect(self._end)

    def show_steps(self, number: int) -> None:
        """Say how many steps came after those that were verified."""
        self._number = number
        if self.chain is not None and self._job is None:
            since = number - self.chain.steps
            more = self.tr("%n step(s) since then.", "", since) if since > 0 else ""
            self._words.setText(" ".join((*self.chain.sentences, more)).strip())

    def stop(self) -> None:
        """Give up what is under way: the project is about to be closed."""
        if self._job is not None:
            self._job.cancel()

    def _progress(self, done: int, total: int) -> None:
        if total:
            percent = round(100 * done / total)
            words = self.tr("Verifying: {percent} %").format(percent=percent)
            self._words.setText(words)

    def _tell(self, chain: object) -> None:
        assert isinstance(chain, Chain)
        self.chain = chain
        look = ("shield-check", "status.ok.text")
        if not chain.holds:
            look = ("shield-alert", "status.warn.text")
        self._say(" ".join(chain.sentences), *look)
        self.found.emit(chain)

    def _fail(self, sentence: str) -> None:
        self.chain = None
        self._say(sentence, "shield-alert", "status.warn.text")

    def _say(self, words: str, icon: str, color: str) -> None:
        self._words.setText(words)
        self._icon.show_icon(icon, color)

    def _end(self) -> None:
        self._job = None
        self.verify.setEnabled(True)
        self.show_steps(self._number)
