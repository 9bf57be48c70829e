"""The scales are those of their documents, and a number is never rounded in silence."""

import pytest

from evidence_board.model.scales import (
    CREDIBILITY,
    FACTUALITY,
    MARKINGS,
    RELIABILITY,
    SCALES,
    Scale,
)

ICD, PHIA, KENT = SCALES["icd203"], SCALES["phia"], SCALES["kent"]


def test_the_terms_and_their_ranges_are_those_of_the_documents() -> None:
    assert [(t.word, t.synonym, t.low, t.high) for t in ICD.terms] == [
        ("almost no chance", "remote", 1, 5),
        ("very unlikely", "highly improbable", 5, 20),
        ("unlikely", "improbable", 20, 45),
        ("roughly even chance", "roughly even odds", 45, 55),
        ("likely", "probable", 55, 80),
        ("very likely", "highly probable", 80, 95),
        ("almost certain", "nearly certain", 95, 99),
    ]
    assert [t.range for t in PHIA.terms] == [
        *("0–5 %", "10–20 %", "25–35 %", "40–<50 %", "55–75 %", "80–90 %", "95–100 %"),
    ]
    assert [t.range for t in KENT.terms] == [
        *("0 %", "2–12 %", "20–40 %", "40–60 %", "63–87 %", "87–99 %", "100 %"),
    ]


@pytest.mark.parametrize(
    ("border", "word"),
    [
        *((5, "very unlikely"), (20, "unlikely"), (45, "roughly even chance")),
        *((55, "roughly even chance"), (80, "likely"), (95, "very likely")),
        *((1, "almost no chance"), (99, "almost certain"), (50, "roughly even chance")),
        *((4.9, "almost no chance"), (5.1, "very unlikely")),
    ],
)
def test_a_number_on_a_shared_border_takes_the_term_nearer_the_middle(
    border: float, word: str
) -> None:
    assert ICD.at(border).word == word


@pytest.mark.parametrize(
    ("gap", "lower", "upper"),
    [
        (7, "remote chance (0–5 %)", "highly unlikely (10–20 %)"),
        (22, "highly unlikely (10–20 %)", "unlikely (25–35 %)"),
        (37, "unlikely (25–35 %)", "realistic possibility (40–<50 %)"),
        (50, "realistic possibility (40–<50 %)", "likely (55–75 %)"),
        (52, "realistic possibility (40–<50 %)", "likely (55–75 %)"),
        (77.5, "likely (55–75 %)", "highly likely (80–90 %)"),
        (92, "highly likely (80–90 %)", "almost certain (95–100 %)"),
    ],
)
def test_a_number_in_a_gap_of_phia_is_refused_with_its_neighbours(
    gap: float, lower: str, upper: str
) -> None:
    with pytest.raises(ValueError, match="lies in a gap") as refusal:
        PHIA.at(gap)
    assert str(refusal.value).endswith(f"Choose {lower} or {upper}.")


@pytest.mark.parametrize("edge", [10, 20, 25, 35, 40, 49.9, 55, 75, 80, 90, 95, 99.9, 5, 0.1])
def test_the_edges_of_phia_belong_to_their_terms(edge: float) -> None:
    term = PHIA.at(edge)
    assert term.low <= edge <= term.high


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize("percent", [0, 100, -1, 101, float("nan"), float("inf")])
def test_certainty_is_not_an_estimate(scale: Scale, percent: float) -> None:
    with pytest.raises(ValueError, match="are not estimates"):
        scale.at(percent)


def test_a_term_is_found_by_its_word_or_its_synonym_only() -> None:
    assert ICD.term("probable") is ICD.term("likely")
    assert ICD.term("realistic possibility") is None
    assert PHIA.term("probable") is PHIA.term("likely")
    assert [scale.term("") for scale in SCALES.values()] == [None, None, None]


def test_the_cells_of_a_scale_run_from_one_to_seven() -> None:
    for scale in SCALES.values():
        assert [term.cell for term in scale.terms] == list(range(1, 8))
        assert [term.low for term in scale.terms] == sorted(term.low for term in scale.terms)


def test_tlp_has_five_labels_in_order_of_strictness() -> None:
    strict = sorted(MARKINGS.values(), key=lambda marking: -marking.strictness)
    assert [marking.label for marking in strict] == [
        *("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"),
    ]
    assert MARKINGS["TLP:RED"].colour == "#FF2B2B"
    assert MARKINGS["TLP:AMBER"].colour == MARKINGS["TLP:AMBER+STRICT"].colour == "#FFC000"


def test_grades_have_definitions_and_unknown_is_said_to_be_unknown() -> None:
    assert "".join(RELIABILITY) == "ABCDEF"
    assert "".join(CREDIBILITY) == "123456"
    assert "cannot be judged" in RELIABILITY["F"]
    assert "cannot be judged" in CREDIBILITY["6"]
    assert list(FACTUALITY) == ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
