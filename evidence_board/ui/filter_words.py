"""Filters of the find field: what each may say as it is typed, and what to tell of a wrong one."""

import re
from collections.abc import Iterator, Mapping

from evidence_board.analysis.tags import in_order
from evidence_board.model.note import Tag
from evidence_board.model.scales import CREDIBILITY, RELIABILITY
from evidence_board.model.source import Source
from evidence_board.project.asked import FILTERS, KINDS
from evidence_board.project.project import Project
from evidence_board.ui.hits import Hit
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

_LAST = re.compile(rf'(?:^|\s)(({"|".join(FILTERS)}):("[^"]*|\S*))$', re.IGNORECASE)
_MOST = 12
_MEANINGS: Mapping[str, str] = {
    "kind": QT_TRANSLATE_NOOP("FilterWords", "sources, texts, claims, notes, ..."),
    "source": QT_TRANSLATE_NOOP("FilterWords", "what is of one source, by mark or name"),
    "grade": QT_TRANSLATE_NOOP("FilterWords", "a letter, a digit, or both"),
    "date": QT_TRANSLATE_NOOP("FilterWords", "a year, month or day, or from..to"),
    "tag": QT_TRANSLATE_NOOP("FilterWords", "what has a tag"),
}
_RULES: Mapping[str, str] = {
    "kind": QT_TRANSLATE_NOOP("FilterWords", "Kinds are {0}."),
    "source": QT_TRANSLATE_NOOP("FilterWords", "Type a mark such as S3, or how a name begins."),
    "grade": QT_TRANSLATE_NOOP("FilterWords", "Type A to F, 1 to 6, or both, such as B2."),
    "date": QT_TRANSLATE_NOOP(
        "FilterWords", "Type 2024, 2024-05, 2024-05-07, 2024-05.. or ..2024-05."
    ),
    "tag": QT_TRANSLATE_NOOP("FilterWords", "Type how a tag begins."),
}


def offers(project: Project, typed: str) -> tuple[Hit, ...]:
    """Return what the filter at the end of what is typed may say; all filters for nothing."""
    if not typed.strip():
        return tuple(
            Hit(f"filter:{word}", begun, translate("FilterWords", told), "search", fills=begun)
            for word, told in _MEANINGS.items()
            for begun in (f"{word}:",)
        )
    found = _LAST.search(typed)
    if found is None:
        return ()
    before, word = typed[: found.start(1)], found[2].lower()
    begun = found[3].lstrip('"').casefold()
    made = []
    for value, told in _values(project, word):
        if begun and begun in (value.casefold(), told.casefold()):
            continue
        if value.casefold().startswith(begun) or told.casefold().startswith(begun):
            quoted = f'"{value}"' if " " in value else value
            fills = f"{before}{word}:{quoted} "
            made.append(Hit(f"filter:{value}", f"{word}:{quoted}", told, "search", fills=fills))
        if len(made) == _MOST:
            break
    return tuple(made)


def not_understood(filters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield for each filter that says nothing that it does, and what it may say."""
    for one in filters:
        word = one.partition(":")[0].lower()
        rule = translate("FilterWords", _RULES[word]).format(", ".join(KINDS))
        yield translate("FilterWords", "Not understood: {0}").format(one), rule


def unknown(filters: tuple[str, ...]) -> Iterator[str]:
    """Yield a sentence for each filter that names what is not there."""
    for one in filters:
        word, _, name = one.partition(":")
        told = (
            translate("FilterWords", "No tag begins with “{0}”.")
            if word == "tag"
            else translate("FilterWords", "No source is called “{0}”.")
        )
        yield told.format(name)


def _values(project: Project, word: str) -> Iterator[tuple[str, str]]:
    """Yield what a filter may say, and what that means."""
    if word == "kind":
        yield from ((kind, "") for kind in KINDS)
    elif word == "grade":
        yield from RELIABILITY.items()
        yield from CREDIBILITY.items()
    elif word == "tag":
        yield from ((tag.label, "") for tag in in_order(project.all(Tag)))
    elif word == "source":
        numbers, titles, names = project.columns(Source, "number", "title", "publisher")
        for number, title, name in zip(numbers, titles, names, strict=True):
            yield f"S{number}", str(name or title)
    else:
        yield from _years(project)


def _years(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the years in which sources appeared, and from then on, the newest first."""
    (dates,) = project.columns(Source, "published")
    years = (re.search(r"\d{4}", str(one)) for one in set(dates) if one)
    for year in sorted({found[0] for found in years if found}, reverse=True):
        yield year, ""
        yield f"{year}..", translate("FilterWords", "from {0} on").format(year)
