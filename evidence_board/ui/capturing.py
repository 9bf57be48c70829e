"""Capturing pages from the web: asked for by a press, confirmed once for each site, then sealed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from evidence_board.analysis.dates import stamp_words
from evidence_board.commands import capturing
from evidence_board.commands.capturing import Sealed
from evidence_board.commands.outcomes import Outcome, State
from evidence_board.ingest.capturing import (
    Captured,
    NotCaptured,
    Result,
    Steps,
    Unsure,
    Wished,
    capture_pages,
    read_again,
)
from evidence_board.ingest.fetching.places import place_of
from evidence_board.model.source import Source
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.encoding import EncodingDialog
from evidence_board.ui.dialogs.results import ResultsDialog
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow

MOST = 20
"""So many pages are captured at once: a site that is asked for more takes that for an attack."""
_LOOKED_AT = 100
_NAMED = 5

Fetch = Callable[[Sequence[Wished]], Steps]
"""Fetches pages and reads them, as `capture_pages` does."""


class Capturing(QObject):
    """Fetches the pages of sources, and nothing before a person has said so.

    `fetch` does it; tests name one that may reach their own server.
    """

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Work for ``document``; questions stand over ``window``, which owns this."""
        super().__init__(window)
        self.fetch: Fetch = capture_pages
        self._window = window
        self._document = document
        self._confirmed: set[str] = set()
        self._under_way: set[str] = set()

    def ask(self, ids: Sequence[str]) -> None:
        """Capture the pages of these sources, once the person has confirmed their sites."""
        found = capturing.wished(self._document.project, ids)
        pages = tuple(one for one in found if one.source not in self._under_way)
        if len(pages) > MOST:
            self._document.problem.emit(
                self.tr("At most {most} pages are captured at once. Select fewer sources.").format(
                    most=MOST
                )
            )
        elif pages and self._may_ask(pages):
            self._begin(pages)

    def _may_ask(self, pages: Sequence[Wished]) -> bool:
        """Ask once for each site whether it may know that somebody is interested."""
        hosts = tuple(dict.fromkeys(place_of(one.url).host for one in pages))
        new = [host for host in hosts if host not in self._confirmed]
        if not new:
            return True
        if len(pages) == 1:
            sentence = self.tr("Fetch this page from {host}?").format(host=new[0])
        else:
            named = ", ".join(new[:_NAMED])
            named += ", …" if len(new) > _NAMED else ""
            sentence = self.tr("Fetch %n page(s), from {hosts}?", "", len(pages)).format(
                hosts=named
            )
        told = [
            self.tr(
                "The site sees when it is asked, and the network address of this computer; it gets "
                "no cookie. Nothing on the page is run. What comes is sealed as it is."
            )
        ]
        project = self._document.project
        if any(project.capture_of(one.source) is not None for one in pages):
            told.append(self.tr("The copy held already is kept; the new one is read from now on."))
        verb = self.tr("Capture page") if len(pages) == 1 else self.tr("Capture pages")
        if not message.ask(self._window, sentence, verb, " ".join(told)):
            return False
        self._confirmed.update(new)
        return True

    def _begin(self, pages: Sequence[Wished]) -> None:
        asked = {one.source for one in pages}
        self._under_way |= asked
        host = place_of(pages[0].url).host
        title = self.tr("Capturing from {host}").format(host=host)
        if len(pages) > 1:
            title = self.tr("Capturing %n page(s)", "", len(pages))
        job = self._document.jobs.run(title, partial(self.fetch, pages))
        job.done.connect(self._take)
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self._tell_cancelled)
        job.finished.connect(partial(self._under_way.difference_update, asked))
        self._window.closing.connect(job.cancel)

    def _tell_cancelled(self) -> None:
        if not self._document.project.closed:
            self._document.tell(self.tr("Cancelled. Nothing was captured."))

    def _take(self, results: object) -> None:
        """Ask first how pages are written that do not say; then seal what came."""
        if not isinstance(results, tuple) or self._document.project.closed:
            return
        answered = self._encodings([one for one in results if isinstance(one, Unsure)])
        if not answered:
            self._seal(results)
            return
        again = {id(unsure) for unsure, _ in answered}
        others = tuple(one for one in results if id(one) not in again)
        title = self.tr("Reading %n page(s)", "", len(answered))
        job = self._document.jobs.run(title, partial(read_again, answered))
        job.done.connect(partial(self._join, others))
        job.failed.connect(self._document.problem)
        self._window.closing.connect(job.cancel)

    def _join(self, others: tuple[Result, ...], read: object) -> None:
        """Seal what had to be asked about together with the rest."""
        if isinstance(read, tuple):
            self._seal((*read, *others))

    def _encodings(self, unsure: Sequence[Unsure]) -> list[tuple[Unsure, str]]:
        """Ask how pages are written, one after the other; those that are left out are refused."""
        answered: list[tuple[Unsure, str]] = []
        for one in unsure:
            chosen = EncodingDialog.ask(self._window, one.name, one.candidates, others=False)
            if chosen is not None:
                answered.append((one, chosen.encoding))
        return answered

    def _seal(self, results: tuple[Result, ...]) -> None:
        """Seal what came, in one step, and tell what became of each page."""
        if self._document.project.closed:
            return
        came = [one for one in results if isinstance(one, Captured)]
        sealed: tuple[Sealed, ...] = ()
        if came:
            made = self._document.act(capturing.seal, came)
            if made is None:
                return
            sealed = made
        if len(results) == 1:
            self._tell_one(results[0], sealed)
        else:
            self._tell_several(results, dict(zip([id(one) for one in came], sealed, strict=True)))

    def _tell_one(self, result: Result, sealed: Sequence[Sealed]) -> None:
        if isinstance(result, NotCaptured):
            self._document.problem.emit(result.sentence)
            return
        (one,) = sealed
        told = self._words(result, one) or self.tr("Page of {mark} captured.").format(
            mark=one.source.mark
        )
        self._document.tell(told, undo=not one.existing)

    def _tell_several(self, results: Sequence[Result], sealed: dict[int, Sealed]) -> None:
        new = sum(not one.existing for one in sealed.values())
        if new:
            self._document.tell(self.tr("%n page(s) captured.", "", new), undo=True)
        lines = tuple(self._outcome(one, sealed.get(id(one))) for one in results)
        if all(one.state == "added" and not one.words for one in lines):
            return
        dialog = ResultsDialog(self._window, lines)
        dialog.setWindowTitle(self.tr("What was captured"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reveal_asked.connect(self._document.reveal)
        dialog.show()

    def _outcome(self, result: Result, sealed: Sealed | None) -> Outcome:
        if isinstance(result, NotCaptured) or sealed is None:
            sentence = result.sentence if isinstance(result, NotCaptured) else ""
            source = self._document.project.find(result.source)
            url = source.url if isinstance(source, Source) else ""
            return Outcome(url, "refused", sentence)
        state: State = "held" if sealed.existing else "added"
        words, mark = self._words(result, sealed), sealed.source.mark
        return Outcome(result.draft.address, state, words, sealed.source.id, mark)

    def _words(self, result: Captured, sealed: Sealed) -> str:
        """Return what there is to know of a page that came; nothing where all is as it should."""
        owner, when = sealed.source, stamp_words(sealed.capture.captured_at)
        if sealed.existing and owner.id == result.source:
            return self.tr("The page is the same, byte for byte, as on {when}.").format(when=when)
        if sealed.existing:
            told = self.tr("The same bytes are held already, as {mark} {name}. Nothing was added.")
            return told.format(mark=owner.mark, name=owner.name)
        like = self._document.project.find(sealed.like) if sealed.like else None
        if isinstance(like, Source):
            told = self.tr("It has the same text as {mark} from other bytes: both are kept.")
            return told.format(mark=like.mark)
        return ""


def pages_among(document: Document) -> tuple[Wished, ...]:
    """Return the pages that could be captured of what is selected, of the first hundred."""
    return capturing.wished(document.project, document.selected[:_LOOKED_AT])
