"""What is read: a source with its words, and excerpts taken from them."""

from dataclasses import dataclass

from evidence_board.ingest.fetching.places import can_be_captured
from evidence_board.ingest.formats import PDF
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.reader.dragging import DraggedExcerpt
from evidence_board.ui.wording import translate


@dataclass(frozen=True)
class Reading:
    """A source, its newest capture, and the text of that; both None when it is cited only."""

    source: Source
    capture: Capture | None
    text: str

    @classmethod
    def of(cls, project: Project, source: Source) -> "Reading":
        """Return what there is to read of a source."""
        capture = project.capture_of(source.id)
        return cls(source, capture, project.text(capture) if capture else "")

    @property
    def picture(self) -> Capture | None:
        """The capture, if it holds a picture: then there are no words."""
        held = self.capture
        is_picture = held is not None and held.media_type.startswith("image/") and not self.text
        return held if is_picture else None

    @property
    def printed(self) -> Capture | None:
        """The capture, if it has pages that can be shown as they look: a PDF."""
        held = self.capture
        return held if held is not None and held.media_type == PDF.media_type else None

    def excerpt(self, span: tuple[int, int]) -> Excerpt:
        """Return the excerpt of a span, without the blank space at its ends."""
        capture = self.capture.id if self.capture else None
        return excerpt_of(self.source.id, capture, self.text, *trimmed(self.text, span))

    def dragged(self, span: tuple[int, int]) -> DraggedExcerpt | None:
        """Return a span as it is dragged; None where nothing is held or it is only blank."""
        start, end = trimmed(self.text, span)
        if self.capture is None or start == end:
            return None
        return DraggedExcerpt(self.source.id, self.capture.id, start, end)


def trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a span without the blank space at its ends."""
    start, end = span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, end - (len(words) - len(words.rstrip())))


def instead(source: Source | None) -> str:
    """Return what is said in the place of a text that is not there."""
    if source is None:
        return translate("ReaderView", "Choose a source on the left to read it here.")
    if source.url and can_be_captured(source.url):
        return translate(
            "ReaderView",
            "The page of this source is not held here. Capture page, on the right, fetches it.",
        )
    return translate(
        "ReaderView",
        "The words of this source are not held here: it is known through other sources only.",
    )
