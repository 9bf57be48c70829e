"""Which parts a brief has: the choice, the order, the depth, and what nobody can leave out."""

from evidence_board.brief.content import PARTS, build
from evidence_board.brief.plan import CHOICES, DEFAULT, chosen, ordered, plan_of, with_only
from evidence_board.model.brief_plan import BriefPlan
from tests.brief.harbour import AT, PLAN, PROJECT, Held, harbour


def names(plan: BriefPlan) -> list[str]:
    return [part.name for part in build(harbour(), at=AT, plan=plan).parts]


def test_every_part_can_be_chosen_and_stands_where_the_table_has_it() -> None:
    assert [choice.name for choice in CHOICES] == [name for name, _ in PARTS]


def test_without_a_plan_the_brief_has_everything_on_a4() -> None:
    assert plan_of(Held(PROJECT)) == DEFAULT
    assert (DEFAULT.depth, DEFAULT.paper) == ("full annex", "A4")
    assert "originals" not in names(DEFAULT.replace(depth="standard"))
    assert {"sources", "endnotes", "originals", "method"} <= set(names(DEFAULT))


def test_each_depth_has_what_the_one_before_has_and_more() -> None:
    one, standard, full = (
        set(names(PLAN.replace(depth=depth))) for depth in ("one page", "standard", "full annex")
    )
    assert one < standard < full


def test_the_first_page_alone_still_lists_the_contradictions() -> None:
    assert "contradictions" in names(PLAN.replace(depth="one page"))


def test_what_is_left_out_is_not_there_but_what_is_fixed_stays() -> None:
    plan = PLAN.replace(left_out=("boards", "front", "contradictions"))
    assert set(names(PLAN)) - set(names(plan)) == {"boards"}


def test_parts_come_in_the_order_of_the_plan_after_the_title() -> None:
    plan = PLAN.replace(parts=("sources", "front", "gaps", "answer"))
    given = names(plan)
    assert given[0] == "front"
    assert given.index("sources") < given.index("gaps") < given.index("answer")


def test_a_part_that_the_plan_does_not_know_stands_after_the_one_before_it_by_default() -> None:
    known = tuple(choice.name for choice in reversed(CHOICES) if choice.name != "basis")
    order = ordered(PLAN.replace(parts=("of a later version", *known)))
    assert order.index("basis") == order.index("changes") + 1
    assert sorted(order) == sorted(choice.name for choice in CHOICES)


def test_only_some_parts_are_taken_with_the_depth_that_they_need() -> None:
    plan = with_only(BriefPlan(depth="one page"), ("originals", "sources"))
    assert plan.depth == "full annex"
    assert chosen(plan) == ("front", "contradictions", "originals", "sources")


def test_the_note_to_the_reader_and_the_number_stand_on_the_front_page() -> None:
    made = build(harbour(), at=AT, plan=PLAN.replace(audience=" Read the gaps. "), issue=2)
    assert "Read the gaps." in repr(made.part("front"))
    assert "Row(name='Issue', text='2')" in repr(made.part("front"))
    assert "draft" in repr(build(harbour(), at=AT).part("front"))
