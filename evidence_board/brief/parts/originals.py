"""The originals in full: file name, size, capture, how the text was got, whole SHA-256."""

from dataclasses import dataclass

from evidence_board.analysis.dates import stamp_words
from evidence_board.brief.case import Case, is_altered, source_anchor
from evidence_board.brief.hashes import printed_hash
from evidence_board.brief.redaction import NO_HASH
from evidence_board.brief.values import Part, Reference
from evidence_board.model.capture import Capture

ALTERED = "ALTERED: the stored copy does not have this SHA-256 any more"


@dataclass(frozen=True)
class Original:
    """One capture; both hashes in full, of the text none where there is no text."""

    source: Reference
    file_name: str
    size: str
    media_type: str
    captured: str
    method: str
    sha256: str
    text_sha256: str


@dataclass(frozen=True)
class Originals(Part):
    """The captures, by the number of their source."""

    rows: tuple[Original, ...]


def originals(case: Case) -> Originals | None:
    """Return the captures; None while nothing is held."""
    order = {source.id: place for place, source in enumerate(case.sources)}
    held = sorted(case.view.all(Capture), key=lambda one: order.get(one.source, len(order)))
    return Originals(tuple(_original(case, capture) for capture in held)) if held else None


def _original(case: Case, capture: Capture) -> Original:
    source = case.source(capture.source)
    by = f" by {capture.captured_by}" if capture.captured_by else ""
    got = ", by ".join(word for word in (capture.text_method, capture.tool) if word)
    told = got if capture.text_length else f"no text: {capture.remark or 'nothing'}"
    if is_altered(case, capture):
        told = f"{ALTERED}; {told}"
    return Original(
        Reference(source.mark if source else "?", source_anchor(capture.source)),
        capture.file_name,
        "size redacted" if capture.sha256 == NO_HASH else f"{capture.size:,} bytes",
        capture.media_type,
        f"{stamp_words(capture.captured_at)}{by}",
        told,
        printed_hash(capture.sha256),
        printed_hash(capture.text_sha256) if capture.text_length else "",
    )
