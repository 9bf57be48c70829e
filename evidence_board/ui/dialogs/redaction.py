"""The dialog that blacks out: which sources, which words, and where all of that stands."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from evidence_board.brief.redaction import Redaction, places, words_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.form import refuse
from evidence_board.ui.dialogs.tall_form import TallForm
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.turns import Turns

_REST_MS = 250
"""So long after the last key it is counted."""


class RedactionDialog(TallForm):
    """Says of each name and word in how many places it will be blacked out."""

    def __init__(self, project: Project, held: Redaction, parent: QWidget | None = None) -> None:
        """Start with what is ``held`` to be blacked out already."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Black out"))
        self.setMinimumWidth(scaled(560))
        self.verb.setText(self.tr("Black out"))
        self._project = project
        self.sources = self._list(held)
        self.add_field(
            self.tr("Sources"),
            self.sources,
            self.tr("Their names everywhere, their words, hashes, addresses and dates."),
        )
        self.words = QPlainTextEdit("\n".join(held.words))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(scaled(84))
        self.words_hint = self.add_field(
            self.tr("Words and names, one in each line"),
            self.words,
            self.tr("Also within longer words, in capitals or not, in all forms of the brief."),
        )
        self.told = label("", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.add_field(self.tr("Will be blacked out"), self.told)
        self.finish()
        self._turns = Turns(self)
        self._turns.found.connect(self._tell)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self.words.textChanged.connect(self._rest.start)
        self.sources.itemChanged.connect(lambda _line: self._rest.start())
        self._count()
        self.sources.setFocus(Qt.FocusReason.OtherFocusReason)

    def redaction(self) -> Redaction:
        """Return what is to be blacked out."""
        lines = (self.sources.item(row) for row in range(self.sources.count()))
        ticked = tuple(
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() == Qt.CheckState.Checked
        )
        words = (" ".join(line.split()) for line in self.words.toPlainText().splitlines())
        return Redaction(ticked, tuple(dict.fromkeys(word for word in words if word)))

    def try_accept(self) -> None:
        """Accept if all of it can be blacked out."""
        if self._count():
            self.accept()

    @Slot()
    def _count(self) -> bool:
        """Begin to count where what is chosen stands; whether it can be blacked out."""
        try:
            words = words_of(self._project, self.redaction())
        except ValueError as refusal:
            self._turns.stop()
            refuse(self.words_hint, str(refusal))
            self.show_widget(self.words_hint)
            return False
        refuse(self.words_hint, "")
        self._turns.begin(places(self._project, words))
        return True

    @Slot(object)
    def _tell(self, found: object) -> None:
        """Tell where what is chosen stands."""
        if not isinstance(found, dict):
            return
        rows = [
            self.tr("“{word}”: %n place(s)", "", count).format(word=word)
            for word, count in found.items()
        ]
        self.told.setText("\n".join(rows) or self.tr("Nothing"))
        self.fit()

    def _list(self, held: Redaction) -> QListWidget:
        shown = QListWidget()
        shown.setFixedHeight(scaled(168))
        for source in sorted(self._project.all(Source), key=lambda one: one.number):
            line = QListWidgetItem(f"{source.mark} {source.name}")
            line.setData(Qt.ItemDataRole.UserRole, source.id)
            ticked = source.id in held.sources
            line.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            shown.addItem(line)
        shown.setCurrentRow(0)
        return shown
