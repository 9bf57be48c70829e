"""Pictures from outside: whole ones become sources, hostile ones a sentence, none runs wild."""

import json
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from evidence_board.ingest.draft import Given, Progress, RefusedFile, SourceDraft
from evidence_board.ingest.formats import PICTURES, format_of
from evidence_board.ingest.process import Worker
from evidence_board.ingest.read import read_many
from tests.ingest.drawn import SIGNATURE, bomb, chunk, drawn, is_rising, moving, pixel, png, turned


def result(wanted: Path | Given) -> SourceDraft | RefusedFile:
    (one,) = (step for step in read_many([wanted]) if isinstance(step, SourceDraft | RefusedFile))
    return one


def taken(name: str, original: bytes) -> SourceDraft:
    one = result(Given(name, original))
    assert isinstance(one, SourceDraft), one
    return one


def refusal(name: str, original: bytes) -> str:
    one = result(Given(name, original))
    assert isinstance(one, RefusedFile)
    return one.sentence


def scaled(original: bytes, side: int) -> tuple[int, int, bytes]:
    with Worker("picture") as worker:
        header, rgba = worker.ask({"name": "a", "side": str(side)}, original)
    size = json.loads(header)
    return size["width"], size["height"], rgba


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.png", "PNG"),
        ("a.jpg", "JPEG"),
        ("a.jpeg", "JPEG"),
        ("a.webp", "WEBP"),
        ("a.gif", "GIF"),
        ("a.tif", "TIFF"),
        ("a.bmp", "BMP"),
    ],
)
def test_a_picture_becomes_a_source_with_its_bytes_and_its_size(name: str, kind: str) -> None:
    original = drawn(kind)
    draft = taken(name, original)
    assert draft.kind == "image"
    assert draft.original == original
    assert draft.text == ""
    assert draft.text_method.startswith("none")
    found = format_of(original)
    assert found is not None
    assert draft.media_type == found.media_type
    assert draft.remark == f"{found.name}, 64 × 48 px"


def test_the_title_of_a_picture_is_inferred_from_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "Yard at noon.png").write_bytes(png(4, 3))
    draft = result(tmp_path / "Yard at noon.png")
    assert isinstance(draft, SourceDraft)
    title = draft.fields["title"]
    assert (title.value, title.basis, title.words) == (
        "Yard at noon",
        "inferred",
        "Yard at noon.png",
    )


def test_a_picture_without_an_ending_is_known_by_its_content() -> None:
    assert taken("photo", drawn("JPEG")).media_type == "image/jpeg"


def test_of_several_pictures_in_a_file_the_first_is_told() -> None:
    remark = taken("a.gif", moving()).remark
    assert remark == "GIF, 20 × 10 px, the first of 3 pictures in the file"


def test_the_size_is_that_of_the_picture_turned_as_it_says() -> None:
    assert taken("a.jpg", turned(6)).remark == "JPEG, 20 × 40 px"
    assert scaled(turned(6), 100)[:2] == (20, 40)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_picture_that_is_cut_off_is_refused(kind: str, share: float) -> None:
    original = drawn(kind, (200, 150))
    told = refusal("a", original[: int(len(original) * share)])
    assert told == (
        "“a” is cut off or damaged and cannot be shown. Get it again from where it came."
    )


def test_a_moving_picture_that_is_cut_off_in_a_later_frame_is_refused() -> None:
    assert "is cut off or damaged" in refusal("a.gif", moving()[:-20])


def test_a_bomb_is_refused_by_its_size_before_it_is_unpacked() -> None:
    told = refusal("bomb.png", bomb())
    assert "60,000 × 60,000 pixels, more than the 64 million" in told


def test_a_small_header_over_much_data_is_refused() -> None:
    assert "says in its header" in refusal("a.png", png(1_000, 10, rows=60_000))


def test_a_header_that_says_more_than_there_is_is_refused() -> None:
    told = refusal("a.png", png(100, 400, rows=100))
    assert told.startswith("“a.png” says in its header that it is larger or smaller")


def test_a_header_that_was_changed_without_its_checksum_is_refused() -> None:
    original = bytearray(png(20, 20))
    original[19] = 40
    assert "is cut off or damaged" in refusal("a.png", bytes(original))


def test_text_in_a_picture_that_unpacks_to_much_is_refused_or_passed_over() -> None:
    packed = zlib.compress(b"a" * 200_000_000)
    bulky = chunk(b"zTXt", b"Comment\0\0" + packed)
    original = png(4, 4)
    with_text = original[:33] + bulky + original[33:]
    assert isinstance(result(Given("a.png", with_text)), SourceDraft | RefusedFile)


@pytest.mark.parametrize(
    ("name", "original", "words"),
    [
        ("a.jpg", b"no picture", "named as a JPEG picture but holds something else"),
        ("a.gif", b"MZ\x90\0\x03", "named as a GIF picture but holds something else"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing"),
        ("a.heic", b"\0\0\0\x18ftypheic", "is a HEIC picture"),
        ("a.png", b"", "is empty"),
        ("a.tiff", b"II*\0" + b"\xff" * 40, "is cut off or damaged"),
        ("a.bmp", b"BM" + struct.pack("<IHHIIii", 99, 0, 0, 54, 40, -9, 9), "is cut off or"),
        ("a.png", SIGNATURE, "is cut off or damaged"),
        ("a.png", SIGNATURE + chunk(b"IEND", b""), "is cut off or damaged"),
    ],
)
def test_what_is_no_picture_gets_one_sentence(name: str, original: bytes, words: str) -> None:
    told = refusal(name, original)
    assert words in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("name", "original", "media_type", "words"),
    [
        ("a.png", drawn("JPEG"), "image/jpeg", "named as a PNG picture but holds a JPEG picture"),
        ("a.jpg", b"<html>no picture</html>", "text/html", "but holds a web page"),
        ("a.txt", drawn("PNG"), "image/png", "named as a plain text but holds a PNG picture"),
    ],
)
def test_a_name_that_says_something_else_is_told_and_the_content_is_read(
    name: str, original: bytes, media_type: str, words: str
) -> None:
    draft = taken(name, original)
    assert draft.media_type == media_type
    assert words in draft.remark


