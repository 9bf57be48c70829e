"""The picture that a card shows: its size, and its pixels once they were decoded."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from evidence_board.model.capture import Capture
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project

if TYPE_CHECKING:
    from evidence_board.ui.canvas.faces import Face

MAT = 5.0
"""The white margin round a picture."""

TALLEST, LEAST = 240.0, 40.0
"""Between which heights a picture is shown on a card that follows its shape."""

_USUAL_SIZE = (4, 3)


@dataclass(frozen=True)
class CardPicture:
    """A picture by the hash of its bytes, its own width and height, and how it can be shown.

    ``side`` is the step for which ``image`` was scaled; without an image the place of the picture
    is shown. A picture that is ``broken`` stays so.
    """

    sha256: str
    size: tuple[int, int]
    side: int = 0
    image: QImage | None = field(default=None, compare=False, repr=False)
    broken: bool = False

    def shown(self, side: int, image: QImage | None, *, broken: bool) -> "CardPicture":
        """Return this picture with other pixels."""
        return replace(self, side=side, image=image, broken=broken)


def is_picture(record: Record | None) -> bool:
    """Whether a record is a source that is a picture."""
    return isinstance(record, Source) and record.kind == "image" and record.origin_kind is None


def capture_of_picture(record: Record | None, project: Project) -> Capture | None:
    """Return the capture that holds the picture of a record, if there is one."""
    if record is None or not is_picture(record):
        return None
    capture = project.capture_of(record.id)
    return capture if capture is not None and capture.media_type.startswith("image/") else None


def picture_of(record: Record | None, project: Project) -> CardPicture | None:
    """Return the picture of a record, without its pixels."""
    capture = capture_of_picture(record, project)
    if capture is None:
        return None
    return CardPicture(capture.sha256, capture.picture_size or _USUAL_SIZE)


def height_of_picture(size: tuple[int, int] | None, width: float) -> float:
    """Return how high a picture of a size is shown on a card of a width, px at 100 %."""
    across, down = size or _USUAL_SIZE
    return min(max((width - 2 * MAT) * down / across, LEAST), TALLEST)


def fitted(size: tuple[int, int], box: QRectF) -> QRectF:
    """Return the largest place in a box that has the shape of a picture, in its middle."""
    across, down = size
    share = min(box.width() / across, box.height() / down)
    width, height = across * share, down * share
    left, top = box.center().x() - width / 2, box.center().y() - height / 2
    return QRectF(left, top, width, height)


class ShownPictures:
    """The decoded pictures that the cards of a board show now, by the hash of their bytes."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, QImage | None, bool]] = {}

    def on(self, face: "Face") -> "Face":
        """Return a face with the pixels of its picture, where they are known."""
        known = self._known.get(face.picture.sha256) if face.picture is not None else None
        if face.picture is None or known is None:
            return face
        side, image, broken = known
        return replace(face, picture=face.picture.shown(side, image, broken=broken))

    def take(self, sha256: str, side: int, image: QImage | None, *, broken: bool) -> bool:
        """Show a picture from now on; False if it is shown like this already."""
        known = self._known.get(sha256)
        if known is not None and (known[0], known[2]) == (side, broken):
            return False
        self._known[sha256] = side, image, broken
        return True

    def drop(self, sha256: str, side: int) -> bool:
        """Show a picture no more if it is the one for this side; says whether it was."""
        known = self._known.get(sha256)
        if known is None or known[0] != side:
            return False
        del self._known[sha256]
        return True
