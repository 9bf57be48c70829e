"""Pictures of marked parts: in every form of the brief, told where there is none, verified."""

import base64
import hashlib
import json
import re
import subprocess
import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from evidence_board.brief.crops import Crop, Crops, wishes
from evidence_board.brief.parts.endnotes import Endnotes
from evidence_board.brief.parts.pictures import Pictures
from evidence_board.brief.plan import plan_of
from evidence_board.brief.redaction import Redaction
from evidence_board.delivery.checking import check, kept_by
from evidence_board.delivery.cropping import cropping, cropping_beside
from evidence_board.delivery.ordering import Order, ordered
from evidence_board.delivery.verification import Verification
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.project.project import Project
from evidence_board.typeset.forms import made
from evidence_board.verbs.verb import result
from tests.delivery.pictured import AT, pictured
from tests.typeset.forms import read_docx, read_html, read_markdown
from tests.typeset.reading import Pdf, problems_of, text_of


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictured") / "case.evboard"
    pictured(path).close()
    return path


@pytest.fixture(scope="module")
def crops(project: Path) -> Crops:
    held = Project.open(project, read_only=True)
    try:
        return dict(crops_of(held))
    finally:
        held.close()


def crops_of(project: Project) -> list[tuple[str, Crop]]:
    found: list[tuple[str, Crop]] = []
    wished = wishes(project, plan_of(project))
    result(cropping(wished, partial(kept_by, project), found.append))
    return found


def order(
    path: Path,
    crops: Crops,
    *,
    attach: bool = False,
    wish: Redaction | None = None,
    plan: BriefPlan | None = None,
) -> Order:
    held = Project.open(path, read_only=True)
    try:
        return ordered(held, at=AT, crops=crops, attach=attach, wish=wish, plan=plan)
    finally:
        held.close()


def pixels(png: bytes) -> set[tuple[int, ...]]:
    with Image.open(BytesIO(png)) as picture:
        return {tuple(one) for one in np.asarray(picture.convert("RGB")).reshape(-1, 3).tolist()}


def written(path: Path, held: Order, form: str = "pdf") -> Path:
    path.write_bytes(made(form, held.brief, held.attached()))
    return path


def verified(brief: Path, file: Path | None) -> Verification:
    return result(check(brief, file))


def test_a_picture_shows_the_marked_part_and_nothing_else(crops: Crops) -> None:
    picture, page, damaged = crops.values()
    assert pixels(picture.png) == {(255, 0, 0)}
    assert {(255, 255, 255), (0, 0, 0)} <= pixels(page.png)
    assert (damaged.png, damaged.missing) == (b"", "damaged")


def test_a_process_of_its_own_makes_the_same_pictures(project: Path, crops: Crops) -> None:
    held = Project.open(project, read_only=True)
    wished = wishes(held, plan_of(held))
    held.close()
    assert result(cropping_beside(project, wished)) == crops


def test_no_picture_is_made_of_bytes_that_are_not_what_was_captured(project: Path) -> None:
    held = Project.open(project, read_only=True)
    wished = wishes(held, plan_of(held))
    held.close()
    found: list[tuple[str, Crop]] = []
    result(cropping(wished, lambda sha256: None if sha256[0] < "5" else b"others", found.append))
    assert {crop.missing for _, crop in found} <= {"gone", "altered"}
    assert all(not crop.png for _, crop in found)


def test_the_brief_tells_source_page_part_and_hashes_of_each(project: Path, crops: Crops) -> None:
    brief = order(project, crops).brief
    part, notes = brief.part("pictures"), brief.part("endnotes")
    assert isinstance(part, Pictures)
    assert isinstance(notes, Endnotes)
    one, two, three = part.rows
    assert (one.source.mark, one.excerpt, one.words) == ("S1", "X1", "")
    assert one.place == "the part 0 %–50 % across, 0 %–50 % down"
    assert two.place == "page 1, the part 5 %–95 % across, 5 %–20 % down"
    assert two.words == "Bridge of Harwick closed"
    assert three.not_shown == "It is not shown: its original is damaged or too large to be drawn."
    assert [row.original for row in part.rows] == [row.hash for row in notes.rows]
    for row, crop in zip(part.rows, crops.values(), strict=True):
        assert row.sha256 == (hashlib.sha256(crop.png).hexdigest() if crop.png else "")
    assert [note.picture.to for note in notes.rows if note.picture] == [
        row.anchor for row in part.rows
    ]