@pytest.mark.parametrize("start", [b"BMW sold more cars in May.\n", b"GIF89a is a format.\n"])
def test_a_text_that_begins_like_a_picture_is_a_text(start: bytes) -> None:
    assert taken("a.txt", start).text == start.decode()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_no_flip_of_a_byte_of_the_header_breaks_the_reading_of_the_next(kind: str) -> None:
    original = drawn(kind)
    flipped = []
    for place in range(0, min(len(original), 120), 5):
        changed = bytearray(original)
        changed[place] ^= 0xFF
        flipped.append(Given(f"{place}.dat", bytes(changed)))
    steps = [
        one for one in read_many([*flipped, Given("a", original)]) if not isinstance(one, Progress)
    ]
    assert len(steps) == len(flipped) + 1
    assert isinstance(steps[-1], SourceDraft)
    assert all("\n" not in one.sentence for one in steps if isinstance(one, RefusedFile))


def test_a_larger_file_is_taken_of_a_picture_than_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "large.bmp"
    path.write_bytes(drawn("BMP", (3_000, 2_400)))
    assert path.stat().st_size > 20_000_000
    assert isinstance(result(path), SourceDraft)
    path.write_bytes(path.read_bytes() + b"\0" * 40_000_000)
    refused = result(path)
    assert isinstance(refused, RefusedFile)
    assert refused.sentence == "“large.bmp” is larger than 50 MB. Save it smaller and add that."


def test_a_scaled_picture_keeps_its_shape_and_its_colours() -> None:
    width, height, rgba = scaled(png(400, 100), 80)
    assert (width, height, len(rgba)) == (80, 20, 80 * 20 * 4)
    assert pixel(rgba, width, 40, 10) == (0x30, 0x80, 0x50, 255)


def test_a_small_picture_is_not_made_larger() -> None:
    assert scaled(png(30, 20), 512)[:2] == (30, 20)


def test_what_is_seen_through_stays_so() -> None:
    made = BytesIO()
    Image.new("RGBA", (10, 10), (200, 100, 50, 128)).save(made, "PNG")
    width, _, rgba = scaled(made.getvalue(), 10)
    red, green, blue, alpha = pixel(rgba, width, 5, 5)
    assert alpha == 128
    assert (red, green, blue) == (100, 50, 25)


@pytest.mark.parametrize("mode", ["I;16", "F", "1", "P", "L", "LA", "CMYK"])
def test_every_depth_of_colour_is_shown(mode: str) -> None:
    tones = Image.linear_gradient("L").resize((32, 256))
    deep = (
        tones.convert("I;16")
        if mode == "I;16"
        else tones.convert("RGB")
        .convert(mode if mode not in ("F", "LA") else "L")
        .convert(mode if mode in ("F", "LA") else None)
    )
    made = BytesIO()
    deep.save(made, "PNG" if mode in ("LA", "P") else "TIFF")
    width, height, rgba = scaled(made.getvalue(), 64)
    reds = [pixel(rgba, width, 4, y)[0] for y in range(0, height, 8)]
    assert is_rising(reds)
    assert reds[0] < 40
    assert reds[-1] > 200


def test_formats_are_found_by_their_first_bytes() -> None:
    kinds = {
        "PNG": "PNG",
        "JPEG": "JPEG",
        "WebP": "WEBP",
        "GIF": "GIF",
        "TIFF": "TIFF",
        "BMP": "BMP",
    }
    for one in PICTURES:
        assert format_of(drawn(kinds[one.name])) is one


def photographed(**fields: object) -> bytes:
    """Return a JPEG whose EXIF says these things of it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Canon\0", fields.get("model", "Canon EOS R5")
    exif.get_ifd(0x8769)[0x9003] = fields.get("taken", "2023:10:05 08:15:00")
    exif.get_ifd(0x8825).update(
        {
            1: "S",
            2: fields.get("latitude", (51.0, 30.0, 36.0)),
            3: "W",
            4: (0.0, 7.0, 12.0),
        }
    )
    made = BytesIO()
    Image.new("RGB", (20, 10)).save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_what_a_camera_wrote_is_told_as_what_the_picture_says_of_itself() -> None:
    draft = taken("a.jpg", photographed())
    assert draft.remark == (
        "JPEG, 20 × 10 px. It says of itself (EXIF): taken 2023-10-05 08:15:00 with Canon EOS R5 "
        "at -51.5100°, -0.1200°."
    )
    assert "published" not in draft.fields


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"taken": "2023:13:45 99:99:99"}, "(EXIF): with Canon EOS R5 at"),
        ({"taken": "x" * 500}, "(EXIF): with Canon EOS R5 at"),
        ({"latitude": (99.0, 0.0, 0.0)}, "with Canon EOS R5."),
        ({"model": "a\nb" + "c" * 500}, "with Canon ab" + "c" * 78 + " at"),
    ],
)
def test_what_no_camera_writes_is_left_out(fields: dict[str, object], words: str) -> None:
    remark = taken("a.jpg", photographed(**fields)).remark
    assert words in remark
    assert "\n" not in remark
