"""A brief of one page is one page, whatever there is to tell, and hides no contradiction."""

from pathlib import Path

import pytest

from evidence_board.brief.content import build
from evidence_board.brief.parts.judgements import MOST
from evidence_board.model.brief_plan import Paper
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.typeset.pdf import pdf
from tests.brief.harbour import AT, PLAN, PROJECT, Held, harbour
from tests.typeset.reading import problems_of, text_of
from tests.typeset.test_pdf import HOSTILE, hostile

ONE = PLAN.replace(depth="one page")


def words_of(held: Held, folder: Path, paper: Paper = "A4") -> list[str]:
    """Return the words of each page."""
    path = folder / "brief.pdf"
    path.write_bytes(pdf(build(held, at=AT, plan=ONE.replace(paper=paper)), at=AT))
    assert problems_of(path) == []
    return [" ".join(page.split()) for page in text_of(path).split("\f")[:-1]]


def clashing(pairs: int, judgements: int = 3) -> Held:
    """Return a case with so many contradictions, each between two claims with long texts."""
    long = "what the keepers of the lock wrote in their day books from spring to autumn " * 3
    claims = [
        Claim(
            id=f"c{n}", number=n, text=f"Claim {n}: {long}", rank=n if n <= judgements else None,
            kind="judgement" if n <= judgements else "reported", reason=long, confidence="low",
            likelihood="likely", likelihood_range=(55, 80),
        )
        for n in range(1, 2 * pairs + 1)
    ]  # fmt: skip
    links = [
        Link(id=f"l{n}", from_id=f"c{n}", to_id=f"c{n + pairs}", type="contradicts", reason=long)
        for n in range(1, pairs + 1)
    ]
    project = PROJECT.replace(title=long, question=long * 3, distribution=long, author=long)
    return Held(project, *claims, *links)


def test_the_harbour_has_room_with_its_contradictions_in_words(tmp_path: Path) -> None:
    (page,) = words_of(harbour(), tmp_path)
    assert "1 of 1" in page
    assert "C2 The crane stood still until April 2025 against C3" in page
    assert "Likelihood words, ICD 203" in page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("pairs", [3, 30])
def test_every_contradiction_is_told_and_if_by_its_marks_alone(
    tmp_path: Path, pairs: int, paper: Paper
) -> None:
    (page,) = words_of(clashing(pairs), tmp_path, paper)
    assert f"Contradictions, {pairs} open" in page
    told = page[page.index("Contradictions, ") :]
    for number in range(1, 2 * pairs + 1):
        assert f"C{number} " in told or f"C{number}." in told or f"C{number};" in told


def test_those_of_a_key_judgement_keep_their_words_longer(tmp_path: Path) -> None:
    (page,) = words_of(clashing(16, judgements=2), tmp_path)
    assert "C1 Claim 1: what the keepers" in page
    assert "C9 against C25" in page


def test_what_is_left_to_the_full_brief_is_told_by_its_number(tmp_path: Path) -> None:
    (page,) = words_of(clashing(70, judgements=MOST + 4), tmp_path)
    assert "The full brief has 4 more key judgements." in page
    assert "The full brief has 10 more contradictions." in page


def test_the_longest_texts_leave_it_one_page(tmp_path: Path) -> None:
    assert len(words_of(hostile(HOSTILE * 3), tmp_path)) == 1
    assert len(words_of(hostile("W" * 400), tmp_path)) == 1


def test_what_is_cut_says_so_by_an_ellipsis(tmp_path: Path) -> None:
    (page,) = words_of(clashing(3), tmp_path)
    assert "…" in page
