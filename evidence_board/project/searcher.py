"""The thread that searches an open project, so that who types never waits: the latest asked wins.

It reads by the connection of the project, in short turns, and sees what was saved last.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Thread

from sqlalchemy import Connection

from evidence_board.project.allowed import Reading
from evidence_board.project.asked import Asked
from evidence_board.project.copies import Copies
from evidence_board.project.errors import ProjectError
from evidence_board.project.finding import Finding, Found

Tell = Callable[[Found | BaseException], None]
"""Hears in the searching thread what was found so far; or a fault of ours, to be raised."""


@dataclass(frozen=True)
class Order:
    """A search: for what, how many at most, whether letter by letter in all stored texts."""

    asked: Asked
    limit: int
    tell: Tell
    in_copies: bool = False


class Searcher:
    """Does the newest order; the thread begins with the first one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._turn = Condition()
        self._thread: Thread | None = None
        self._order: Order | None = None
        self._ends = self._overtaken = False

    def ask(self, order: Order | None) -> None:
        """Do this instead of what was asked before; with None, nothing any more."""
        with self._turn:
            self._order = order
            self._overtaken = True
            self._turn.notify_all()
        if self._thread is None and order is not None:
            self._thread = Thread(target=self._work, name="search", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Give up what is being searched and end the thread."""
        with self._turn:
            self._ends = self._overtaken = True
            self._turn.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (order := self._next()) is not None:
            try:
                self._do(order)
            except _Overtaken:
                continue
            except ProjectError as error:
                order.tell(Found(order.asked, trouble=str(error), done=True))
            except BaseException as error:  # told to the owner, who raises what is a fault of ours
                order.tell(error)

    def _next(self) -> Order | None:
        with self._turn:
            self._turn.wait_for(lambda: self._order is not None or self._ends)
            order, self._order = self._order, None
            self._overtaken = False
            return None if self._ends else order

    def _do(self, order: Order) -> None:
        kind = Copies if order.in_copies else Finding
        last: Found | None = None
        for found in kind(self._in_turn, order.asked, order.limit).steps():
            if self._overtaken:
                return
            if last is None or found.done or found.total or found.matches != last.matches:
                order.tell(found)
            last = found

    @contextmanager
    def _in_turn(self) -> Iterator[Connection]:
        if self._overtaken:
            raise _Overtaken
        with self._reading() as connection:
            yield connection


class _Overtaken(Exception):
    """Something else was asked meanwhile."""