def test_the_pdf_is_valid_linked_both_ways_and_the_same_each_time(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    path = written(tmp_path / "brief.pdf", order(project, crops, attach=True))
    assert problems_of(path) == []
    again = written(tmp_path / "again.pdf", order(project, crops, attach=True))
    assert again.read_bytes() == path.read_bytes()
    listed = subprocess.run(["pdfimages", "-list", path], capture_output=True, check=True).stdout
    assert len(listed.splitlines()) == 2 + 2
    held = Pdf(path)
    plan = BriefPlan(id="without", left_out=("pictures",))
    without = written(tmp_path / "without.pdf", order(project, {}, plan=plan))
    to_and_from = 3 * len(["picture"]) + 3 * len(["source", "claim", "endnote"])
    assert len(held.links()) - len(Pdf(without).links()) == to_and_from
    figures = [
        str(one["/Alt"])
        for one in held.objects.values()
        if isinstance(one, dict) and one.get("/S") == "/Figure" and "/Alt" in one
    ]
    assert any("Nobody has described it in words." in words for words in figures)
    assert any("Bridge of Harwick closed" in words for words in figures)
    assert "damaged" in text_of(path)


def test_a_web_page_and_a_word_document_hold_the_pictures_and_markdown_says_it_has_none(
    project: Path, crops: Crops
) -> None:
    brief = order(project, crops).brief
    pngs = [crop.png for crop in crops.values() if crop.png]
    html = made("html", brief)
    inside = re.findall(r'src="data:image/png;base64,([^"]+)"', html.decode())
    assert [base64.b64decode(one) for one in inside] == pngs
    assert "img-src data:;" in html.decode()
    assert "script" not in read_html(html)[1].tags
    with zipfile.ZipFile(BytesIO(made("docx", brief))) as archive:
        held = [archive.read(one) for one in archive.namelist() if one.endswith(".png")]
    assert [one for one in held if one in pngs] == pngs
    told = read_markdown(made("md", brief))[0].words
    assert told.count("A brief in Markdown has no pictures") == len(pngs)
    for words in (told, read_html(html)[0].words, read_docx(made("docx", brief)).words):
        assert "its original is damaged" in words


def test_a_redacted_brief_shows_no_picture_and_says_so(project: Path, crops: Crops) -> None:
    held = order(project, crops, wish=Redaction(words=("Harwick",)), attach=True)
    assert held.brief.files == {}
    part = held.brief.part("pictures")
    assert isinstance(part, Pictures)
    assert {row.not_shown for row in part.rows} == {
        "It is not shown: this version is redacted, and no picture can be searched."
    }
    for form in ("pdf", "html", "docx", "md"):
        content = made(form, held.brief, held.attached())
        assert all(crop.png not in content for crop in crops.values() if crop.png)
    assert [one.name for one in held.attached()] == ["brief.json", "project.json"]


def test_a_brief_without_the_project_is_verified_by_the_originals_in_its_file(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    path = written(tmp_path / "brief.pdf", order(project, crops))
    found = verified(path, project)
    assert (found.agrees, found.compared) == (True, "bytes")


def test_a_brief_with_the_project_inside_is_verified_by_the_pictures_inside(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    path = written(tmp_path / "brief.pdf", order(project, crops, attach=True))
    for file in (None, project):
        found = verified(path, file)
        assert (found.agrees, found.compared) == (True, "bytes"), found


def test_a_picture_that_its_original_does_not_show_is_found(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    one, two, three = crops
    forged = {one: crops[two], two: crops[one], three: crops[three]}
    path = written(tmp_path / "brief.pdf", order(project, forged, attach=True))
    assert verified(path, None).agrees  # whoever made it has the program and made it fit
    found = verified(path, project)
    told = sorted((one.kind, one.where) for one in found.findings)
    assert told == [("picture", "X1"), ("picture", "X2")]


def test_pictures_inside_that_are_no_longer_those_of_the_stamp_are_found(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    held = order(project, crops, attach=True)
    *others, pictures = held.attached()
    told = json.loads(pictures.text)
    first, second = told["pictures"]
    told["pictures"][first] = told["pictures"][second]
    path = tmp_path / "brief.pdf"
    for text in (json.dumps(told), "[]", '{"format": "evidence-board-pictures/1", "pictures": 1}'):
        changed = (*others, type(pictures)(pictures.name, text, pictures.description))
        path.write_bytes(made("pdf", held.brief, changed))
        assert "attachment" in {one.kind for one in verified(path, None).findings}


def test_a_brief_whose_pictures_cannot_be_made_again_is_not_said_to_agree(
    project: Path, crops: Crops, tmp_path: Path
) -> None:
    held = order(project, crops, attach=True)
    path = tmp_path / "brief.pdf"
    path.write_bytes(made("pdf", held.brief, held.attached()[:2]))
    assert [one.kind for one in verified(path, None).findings] == ["attachment"]
    plain = written(tmp_path / "plain.pdf", order(project, crops))
    found = verified(plain, None)
    assert (found.agrees, found.unknown) == (False, True)
