"""The pictures of a brief that is verified: made again of their originals, or those inside it."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field

from evidence_board.analysis.titles import mark_of
from evidence_board.analysis.view import Investigation
from evidence_board.brief import stamp
from evidence_board.brief.crops import MISSING, Crop, Crops, Wish, wishes
from evidence_board.brief.in_columns import InColumns
from evidence_board.brief.plan import plan_of
from evidence_board.brief.stamp import Stamp
from evidence_board.delivery import pictures
from evidence_board.delivery.attaching import TOOL
from evidence_board.delivery.cropping import cropping
from evidence_board.delivery.verification import Finding
from evidence_board.ingest.briefs import Inside
from evidence_board.model.brief_plan import BriefPlan

Progress = tuple[int, int]
Kept = Callable[[str], bytes | None]
_NO_ORIGINALS = (
    "Its pages were not checked: the pictures in it can only be made again of their originals. "
    "Give the project file, too."
)


@dataclass(frozen=True)
class Again:
    """The pictures to make the brief again with, what speaks against them, what is `missing`."""

    crops: Crops = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    missing: str = ""


def pictures_again(
    found: Stamp, held: Inside, base: Investigation, kept: Kept | None
) -> Generator[Progress, None, Again]:
    """Return the pictures that a stamp names, compared with the originals that are kept."""
    crops = {id: Crop(missing=word) for id, word in found.pictures.items() if word in MISSING}
    hashes = {id: word for id, word in found.pictures.items() if id not in crops}
    if not hashes:
        return Again(crops)
    inside, findings = yield from _inside(found, held, base, hashes)
    made = yield from _made(found, base, hashes, kept)
    for id, sha256 in hashes.items():
        if id in made and made[id].sha256 != sha256:
            findings += (_differing(found, base, id),)
    crops.update(made)
    crops.update(inside)
    lacks = hashes.keys() - crops.keys()
    return Again(crops, findings, _NO_ORIGINALS if lacks else "")


def _inside(
    found: Stamp, held: Inside, base: Investigation, hashes: Mapping[str, str]
) -> Generator[Progress, None, tuple[Crops, tuple[Finding, ...]]]:
    """Return the pictures that travel in the brief and are the ones that it was written with."""
    text = held.file(stamp.PICTURES)
    if text is None:
        gone = found.document and held.file(stamp.DOCUMENT) is not None
        said = f"The attached pictures ({stamp.PICTURES}) were taken out of it."
        return {}, (Finding("attachment", stamp.PICTURES, said),) if gone else ()
    try:
        told = pictures.from_text(text)
    except ValueError:
        told = {}
    crops = {id: Crop(told[id]) for id in hashes if Crop(told.get(id, b"")).sha256 == hashes[id]}
    for id in tuple(crops):
        if not (yield from pictures.sound(crops[id].png)):
            del crops[id]
    wrong = [_mark(base, id) for id in hashes if id not in crops]
    if not wrong:
        return crops, ()
    said = (
        f"The attached pictures ({stamp.PICTURES}) are not those that it was written with: "
        f"{', '.join(wrong[:5])}."
    )
    return crops, (Finding("attachment", stamp.PICTURES, said),)


def _made(
    found: Stamp, base: Investigation, hashes: Mapping[str, str], kept: Kept | None
) -> Generator[Progress, None, Crops]:
    """Return the pictures as they are made of the originals that are kept."""
    if kept is None:
        return {}
    plan = BriefPlan.model_validate(found.plan) if found.plan else plan_of(base)
    wished: list[Wish] = [one for one in wishes(InColumns(base), plan) if one.excerpt in hashes]
    made: list[tuple[str, Crop]] = []
    yield from cropping(wished, kept, made.append)
    return {id: crop for id, crop in made if crop.missing != "gone"}


def _differing(found: Stamp, base: Investigation, id: str) -> Finding:
    mark = _mark(base, id)
    if found.tool != TOOL:
        said = f"The picture of {mark} could not be checked: it was made with {found.tool}."
        return Finding("unchecked", mark, said)
    return Finding("picture", mark, f"The picture of {mark} is not what its original shows there.")


def _mark(base: Investigation, id: str) -> str:
    record = base.find(id)
    return (mark_of(record) if record is not None else "") or id
