"""What each likelihood would become on another scale, shown before it is switched."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from evidence_board.analysis.titles import short
from evidence_board.commands.scaling import Becoming
from evidence_board.model.scales import ScaleKey, Term, scale_of
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.labels import label, scaled

_ROOM = 48
_MOST_SEEN = 320


class ScaleForm(FormDialog):
    """A row for each judged claim; one that spans several words can be given its word at once."""

    def __init__(self, key: ScaleKey, becoming: Sequence[Becoming], parent: QWidget) -> None:
        """Show what claims become on the scale with a key."""
        super().__init__("", "", parent)
        self._scale = scale_of(key)
        self.setWindowTitle(self.tr("Switch to the {name} scale").format(name=self._scale.name))
        self.verb.setText(self.tr("Switch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(640))
        self.choices: dict[str, ChoiceField] = {}
        self.rows: list[tuple[QLabel, QWidget, QLabel]] = []
        self.told = label(self._summed(becoming), "hint", wrap=True)
        self.add_widget(self.told)
        self.add_widget(self._table(becoming))
        self.finish()

    def words(self) -> dict[str, str]:
        """Return which word was chosen for which claim."""
        chosen = ((id, field.currentData()) for id, field in self.choices.items())
        return {id: str(word) for id, word in chosen if word}

    def _summed(self, becoming: Sequence[Becoming]) -> str:
        asking = sum(one.asks for one in becoming)
        sure = len(becoming) - asking
        told = self.tr("Ranges stay; %n likelihood(s) get the new word.", "", sure)
        if asking:
            more = self.tr("%n ask(s) for one; left open, it is listed as an issue.", "", asking)
            told = f"{told} {more}"
        return told

    def _table(self, becoming: Sequence[Becoming]) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(scaled(8), scaled(6), scaled(8), scaled(6))
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(8))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        heads = (self.tr("Claim"), self.tr("Now"), self.tr("Becomes"))
        for place, words in enumerate(heads):
            grid.addWidget(label(words, "field"), 0, place)
        for row, one in enumerate(becoming):
            self._add(grid, 2 * row + 1, one)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(inner.sizeHint().height() + scaled(4), scaled(_MOST_SEEN)))
        return area

    def _add(self, grid: QGridLayout, row: int, one: Becoming) -> None:
        claim = one.claim
        name = label(f"{claim.mark}  {short(claim.text, _ROOM)}", wrap=True)
        held = claim.likelihood_range
        span = f", {held[0]:g}–{held[1]:g} %" if held else ""
        now = label(f"{claim.likelihood}{span}")
        after = self._after(one)
        note = label(self._note(one), "hint", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, row, 0, top)
        grid.addWidget(now, row, 1, top)
        grid.addWidget(after, row, 2, top)
        grid.addWidget(note, row + 1, 1, 1, 2)
        note.setVisible(bool(note.text()))
        self.rows.append((name, after, note))

    def _after(self, one: Becoming) -> QWidget:
        if not one.asks:
            return label(_told(one.terms[0]))
        terms = one.terms or one.neighbours or self._estimates()
        name = self.tr("Word for {claim}").format(claim=one.claim.mark)
        rows = [("", self.tr("ask later")), *((term.word, _told(term)) for term in terms)]
        field = ChoiceField(name, rows)
        self.choices[one.claim.id] = field
        return field

    def _estimates(self) -> tuple[Term, ...]:
        return tuple(one for one in self._scale.terms if one.low < one.high)

    def _note(self, one: Becoming) -> str:
        """Name what no word covers, and why a word has to be chosen."""
        told = []
        if len(one.terms) > 1:
            words = " " + self.tr("or") + " "
            told.append(
                self.tr("It spans {words}.").format(words=words.join(x.word for x in one.terms))
            )
        elif not one.terms:
            told.append(self.tr("No word of the scale has this range."))
        spans = ", ".join(f"{low:g}–{high:g} %" for low, high in one.gaps)
        if spans:
            told.append(self.tr("In a gap of the scale: {spans}.").format(spans=spans))
        return " ".join(told)


def _told(term: Term) -> str:
    return f"{term.word}, {term.range}"
