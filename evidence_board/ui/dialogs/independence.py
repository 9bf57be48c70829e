"""The form by which two origins are judged: shared, assumed or shown to be independent, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import Paired, pairs_of, verdicts_of
from evidence_board.commands import independence
from evidence_board.model.independence import MEANINGS, Relation
from evidence_board.project.errors import ProjectError
from evidence_board.ui.dialogs.form import FormDialog, refuse
from evidence_board.ui.docks.fields import ChoiceField, LineField, Segments
from evidence_board.ui.document import Document, sentence

_VERDICTS: tuple[Relation, ...] = ("shared", "assumed", "shown")


def ask_independence(
    document: Document, origins: Sequence[str], parent: QWidget
) -> "IndependenceForm":
    """Ask about each two of some origins, those first that nobody has judged."""
    form = IndependenceForm(document, origins, parent)
    form.open()
    form.verdict.button("shared").setFocus(Qt.FocusReason.OtherFocusReason)
    return form


class IndependenceForm(FormDialog):
    """Asks for a verdict and its reason; where there are several pairs, also for which."""

    def __init__(self, document: Document, origins: Sequence[str], parent: QWidget) -> None:
        """Offer each two of ``origins``, ids as they are counted."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Independence of origins"))
        self.verb.setText(self.tr("Judge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        verdicts = verdicts_of(document.project, document.counts.ground)
        self._pairs = pairs_of(origins, verdicts)
        self._term: Relation | None = None
        rows = [(str(place), self._called(one)) for place, one in enumerate(self._pairs)]
        self.pair = ChoiceField(self.tr("Which two"), rows)
        self.pair.setEnabled(len(rows) > 1)
        self.pair.currentIndexChanged.connect(self._fill)
        self.add_field(self.tr("Which two"), self.pair)
        terms = [(one, _word(one), "") for one in _VERDICTS]
        self.verdict = Segments(self.tr("Independence"), terms)
        for one in _VERDICTS:
            self.verdict.button(one).setAccessibleDescription(MEANINGS[one])
        self.verdict.chosen.connect(self._choose)
        self._meaning = self.add_field(self.tr("Are they independent?"), self.verdict, " ")
        self.reason = LineField(self.tr("Reason"), self.tr("such as “each took its own images”"))
        self._refusal = self.add_field(self.tr("Reason"), self.reason)
        self.label = LineField(self.tr("Name"), self.tr("such as “South Korean government”"))
        self._label_hint = self.add_field(
            self.tr("Name of the group"), self.label, self.tr("Only for what is shared.")
        )
        self.finish()
        self._fill()

    def try_accept(self) -> None:
        """Judge; the form stays where that was refused."""
        pair = self._pairs[self.pair.currentIndex()]
        if self._term is None:
            self._unjudge(pair)
            return
        given = self.reason.text(), self.label.text()
        try:
            independence.judge(self._document.project, pair.one, pair.other, self._term, *given)
        except (ProjectError, ValueError) as error:
            refuse(self._refusal, sentence(error))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._end()

    def _unjudge(self, pair: Paired) -> None:
        if pair.verdict is None:
            refuse(self._meaning, self.tr("Choose one: shared, assumed or shown."))
        elif self._document.does(independence.take_back, pair.one, pair.other):
            self._end()

    def _end(self) -> None:
        self._document.tell(self._document.project.undo_label or "", undo=True)
        self.accept()

    def _fill(self) -> None:
        """Show what was judged of the two."""
        pair = self._pairs[self.pair.currentIndex()]
        self.verdict.show_key(pair.verdict)
        self.reason.put_back(pair.reason)
        self._choose(pair.verdict)

    def _choose(self, term: Relation | None) -> None:
        self._term = term
        refuse(self._refusal, "")
        refuse(self._meaning, "")
        words = MEANINGS[term] if term else self.tr("not judged: they count apart all the same")
        self._meaning.setText(f"{words[:1].upper()}{words[1:]}.")
        self._meaning.show()
        self.label.setEnabled(term == "shared")

    def _called(self, pair: Paired) -> str:
        names = [origin_named(one, self._document.project) for one in (pair.one, pair.other)]
        return self.tr("{one} and {other}").format(one=names[0], other=names[1])


def _word(term: Relation) -> str:
    words = {
        "shared": QCoreApplication.translate("IndependenceForm", "Shared"),
        "assumed": QCoreApplication.translate("IndependenceForm", "Assumed"),
        "shown": QCoreApplication.translate("IndependenceForm", "Shown"),
    }
    return words[term]
