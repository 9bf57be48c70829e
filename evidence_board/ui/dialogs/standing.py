"""The form by which a source is marked as retracted or corrected, with what that recounts."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.retraction import downstream, fallen, recounted_words
from evidence_board.commands import retracting
from evidence_board.model.source import Source, Standing
from evidence_board.project.errors import ProjectError
from evidence_board.ui.dialogs.form import FormDialog, refuse
from evidence_board.ui.docks.fields import LineField, Segments
from evidence_board.ui.document import Document, sentence

_STANDINGS: tuple[Standing, ...] = ("current", "corrected", "retracted")


def ask_standing(document: Document, source: Source, parent: QWidget) -> "StandingForm":
    """Ask what became of what a source said."""
    form = StandingForm(document, source, parent)
    form.open()
    form.standing.button(source.standing).setFocus(Qt.FocusReason.OtherFocusReason)
    return form


class StandingForm(FormDialog):
    """Says beforehand which claims a retraction recounts, from what to what."""

    def __init__(self, document: Document, source: Source, parent: QWidget) -> None:
        """Show the standing of ``source``."""
        super().__init__("", "", parent)
        self.setWindowTitle(
            self.tr("What became of {mark} {name}").format(mark=source.mark, name=source.name)
        )
        self.verb.setText(self.tr("Mark"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._source = document, source
        self._chosen: Standing = source.standing
        rows = [(one, standing_word(one), "") for one in _STANDINGS]
        self.standing = Segments(self.tr("Standing"), rows)
        self.standing.show_key(source.standing)
        self.standing.chosen.connect(self._choose)
        self.effect = self.add_field(self.tr("What the source says now"), self.standing, " ")
        self.words = LineField(
            self.tr("Where it says so"), self.tr("such as the date and words of its note")
        )
        self.words.put_back(retracting.words_of(source))
        self._refusal = self.add_field(self.tr("Where it says so"), self.words)
        self.finish()
        self._choose(source.standing)

    def try_accept(self) -> None:
        """Mark it; the form stays where that was refused."""
        source = self._document.project.get(Source, self._source.id)
        try:
            done = retracting.mark(self._document.project, source, self._chosen, self.words.text())
        except (ProjectError, ValueError) as error:
            refuse(self._refusal, sentence(error))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        told = self._document.project.undo_label or ""
        if recounted := recounted_words(self._document.project, done.recounted):
            told = self.tr("{step}. Origins recounted: {claims}")
            if done.source.standing == "current":
                told = self.tr("{step}. Origins counted again: {claims}")
                recounted = self._back(done)
            told = told.format(step=self._document.project.undo_label, claims=recounted)
        self._document.tell(told, undo=True)
        self.accept()

    def _back(self, done: retracting.Marked) -> str:
        """Return what counts again, from what to what."""
        turned = [type(one)(one.claim, one.after, one.before) for one in done.recounted]
        return recounted_words(self._document.project, turned)

    def _choose(self, chosen: Standing | None) -> None:
        """Say what the choice does before it is made; pressed again, it stays."""
        self._chosen = chosen or self._chosen
        self.standing.show_key(self._chosen)
        refuse(self._refusal, "")
        self.effect.setText(self._told())
        self.effect.show()

    def _told(self) -> str:
        project, id = self._document.project, self._source.id
        found = fallen(project, id, ground_of(project))
        counts = recounted_words(project, found) or self.tr("no claim")
        match self._chosen:
            case "retracted":
                words = self.tr("Kept and marked; it counts no more. Origins recounted: {claims}.")
                return words.format(claims=counts)
            case "corrected":
                many = len(downstream(project, id))
                return self.tr(
                    "Kept and marked; it counts. %n claim(s) have to be looked at again.", "", many
                )
            case _:
                return self.tr("It stands as it was taken in.")


def standing_word(standing: Standing) -> str:
    """Return what a standing is called."""
    words = {
        "current": QCoreApplication.translate("StandingForm", "Stands"),
        "corrected": QCoreApplication.translate("StandingForm", "Corrected"),
        "retracted": QCoreApplication.translate("StandingForm", "Retracted"),
    }
    return words[standing]
