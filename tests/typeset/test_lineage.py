"""Drawings of where a judgement comes from: legible, inside the page, parted where too large."""

from itertools import combinations
from pathlib import Path

import pytest

from evidence_board.brief.content import build
from evidence_board.brief.parts.lineage import LineageFigure, LineageFigures
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.typeset.drawing import Drawing, DrawnCard
from evidence_board.typeset.forms import made
from evidence_board.typeset.lineage import SCALES, drawings_of
from evidence_board.typeset.pdf import pdf
from evidence_board.typeset.plain import Json
from evidence_board.typeset.sheets import ROOMS
from evidence_board.typeset.values import Values, values_of
from tests.analysis.graphs import Case
from tests.brief.harbour import AT, PLAN, Held, harbour
from tests.typeset.forms import read_docx, read_html, read_markdown
from tests.typeset.reading import problems_of, text_of


def figure_of(held: Held | Case) -> LineageFigure:
    part = build(held, at=AT).part("lineage")
    assert isinstance(part, LineageFigures)
    return part.figures[0]


def many(files: int, relays: int = 0) -> Case:
    """Return a judgement that rests on so many files, each with relays and an origin of its own."""
    case = Case()
    for number in range(files):
        passed = [f"R{number}-{step}" for step in range(relays)]
        case.files(f"F{number}").origin(f"O{number}")
        for relay in passed:
            case.add(Source(id=relay))
        case.says(f"F{number}", *passed, f"O{number}")
    for number, one in enumerate(case.all(Source), 1):
        case.records[one.id] = one.replace(title=one.id, number=number)
    case.add(Claim(id="j", number=9, kind="judgement", text="It is so. " * 30, rank=1))
    case.add(Link(id="l", from_id="c", to_id="j", type="supports", reason="It says so"))
    return case


def inside(drawing: Drawing) -> bool:
    across, down = ROOMS["A4"].landscape if drawing.landscape else ROOMS["A4"].portrait
    return drawing.width <= across + 0.5 and drawing.height <= down + 0.5


def apart(one: DrawnCard, other: DrawnCard) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def test_a_small_one_is_one_drawing_with_a_head_over_each_column() -> None:
    (drawing,) = drawings_of(figure_of(harbour()))
    assert inside(drawing)
    assert [head.words for head in drawing.heads][:2] == ["Judgement", "2 sources held"]
    assert drawing.heads[-1].words == "1 origin, 2 not known"


@pytest.mark.parametrize(("files", "relays"), [(1, 0), (9, 1), (40, 0), (24, 3)])
def test_every_drawing_fits_its_page_and_no_card_covers_another(files: int, relays: int) -> None:
    drawings = drawings_of(figure_of(many(files, relays)))
    for drawing in drawings:
        assert inside(drawing)
        assert drawing.scale >= SCALES[-1]
        assert all(apart(*pair) for pair in combinations(drawing.cards, 2))
    drawn = {card.face.mark for drawing in drawings for card in drawing.cards}
    assert len(drawn) == 1 + files * (2 + relays)


def test_parts_say_which_they_are_and_each_has_its_own_words() -> None:
    drawings = drawings_of(figure_of(many(40)))
    assert len(drawings) > 2
    assert drawings[0].caption.startswith(f"Origins of C9, part 1 of {len(drawings)}. 40 sources")
    assert len({drawing.alt for drawing in drawings}) == len(drawings)
    shares = [len(drawing.cards) for drawing in drawings]
    assert max(shares) - min(shares) <= 2  # a source and what it leads to
    assert sum(shares) / len(shares) > 2 * 7


def test_lines_lead_from_the_source_to_the_judgement_and_on_to_the_origin() -> None:
    (drawing,) = drawings_of(figure_of(many(1)))
    claim, source, origin = sorted(drawing.cards, key=lambda card: card.x)
    carries, names = drawing.lines
    assert carries.points[0][0] == pytest.approx(source.x)
    assert carries.points[-1][0] == pytest.approx(claim.x + claim.width)
    assert carries.heading == (-1.0, 0.0)
    assert names.points[-1][0] == pytest.approx(origin.x)
    assert names.heading == (1.0, 0.0)


def test_in_the_pdf_it_is_tagged_and_its_cards_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf(build(many(30, 2), at=AT), at=AT))
    assert problems_of(path) == []
    words = " ".join(text_of(path).split())
    assert "Origins of each judgement" in words
    assert "Origins of C9, part 1 of" in words


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_every_form_without_pages_has_it(form: str) -> None:
    plan = PLAN.replace(left_out=("lineage",))
    with_it, without = (
        words_of(form, made(form, build(harbour(), at=AT, plan=one))) for one in (PLAN, plan)
    )
    assert "Origins of C3. 2 sources" in with_it
    assert "Origins of C3. 2 sources" not in without


def words_of(form: str, found: bytes) -> str:
    if form == "html":
        return read_html(found)[0].words
    return read_markdown(found)[0].words if form == "md" else read_docx(found).words


def test_a_figure_that_did_not_change_keeps_its_drawings_and_one_that_did_has_its_own() -> None:
    case = Case().files("F").origin("O")
    case.says("F", "O")
    for rank, judgement in enumerate(("j", "k"), 1):
        case.add(Claim(id=judgement, number=8 + rank, kind="judgement", text="So.", rank=rank))
        case.add(Link(id=f"l{rank}", from_id="c", to_id=judgement, type="supports", reason="Yes"))
    values = Values()
    before = drawn(values.of(build(case, at=AT)))
    case.add(case.get(Claim, "k").replace(text="It is otherwise."))
    changed = build(case, at=AT)
    after = drawn(values.of(changed))
    assert len(after) == len(before) == 2
    assert after[0] is before[0]
    assert after == drawn(values_of(changed)) != before


def drawn(values: dict[str, Json]) -> list[Json]:
    brief = values["brief"]
    assert isinstance(brief, dict)
    parts = brief["parts"]
    assert isinstance(parts, list)
    content = next(
        one["content"] for one in parts if isinstance(one, dict) and one["name"] == "lineage"
    )
    assert isinstance(content, dict)
    drawings = content["drawings"]
    assert isinstance(drawings, list)
    return drawings
