"""The file behind an open project: what is read from it and saved to it.

Saves that a thread still has to write count as done for whoever reads.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from evidence_board.model.change import Extent
from evidence_board.model.content import Bytes
from evidence_board.project import attachments, history
from evidence_board.project.connection import FileConnection
from evidence_board.project.history import Step
from evidence_board.project.images import Image
from evidence_board.project.saving import Save
from evidence_board.project.searcher import Searcher
from evidence_board.project.telling import Told
from evidence_board.project.writer import Writer


@dataclass(frozen=True)
class Stored:
    """Bytes that are kept in an open project; all are to be asked for at once."""

    store: "Store"
    digest: str
    size: int

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes."""
        return self.store.pieces(self.digest)


class Store:
    """Reads and saves; made with the engine of a file and its path, given back with `close`."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._file = FileConnection(engine, path)
        self._writer = Writer(self._file)
        self._under_way: deque[Save] = deque()
        self.searcher = Searcher(self.reading)
        """Searches in a thread of its own."""

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._file.closed

    @property
    def in_background(self) -> bool:
        """Whether saves are written by a thread."""
        return self._writer.in_background

    @property
    def is_saving(self) -> bool:
        """Whether some save is not known to be in the file, nor to have failed."""
        return bool(self._under_way)

    @property
    def is_free(self) -> bool:
        """Whether the file can be read without waiting for a save or for another thread."""
        return not self._under_way and self._file.free

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one state of the file, when all that was saved is there."""
        self._writer.settle()
        with self._file.reading() as connection:
            yield connection

    @contextmanager
    def reading_all(self) -> Iterator[Connection]:
        """Read what every later save builds on; nothing may be under way."""
        with self._file.reading_all() as connection:
            yield connection

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the file since all of it was read."""
        self._writer.settle()
        return self._file.changed_elsewhere()

    def distrust(self) -> None:
        """Save nothing more, whatever was read last: the file is another one by now."""
        self._file.distrust()

    def attachment(self, digest: str) -> Bytes:
        """Return the bytes with this SHA-256, in memory or not; KeyError if they are not kept."""
        for save in self._under_way:
            if digest in save.kept:
                return save.kept[digest]
        with self.reading() as connection:
            return Stored(self, digest, attachments.size_of(connection, digest))

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield the bytes with this SHA-256; KeyError if they are not kept.

        The file is being read from the first piece to the last: nothing else may be done between.
        """
        with self.reading() as connection:
            yield from attachments.pieces(connection, digest)

    def keeps(self, digest: str) -> bool:
        """Whether the bytes with this SHA-256 are kept."""
        with self.reading() as connection:
            return attachments.keeps(connection, digest)

    def highest_number(self, table: str) -> int:
        """Return the highest number of the records of a kind that were there once."""
        with self.reading() as connection:
            return history.highest_number(connection, table)

    def images(self, step: Step) -> tuple[Image, ...]:
        """Return what a step changed."""
        with self.reading() as connection:
            return history.read_images(connection, step.seq)

    def extents(self, step: Step, most: int) -> tuple[Extent, ...]:
        """Return how many records of each kind a step changed, of so many changes at most."""
        with self.reading() as connection:
            return history.read_extents(connection, step.seq, most)

    def steps_of(self, record: str) -> frozenset[int]:
        """Return the numbers of the steps that touched a record."""
        with self.reading() as connection:
            return history.steps_of(connection, record)

    def newest_images(self, record: str, most: int) -> tuple[tuple[int, Image], ...]:
        """Return the newest changes of a record, each with the number of its step."""
        with self.reading() as connection:
            return history.newest_images(connection, record, most)

    def last_image(self, record: str) -> Image | None:
        """Return the newest change of a record; None if there never was one with this id."""
        with self.reading() as connection:
            return history.last_image(connection, record)

    # Saving

    def start_from(self, newest: str) -> None:
        """Let the next step follow the one with this hash; nothing may be under way."""
        self._writer.start_from(newest)

    def save_in_background(self, notify: Callable[[], None]) -> None:
        """Save in a thread from now on; `notify` is called there when `outcomes` has more."""
        self._writer.begin(notify)

    def hush(self) -> None:
        """Call nobody any more after a save; what is under way is still saved."""
        self._writer.hush()

    def save_now(self, save: Save) -> Step:
        """Save before this returns; the step as it is in the file. Errors say why not."""
        return self._writer.save_now(save)

    def put(self, save: Save) -> None:
        """Save in the thread, after all before it."""
        self._under_way.append(save)
        self._writer.put(save)

    def settle(self) -> None:
        """Wait until what is under way is in the file or has failed."""
        self._writer.settle()

    def outcomes(self) -> Iterator[Step | BaseException]:
        """Yield what became of saves: the step as it is in the file, or why it is not.

        After a failure nothing is saved until `give_up`.
        """
        for outcome in self._writer.outcomes():
            if outcome.written is not None:
                self._under_way.popleft()
                yield outcome.written
            elif outcome.error is not None:
                yield outcome.error

    def give_up(self) -> Iterable[Save]:
        """Return what is not in the file and will not be, the newest first."""
        self._writer.settle()
        lost = tuple(reversed(self._under_way))
        self._under_way.clear()
        return lost

    def resume(self) -> None:
        """Save again after `give_up`, on what the file holds."""
        self._writer.resume()

    # The file as a whole

    def copy_to(self, path: Path, told: Told) -> None:
        """Copy the file as it stands to another one that is not there yet."""
        self._writer.settle()
        self._file.copy_to(path, told)

    def close(self, *, tidy: bool) -> None:
        """Save what is left and close the file; `tidy` takes the journal away as well."""
        self.searcher.end()
        self._writer.end()
        self._file.close(tidy=tidy)
