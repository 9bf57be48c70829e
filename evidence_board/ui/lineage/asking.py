"""The forms of Lineage: which source, which type of citation, under which name and why."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from evidence_board.commands import chains
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.model.source import Source
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.document import Document


class SourceForm(FormDialog):
    """Asks for a source by the beginning of its name; one that is not known can be new."""

    def __init__(
        self, document: Document, title: str, verb: str, parent: QWidget, *, hint: str = ""
    ) -> None:
        """Offer the sources of ``document``."""
        super().__init__(title, verb, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self.done_with: Callable[[], bool] = lambda: True
        self.name = LineField(self.tr("Source"), self.tr("Type its name or mark, such as S3"))
        completer = QCompleter(QStringListModel(self._names(), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.returnPressed.connect(self._enter_over_list)
        self.add_field(self.tr("Source"), self.name, hint)

    def chosen(self) -> str:
        """Return the id of the source that was named, else the name as it was typed."""
        typed = self.name.text().strip()
        project = self._document.project
        for one in project.all(Source):
            if typed in (f"{one.mark}  {one.name}", one.mark):
                return one.id
        held = chains.known(project, typed)
        return held.id if held else typed

    def try_accept(self) -> None:
        """Do it; the form stays where it was refused."""
        if self.done_with():
            self.accept()

    def _enter_over_list(self) -> None:
        """Take what is written where the list of names lies open: it keeps Enter to itself."""
        listed = self.name.completer().popup()
        if listed is not None and listed.isVisible() and not listed.currentIndex().isValid():
            listed.hide()
            self.try_accept()

    def _names(self) -> list[str]:
        return [f"{one.mark}  {one.name}" for one in self._document.project.all(Source)]


class CitationForm(SourceForm):
    """Asks also for the type of the citation and its reason."""

    def __init__(self, document: Document, title: str, parent: QWidget) -> None:
        """Offer the types of citations, *relays* first."""
        super().__init__(document, title, "", parent)
        self.verb.setText(self.tr("Add citation"))
        kinds = [one for one in LINK_TYPES if one.record == "citation"]
        rows = [(one.key, f"{one.sign}  {one.word}: {one.meaning}") for one in kinds]
        self.kind = ChoiceField(self.tr("Type"), rows)
        self.kind.show_key("relays")
        self.add_field(self.tr("Type"), self.kind)
        self.reason = LineField(self.tr("Reason"), self.tr("What in the text shows it"))
        self.add_field(self.tr("Reason"), self.reason)
        self.finish()


class GroupForm(FormDialog):
    """Asks under which name and why origins count as one."""

    def __init__(self, names: str, label: str, reason: str, parent: QWidget) -> None:
        """Name the origins that are to count as one."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Count as one origin"))
        self.verb.setText(self.tr("Count as one"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done_with: Callable[[], bool] = lambda: True
        self.label = LineField(self.tr("Name"), self.tr("such as “South Korean government”"))
        self.label.show_text(label)
        self.add_field(self.tr("Name of the group"), self.label, names)
        self.reason = LineField(self.tr("Reason"), self.tr("such as “spokesmen of one government”"))
        self.reason.show_text(reason)
        self.add_field(self.tr("Why they cannot count twice"), self.reason)
        self.finish()

    def try_accept(self) -> None:
        """Do it; the form stays where it was refused."""
        if self.done_with():
            self.accept()
