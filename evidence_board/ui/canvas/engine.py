"""The layout engine in a process of its own: it holds the interpreter while it works."""

import multiprocessing
from collections.abc import Generator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType
from typing import Self

import numpy as np

from evidence_board.ui.canvas.engine_worker import answer
from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.canvas.layering import GAP, STEP, in_ranks

SECONDS, ALL_SECONDS = 5.0, 8.0
"""How long the engine may take for cards that hang together, and for all that are tidied."""
MOST_CARDS, MOST_LINKS = 2_000, 3_000
"""Up to how many cards and links are shown to it at all: more have never been done in time."""
_PAUSE = 0.04


class Engine:
    """Lays out cards by their links. Use as a context: leaving it ends the process at once.

    What it cannot do, or not in time, stands in simple ranks.
    """

    def __init__(self, seconds: float = SECONDS, all_seconds: float = ALL_SECONDS) -> None:
        self._seconds, self._left = seconds, all_seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    @property
    def process(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._process.pid if self._process else None

    def __call__(self, sizes: Floats, links: Ints) -> Generator[None, None, Floats]:
        """Return the top left corner of each card; yields while the engine is at work."""
        places: Floats | None = None
        if len(sizes) <= MOST_CARDS and len(links) <= MOST_LINKS and self._left > 0:
            start = monotonic()
            places = yield from self._asked(sizes, links, start + min(self._seconds, self._left))
            self._left -= monotonic() - start
        return in_ranks(sizes, links) if places is None else places

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
        if self._pipe is not None:
            self._pipe.close()

    def _asked(
        self, sizes: Floats, links: Ints, deadline: float
    ) -> Generator[None, None, Floats | None]:
        """Return what the engine answers, None if nothing until the deadline."""
        pipe = self._pipe if self._process and self._pipe else self._started()
        try:
            pipe.send((sizes.tolist(), links.tolist(), GAP, STEP))
            while not pipe.poll(_PAUSE):
                if monotonic() > deadline:
                    self.end()
                    return None
                yield
            answered = pipe.recv()
        except (EOFError, OSError):  # it needed more memory than it may use, say
            self.end()
            return None
        if answered is None:
            return None
        corners = np.array(answered, dtype=np.float64).reshape(-1, 2)
        places: Floats = np.round(corners / STEP) * STEP
        return places

    def _started(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._pipe = here
        self._process = context.Process(target=answer, args=(there,), daemon=True)
        self._process.start()
        there.close()
        return here
