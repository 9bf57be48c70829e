"""A brief made in a process of its own, so that no window waits and no text can hang it.

The process gets plain values and gives back the bytes, or a sentence; it ends by itself, after
60 seconds, or when it is told to.
"""

import multiprocessing
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from evidence_board.brief.content import Brief
from evidence_board.signals import unheard
from evidence_board.typeset.attachment import Attachment
from evidence_board.typeset.errors import TypesetError

LIMIT = 60.0
"""Seconds that a brief may take."""


class Typesetting:
    """One brief being typeset. Use as a context: leaving it ends the process.

    `result` waits; `ready` does not. A cancelled one has no result.
    """

    def __init__(
        self, brief: Brief, *, at: str, attached: Sequence[Attachment] = (), form: str = "pdf"
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._answer, there = context.Pipe(duplex=False)
        work = (there, replace(brief, at=at), tuple(attached), form)
        self._process = context.Process(target=_typeset, args=work, daemon=True)
        with unheard():
            self._process.start()
        there.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()

    @property
    def running(self) -> bool:
        """Whether the process is still at work."""
        return self._process.is_alive()

    def ready(self) -> bool:
        """Whether `result` would not wait."""
        return self._answer.poll()

    def result(self, limit: float = LIMIT) -> bytes:
        """Return what was made; TypesetError says in a sentence why there is none."""
        try:
            if not self._answer.poll(limit):
                raise TypesetError(f"The brief was not ready after {limit:g} seconds.")
            made = self._answer.recv()
        except (EOFError, OSError):
            raise TypesetError("Typesetting the brief was stopped.") from None
        finally:
            self.cancel()
        if isinstance(made, bytes):
            return made
        raise TypesetError(str(made))

    def cancel(self) -> None:
        """End the process; nothing is written anywhere."""
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()
        self._answer.close()


def made_in_child(
    brief: Brief,
    *,
    at: str,
    attached: Sequence[Attachment] = (),
    form: str = "pdf",
    limit: float = LIMIT,
) -> bytes:
    """Return the brief in a form, made in a process of its own. Raises TypesetError."""
    with Typesetting(brief, at=at, attached=attached, form=form) as work:
        return work.result(limit)


def _typeset(answer: Connection, brief: Brief, attached: tuple[Attachment, ...], form: str) -> None:
    from evidence_board.typeset.forms import made  # it takes memory that the window never needs

    try:
        content: bytes | str = made(form, brief, attached)
    except TypesetError as error:
        content = str(error)
    answer.send(content)
    answer.close()
