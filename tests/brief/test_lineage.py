"""Where key judgements come from: what is drawn is what is counted, with what limits it."""

from evidence_board.brief.content import build
from evidence_board.brief.figure_cards import Face
from evidence_board.brief.parts.lineage import LineageFigure, LineageFigures
from evidence_board.brief.plan import chosen, with_only
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.source import OriginGroup, Source
from tests.analysis.graphs import Case
from tests.brief.harbour import AT, PLAN, PROJECT, Held, harbour


def figures(held: Held | Case) -> tuple[LineageFigure, ...]:
    part = build(held, at=AT).part("lineage")
    assert part is None or isinstance(part, LineageFigures)
    return part.figures if part else ()


def faces(figure: LineageFigure) -> dict[str, Face]:
    return {one.key: face for one, face in zip(figure.chart.stations, figure.faces, strict=True)}


def routes(figure: LineageFigure) -> set[tuple[str, str, str]]:
    return {(one.nearer, one.type, one.farther) for one in figure.chart.routes}


def test_a_judgement_is_drawn_with_sources_relays_and_origins_of_what_supports_it() -> None:
    figure, *_ = figures(harbour())
    assert figure.claim.mark == "C3"
    assert ("answer", "asserts", "gazette") in routes(figure)
    assert ("courier", "paraphrases", "gazette") in routes(figure)
    assert ("gazette", "chain", "office") in routes(figure)
    parts = {one.key: one.part for one in figure.chart.stations}
    assert parts["answer"] == "claim"
    assert parts["gazette"] == "carrier"
    assert parts["office"] == "origin"
    assert not {"lifted", "forty"} & set(parts), "what supports it is in the routes"


def test_a_source_says_which_claims_it_carries_and_how() -> None:
    figure, *_ = figures(harbour())
    notes = faces(figure)["gazette"].notes
    assert "for C1, C6" in notes
    assert any("without saying whether it is so" in note for note in notes)


def test_what_is_drawn_is_what_is_counted() -> None:
    figure, *_ = figures(harbour())
    count = build(harbour(), at=AT).part("judgements")
    assert count is not None
    carriers = [one for one in figure.chart.routes if one.type == "asserts"]
    assert figure.base.startswith(f"{len(carriers)} sources, 1 to 3 independent origins")
    known = {one.root for one in figure.chart.stations if one.part == "origin" and one.known}
    other = {one.root for one in figure.chart.stations if one.part == "origin" and not one.known}
    assert (len(known), len(known | other)) == (1, 3)


def concluded(case: Case) -> Case:
    """Name every source by its id, and let a judgement rest on the claim."""
    for number, one in enumerate(case.all(Source), 1):
        case.records[one.id] = one.replace(title=one.id, number=number)
    case.add(Claim(id="j", number=9, kind="judgement", text="It is so.", rank=1))
    return case.add(Link(id="l", from_id="c", to_id="j", type="supports", reason="It says so"))


def judged() -> Case:
    """Return two files that go back to one office, and a judgement that rests on them."""
    case = Case().files("A", "B").origin("office")
    return concluded(case.says("A", "office").says("B", "office"))


def test_it_says_with_what_the_judgement_falls() -> None:
    (figure,) = figures(judged())
    assert figure.base.endswith("It falls with office alone.")
    assert "falls with it alone" in faces(figure)["office"].notes
    assert "falls with it alone" not in faces(figure)["B"].notes


def test_a_loop_is_told_at_the_sources_that_go_round() -> None:
    case = Case().files("A", "B").says("A").says("B")
    case.add(Citation(id="ab", from_id="A", to_id="B", type="quotes"))
    case.add(Citation(id="ba", from_id="B", to_id="A", type="quotes"))
    (figure,) = figures(concluded(case))
    marks = {key: face.mark for key, face in faces(figure).items()}
    assert f"circular with {marks['B']}" in faces(figure)["A"].notes
    assert f"circular with {marks['A']}" in figure.alt


def test_origins_of_one_group_have_its_name() -> None:
    figure, *_ = figures(harbour())
    assert ("town", "Town administration") in [(row.name, row.text) for row in figure.groups]
    assert isinstance(harbour().records["town"], OriginGroup)


def test_the_alternative_text_says_every_route_in_words() -> None:
    figure, *_ = figures(harbour())
    assert figure.alt.startswith("Origins of C3. 2 sources")
    assert "S1 Harbour Gazette carries C3." in figure.alt
    assert "S2 Evening Courier paraphrases S1 Harbour Gazette." in figure.alt


def test_without_a_source_behind_a_judgement_there_is_no_drawing() -> None:
    alone = Claim(id="j", number=1, kind="judgement", text="It is so.", rank=1)
    held = Held(PROJECT, PLAN, alone, Source(id="s", number=1, title="A letter"))
    assert figures(held) == ()
    assert "lineage" not in [part.name for part in build(held, at=AT).parts]


def test_what_is_muted_is_not_counted_in_the_drawing() -> None:
    part = build(judged(), at=AT, muted=frozenset({"office"})).part("lineage")
    assert isinstance(part, LineageFigures)
    assert part.figures[0].base.startswith("No source stands behind it")


def test_the_part_is_chosen_like_the_others() -> None:
    assert "lineage" in chosen(PLAN)
    assert "lineage" not in chosen(PLAN.replace(left_out=("lineage",)))
    assert "lineage" not in chosen(PLAN.replace(depth="one page"))
    assert "lineage" in chosen(with_only(PLAN, ("lineage",)))
