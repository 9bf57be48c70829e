"""A list of what does not hold in a file: rows that were set aside, findings of a check."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from evidence_board.project.problem import Problem
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.labels import label, plain_tip, scaled

_MOST = 2_000
"""So many lines are shown; nobody reads more, and the verb `check` prints them all."""


class ProblemsDialog(FormDialog):
    """Problems with where they are; they can be copied as text."""

    def __init__(self, parent: QWidget | None, problems: Sequence[Problem], told: str = "") -> None:
        """Show ``problems`` under a sentence of what they are."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Problems in this file"))
        self.setMinimumWidth(scaled(640))
        self._problems = tuple(problems)
        self.add_widget(label(told or self.tr("A check found what does not hold."), wrap=True))
        self.lines = self._list()
        self.add_widget(self.lines)
        if len(problems) > _MOST:
            more = self.tr("The first {count} of {all} are shown; the verb check prints them all.")
            told_more = more.format(count=f"{_MOST:n}", all=f"{len(problems):n}")
            self.add_widget(label(told_more, "hint", wrap=True))
        self.verb.setText(self.tr("Copy list"))
        self.cancel.setText(self.tr("Close"))
        self.finish()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def listing(cls, parent: QWidget, problems: Sequence[Problem], told: str = "") -> None:
        """Open the list over a window."""
        dialog = cls(parent, problems, told)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def try_accept(self) -> None:
        """Copy the list; it stays open."""
        lines = (f"{one.where}: {one.text}" for one in self._problems)
        QApplication.clipboard().setText("\n".join(lines))

    def _list(self) -> QTreeWidget:
        lines = QTreeWidget()
        lines.setAccessibleName(self.tr("Problems in this file"))
        lines.setColumnCount(2)
        lines.setHeaderLabels([self.tr("Where"), self.tr("What")])
        lines.setRootIsDecorated(False)
        lines.setUniformRowHeights(True)
        lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lines.setMinimumHeight(scaled(240))
        for one in self._problems[:_MOST]:
            line = QTreeWidgetItem([_short(one.where), one.text])
            line.setToolTip(0, plain_tip(one.where))
            line.setToolTip(1, plain_tip(one.text))
            lines.addTopLevelItem(line)
        lines.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        lines.header().setStretchLastSection(True)
        return lines


def _short(where: str) -> str:
    """Return where a problem is, with an id cut to its first letters."""
    noun, _, id = where.rpartition(" ")
    return f"{noun} {id[:8]}…" if noun and len(id) > 12 else where
