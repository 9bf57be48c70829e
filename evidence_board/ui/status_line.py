"""The status bar: selection, counts, open issues, the next step; progress; saved, zoom."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from evidence_board.ui.jobs import Job
from evidence_board.ui.labels import IconLabel, label, scaled
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import set_icon

_QUIET_MS = 200
_BAR_AFTER_MS = 1_000
_ROOMY = 1_200


class StatusLine(QStatusBar):
    """Texts of the window's state, and the progress of one job at a time."""

    issues_asked = Signal()
    step_asked = Signal()
    """Someone wants to take the next step that is told."""
    evidence_asked = Signal()
    """Someone wants to see what the check of the evidence found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._selection = label()
        self._counts = label()
        self._issues = QToolButton()
        self._issues.setProperty("role", "link")
        self._issues.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self._issues, "triangle-alert", "status.warn.text", 14)
        self._issues.clicked.connect(lambda: self.issues_asked.emit())
        self._issues.hide()
        self._evidence = QToolButton()
        self._evidence.setProperty("role", "link")
        self._evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._evidence.clicked.connect(self.evidence_asked)
        self._evidence.hide()
        self.step = QToolButton()
        self.step.setProperty("role", "link")
        self.step.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self.step, "lightbulb", "accent.default", 14)
        self.step.clicked.connect(self.step_asked)
        self.step.hide()
        self._work = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._saved_icon = IconLabel("check", "status.ok.text", 14)
        self._saved = label()
        self._zoom = label()
        for left in (self._selection, self._counts, self._issues, self.step):
            self.addWidget(left)
        self.addPermanentWidget(self._evidence)
        for right in (self._work, self._bar, self._cancel, self._saved_icon, self._saved):
            self.addPermanentWidget(right)
        self.addPermanentWidget(self._zoom)
        self._job: Job | None = None
        self._hide_work()
        self._saved_icon.hide()

    def show_selection(self, text: str) -> None:
        """Say what is selected."""
        _show(self._selection, text)

    def show_counts(self, text: str) -> None:
        """Say how much there is."""
        _show(self._counts, text)

    def show_issues(self, text: str) -> None:
        """Say how many issues are open."""
        self._issues.setText(text)
        self._issues.setVisible(bool(text))
        repolish(self._issues)

    def show_step(self, text: str) -> None:
        """Say what comes next on the way to a first brief, where there is room for it."""
        self.step.setText(text)
        self.step.setVisible(bool(text) and self.width() >= scaled(_ROOMY))
        repolish(self.step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the next step out where it is narrow."""
        super().resizeEvent(event)
        self.show_step(self.step.text())

    def show_saved(self, text: str) -> None:
        """Say when the project was saved."""
        _show(self._saved, text)
        self._saved_icon.setVisible(bool(text))

    def show_saving(self, text: str) -> None:
        """Say that the disk does not have all yet."""
        _show(self._saved, text)
        self._saved_icon.hide()

    def show_evidence(self, text: str, *, sound: bool) -> None:
        """Say what the check of the evidence found."""
        name, colour = (
            ("shield-check", "status.ok.text") if sound else ("octagon-alert", "status.error.text")
        )
        set_icon(self._evidence, name, colour, 14)
        self._evidence.setText(text)
        self._evidence.setVisible(bool(text))
        repolish(self._evidence)

    def show_zoom(self, text: str) -> None:
        """Say how large the view shows things."""
        _show(self._zoom, text)

    def follow(self, job: Job, title: str) -> None:
        """Show a job: its title after a moment, a bar with Cancel when it takes longer."""
        self._job = job
        self._work.setText(title)
        self._bar.setRange(0, 0)
        QTimer.singleShot(_QUIET_MS, self, lambda: self._work.setVisible(self._job is job))
        QTimer.singleShot(_BAR_AFTER_MS, self, lambda: self._show_bar(job))
        job.progressed.connect(self._progress)
        job.finished.connect(self._hide_work)
        job.stuck.connect(self._hide_work)

    def _show_bar(self, job: Job) -> None:
        if self._job is job:
            self._bar.setFixedWidth(scaled(120))
            self._bar.show()
            self._cancel.show()
            self._cancel.clicked.connect(job.cancel)

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _hide_work(self) -> None:
        self._job = None
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()


def _show(target: QLabel, text: str) -> None:
    target.setText(text)
    target.setVisible(bool(text))
