"""A discrepancy in words: both sources, what does not fit, and what was said of it."""

from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.wording import translate

_LONGEST = 60


def pair_of(pair: Discrepancy, project: Project) -> str:
    """Return the marks of both sources of a discrepancy, and what it is about."""
    marks = " · ".join(_source_of(id, project) for id in (pair.one, pair.other))
    return translate("Conflicts", "{marks}: {kind}").format(marks=marks, kind=pair.kind)


def state_of(pair: Discrepancy, project: Project) -> str:
    """Return the words of both places, and what was said of them."""
    found = (project.find(id) for id in (pair.one, pair.other))
    quoted = (f"“{_short(one.exact)}”" for one in found if isinstance(one, Excerpt))
    verdict = pair.verdict or translate("Conflicts", "no verdict yet")
    return translate("Conflicts", "{words}: {verdict}").format(
        words=" ≠ ".join(quoted), verdict=verdict
    )


def _source_of(excerpt_id: str, project: Project) -> str:
    excerpt = project.find(excerpt_id)
    source = project.find(excerpt.source) if isinstance(excerpt, Excerpt) else None
    return source.mark if isinstance(source, Source) else "–"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
