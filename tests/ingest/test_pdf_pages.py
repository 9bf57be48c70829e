"""Pages of a PDF as the worker tells them: sizes, parts that are drawn, the places of words."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pages import USUAL_SIZE, Letters, PageReader, Part
from evidence_board.ingest.process import Worker, WorkerGone
from tests.ingest.asked import taken
from tests.ingest.printed import FIRST, SECOND, pdf, written

SQUARE = "1 0 0 rg 0 300 100 100 re f"
"""Operators that fill the upper left quarter of the height, and a third of the width, with red."""


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker("pdf") as started:
        yield started


def boxes(letters: Letters) -> npt.NDArray[np.float32]:
    found = np.frombuffer(letters.boxes, np.float32).reshape(-1, 4)
    assert len(found) == len(letters.text)
    return found


def whole(page: int, width: int, height: int) -> Part:
    return Part(page, (width, height), 0, 0, width, height)


def test_sizes_are_those_of_pages_as_they_are_shown(worker: Worker) -> None:
    turned = pdf(FIRST, SECOND, page="/Rotate 90")
    assert PageReader(worker, "a", "1").sizes(turned) == ((400, 300), (400, 300))
    cropped = pdf(FIRST, page="/CropBox [0 0 200 100]")
    assert PageReader(worker, "a", "2").sizes(cropped) == ((200, 100),)


def test_a_size_that_cannot_be_shown_is_taken_for_the_usual_one(worker: Worker) -> None:
    assert PageReader(worker, "a", "1").sizes(pdf(FIRST, size="0.2 400")) == (USUAL_SIZE,)


def test_a_part_is_the_same_as_that_part_of_the_whole(worker: Worker) -> None:
    reader = PageReader(worker, "a", "1")
    drawn = reader.drawn(whole(1, 300, 400), pdf(SQUARE + " " + FIRST)).rgba
    part = reader.drawn(Part(1, (300, 400), 50, 40, 100, 80), b"").rgba
    pixels = np.frombuffer(drawn, np.uint8).reshape(400, 300, 4)
    assert tuple(pixels[50, 90]) == (255, 0, 0, 255)
    assert tuple(pixels[390, 290]) == (255, 255, 255, 255)
    cut = np.frombuffer(part, np.uint8).reshape(80, 100, 4)
    assert np.array_equal(cut, pixels[40:120, 50:150])


def test_the_document_is_sent_once_and_again_to_a_new_process(worker: Worker) -> None:
    reader = PageReader(worker, "a", "1")
    reader.sizes(pdf(FIRST))
    known = [reader.knows]
    assert reader.letters(1, b"").text.startswith("Bridge of Harwick")
    worker.end()
    with pytest.raises(WorkerGone):
        reader.letters(1, b"")
    known.append(reader.knows)
    assert known == [True, False]
    assert reader.letters(1, pdf(FIRST)).text.startswith("Bridge of Harwick")


def test_another_document_takes_the_place_of_the_first(worker: Worker) -> None:
    one, other = PageReader(worker, "a", "1"), PageReader(worker, "b", "2")
    one.sizes(pdf(FIRST, SECOND))
    assert len(other.sizes(pdf(FIRST))) == 1
    assert len(one.sizes(pdf(FIRST, SECOND))) == 2


def test_the_words_of_a_page_are_its_part_of_the_text(worker: Worker) -> None:
    divided = written("A crack was found in the pier of the old bri\\255", "dge of Harwick")
    original = pdf(FIRST, divided, SECOND)
    reader, text = PageReader(worker, "a", "1"), taken("a.pdf", original).text
    told = [reader.letters(page, original).text for page in (1, 2, 3)]
    assert "".join(f"{one}\f" for one in told) == text


def test_each_character_has_its_place_on_the_page(worker: Worker) -> None:
    letters = PageReader(worker, "a", "1").letters(1, pdf(FIRST))
    found = boxes(letters)
    left, top, right, bottom = found[letters.text.index("Bridge")]
    assert left == pytest.approx(20 / 300, abs=0.002)
    assert top < 1 - 360 / 400 < bottom  # the base line is 360 points above the lower edge
    assert left < right
    below = found[letters.text.index("Monday")]
    assert below[1] > bottom
    assert not found[letters.text.index("\n")].any()


def test_places_follow_the_turn_and_the_crop_of_the_page(worker: Worker) -> None:
    letters = PageReader(worker, "a", "1").letters(1, pdf(FIRST, page="/Rotate 90"))
    left, top, right, _ = boxes(letters)[letters.text.index("Bridge")]
    assert left < 360 / 400 < right
    assert top == pytest.approx(20 / 300, abs=0.002)
    cropped = boxes(
        PageReader(worker, "a", "2").letters(1, pdf(FIRST, page="/CropBox [10 200 310 400]"))
    )
    assert cropped[0][0] == pytest.approx(10 / 300, abs=0.002)
    assert cropped[0][1] < 1 - 160 / 200 < cropped[0][3]


def test_characters_that_take_two_places_shift_no_others(worker: Worker) -> None:
    table = "begincmap 1 beginbfchar <41> <D83CDF09> endbfchar endcmap"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 30 0 R >>"
    stream = f"<< /Length {len(table)} >>\nstream\n{table}\nendstream"
    original = pdf(written("the A A quay", "is closed"), objects={3: font, 30: stream})
    plain = pdf(written("the A A quay", "is closed"))
    letters = PageReader(worker, "a", "1").letters(1, original)
    assert letters.text.startswith("the 🌉 🌉 quay")
    expected = boxes(PageReader(worker, "a", "2").letters(1, plain))
    assert np.allclose(boxes(letters), expected)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (whole(3, 30, 40), "“a” has no page 3."),
        (whole(0, 30, 40), "“a” has no page 0."),
        (whole(1, 90_000, 90_000), "A picture of so many pixels is not drawn."),
        (whole(1, 0, 40), "A picture of so many pixels is not drawn."),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(
    worker: Worker, part: Part, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        PageReader(worker, "a", "1").drawn(part, pdf(FIRST, SECOND))


def test_a_document_that_is_damaged_is_refused_in_a_sentence(worker: Worker) -> None:
    with pytest.raises(Refused, match="is cut off or damaged"):
        PageReader(worker, "a", "1").sizes(b"%PDF-1.7\n")


def test_a_page_that_takes_too_long_ends_the_worker_not_the_program() -> None:
    # Each form draws the next one ten times over.
    forms = {
        20 + level: f"<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject "
        f"<< /X {21 + level} 0 R >> >> /Length 59 >>\nstream\n{'/X Do ' * 10:<59}\nendstream"
        for level in range(9)
    }
    forms[29] = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Length 27 >>\n"
        "stream\n0 0 m 300 400 l 300 0 l B  \nendstream"
    )
    original = pdf("/X Do", objects=forms, resources="/XObject << /X 20 0 R >>")
    with Worker("pdf", seconds=1) as worker:
        reader = PageReader(worker, "a", "1")
        with pytest.raises(WorkerGone):
            reader.drawn(whole(1, 300, 400), original)
        assert len(reader.sizes(original)) == 1


def test_an_interrupted_worker_leaves_no_process() -> None:
    worker = Worker("pdf")
    worker.start()
    process = worker._process
    assert process is not None
    worker.interrupt()
    assert process.returncode is not None
    with pytest.raises(WorkerGone):
        PageReader(worker, "a", "1").sizes(pdf(FIRST))
    assert worker._process is None
