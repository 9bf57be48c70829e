"""The source list: held, cited only, origins; grade, capture, hash, where each is used."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.brief.case import Case, endnote_anchor, source_anchor
from evidence_board.brief.entries import point_name, reference_to
from evidence_board.brief.hashes import printed_hash
from evidence_board.brief.parts.front import reports_read
from evidence_board.brief.routes import listed_name
from evidence_board.brief.values import Grade, Part, Reference
from evidence_board.brief.wording import capital, counted, ended, listed
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.scales import RELIABILITY
from evidence_board.model.source import Source

SHOWN = 16
"""How many characters of a SHA-256 the table shows; the annex has all of them."""


@dataclass(frozen=True)
class ListedSource:
    """A row: `citation` follows the name; `descriptor` says what it could know and wants.

    `captured` and `hash` are empty for a source known through others only, `through` for one held.
    """

    anchor: str
    mark: str
    name: str
    citation: str
    published: str
    descriptor: str
    grade: Grade
    captured: str
    hash: str
    through: str
    group: str
    used_in: tuple[Reference, ...]
    endnotes: tuple[Reference, ...]


@dataclass(frozen=True)
class Sources(Part):
    """Sources that are kept, sources known through others, and origins; a summary of them all."""

    held: tuple[ListedSource, ...]
    cited: tuple[ListedSource, ...]
    origins: tuple[ListedSource, ...]
    summary: str


def sources(case: Case) -> Sources | None:
    """Return the source list; None while there are no sources."""
    held = tuple(_listed(case, one) for one in case.sources if case.held(one.id))
    others = [one for one in case.sources if not case.held(one.id)]
    cited = tuple(_listed(case, one) for one in others if one.origin_kind is None)
    origins = tuple(_listed(case, one) for one in others if one.origin_kind is not None)
    return Sources(held, cited, origins, _summary(case)) if case.sources else None


def _summary(case: Case) -> str:
    """Return the source summary statement: how many, from when, how reliable."""
    held = [one for one in case.sources if case.held(one.id)]
    rest = [one for one in case.sources if not case.held(one.id) and one.origin_kind is None]
    origins = [one for one in case.sources if one.origin_kind is not None]
    span = reports_read(case)
    told = [
        f"The brief rests on {counted(len(held), 'held source')}"
        f"{f', published {span}' if span else ''}.",
        f"They lead to {len(rest)} more that {'was' if len(rest) == 1 else 'were'} not read here."
        if rest
        else "",
        _origins_told(origins),
        _letters("held sources", held),
        _letters("origins", origins),
    ]
    return " ".join(one for one in told if one)


def _origins_told(origins: Sequence[Source]) -> str:
    if not origins:
        return "No origin behind them is recorded."
    known = sum(one.origin_kind == "identified" for one in origins)
    interested = sum(bool(one.interest.strip()) for one in origins)
    bound = f"; an interest of {interested} is recorded" if interested else ""
    return f"{capital(counted(len(origins), 'origin'))}, {known} of them identified{bound}."


def _letters(name: str, sources: Sequence[Source]) -> str:
    """Return how many have each reliability; who has none is told apart."""
    if not sources:
        return ""
    found: Counter[str] = Counter(one.reliability or "" for one in sources)
    told = [f"{found[letter]} {letter}" for letter in RELIABILITY if found[letter]]
    told += [f"{found['']} not graded"] if found[""] else []
    return f"Reliability of the {name}: {', '.join(told)}."


def _listed(case: Case, source: Source) -> ListedSource:
    capture = case.view.capture_of(source.id)
    return ListedSource(
        source_anchor(source.id),
        source.mark,
        listed_name(source),
        _citation(source),
        edtf_words(source.published),
        _descriptor(source, held=capture is not None),
        Grade(source.reliability or "", ""),
        stamp_words(capture.captured_at) if capture else "",
        printed_hash(capture.sha256, SHOWN) if capture else "",
        "" if capture else _through(case, source),
        point_name(case, source.group) if source.group else "",
        tuple(reference_to(claim) for claim in case.used_in.get(source.id, ())),
        _endnotes(case, source),
    )


def _citation(source: Source) -> str:
    """Return what follows the name: the authors, the title, the section, the dateline."""
    title = f"“{source.title}”" if source.title and source.publisher else ""
    found = (listed(source.authors) if source.authors else "", title, source.section)
    return ", ".join(words for words in (*found, source.dateline) if words)


def _endnotes(case: Case, source: Source) -> tuple[Reference, ...]:
    """Return the endnotes that give words of this source."""
    numbers = sorted(
        case.endnotes[said.id]
        for claim in case.used_in.get(source.id, ())
        for said in case.assertions.get(claim.id, ())
        if said.source == source.id and said.id in case.endnotes
    )
    return tuple(Reference(str(number), endnote_anchor(number)) for number in numbers)


def _descriptor(source: Source, *, held: bool) -> str:
    """Return the source descriptor: relation, fidelity if held, access, interest, standing."""
    found = [
        "" if source.relation in ("unknown", "original") else f"{source.relation} its original",
        f"fidelity {source.fidelity}" if source.fidelity and held else "",
        f"access: {source.access.strip()}" if source.access.strip() else "",
        f"interest: {source.interest.strip()}" if source.interest.strip() else "",
        "" if source.standing == "current" else source.standing,
        source.reliability_reason.strip(),
    ]
    return " ".join(capital(ended(words)) for words in found if words)


def _through(case: Case, source: Source) -> str:
    """Return through whom a source is known, and how that one passes it on."""
    ways: dict[str, str] = {}
    for citation in case.citations_to.get(source.id, ()):
        ways[citation.from_id] = BY_KEY[citation.type].inverse.removeprefix("is ")
    for id in case.named_by.get(source.id, ()):
        ways.setdefault(id, "through")
    marks: dict[str, list[str]] = {}
    for id, way in ways.items():
        carrier = case.source(id)
        if carrier is not None:
            marks.setdefault(way, []).append(carrier.mark)
    told = [f"{way} {listed(held)}" for way, held in marks.items()]
    return "; ".join(told) or "not cited by a source here"
