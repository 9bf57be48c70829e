"""What is made of selected words: a claim, an excerpt, further words for a claim."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF

from evidence_board.commands.proposing import Proposal
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.ui.document import Document
from evidence_board.ui.reader.composer import Composer, Written
from evidence_board.ui.reader.dragging import pack
from evidence_board.ui.reader.maker import Maker
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.reading import trimmed
from evidence_board.ui.theme import Theme

Propose = Callable[[tuple[int, int]], Proposal]
_LONGEST_REASON = 80


class Making(Maker):
    """Makes claims of words of a text; the form stands in the margin."""

    def __init__(self, document: Document, page: PageView, margin: Margin, theme: Theme) -> None:
        """Act on `document` with the words selected in `page`, which owns this."""
        super().__init__(document, page, theme)
        self.propose: Propose = lambda _span: Proposal()
        self._page = page
        self._margin = margin
        page.settled.connect(self.offer)
        page.moved.connect(self.offer)
        page.selection_changed.connect(self._follow)
        page.menu_opened.connect(self.add_acts)

    @property
    def marks(self) -> bool:
        """Whether words are selected, and not only blank space."""
        return self.words_span() is not None

    @property
    def composer(self) -> Composer | None:
        """The form that is open, or None."""
        return self._margin.composer

    def let_go(self) -> None:
        """Select nothing."""
        self._page.let_go()

    def words_span(self) -> tuple[int, int] | None:
        """Return where the selected words are, without the blank space at their ends."""
        span = self._page.selection
        if self.reading is None or span is None:
            return None
        start, end = trimmed(self.reading.text, span)
        return (start, end) if start < end else None

    def words_marked(self) -> Excerpt | None:
        """Return the selected words as the excerpt that they would be."""
        span = self.words_span()
        return self.reading.excerpt(span) if self.reading is not None and span else None

    def words_proposed(self, excerpt: Excerpt, claim: Claim | None = None) -> Written:
        """Return what is proposed for these words; what it rests on is said."""
        made = self.propose((excerpt.start, excerpt.end))
        hint = self.tr("Proposed: {reasons}. Enter accepts.").format(
            reasons="; ".join(map(_shortened, made.reasons))
        )
        number = self._page.paragraphs.number_at(excerpt.start)
        title = self.tr("New claim from ¶{number}").format(number=number)
        if claim is not None:
            title = self.tr("Add to {claim}").format(claim=claim.mark)
        words = excerpt.exact if claim is None else None
        asked = made.particulars
        return Written(
            title, words, excerpt.source, made.saying, asked, hint if made.reasons else ""
        )

    def drag(self) -> QMimeData | None:
        """Return the selected words as they are dragged away, or None."""
        span = self._page.selection
        dragged = self.reading.dragged(span) if self.reading and span else None
        if self.reading is None or dragged is None:
            return None
        return pack(dragged, self.reading.text[dragged.start : dragged.end])

    def _marked(self) -> Excerpt | None:
        return self.words_marked()

    def _boxes(self) -> list[QRectF]:
        span = self._page.selection
        return self._page.seen_boxes(span) if span else []

    def _proposed(self, excerpt: Excerpt, claim: Claim | None = None) -> Written:
        return self.words_proposed(excerpt, claim)

    def _hold(self, form: Composer) -> None:
        """Show the form level with the words."""
        form.resized.connect(self._margin.place)
        span = self.words_span() or (0, 0)
        self._page.reveal(*span)
        self._margin.hold(form, span)

    def _drop_form(self) -> None:
        self._margin.let_go()

    def _saved(self, made: str) -> None:
        self._margin.composed = made


def _shortened(reason: str) -> str:
    """Return the beginning of a reason that would fill the form; the hint itself has all of it."""
    if len(reason) <= _LONGEST_REASON:
        return reason
    return reason[:_LONGEST_REASON].rpartition(" ")[0] + " …"
