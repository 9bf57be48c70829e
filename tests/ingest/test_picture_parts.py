"""Parts of a picture as the worker tells them: turned as it says, at any size."""

from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pages import PageReader, Part
from evidence_board.ingest.process import Worker
from tests.ingest.drawn import drawn


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker("picture") as started:
        yield started


def on_its_side(size: tuple[int, int]) -> bytes:
    """Return a picture, red at the left and blue at the right once it is turned."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x0112] = 6
    made = BytesIO()
    picture.rotate(90, expand=True).save(made, "PNG", exif=exif)
    return made.getvalue()


def test_a_picture_is_a_page_as_large_as_it_is_shown(worker: Worker) -> None:
    assert PageReader(worker, "a", "1").sizes(on_its_side((60, 40))) == ((60, 40),)


def test_a_part_is_that_of_the_turned_picture(worker: Worker) -> None:
    reader = PageReader(worker, "a", "1")
    reader.sizes(on_its_side((60, 40)))
    rgba = reader.drawn(Part(1, (120, 80), 40, 10, 40, 20), b"").rgba
    pixels = np.frombuffer(rgba, np.uint8).reshape(20, 40, 4)
    assert tuple(pixels[10, 5]) == (255, 0, 0, 255)
    assert tuple(pixels[10, 35]) == (0, 0, 255, 255)


def test_what_lets_the_ground_through_is_shown_on_white(worker: Worker) -> None:
    made = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(made, "PNG")
    rgba = PageReader(worker, "a", "1").drawn(Part(1, (10, 10), 0, 0, 10, 10), made.getvalue()).rgba
    assert set(rgba) == {255}


@pytest.mark.parametrize(
    "part",
    [
        Part(1, (100, 100), 90, 0, 20, 20),
        Part(1, (100, 100), 0, -1, 20, 20),
        Part(1, (100, 100), 0, 0, 0, 20),
        Part(1, (90_000, 90_000), 0, 0, 90_000, 90_000),
    ],
)
def test_a_part_that_is_none_of_the_picture_is_refused(worker: Worker, part: Part) -> None:
    with pytest.raises(Refused, match="so many pixels"):
        PageReader(worker, "a", "1").drawn(part, drawn("PNG"))


@pytest.mark.parametrize("original", [b"\x89PNG\r\n\x1a\n", b"", drawn("JPEG")[:200]])
def test_what_is_damaged_is_refused_and_the_next_is_drawn(worker: Worker, original: bytes) -> None:
    with pytest.raises(Exception, match=r"damaged|lost on the way"):
        PageReader(worker, "a", "1").sizes(original)
    assert PageReader(worker, "b", "2").sizes(drawn("TIFF")) == ((64, 48),)
