"""What the find field finds: records that hold the words, or commands after a ">"."""

from collections.abc import Sequence

from evidence_board.analysis.tags import in_order, tagged
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note, Tag
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.ui.action_set import ActionSet, shortcut_text
from evidence_board.ui.command_list import matching
from evidence_board.ui.document import Document
from evidence_board.ui.find_field import Hit
from evidence_board.ui.naming import heading, kind_icon, line_of

COMMAND = "command:"
TAG = "tag:"
_MOST = 30


class Finding:
    """Searches one project and the actions of its window."""

    def __init__(self, document: Document, actions: ActionSet) -> None:
        """Search ``document`` and offer ``actions``."""
        self._document = document
        self._actions = actions

    def search(self, words: str) -> Sequence[Hit]:
        """Return hits, best first."""
        if words.startswith(">"):
            return self._commands(words.removeprefix(">"))
        project = self._document.project
        found = [self._hit(record) for record in self._marked(words)]
        found += self._tags(words.removeprefix("#"))
        for match in project.search(words, limit=_MOST):
            record = project.find(match.record_id)
            if isinstance(record, Capture):
                source = project.get(Source, record.source)
                more = match.passage.replace("«", "").replace("»", "")
                found.append(Hit(source.id, self._name(source), more, "book-open"))
            elif record is not None:
                found.append(self._hit(record))
        return found

    def _marked(self, words: str) -> Sequence[Record]:
        """Return the record that people cite by these words, such as C2 or S1."""
        mark = words.strip().upper()
        kinds = (Claim, Source, Excerpt, Note)
        return [
            one for kind in kinds for one in self._document.project.all(kind) if one.mark == mark
        ]

    def _hit(self, record: Record) -> Hit:
        return Hit(record.id, self._name(record), "", kind_icon(record)[0])

    def _name(self, record: Record) -> str:
        return f"{heading(record)}  {line_of(record, self._document.project)}"

    def choose(self, key: str) -> None:
        """Go to a record, or do a command."""
        if key.startswith(TAG):
            self._document.select(tagged(self._document.project, key.removeprefix(TAG)))
            self._actions["zoom_selection"].trigger()
        elif key.startswith(COMMAND):
            self._actions[key.removeprefix(COMMAND)].trigger()
        else:
            self._document.reveal(key)

    def _tags(self, words: str) -> Sequence[Hit]:
        """Return the tags whose words begin with these; choosing one selects what has it."""
        wanted, project = words.strip().casefold(), self._document.project
        found = (tag for tag in project.all(Tag) if tag.label.casefold().startswith(wanted))
        return [
            Hit(f"{TAG}{tag.id}", f"#{tag.label}", str(len(tagged(project, tag.id))), "tag")
            for tag in in_order(found)
        ]

    def _commands(self, words: str) -> Sequence[Hit]:
        return [
            Hit(f"{COMMAND}{row.id}", action.text(), shortcut_text(action), row.icon)
            for row in matching(self._actions, words)
            for action in (self._actions[row.id],)
        ]
