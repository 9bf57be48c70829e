"""What the parts, depths and papers of a brief are called in the language of the interface."""

from collections.abc import Mapping

from evidence_board.brief.plan import DEPTHS as DEPTHS
from evidence_board.model.brief_plan import Depth, Paper
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

PAPERS: tuple[Paper, ...] = ("A4", "Letter")

_PARTS: Mapping[str, str] = {
    "front": QT_TRANSLATE_NOOP("BriefPart", "Title and question"),
    "answer": QT_TRANSLATE_NOOP("BriefPart", "Answer"),
    "judgements": QT_TRANSLATE_NOOP("BriefPart", "Key judgements"),
    "changes": QT_TRANSLATE_NOOP("BriefPart", "What changed since the last issue"),
    "basis": QT_TRANSLATE_NOOP("BriefPart", "What this rests on"),
    "legend": QT_TRANSLATE_NOOP("BriefPart", "Scales"),
    "key_claims": QT_TRANSLATE_NOOP("BriefPart", "Each judgement in full"),
    "lineage": QT_TRANSLATE_NOOP("BriefPart", "Origins of each judgement"),
    "boards": QT_TRANSLATE_NOOP("BriefPart", "Board figures"),
    "other_claims": QT_TRANSLATE_NOOP("BriefPart", "Claims behind the judgements"),
    "contradictions": QT_TRANSLATE_NOOP("BriefPart", "Contradictions"),
    "discrepancies": QT_TRANSLATE_NOOP("BriefPart", "Discrepancies"),
    "timeline": QT_TRANSLATE_NOOP("BriefPart", "Timeline"),
    "gaps": QT_TRANSLATE_NOOP("BriefPart", "What is not known"),
    "sources": QT_TRANSLATE_NOOP("BriefPart", "Sources"),
    "endnotes": QT_TRANSLATE_NOOP("BriefPart", "Endnotes: exact words"),
    "pictures": QT_TRANSLATE_NOOP("BriefPart", "Pictures of marked parts"),
    "originals": QT_TRANSLATE_NOOP("BriefPart", "Originals and hashes"),
    "open_points": QT_TRANSLATE_NOOP("BriefPart", "Open points"),
    "method": QT_TRANSLATE_NOOP("BriefPart", "Method note"),
}
_DEPTHS: Mapping[Depth, str] = {
    "one page": QT_TRANSLATE_NOOP("BriefDepth", "One page"),
    "standard": QT_TRANSLATE_NOOP("BriefDepth", "Standard"),
    "full annex": QT_TRANSLATE_NOOP("BriefDepth", "Full annex"),
}


def part_words(name: str) -> str:
    """Return what a part is called."""
    return translate("BriefPart", _PARTS[name])


def depth_words(depth: Depth) -> str:
    """Return what a depth is called."""
    return translate("BriefDepth", _DEPTHS[depth])
