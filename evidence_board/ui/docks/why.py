"""The written reason of a judgement: asked for at every change, and left open where one likes."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from evidence_board.commands import judging
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, Page, Shown, told
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.labels import label
from evidence_board.ui.wording import translate


class Why(Generic[Shown]):
    """A field for the reason, and after a change the question with the former reason beside."""

    def __init__(
        self,
        page: Page[Shown],
        part: QVBoxLayout,
        field: str,
        step: str,
        name: str,
        placeholder: str,
    ) -> None:
        """Write ``field`` of the page's record, as a ``step``; stand at the end of ``part``."""
        self._page = page
        self._name = field
        self._former = ""
        self._record = ""
        self.field = ProseField(name, placeholder, lines=1)
        self.field.finished.connect(lambda text: page.change(step, **{field: text}))
        part.addWidget(self.field)
        self.question = label("", "hint", wrap=True)
        part.addWidget(self.question)
        self.keep = edits(ActiveLink(""))
        self.keep.clicked.connect(self._keep)
        part.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_question(asked=False)

    def fill(self, record: Shown, *, shown: bool) -> None:
        """Show the reason of a record, where it is ``shown``."""
        held = str(getattr(record, self._name))
        self.field.show_text(held)
        self.field.setVisible(shown)
        if record.id != self._record or held or not shown:
            self._show_question(asked=False)
        self._record = record.id

    def after(self, act: Callable[[], object]) -> None:
        """Do what changes the value, and ask why if the reason went with the former one."""
        former = str(getattr(self._page.record, self._name))
        act()
        if not self.field.isHidden() and not self.field.toPlainText():
            self._former = former
            self._show_question(asked=True)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, *, asked: bool) -> None:
        words = translate("Why", "Why? It may be left open; then it is listed in Issues.")
        told(self.question, (words,) if asked else ())
        keep = translate("Why", "The reason still holds: {reason}").format(reason=self._former)
        self.keep.show_words(keep)
        self.keep.setVisible(asked and bool(self._former))

    def _keep(self) -> None:
        document, record = self._page.document, self._page.record
        document.act(judging.keep_reason, record, self._name, self._former)
