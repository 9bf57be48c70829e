"""What the find field finds: records that hold the words, or commands after a ">"."""

from collections.abc import Sequence

from evidence_board.model.capture import Capture
from evidence_board.ui.action_set import ActionSet, shortcut_text
from evidence_board.ui.command_list import matching
from evidence_board.ui.document import Document
from evidence_board.ui.find_field import Hit
from evidence_board.ui.naming import heading, kind_icon, line_of

COMMAND = "command:"
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
        found = []
        for match in project.search(words, limit=_MOST):
            record = project.find(match.record_id)
            if record is None:
                continue
            if isinstance(record, Capture):
                source = project.find(record.source)
                more = match.passage.replace("«", "").replace("»", "")
                if source is not None:
                    name = f"{heading(source)}  {line_of(source, project)}"
                    found.append(Hit(record.source, name, more, "book-open"))
                continue
            name = f"{heading(record)}  {line_of(record, project)}"
            found.append(Hit(record.id, name, "", kind_icon(record)[0]))
        return found

    def choose(self, key: str) -> None:
        """Go to a record, or do a command."""
        if key.startswith(COMMAND):
            self._actions[key.removeprefix(COMMAND)].trigger()
        else:
            self._document.reveal(key)

    def _commands(self, words: str) -> Sequence[Hit]:
        return [
            Hit(f"{COMMAND}{row.id}", self._actions[row.id].text(), shortcut_text(row), row.icon)
            for row in matching(self._actions, words)
        ]
