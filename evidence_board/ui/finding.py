"""What the find field finds: records that hold the words, tags, or commands after a ">"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from evidence_board.analysis.dates import edtf_words
from evidence_board.analysis.tags import in_order, tagged
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note, Tag
from evidence_board.model.record import Numbered, Record
from evidence_board.model.source import Source
from evidence_board.project.asked import Asked, understood
from evidence_board.project.finding import Found, Match
from evidence_board.ui import filter_words
from evidence_board.ui.action_set import ActionSet, shortcut_text
from evidence_board.ui.command_list import matching
from evidence_board.ui.document import Document
from evidence_board.ui.hits import Answer, Hit
from evidence_board.ui.naming import heading, kind_icon, line_of

COMMAND = "command:"
TAG = "tag:"
TEXT = "text:"
COPIES = "copies:"
MORE = "more:"
_MOST = 50
_KINDS: tuple[type[Numbered], ...] = (Claim, Source, Excerpt, Note)
_MARK = re.compile(r"[a-z]\d{1,9}", re.IGNORECASE)


class Finding(QObject):
    """Searches one project, and the actions of its window, for who types in the find field."""

    answered = Signal(object)
    """An Answer; several may come for one text, each with more than the one before."""
    _heard = Signal(object)
    # From the thread that searches to this one.

    def __init__(self, document: Document, actions: ActionSet, parent: QObject) -> None:
        """Search ``document`` and offer ``actions``."""
        super().__init__(parent)
        self._document = document
        self._actions = actions
        self._typed = ""
        self._asked: Asked | None = None
        self._limit = _MOST
        self._in_copies = False
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, typed: str) -> None:
        """Find what is meant by this; `answered` tells it as it is found."""
        self._typed, self._limit = typed, _MOST
        if typed.startswith(">"):
            self.leave()
            self.answered.emit(Answer(typed, self._commands(typed.removeprefix(">"))))
        elif not typed.strip():
            self.leave()
            self.answered.emit(Answer(typed, filter_words.offers(self._document.project, "")))
        else:
            self._search(in_copies=False)

    def leave(self) -> None:
        """Let go of what was asked."""
        self._asked = None
        if not self._document.project.closed:
            self._document.project.stop_searching()

    def choose(self, key: str) -> None:
        """Go to a record or to words, do a command, or find more."""
        _, _, rest = key.partition(":")
        if key.startswith(TAG):
            self._document.select(tagged(self._document.project, rest))
            self._actions["zoom_selection"].trigger()
        elif key.startswith(COMMAND):
            self._actions[rest].trigger()
        elif key == COPIES:
            self._search(in_copies=True)
        elif key == MORE:
            self._limit *= 4
            self._search(in_copies=self._in_copies)
        elif key.startswith(TEXT):
            self._read(*rest.split(":"))
        elif isinstance(self._document.project.find(key), Excerpt):
            self._document.read(key)
        else:
            self._go(key)

    def _go(self, id: str) -> None:
        """Show a record where it lies: its card, else its words where there are some."""
        record = self._document.project.find(id)
        self._document.reveal(id)
        has_card = any(one.table == "card" for one in self._document.project.referrers(id))
        if isinstance(record, Source) and not has_card:
            self._document.read(id)

    def _read(self, capture: str, start: str, end: str) -> None:
        project = self._document.project
        held = project.find(capture)
        if not isinstance(held, Capture):
            return
        if project.capture_of(held.source) == held:
            self._document.read_words(held.source, int(start), int(end))
        else:  # there is a newer one, in which the words may stand elsewhere
            self._document.read(held.source)

    def _search(self, *, in_copies: bool) -> None:
        self._in_copies = in_copies
        self._asked = understood(self._typed)
        if self._asked.nothing:
            self._document.project.stop_searching()
            self._take(Found(self._asked, done=True))
            return
        self._document.project.search_in_background(
            self._asked, self._heard.emit, limit=self._limit, in_copies=in_copies
        )

    def _take(self, found: object) -> None:
        """Tell what the thread found, if it is still wanted."""
        if isinstance(found, BaseException):
            raise found  # a fault of ours
        if isinstance(found, Found) and found.asked is self._asked:
            self.answered.emit(self._answer(found))

    def _answer(self, found: Found) -> Answer:
        offered = filter_words.offers(self._document.project, self._typed)
        wrong = found.asked.not_understood
        if offered and wrong and self._typed.endswith(wrong[-1]):
            wrong = wrong[:-1]  # it is still being typed
        told = [*filter_words.not_understood(wrong)]
        told += [
            (text, "") for text in (*filter_words.unknown(found.unknown), found.trouble) if text
        ]
        hits = [Hit("", text, icon="info", passage=rule) for text, rule in told]
        hits += offered
        first = [] if self._in_copies else [*self._marked()]
        known = {hit.key for hit in first}
        matched = [hit for hit in map(self._hit_of, found.matches) if hit and hit.key not in known]
        hits += [*first, *matched, *([] if self._in_copies else self._tags())]
        if found.done and not any(hit.key for hit in hits) and not told:
            words = self._typed.strip()
            hits.append(Hit("", self.tr("No match for “{words}”.").format(words=words)))
        if found.more:
            hits.append(Hit(MORE, self.tr("There is more than is shown. Show more"), stays=True))
        elif found.done and not matched and found.asked.words and not self._in_copies:
            more = self.tr("letter by letter, across line breaks")
            copies = self.tr("Search in stored copies")
            hits.append(Hit(COPIES, copies, more, "search", stays=True))
        return Answer(self._typed, tuple(hits), self._state(found, len(matched)), found.done)

    def _state(self, found: Found, shown: int) -> str:
        if not found.done:
            if found.total:
                told = self.tr("{0} of {1} copies looked through")
                return told.format(f"{found.looked:,}", f"{found.total:,}")
            return self.tr("Searching …")
        if not shown:
            return ""
        told = self.tr("First {0}") if found.more else self.tr("{0} found")
        return told.format(shown)

    def _hit_of(self, match: Match) -> Hit | None:
        """Return the line of a match; none if it went since."""
        project = self._document.project
        record = project.find(match.record_id)
        if record is None:
            return None
        shown = Hit(record.id, "", passage=match.passage, marks=match.marks)
        if isinstance(record, Capture):
            source = project.get(Source, record.source)
            start, end = match.at or (0, 0)
            key = f"{TEXT}{record.id}:{start}:{end}"
            named = self.tr("Text of {0}").format(f"{source.mark}  {source.name}")
            shown = replace(shown, key=key, text=named, icon="book-open")
            return replace(shown, more=edtf_words(source.published))
        name = heading(record)
        if isinstance(record, Source):
            called = "" if record.name == record.mark else record.name
            name = name if match.passage.startswith(called[:40]) else f"{name}  {called}"
        return replace(shown, text=name, more=_grade(record), icon=kind_icon(record)[0])

    def _marked(self) -> Iterator[Hit]:
        """Yield the record that people cite by what was typed, such as C2 or S1."""
        mark = self._typed.strip().upper()
        if not _MARK.fullmatch(mark):
            return
        project = self._document.project
        for kind in _KINDS:
            for id, number in zip(*project.columns(kind, "id", "number"), strict=True):
                if number == int(mark[1:]):
                    record = project.get(kind, str(id))
                    if record.mark == mark:
                        words = line_of(record, project)
                        icon = kind_icon(record)[0]
                        yield Hit(record.id, heading(record), _grade(record), icon, words)

    def _tags(self) -> Iterator[Hit]:
        """Yield the tags whose words begin with these; choosing one selects what has it."""
        wanted, project = self._typed.strip().removeprefix("#").casefold(), self._document.project
        found = (tag for tag in project.all(Tag) if tag.label.casefold().startswith(wanted))
        for tag in in_order(found):
            yield Hit(f"{TAG}{tag.id}", f"#{tag.label}", str(len(tagged(project, tag.id))), "tag")

    def _commands(self, words: str) -> tuple[Hit, ...]:
        found = tuple(
            Hit(f"{COMMAND}{row.id}", action.text(), shortcut_text(action), row.icon)
            for row in matching(self._actions, words)
            for action in (self._actions[row.id],)
        )
        nothing = self.tr("No command now for “{words}”.").format(words=words.strip())
        return found or (Hit("", nothing),)


def _grade(record: Record) -> str:
    """Return the grade of a source or claim, or nothing."""
    if isinstance(record, Source):
        return " · ".join(filter(None, (record.reliability, edtf_words(record.published))))
    return record.credibility or "" if isinstance(record, Claim) else ""
