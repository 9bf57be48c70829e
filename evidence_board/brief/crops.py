"""Pictures of marked parts: which of them a brief shows, and what became of each."""

import hashlib
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from evidence_board.analysis.view import Columned, Investigation
from evidence_board.brief.plan import chosen
from evidence_board.model.assertion import Assertion
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.region import Region

PART = "pictures"
"""The name of the part of a brief that shows them."""

Missing = Literal["gone", "altered", "damaged", "redacted", "not made"]
"""Why a part has no picture: its original is not held, or is not what was captured, or cannot be
shown; nobody can look through a picture for what is blacked out; or none was made."""
MISSING: tuple[Missing, ...] = get_args(Missing)


@dataclass(frozen=True)
class Crop:
    """The PNG of a marked part, or why there is none."""

    png: bytes = b""
    missing: Missing | Literal[""] = ""

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the PNG, empty where there is none."""
        return hashlib.sha256(self.png).hexdigest() if self.png else ""

    @property
    def file_name(self) -> str:
        """What the PNG is called among the files of a form."""
        return f"{self.sha256[:32]}.png"

    @property
    def told(self) -> str:
        """What a stamp says of it: the hash, or why there is none."""
        return self.sha256 or self.missing


NOT_MADE = Crop(missing="not made")
Crops = Mapping[str, Crop]
"""The pictures by the ids of their excerpts."""


@dataclass(frozen=True)
class Cropped:
    """The picture of a marked part as another process is told it; None where it is not shown."""

    excerpt: str
    crop: Crop | None


@dataclass(frozen=True)
class Wish:
    """A part that is to be shown: of which excerpt, of which capture and page, which part."""

    excerpt: str
    capture: Capture | None
    page: int
    region: Region


def wishes(view: Columned, plan: BriefPlan) -> tuple[Wish, ...]:
    """Return the parts that a brief shows, by excerpt: those on which a claim rests."""
    return tuple(_wishes(view)) if PART in chosen(plan) else ()


def _wishes(view: Columned) -> Iterator[Wish]:
    for id, fields in zip(*view.columns(Excerpt, "id", "region"), strict=True):
        if fields is None or not any(isinstance(one, Assertion) for one in view.referrers(str(id))):
            continue
        one = view.get(Excerpt, str(id))
        region = Region.of(one.region)
        if region is not None:
            yield Wish(one.id, capture_of(view, one), one.page or 1, region)


def capture_of(view: Investigation, excerpt: Excerpt) -> Capture | None:
    """Return the capture in which something was marked, else the newest of its source."""
    marked = view.find(excerpt.capture) if excerpt.capture else None
    return marked if isinstance(marked, Capture) else view.capture_of(excerpt.source)


def size_of(png: bytes) -> tuple[int, int]:
    """Return how wide and high a PNG is, in pixels."""
    across, down = struct.unpack(">II", png[16:24])
    return int(across), int(down)
