"""The dialog of backups: when each was made, what it holds beside the project, restoring one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from evidence_board.project.backups import Backup, Summary
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.moments import Ago, told_moment
from evidence_board.ui.window_place import USUAL_FRAME
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

_WIDTH, _HEIGHT, _ROW = 720, 520, 28
_BACKUP = Qt.ItemDataRole.UserRole
_COMPARED = {
    "sources": QT_TRANSLATE_NOOP("Backups", "Sources"),
    "excerpts": QT_TRANSLATE_NOOP("Backups", "Excerpts"),
    "claims": QT_TRANSLATE_NOOP("Backups", "Claims"),
    "assertions": QT_TRANSLATE_NOOP("Backups", "Assertions"),
    "citations": QT_TRANSLATE_NOOP("Backups", "Citations"),
    "links": QT_TRANSLATE_NOOP("Backups", "Links"),
    "notes": QT_TRANSLATE_NOOP("Backups", "Notes"),
    "boards": QT_TRANSLATE_NOOP("Backups", "Boards"),
    "cards": QT_TRANSLATE_NOOP("Backups", "Cards"),
}
"""The records that people count, by their names in a summary."""


@dataclass(frozen=True)
class Present:
    """What the project holds now: records by plural, and the hash of each step by its number."""

    counts: Mapping[str, int]
    hashes: Mapping[int, str]

    @property
    def step(self) -> int:
        """The number of the newest step."""
        return max(self.hashes, default=0)


class BackupsDialog(QDialog):
    """Lists backups, the newest first; `restore_asked` tells the one that is wanted."""

    restore_asked = Signal(object)
    cancel_asked = Signal()
    """Stop the restoring that is shown."""

    def __init__(
        self, backups: Sequence[Backup], present: Present | None, parent: QWidget | None = None
    ) -> None:
        """Show ``backups``, compared with the project as it is at ``present`` if that is known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self._present = present
        self._stuck = False
        self.list = self._tree()
        self.preview = label("", wrap=True)
        self.preview.setMinimumHeight(scaled(60))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.restore = QPushButton(self.tr("Restore to a new file"))
        self.restore.setProperty("role", "primary")
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._ask)
        self.leave = QPushButton(self.tr("Close"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._leave)
        self._lay_out()
        self._fill(backups)
        room = self.screen().availableGeometry().marginsRemoved(USUAL_FRAME).size()
        self.resize(QSize(scaled(_WIDTH), scaled(_HEIGHT)).boundedTo(room))
        self.list.setFocus()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        row = self.list.currentItem()
        backup = row.data(0, _BACKUP) if row is not None else None
        return backup if isinstance(backup, Backup) else None

    @property
    def works(self) -> bool:
        """Whether a backup is being restored."""
        return self.bar.isVisible()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the restoring is; the button at the end stops it meanwhile."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._work(True)

    def end_progress(self) -> None:
        """Show that nothing is being restored any more."""
        self._stuck = False
        self._work(False)

    def offer_leaving(self) -> None:
        """Let the dialog be closed though the restoring has not stopped."""
        self._stuck = True
        self.leave.setText(self.tr("Close"))

    def reject(self) -> None:
        """Stop what is being restored before the dialog is left by Esc."""
        if self.works and not self._stuck:
            self.cancel_asked.emit()
        else:
            super().reject()

    def _leave(self) -> None:
        self.reject()

    def _work(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.restore.setEnabled(not on and self.chosen is not None)
        self.list.setEnabled(not on)
        self.leave.setText(self.tr("Cancel") if on else self.tr("Close"))

    def _ask(self) -> None:
        backup = self.chosen
        if backup is not None and not self.works:
            self.restore_asked.emit(backup)

    # Building

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Backups"))
        tree.setHeaderLabels(
            [
                *(self.tr("Made"), self.tr("Age"), self.tr("Steps")),
                *(self.tr("Claims"), self.tr("Sources"), self.tr("Size")),
            ]
        )
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAllColumnsShowFocus(True)
        tree.currentItemChanged.connect(self._show)
        tree.itemDoubleClicked.connect(self._ask)
        return tree

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(8))
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(label(self.tr("Restoring never changes the project itself."), "hint"))
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.restore)
        column.addLayout(row)

    def _fill(self, backups: Sequence[Backup]) -> None:
        now = datetime.now(UTC)
        for backup in backups:
            self.list.addTopLevelItem(_row(backup, now))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._show()

    def _show(self) -> None:
        """Say what the chosen backup holds."""
        backup = self.chosen
        self.restore.setEnabled(backup is not None)
        if backup is None:
            words = self.tr(
                "There are no backups yet. The first one is made soon after a project is opened, "
                "then one in every ten minutes of work."
            )
        elif backup.summary is None:
            words = self.tr(
                "What this backup holds cannot be told. It is checked when it is restored."
            )
        else:
            words = "\n".join(self._told(backup.summary))
        self.preview.setText(words)

    def _told(self, held: Summary) -> Sequence[str]:
        lines = [self.tr("“{title}”, from {path}").format(title=held.title, path=held.path)]
        if self._present is not None:
            lines.append(" ".join(compared(held, self._present)))
        if held.flaws:
            lines.append(self.tr("Some of its evidence differs from its SHA-256."))
        return lines


def compared(held: Summary, present: Present) -> Sequence[str]:
    """Return what a backup holds beside the project now, in sentences."""
    known = present.hashes.get(held.step) == held.hash
    if known and held.step == present.step:
        return (translate("Backups", "It holds the same step as the project now."),)
    if known:
        told = translate("Backups", "The project is further now. Steps since then: {number}.")
    elif held.step > present.step:
        told = translate("Backups", "It has steps that the project does not have now.")
    else:
        told = translate("Backups", "Its history went another way than that of the project now.")
    return told.format(number=present.step - held.step), _differences(held, present)


def _differences(held: Summary, present: Present) -> str:
    parts = []
    for name, words in _COMPARED.items():
        more = held.counts.get(name, 0) - present.counts.get(name, 0)
        form = translate("Backups", "{n} more") if more > 0 else translate("Backups", "{n} fewer")
        if more:
            parts.append(f"{translate('Backups', words)}: {form.format(n=abs(more))}")
    if not parts:
        return translate("Backups", "As many records of each kind.")
    return "; ".join(parts) + "."


def _row(backup: Backup, now: datetime) -> QTreeWidgetItem:
    held = backup.summary
    unknown = translate("Backups", "unreadable")
    counts = (
        [str(held.step), *(str(held.counts.get(name, 0)) for name in ("claims", "sources"))]
        if held
        else [unknown, "", ""]
    )
    size = QLocale().formattedDataSize(backup.size, 1)
    row = QTreeWidgetItem([told_moment(backup.at), Ago().told(backup.at, now), *counts, size])
    for column in range(2, 6):
        row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.setData(0, _BACKUP, backup)
    row.setSizeHint(1, QSize(0, scaled(_ROW)))  # the column that takes what the others leave
    spoken = translate("Backups", "{when}, {steps} steps, {claims} claims, {sources} sources")
    words = spoken.format(when=row.text(0), steps=counts[0], claims=counts[1], sources=counts[2])
    told = words if held else f"{row.text(0)}, {unknown}"
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    return row
