"""Where each key judgement comes from: held sources, what they cite, origins, as a drawing."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from evidence_board.analysis.chart import UNTRACED, Chart, Route, Station, chart_of
from evidence_board.analysis.closure import passed_by
from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.brief.case import Case
from evidence_board.brief.entries import point_name, reference_to
from evidence_board.brief.figure_cards import Face, claim_face, source_face
from evidence_board.brief.origins import origins_sentence
from evidence_board.brief.routes import NOT_TRACED, hedge_of
from evidence_board.brief.values import Part, Reference, Row
from evidence_board.brief.wording import capital, counted, listed, short
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source

NAMES = "chain"
"""The type of a route that only the chain of a statement tells of."""


@dataclass(frozen=True)
class LineageFigure:
    """Where one claim comes from, from left to right.

    `faces` say what the stations of the chart show, in their order; `groups` are origins that count
    as one, each by its root with its name. `base` says in sentences what the claim rests on and
    what it falls with, `alt` says the whole drawing in words.
    """

    claim: Reference
    chart: Chart
    faces: tuple[Face, ...]
    groups: tuple[Row, ...]
    base: str
    alt: str


@dataclass(frozen=True)
class LineageFigures(Part):
    """The key judgements that rest on a source, in their order."""

    figures: tuple[LineageFigure, ...]


def lineage(case: Case) -> LineageFigures | None:
    """Return where the key judgements come from; None where no source stands behind one."""
    found = tuple(one for claim in case.key_judgements if (one := _figure(case, claim)))
    return LineageFigures(found) if found else None


def _figure(case: Case, claim: Claim) -> LineageFigure | None:
    chart = _chart(case, claim)
    if len(chart.stations) < 2:
        return None
    falls = independence_of(case.view, claim.id, case.ground)
    faces = tuple(_face(case, chart, one, falls) for one in chart.stations)
    base = " ".join((origins_sentence(case.origins.get(claim.id)), *_falls(case, falls)))
    roots = dict.fromkeys(one.root for one in chart.stations if one.part == "origin")
    return LineageFigure(
        reference_to(claim),
        chart,
        faces,
        tuple(Row(root, point_name(case, root)) for root in roots),
        base,
        alt_of(chart, dict(zip((one.key for one in chart.stations), faces, strict=True)), base),
    )


def _chart(case: Case, claim: Claim) -> Chart:
    """Return the chart of a claim, with what supports it taken into the routes to its sources."""
    whole = chart_of(case.view, claim.id, case.ground)
    passed, _ = passed_by(case.view, claim.id, case.ground)
    routes: dict[tuple[str, str], Route] = {}
    for route in whole.routes:
        if route.type == "supports" or (route.type == "asserts" and route.nearer not in passed):
            continue
        ends = (claim.id if route.type == "asserts" else route.nearer, route.farther)
        known = routes.get(ends)
        records = (*(known.records if known else ()), *route.records)
        routes[ends] = replace(route, nearer=ends[0], records=records)
    reached = _reached(claim.id, routes)
    stations = tuple(one for one in whole.stations if one.key in reached)
    kept = tuple(route for route in routes.values() if route.nearer in reached)
    return Chart(claim.id, stations, kept, whole.loops)


def _reached(start: str, routes: Iterable[tuple[str, str]]) -> AbstractSet[str]:
    ahead: dict[str, list[str]] = {}
    for nearer, farther in routes:
        ahead.setdefault(nearer, []).append(farther)
    found, left = {start}, [start]
    while left:
        for one in ahead.get(left.pop(), ()):
            if one not in found:
                found.add(one)
                left.append(one)
    return found


def _face(case: Case, chart: Chart, one: Station, falls: Independence) -> Face:
    if one.part == "claim":
        return claim_face(case, case.view.get(Claim, one.record))
    source = case.source(one.record)
    if one.key.startswith(UNTRACED):
        mark = source.mark if source else "?"
        return Face("origin", "", capital(NOT_TRACED), notes=(f"behind {mark}",), held=False)
    if source is None:
        return Face("origin", "", point_name(case, one.record))
    face = source_face(case, source)
    kind = "origin" if one.part == "origin" and face.kind == "source" else face.kind
    if one.part != "origin" and kind in ("origin", "actor"):
        kind = "source"
    date = face.detail if one.held or source.published else ""
    notes = (date, *_notes(case, chart, one, source, falls))
    return replace(face, kind=kind, detail="", notes=tuple(note for note in notes if note))


def _notes(
    case: Case, chart: Chart, one: Station, source: Source, falls: Independence
) -> Iterable[str]:
    """Yield what is to be known of a station: hedges, figures, what falls with it, loops."""
    for route in chart.routes:
        if route.type == "asserts" and route.farther == one.key:
            yield from _told(case, route)
    ids = {one.record, one.root, *one.members} - {""}
    if ids & set(falls.single_points):
        yield "falls with it alone"
    elif len(falls.cut) > 1 and ids & set(falls.cut):
        yield "in the smallest cut"
    if one.looped:
        others = {id for loop in chart.loops if one.record in loop for id in loop} - {one.record}
        marks = [found.mark for found in case.sources if found.id in others]
        yield f"circular with {listed(marks)}" if marks else "circular"
    if source.standing != "current":
        yield source.standing
    if one.part == "origin" and not one.known:
        yield "not identified"


def _told(case: Case, route: Route) -> Iterable[str]:
    """Yield for what a source tells, and how: the claims it carries, its figures and hedges."""
    said = [one for id in route.records if isinstance(one := case.view.find(id), Assertion)]
    claims = [one for id in dict.fromkeys(one.claim for one in said) if (one := case.claim(id))]
    if any(one.id != route.nearer for one in claims):
        yield f"for {', '.join(one.mark for one in sorted(claims, key=lambda one: one.number))}"
    figures = dict.fromkeys(figure for one in said if (figure := _figure_given(case, one)))
    hedges = dict.fromkeys(hedge for one in said if (hedge := hedge_of(one)))
    words = [f"“{figure}”" for figure in figures] + list(hedges)
    if said and all(one.partial for one in said):
        words.append("in part")
    if words:
        yield ", ".join(words)


def _figure_given(case: Case, said: Assertion) -> str:
    """Return the figure of a claim where its words stand in the excerpt."""
    claim, excerpt = case.claim(said.claim), case.excerpt_of(said)
    stated = claim.quantity.get("stated") if claim else None
    is_there = isinstance(stated, str) and excerpt is not None and stated in excerpt.exact
    return str(stated) if is_there else ""


def _falls(case: Case, falls: Independence) -> Iterable[str]:
    """Yield in a sentence what the claim falls with."""
    points = [id for id in falls.single_points if not case.link(id) and not case.claim(id)]
    names = dict.fromkeys(point_name(case, id) for id in points)
    if names:
        yield f"It falls with {' alone, and with '.join(names)} alone."
    elif falls.cut_origins and falls.cut_origins > 1:
        yield f"{counted(falls.cut_origins, 'origin')} must fall before it does."


def alt_of(chart: Chart, faces: Mapping[str, Face], base: str) -> str:
    """Return a chart in words: who carries the claim, and who has it from whom."""

    def name(key: str) -> str:
        face = faces[key]
        return f"{face.mark} {face.title}".strip() if key != chart.claim else face.mark

    said = [f"Origins of {name(chart.claim)}. {base}"]
    for route in chart.routes:
        if route.type == "asserts":
            said.append(f"{name(route.farther)} carries {name(route.nearer)}.")
        else:
            said.append(f"{name(route.nearer)} {word_of(route)} {name(route.farther)}.")
    said += [
        f"{name(one.key)}: {'; '.join(faces[one.key].notes)}."
        for one in chart.stations
        if faces[one.key].notes
    ]
    return short(" ".join(said), 6_000)


def word_of(route: Route) -> str:
    """Return what a route between sources is called."""
    return "names" if route.type == NAMES else BY_KEY[route.type].word
