"""Text that is being written is told at each rest of the keys, so that it is saved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

REST_MS = 300
"""So long after the last key what was written is saved."""


@dataclass(frozen=True)
class Told:
    """What a text that a field tells belongs to: one edit, which goes on after a rest."""

    edit: object
    rests: bool
    """Whether it is only a rest: what cannot be stored yet is not a mistake yet."""


class Writing(QObject):
    """What is being written in one field: the edit from its first key to its end.

    ``written`` is what stands in the field, ``tell`` takes it in.
    """

    def __init__(
        self, field: QObject, written: Callable[[], str], tell: Callable[[str], None]
    ) -> None:
        """Belong to ``field``."""
        super().__init__(field)
        self.held = ""
        """What is stored, as the field shows it."""
        self.told: Told | None = None
        """While a text is told: what it belongs to."""
        self._written = written
        self._tell_field = tell
        self._began = ""
        self._edit: object = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_rest)

    @property
    def under_way(self) -> bool:
        """Whether something of the edit was told at a rest."""
        return self._edit is not None

    @property
    def waiting(self) -> bool:
        """Whether the keys have not rested yet."""
        return self._rest.isActive()

    def follow_keys(self) -> None:
        """Tell what is written once no other key follows the one that was pressed."""
        self._rest.start()

    def stores(self, text: str) -> bool:
        """Take in what is stored now; whether what is written stays: it is what was just told."""
        resting = self.told is not None and self.told.rests
        if resting or (self.under_way and text == self._written()):
            self.held = text  # it may be stored in another form than it is written in
            return True
        return False

    def finish(self) -> None:
        """Tell the text if it differs from what is stored; the edit is over."""
        text = self._written()
        if text != self.held:
            self.held = text
            self._tell(text, rests=False)
        self.end()

    def give_up(self) -> str:
        """Return the text with which the edit began; it is told if another one was told since."""
        began = self._began if self.under_way else self.held
        if began != self.held:
            self._tell(began, rests=False)
        return began

    def revert(self) -> None:
        """Take back what rests had stored of an edit whose end was refused."""
        edit, self._edit = self._edit, None
        if edit is not None and self._began != self.held:
            self.told = Told(edit, rests=False)
            self._tell_field(self._began)

    def end(self) -> None:
        """Begin another edit with the next key."""
        self._rest.stop()
        self._edit = None

    def _tell_rest(self) -> None:
        """Tell what is written so far; who emptied the field is about to write."""
        if self._written() not in ("", self.held):
            if self._edit is None:
                self._edit, self._began = object(), self.held
            self._tell(self._written(), rests=True)

    def _tell(self, text: str, *, rests: bool) -> None:
        self.told = Told(self._edit, rests)
        try:
            self._tell_field(text)
        finally:
            self.told = None
