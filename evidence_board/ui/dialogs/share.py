"""The dialog that shares a copy: what others are to have of the project, and what stays here."""

from collections.abc import Iterable, Mapping
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QWidget

from evidence_board.commands import sharing
from evidence_board.commands.sharing import Shared, Traces, Wish
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui import background
from evidence_board.ui.dialogs.share_words import ShareWords
from evidence_board.ui.dialogs.work import WorkDialog
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Job, Jobs
from evidence_board.ui.labels import label, plain_tip, scaled

_ID = Qt.ItemDataRole.UserRole
_MOMENT = 0.006
"""Seconds of counting at a time."""


class ShareDialog(WorkDialog):
    """Says what each choice means for what others can read; accepted once the copy is seen."""

    def __init__(self, project: Project, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Offer a file beside ``project``; its pictures are looked through meanwhile."""
        name = self.tr("{name} to share").format(name=project.path.stem)
        super().__init__("", "", free_path(project.path.parent, name), parent)
        self.setWindowTitle(self.tr("Share a copy"))
        self.verb.setText(self.tr("Share a copy"))
        self.setMinimumWidth(scaled(640))
        self._project = project
        self._jobs = jobs
        self._words = ShareWords(self)
        self.history_field = QCheckBox(self.tr("Without history"))
        self.history_field.setChecked(True)
        self.names_field = QCheckBox(self.tr("Without names"))
        self.sources = self._list(self.tr("Sources to leave out"))
        self.pictures = self._list(self.tr("Pictures to keep"))
        self._build()
        self._fill_sources()
        self._look_through_pictures()

    def wish(self) -> Wish:
        """Return what is wanted."""
        return Wish(
            history=not self.history_field.isChecked(),
            leave_out=tuple(_ticked(self.sources)),
            names=not self.names_field.isChecked(),
            keep=tuple(_ticked(self.pictures)),
        )

    def begin(self) -> Job:
        """Start making the copy."""
        self._project.settle()
        place = self._project.path, self._project.lies_at
        work = partial(background.share, *place, self.new_path(), self.wish())
        job = self._jobs.run(self.tr("Sharing a copy"), work)
        job.done.connect(self._show)
        return job

    def show_pictures(self, found: Iterable[Traces]) -> None:
        """List the pictures that tell more than they show; none is kept unless it is ticked."""
        self._looking = False
        for one in found:
            words = f"{one.file_name}: {self._words.holds(one.holds)}"
            self.pictures.addItem(_choice(one.capture, words))
        many = self.pictures.count()
        self._fit(self.pictures)
        self.pictures.setVisible(many > 0)
        self._pictures_head.setText(self._words.pictures(many))
        self._adapt()
        self.fit()

    def _build(self) -> None:
        self._history_hint = self._option(self.history_field, self._words.history())
        self._option(self.names_field, self._words.names())
        if self._project.count(Source):
            self._sources_hint = self.add_field(
                self.tr("Sources to leave out"), self.sources, self._words.nothing_left_out()
            )
        else:
            self._sources_hint = label()
        self._looking = True
        self._pictures_head = label(self.tr("Looking through the pictures…"), "hint", wrap=True)
        self.add_widget(self._pictures_head)
        self.add_widget(self.pictures)
        self.finish()
        self.pictures.hide()
        self.names_field.toggled.connect(self._adapt)
        self.sources.itemChanged.connect(self._adapt)
        self.pictures.itemChanged.connect(self._adapt)

    def _option(self, box: QCheckBox, meaning: str) -> QLabel:
        self._column.addWidget(box)
        hint = label(meaning, "hint", wrap=True)
        hint.setIndent(scaled(22))
        box.setAccessibleDescription(meaning)
        self.add_widget(hint)
        return hint

    def _list(self, name: str) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(name)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setTextElideMode(Qt.TextElideMode.ElideRight)
        shown.setUniformItemSizes(True)
        return shown

    def _fill_sources(self) -> None:
        """List the sources; what goes with each is counted bit by bit, so that nothing waits."""
        for source in self._project.all(Source):
            self.sources.addItem(_choice(source.id, f"{source.mark} {source.name}"))
        self._fit(self.sources)
        self._uncounted = map(self.sources.item, range(self.sources.count()))
        self._counting = QTimer(self)
        self._counting.timeout.connect(self._count_some)
        self._counting.start(0)

    def _count_some(self) -> None:
        """Count for a moment what goes with sources."""
        until = monotonic() + _MOMENT
        self.sources.blockSignals(True)
        if self._project.prepare_referrers(_MOMENT):
            for row in self._uncounted:
                counts = sharing.going(self._project, (str(row.data(_ID)),))
                _show_words(row, f"{row.text()} · {self._words.going(counts)}".rstrip(" ·"))
                if monotonic() > until:
                    break
            else:
                self._counting.stop()
        self.sources.blockSignals(False)

    def _fit(self, shown: QListWidget) -> None:
        """Give a list the height of its rows, up to five."""
        rows = min(max(shown.count(), 1), 5)
        shown.setFixedHeight(rows * scaled(26) + scaled(4))

    def _look_through_pictures(self) -> None:
        place = self._project.path, self._project.lies_at
        job = self._jobs.run("", partial(background.traces_in, *place))
        job.done.connect(self.show_pictures)
        job.failed.connect(self._refuse)
        self.finished.connect(job.cancel)
        self._adapt()

    def _adapt(self) -> None:
        """Say what goes, and that the history has to go with it."""
        self.verb.setEnabled(not self._looking and self._job is None)
        chosen = tuple(_ticked(self.sources))
        counts: Mapping[str, int] = sharing.going(self._project, chosen) if chosen else {}
        bare = sharing.left_bare(self._project, chosen) if chosen else 0
        self._sources_hint.setText(self._words.left_out(counts, bare))
        unkept = self.pictures.count() - len(tuple(_ticked(self.pictures)))
        forced = bool(chosen or unkept or self.names_field.isChecked())
        if forced:
            self.history_field.setChecked(True)
        self.history_field.setEnabled(not forced)
        self._history_hint.setText(self._words.history(forced=forced))

    def _enable(self, enabled: bool) -> None:
        super()._enable(enabled)
        if enabled:
            self._adapt()

    def _show(self, shared: Shared) -> None:
        self.show_made(*self._words.made(shared, self.new_path()), self.tr("Open folder"))


def _show_words(row: QListWidgetItem, words: str) -> None:
    row.setText(words)
    row.setToolTip(plain_tip(words))


def _choice(id: str, words: str) -> QListWidgetItem:
    row = QListWidgetItem()
    _show_words(row, words)
    row.setData(_ID, id)
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    row.setCheckState(Qt.CheckState.Unchecked)
    return row


def _ticked(shown: QListWidget) -> list[str]:
    rows = map(shown.item, range(shown.count()))
    return [str(row.data(_ID)) for row in rows if row.checkState() == Qt.CheckState.Checked]
