"""What an open project answers: records from memory; texts, originals and steps from the file."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet, Extent
from evidence_board.model.content import Bytes, whole
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record
from evidence_board.project import attachments
from evidence_board.project.asked import Asked, understood
from evidence_board.project.clock import Clock
from evidence_board.project.errors import ProjectError
from evidence_board.project.finding import Finding, Found, Match
from evidence_board.project.history import Step
from evidence_board.project.problem import Problem
from evidence_board.project.records import Records
from evidence_board.project.searcher import Order, Tell
from evidence_board.project.session import Session
from evidence_board.project.transaction import Transaction

R = TypeVar("R", bound=Record)
MOST = 2**53
"""As many as there are."""


class Held:
    """What can be asked of a project; none of it changes anything."""

    _session: Session
    _transaction: Transaction | None
    _clock: Clock

    @property
    def aside(self) -> tuple[Problem, ...]:
        """The rows that are no records, where only the sound rest was opened."""
        return self._session.aside

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._session.store.closed

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self._records.all(ProjectRecord)[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind, in the order in which they were added."""
        return self._records.all(kind)

    def next_number(self, kind: type[Numbered]) -> int:
        """Return the number that the next record of a kind gets: one that none has or had."""
        return Transaction(self._records, self._session.store).next_number(kind)

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""
        return self._records.count(kind)

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind as they are now, in the order of `all`.

        A list for each, and no record is made. An object among the values must not be changed.
        """
        return self._records.columns(kind, *names)

    def stored(self, kind: type[Record], name: str) -> list[object]:
        """Return one field of all records of a kind as it is stored: a list as JSON text."""
        return self._records.stored(kind, name)

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._records.get(kind, id)

    def holding(self, ids: Iterable[str]) -> set[str]:
        """Return which of these ids are those of records."""
        return self._records.holding(ids)

    def find(self, id: str) -> Record | None:
        """Return the record with this id, of whatever kind, or None."""
        return self._records.find(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id in one of their references."""
        return self._records.referrers(id)

    def prepare(self, seconds: float) -> bool:
        """Make ready, for so long, what the first act needs; whether all is."""
        return self._records.prepare(seconds) and self._session.count_numbers()

    def prepare_referrers(self, seconds: float) -> bool:
        """Make ready, for so long, what `referrers` answers from; whether it is. Reads no file."""
        return self._records.prepare(seconds)

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source; None when it is cited only."""
        held = [one for one in self.referrers(source) if isinstance(one, Capture)]
        return max(held, key=lambda one: (one.captured_at, one.id), default=None)

    def text(self, capture: Capture) -> str:
        """Return the extracted text of a capture, exactly as it was extracted.

        Where its bytes are damaged, what is no letter any more is replaced by �.
        """
        return whole(self.kept(capture.text_sha256)).decode(errors="replace")

    def original(self, capture: Capture) -> bytes:
        """Return the sealed original bytes of a capture, all in memory: to be decoded, say.

        `kept` is for handing them on.
        """
        return whole(self.kept(capture.sha256))

    def kept(self, digest: str) -> Bytes:
        """Return the bytes with this SHA-256, which stay in the file until they are asked for.

        Those of the transaction under way are among them. They are to be read through at once.
        """
        within = self._transaction
        try:
            return self._session.store.attachment(digest) if within is None else within.kept(digest)
        except KeyError:
            raise ProjectError(
                "The stored copy of a source is not in the project any more. Restore the project "
                "from a backup."
            ) from None

    def altered_originals(self) -> frozenset[str]:
        """Hash all that is kept again; returns the SHA-256 of what is not what was captured.

        Where a window is open, `rechecking` does it without keeping anybody waiting.
        """
        with self._session.store.reading() as connection:
            return attachments.altered(connection)

    def search(self, typed: str, limit: int = 50) -> tuple[Match, ...]:
        """Return the records that hold all the words that were typed, best first."""
        found = tuple(self.searching(understood(typed), limit))
        return found[-1].matches

    def searching(self, asked: Asked, limit: int = 50) -> Iterator[Found]:
        """Yield what is found, each time with all before it; in any one thread.

        Between two steps the project can be written to and closed; then it is a ProjectError.
        """
        return Finding(self._session.store.reading, asked, limit).steps()

    def search_in_background(
        self, asked: Asked, tell: Tell, *, limit: int = 50, in_copies: bool = False
    ) -> None:
        """Search in a thread instead of what was asked before; `tell` hears there what is found.

        With `in_copies` every stored text is looked through, letter by letter.
        """
        self._session.store.searcher.ask(Order(asked, limit, tell, in_copies))

    def stop_searching(self) -> None:
        """Give up what is being searched."""
        self._session.store.searcher.ask(None)

    def steps(self) -> tuple[Step, ...]:
        """Return the history, oldest step first."""
        return self._session.ledger.all()

    def changes_of(self, step: Step) -> ChangeSet:
        """Return what a step changed."""
        return self._session.changes_of(step)

    def extents_of(self, step: Step, most: int = MOST) -> tuple[Extent, ...]:
        """Return how many records of each kind a step changed, of so many changes at most."""
        return self._session.extents_of(step, most)

    def steps_of(self, id: str) -> frozenset[int]:
        """Return the numbers of the steps that touched a record, also one that is gone."""
        return self._session.store.steps_of(id)

    def newest_changes(self, id: str, most: int) -> tuple[tuple[Step, Change], ...]:
        """Return the newest changes of a record with their steps, newest first.

        Read from the file, once all is saved. ProjectError: what stands there cannot be read.
        """
        return self._session.newest_changes(id, most)

    def last_known(self, id: str) -> Record | None:
        """Return a record as it is, or as it was when it went; None if there never was one."""
        return self.find(id) or self._session.last_known(id)

    def now(self) -> str:
        """Return the present time of the project's clock, UTC."""
        return self._clock()

    @property
    def is_saving(self) -> bool:
        """Whether some change is not known to be on the disk yet."""
        return self._session.store.is_saving

    @property
    def is_free(self) -> bool:
        """Whether the file can be read without waiting for a save or for another thread."""
        return self._session.store.is_free

    @property
    def saved_at(self) -> str | None:
        """When the newest change was on the disk, UTC; None if nothing was changed."""
        return self._session.saved_at

    @property
    def _records(self) -> Records:
        return self._session.records
