"""What a station of the chart shows, as plain values: name, grade, figures, hedges, signs."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_board.analysis.chart import UNTRACED, Chart, Route, Station
from evidence_board.analysis.dates import edtf_words
from evidence_board.brief.origins import badge
from evidence_board.brief.routes import hedge_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.canvas.faces import Face, face_of, kind_of, tr
from evidence_board.ui.document import Document
from evidence_board.ui.lineage.figures import Figures

MOST_CHIPS = 2


@dataclass(frozen=True)
class Sign:
    """A mark of a station in words, behind an icon, in the colour of a status."""

    icon: str
    words: str
    level: str = "warn"


@dataclass(frozen=True)
class Sight:
    """What a station shows; a claim has its ``face`` instead of most of it.

    ``chips`` are figures as given; one that is empty says that none was given. ``cut`` says that
    the claim falls with this one alone or with the fewest of which this is one, ``gone`` that it
    is taken for gone.
    """

    station: Station
    kind: str
    mark: str
    title: str
    aside: str = ""
    letter: str | None = None
    chips: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    dashed: bool = False
    cut: bool = False
    gone: bool = False
    face: Face | None = None


@dataclass(frozen=True)
class Marks:
    """What is known of a claim by counting, to be marked at the stations."""

    single: AbstractSet[str] = frozenset()
    cut: AbstractSet[str] = frozenset()
    gone: AbstractSet[str] = frozenset()


def sights_of(document: Document, chart: Chart, marks: Marks, figures: Figures) -> dict[str, Sight]:
    """Return what each station shows, by its key."""
    said = _said_through(document, chart)
    once: dict[str, tuple[str | None, str]] = {}
    return {
        one.key: _claim(document, one)
        if one.part == "claim"
        else _source(
            document, chart, one, marks, _told(document, said.get(one.key, ()), figures, once)
        )
        for one in chart.stations
    }


def spoken(sight: Sight, *, selected: bool) -> str:
    """Return how a station is read aloud: kind, mark, title, what it gave, what it is marked as."""
    parts = [*parts_of(sight), *([tr("selected")] if selected else [])]
    return ". ".join(part.rstrip(".") for part in parts) + "."


def parts_of(sight: Sight) -> tuple[str, ...]:
    """Return all that a station tells, whole, also where its drawing has no room for it."""
    if sight.face is not None:
        badged = sight.face.badge.text if sight.face.badge else ""
        parts = [f"{tr('Claim')} {sight.mark}", sight.title, badged]
    else:
        word = {"carrier": tr("Source"), "relay": tr("Relay"), "origin": tr("Origin")}
        chips = (chip or tr("no figure") for chip in sight.chips)
        signs = (sign.words for sign in sight.signs)
        head = f"{word[sight.station.part]} {sight.mark}".strip()
        parts = [head, sight.title, sight.aside, *chips, *sight.notes, *signs]
    return tuple(part for part in parts if part)


def name_of(document: Document, station: Station) -> str:
    """Return what a station is called."""
    record = document.project.find(station.record)
    if isinstance(record, OriginGroup):
        return record.label
    if station.key.startswith(UNTRACED):
        return tr("Origin not traced")
    if isinstance(record, Source):
        return record.affiliation or record.name if station.members else record.name
    return record.mark if isinstance(record, Claim) else station.record


def _claim(document: Document, station: Station) -> Sight:
    claim = document.project.get(Claim, station.record)
    counts = document.counts
    face = face_of(
        claim, document.project, lambda one: badge(counts.origins(one)), gone=counts.muted
    )
    return Sight(station, face.kind, claim.mark, claim.text, face=face)


def _source(
    document: Document,
    chart: Chart,
    station: Station,
    marks: Marks,
    told: tuple[tuple[str, ...], tuple[str, ...]],
) -> Sight:
    record = document.project.find(station.record)
    source = record if isinstance(record, Source) else None
    untraced = station.key.startswith(UNTRACED)
    ids = {station.record, station.root, *station.members} if not untraced else {station.root}
    kind = "origin" if station.part == "origin" else kind_of(source)
    if station.part != "origin" and kind in ("origin", "actor"):
        kind = "source"
    chips, notes = told
    return Sight(
        station,
        kind,
        source.mark if source and not untraced else "",
        name_of(document, station),
        _aside(station, source, untraced=untraced),
        (source.reliability or "") if source and not untraced else None,
        chips,
        notes,
        tuple(_signs(document, chart, station, ids, marks)),
        dashed=not station.known or (not station.held and station.part != "origin"),
        cut=not untraced and not ids & marks.gone and bool(ids & (marks.single | marks.cut)),
        gone=bool(ids & marks.gone) or (not untraced and _took_back(source)),
    )


def _took_back(source: Source | None) -> bool:
    return source is not None and source.standing == "retracted"


def _aside(station: Station, source: Source | None, *, untraced: bool) -> str:
    if untraced:
        return tr("behind {name}").format(name=source.mark if source else "?")
    if station.members:
        return tr("{number} as one").format(number=len(station.members))
    words = edtf_words(source.published) if source and source.published else ""
    if station.part == "origin":
        return words if station.held else ", ".join(x for x in (words, tr("not held")) if x)
    return words if station.held else tr("cited only")


def _signs(
    document: Document, chart: Chart, station: Station, ids: AbstractSet[str], marks: Marks
) -> Iterable[Sign]:
    if station.key.startswith(UNTRACED):
        return  # what is told of its source stands there
    if ids & marks.gone:
        yield Sign("eye-off", tr("muted"))  # nothing more falls with what is gone already
    elif ids & marks.single:
        yield Sign("split", tr("falls with it alone"))
    elif ids & marks.cut:
        yield Sign("split", tr("in the smallest cut"))
    if station.looped:
        loops = (loop for loop in chart.loops if station.record in loop)
        for loop in loops:
            names = (document.project.find(one) for one in loop if one != station.record)
            others = ", ".join(one.mark for one in names if isinstance(one, Source))
            yield Sign("refresh-cw", tr("circular with {others}").format(others=others), "error")
    record = document.project.find(station.record)
    if isinstance(record, Source) and record.standing != "current":
        words = tr("retracted") if record.standing == "retracted" else tr("corrected")
        yield Sign("triangle-alert", words, "error")
    if isinstance(record, Source) and record.kind == "register" and station.part == "origin":
        yield Sign("info", tr("public record: one basis for all"), "info")
    if isinstance(record, Source) and record.origin_kind == "anonymous" and record.affiliation:
        words = tr("unnamed, {affiliation}").format(affiliation=record.affiliation)
        yield Sign("info", words, "info")
    if station.part == "origin" and not station.known:
        yield Sign("circle-question-mark", tr("not identified"))


def _said_through(document: Document, chart: Chart) -> Mapping[str, Sequence[Assertion]]:
    """Return for each station the assertions that pass through it."""
    ahead: dict[str, list[Route]] = {}
    for route in chart.routes:
        ahead.setdefault(route.nearer, []).append(route)
    found: dict[str, dict[str, Assertion]] = {}
    for route in chart.routes:
        if route.type != "asserts":
            continue
        records = (document.project.find(one) for one in route.records)
        said = {one.id: one for one in records if isinstance(one, Assertion)}
        for key in _passed(route.farther, ahead):
            found.setdefault(key, {}).update(said)
    return {key: tuple(said.values()) for key, said in found.items()}


def _passed(key: str, ahead: Mapping[str, Sequence[Route]]) -> Iterable[str]:
    found = {key: None}
    left = [key]
    while left:
        for route in ahead.get(left.pop(), ()):
            for one in (*route.via, route.farther):
                if one not in found:
                    found[one] = None
                    left.append(one)
    return found


def _told(
    document: Document,
    said: Iterable[Assertion],
    figures: Figures,
    once: dict[str, tuple[str | None, str]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the figures and the hedges with which assertions tell their claims, each once.

    ``once`` keeps those of each assertion: it passes through many stations.
    """
    chips: dict[str, None] = {}
    notes: dict[str, None] = {}
    for one in said:
        if one.id not in once:
            figure = figures.of(document.project.get(Claim, one.claim), one)
            once[one.id] = figure, f"“{one.hedge}”" if one.hedge else hedge_of(one)
        figure, hedge = once[one.id]
        if figure is not None:
            chips[figure] = None
        if hedge:
            notes[hedge] = None
        if one.partial:
            notes[tr("in part")] = None
    if len(chips) > 1:
        chips.pop("", None)
    return tuple(chips)[:MOST_CHIPS], tuple(notes)[:2]
