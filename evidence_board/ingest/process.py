"""The worker process from outside: started once for a batch, asked, and ended when it is slow."""

import fcntl
import json
import os
import selectors
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Literal, Self, TypeAlias

from evidence_board.ingest.formats import Subject
from evidence_board.ingest.frames import frame, missing, progress_of, taken_off
from evidence_board.signals import unheard

_PIPE = 1 << 20

SECONDS = 10.0
"""How long one file may take."""
_GLANCE = 0.1
"""So often, in seconds, it can be told how far an answer is, and it can be given up."""

Task: TypeAlias = Subject | Literal["fetch"]
"""What a worker is for: to read one subject, or to fetch a page from the web."""

VERBS: Mapping[Task, str] = {
    "text": "--read-text-worker",
    "document": "--read-document-worker",
    "pdf": "--read-pdf-worker",
    "picture": "--read-picture-worker",
    "fetch": "--fetch-worker",
}
"""The arguments with which a frozen program starts as one of the workers."""

_MODULES: Mapping[Task, tuple[str, str]] = {
    "text": ("worker", ""),
    "document": ("document_worker", "lxml"),
    "pdf": ("pdf_worker", "pypdfium2"),
    "picture": ("picture_worker", "PIL"),
    "fetch": ("fetch_worker", ""),
}
"""What each worker runs, and the library that it reads with."""
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); sys.path.extend(sys.argv[2:]);"
    "from evidence_board.ingest.{module} import main; main()"
)


class WorkerGone(Exception):
    """The worker gave no answer; the text ends a sentence that begins with the file's name."""


class Worker:
    """A process that interprets bytes; it starts with the first question, and again after an end.

    Neither Qt nor the records are imported in it, so that it starts in some 50 ms; a library is
    where the subject needs one, for another 50.
    """

    def __init__(self, subject: Task = "text", seconds: float = SECONDS) -> None:
        self._subject = subject
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._interrupted = False
        self._turn = Lock()
        self._busy = False

    def __enter__(self) -> Self:
        """Return itself; leaving ends the process."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.end()

    def start(self) -> None:
        """Start the process ahead of the first question, if there is none."""
        self._begin()
        try:
            if self._process is None:
                self._started()
        finally:
            self._rest(ends=False)

    def ask(self, header: Mapping[str, object], body: bytes) -> tuple[bytes, bytes]:
        """Return header (JSON) and body of the answer; WorkerGone where there is none in time."""
        steps = self.asking(header, body)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                answer: tuple[bytes, bytes] = end.value
                return answer

    def asking(
        self, header: Mapping[str, object], body: bytes
    ) -> Generator[tuple[int, int], None, tuple[bytes, bytes]]:
        """Ask as `ask` does, and yield (done, of how many) at each glance meanwhile.

        Closing it ends the process. How many there are is 0 as long as that is not known.
        """
        self._begin()
        answered = False
        try:
            process = self._process or self._started()
            question = frame(json.dumps(header).encode(), body)
            answer = yield from self._exchange(process, question)
            answered = True
            return answer
        finally:
            self._rest(ends=not answered)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with process:
                pass

    def interrupt(self) -> None:
        """Let every question, also one that waits in another thread now, end with WorkerGone.

        No process is left: of one that is asked now, the asking thread sees the end.
        """
        with self._turn:
            self._interrupted = True
            process = self._process
            if process is not None:
                process.kill()
            if not self._busy:
                self.end()

    def _begin(self) -> None:
        with self._turn:
            self._busy = True

    def _rest(self, *, ends: bool) -> None:
        with self._turn:
            self._busy = False
            if ends or self._interrupted:
                self.end()

    def _started(self) -> subprocess.Popen[bytes]:
        command = _command(self._subject)
        with unheard():
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._process = process
        if self._interrupted:  # while the process was started
            process.kill()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)
            _widen(pipe.fileno())
        return process

    def _exchange(
        self, process: subprocess.Popen[bytes], question: bytes
    ) -> Generator[tuple[int, int], None, tuple[bytes, bytes]]:
        """Write and read as far as each side is ready, until an answer is whole."""
        assert process.stdin is not None
        assert process.stdout is not None
        deadline = monotonic() + self._seconds
        left, received = memoryview(question), bytearray()
        told = far = (0, 0)
        with selectors.DefaultSelector() as ready:
            ready.register(process.stdin, selectors.EVENT_WRITE)
            ready.register(process.stdout, selectors.EVENT_READ)
            while True:
                if monotonic() >= deadline:
                    raise WorkerGone(f"took longer than {self._seconds:g} seconds to read.")
                for key, _ in ready.select(_GLANCE):
                    if key.fileobj is process.stdin:
                        left = left[_write(process.stdin.fileno(), left) :]
                        if not left:
                            ready.unregister(process.stdin)
                    else:
                        received += _read(process.stdout.fileno())
                while not missing(received):
                    header, body = taken_off(received)
                    if header:
                        if told != far:  # it came together with the answer
                            yield far
                        return header, body
                    far = progress_of(body)
                told = far
                yield far


def _widen(pipe: int) -> None:
    """Let more go through a pipe at a time, where that can be asked for.

    Between two pieces this thread waits for Python's lock, which others may hold for 5 ms each.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # the system may allow less
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _write(pipe: int, part: memoryview) -> int:
    try:
        return os.write(pipe, part[:_PIPE])
    except BrokenPipeError as problem:
        raise WorkerGone("needs more memory to read than it may use.") from problem


def _read(pipe: int) -> bytes:
    part = os.read(pipe, _PIPE)
    if not part:
        raise WorkerGone("needs more memory to read than it may use.")
    return part


def _command(subject: Task) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, VERBS[subject]]
    root = Path(__file__).resolve().parents[2]
    module, library = _MODULES[subject]
    libraries = []
    if library:
        found = find_spec(library)  # found, not imported: nothing is interpreted in this process
        assert found is not None
        assert found.origin is not None
        libraries.append(str(Path(found.origin).parents[1]))
    start = _START.format(module=module)
    return [sys.executable, "-I", "-S", "-c", start, str(root), *libraries]
