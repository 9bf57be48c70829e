"""Pictures of sources, scaled for the screen: decoded in a worker process, kept within a cap."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.model.capture import Capture
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.jobs import Jobs

MOST_BYTES = 32 << 20
"""How much memory the decoded pictures of a project may take."""

SIDES = (128, 256, 512, 1024, 2048)
"""The steps in which pictures are scaled: pixels of the longer side."""

_IDLE_MS = 10_000


@dataclass(frozen=True)
class Wanted:
    """A picture that someone wants to show, by its capture, with a side from `SIDES`."""

    capture: Capture
    side: int

    @property
    def key(self) -> tuple[str, int]:
        """What is kept of it: the hash of its bytes and the side."""
        return self.capture.sha256, self.side


class PictureStore(QObject):
    """Gives pictures that were decoded, and has those decoded that are wanted, one at a time.

    The bytes are read from the project here; nothing but the worker process interprets them.
    """

    arrived = Signal(str)
    """The SHA-256 of a picture that can now be had, or of which it is known that it cannot."""
    dropped = Signal(str, int)
    """SHA-256 and side of a picture that made room for others."""

    def __init__(self, project: Project, jobs: Jobs, parent: QObject) -> None:
        """Start empty; the worker process starts with the first picture."""
        super().__init__(parent)
        self._project = project
        self._jobs = jobs
        self._worker = Worker("picture")
        self._kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._failed: set[str] = set()
        self._wanted: dict[str, tuple[Wanted, ...]] = {}
        self._present: Wanted | None = None
        self._closed = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._worker.end)

    @property
    def bytes(self) -> int:
        """Memory that the kept pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def get(self, sha256: str, side: int) -> QImage | None:
        """Return a picture if it was decoded for this side."""
        image = self._kept.get((sha256, side))
        if image is not None:
            self._kept.move_to_end((sha256, side))
        return image

    def failed(self, sha256: str) -> bool:
        """Whether a picture cannot be shown."""
        return sha256 in self._failed

    def want(self, who: str, pictures: Iterable[Wanted]) -> None:
        """Have pictures decoded, in this order; what the same one wanted before is let go."""
        self._wanted[who] = tuple(pictures)
        self._go_on()

    def close(self) -> None:
        """Stop decoding, now."""
        self._closed = True
        self._wanted.clear()
        self._idle.stop()
        self._worker.interrupt()
        if self._present is None:
            self._worker.end()

    def _go_on(self) -> None:
        """Have the next picture decoded, unless one is under way."""
        following = self._next()
        if self._present is not None or following is None or self._closed:
            return
        try:
            original = self._project.original(following.capture)
        except (ProjectError, KeyError):
            self._take(None, following)
            return
        self._present = following
        self._idle.stop()
        name = following.capture.file_name
        scale = partial(_scaled, self._worker, name, original, following.side)
        job = self._jobs.run("", scale, drawing=True)
        job.done.connect(self._receive)
        job.cancelled.connect(self._call_off)

    def _next(self) -> Wanted | None:
        ahead = (one for pictures in self._wanted.values() for one in pictures)
        for one in ahead:
            if one.key not in self._kept and one.capture.sha256 not in self._failed:
                return one
        return None

    @Slot(object)
    def _receive(self, image: object) -> None:
        present, self._present = self._present, None
        if self._closed:
            self._worker.end()
            return
        self._idle.start()
        if present is not None:
            self._take(image if isinstance(image, QImage) else None, present)

    @Slot()
    def _call_off(self) -> None:
        self._present = None
        self._worker.end()

    def _take(self, image: QImage | None, wanted: Wanted) -> None:
        if image is None:
            self._failed.add(wanted.capture.sha256)
        else:
            self._kept[wanted.key] = image
            self._make_room()
        self.arrived.emit(wanted.capture.sha256)
        self._go_on()

    def _make_room(self) -> None:
        size = self.bytes
        while size > MOST_BYTES and len(self._kept) > 1:
            key, image = self._kept.popitem(last=False)
            size -= image.sizeInBytes()
            self.dropped.emit(*key)


def side_for(pixels: float) -> int:
    """Return the step that shows a picture sharp whose longer side takes so many pixels."""
    return next((side for side in SIDES if side >= pixels), SIDES[-1])


def _scaled(worker: Worker, name: str, original: bytes, side: int) -> QImage | None:
    """Return a picture as Qt paints it fastest; None where it cannot be decoded."""
    try:
        header, rgba = worker.ask({"name": name, "side": str(side)}, original)
    except WorkerGone:
        return None
    told: Mapping[str, object] = json.loads(header)
    if "refused" in told:
        return None
    width, height = told["width"], told["height"]
    assert isinstance(width, int)
    assert isinstance(height, int)
    form = QImage.Format.Format_RGBA8888_Premultiplied
    image = QImage(rgba, width, height, width * 4, form)
    # A copy in its own memory: the one above only looks at the bytes of the answer.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
