"""Verifying a brief: what agrees, what differs, and what of a changed file is found."""

import json
import subprocess
from pathlib import Path

import pytest
import typst

from evidence_board.brief.shown import shown_records
from evidence_board.brief.state import state_hash
from evidence_board.delivery.differences import lines
from evidence_board.delivery.verification import Verification
from evidence_board.model.capture import Capture
from evidence_board.model.note import Note
from tests.brief.harbour import CLAIMS, NOTES, PROJECT, SOURCES, harbour
from tests.delivery.verifying import holding, verified, written
from tests.typeset.reading import problems_of, text_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefs")
    (folder / "attached.pdf").write_bytes(written(holding(), attach=True))
    (folder / "plain.pdf").write_bytes(written(holding(), attach=False))
    return folder


def kinds(found: Verification) -> list[str]:
    return [one.kind for one in found.findings]


def files_in(path: Path, folder: Path) -> dict[str, bytes]:
    """Return the files inside a PDF, as a tool that is not ours finds them."""
    subprocess.run(["pdfdetach", "-saveall", "-o", str(folder), str(path)], check=True)
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix == ".json"}


def edited(path: Path, folder: Path, *changes: tuple[bytes, bytes]) -> Path:
    """Return the brief with bytes of its pages exchanged, mended and packed again by qpdf."""
    loose, made = folder / "loose.pdf", folder / "edited.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, loose], check=True)
    content = loose.read_bytes()
    for old, new in changes:
        assert old in content
        content = content.replace(old, new)
    loose.write_bytes(content)
    fixed = subprocess.run(["fix-qdf", str(loose)], capture_output=True, check=True).stdout
    loose.write_bytes(fixed)
    subprocess.run(["qpdf", loose, made], check=True)
    return made


def test_a_brief_with_the_project_inside_is_valid_and_agrees_by_itself(folder: Path) -> None:
    path = folder / "attached.pdf"
    assert problems_of(path) == []
    found = verified(path)
    assert found.agrees
    assert (found.attached, found.compared) == (True, "bytes")


def test_the_attached_project_has_every_record_but_private_notes(
    folder: Path, tmp_path: Path
) -> None:
    files = files_in(folder / "attached.pdf", tmp_path)
    assert set(files) == {"brief.json", "project.json"}
    told = json.loads(files["project.json"])
    assert told["format"] == "evidence-board/1"
    assert [note["id"] for note in told["notes"]] == ["n1", "n2", "n4"]
    assert "card-n3" not in {card["id"] for card in told["cards"]}
    assert b"secret" not in files["project.json"]
    assert "attachments" not in told
    assert {one["sha256"] for one in told["captures"]} == {
        one.sha256 for one in harbour().all(Capture)
    }
    stamp = json.loads(files["brief.json"])
    assert stamp["state"] == state_hash(holding())
    assert stamp["state"] in "".join(text_of(folder / "attached.pdf").split())


def test_a_brief_agrees_with_the_project_that_it_came_from(folder: Path) -> None:
    for name in ("attached.pdf", "plain.pdf"):
        found = verified(folder / name, holding())
        assert found.agrees
        assert found.compared == "bytes"
        assert found.state == state_hash(holding())


def test_a_brief_alone_says_what_could_not_be_checked(folder: Path) -> None:
    found = verified(folder / "plain.pdf")
    assert (found.agrees, found.unknown, found.compared) == (False, True, "nothing")
    assert kinds(found) == ["unchecked"]
    assert "Its pages were not checked" in found.findings[0].text


def test_what_changed_since_is_told_in_words_claims_first(folder: Path) -> None:
    changed = harbour().but(
        CLAIMS[2].replace(likelihood="very likely", likelihood_range=(80, 95)),
        SOURCES[1].replace(reliability="C"),
        Note(id="n9", number=9, text="One note more"),
    )
    del changed.records["unseen"], changed.records["card-unseen"], changed.records["l4"]
    found = verified(folder / "attached.pdf", holding(changed))
    assert kinds(found) == ["state"]
    assert found.compared == "bytes"
    told = lines(found.differences)
    assert any("Changed claim C3" in line and "Likelihood: likely" in line for line in told)
    assert any("Changed source S1" in line and "B" in line for line in told)
    assert any("Removed claim C7" in line for line in told)
    assert any("Added note N9" in line for line in told)
    assert told[-1] == "Also different: 1 card."
    assert told.index(next(line for line in told if "claim" in line)) == 0


def test_a_private_note_changes_no_state(folder: Path) -> None:
    more = harbour().but(Note(id="n8", number=8, text="Mine alone", private=True))
    assert state_hash(more) == state_hash(harbour())
    assert verified(folder / "attached.pdf", holding(more)).agrees
    assert {one.id for one in NOTES if not one.private} == {
        one.id for one in shown_records(more) if isinstance(one, Note)
    }


def test_without_an_attachment_only_the_state_is_told(folder: Path) -> None:
    changed = harbour().but(CLAIMS[0].replace(text="The crane lifted nothing."))
    found = verified(folder / "plain.pdf", holding(changed))
    assert kinds(found) == ["state"]
    assert found.differences == ()
    assert "What has changed is not known" in found.findings[0].text


def test_the_former_records_tell_what_changed_where_nothing_is_attached(folder: Path) -> None:
    changed = harbour().but(CLAIMS[0].replace(text="The crane lifted nothing."))
    former = {f"s{state_hash(holding())}": holding()}
    found = verified(folder / "plain.pdf", holding(changed), **former)
    assert kinds(found) == ["state"]
    assert found.compared == "bytes"
    assert [one.mark for one in found.differences] == ["C1"]


def test_a_brief_of_another_project_is_told(folder: Path) -> None:
    other = harbour()
    del other.records["project"]
    other = other.but(PROJECT.replace(id="other"))
    assert kinds(verified(folder / "attached.pdf", holding(other))) == ["project"]


def test_changed_words_on_a_page_are_found_and_named(folder: Path, tmp_path: Path) -> None:
    altered = harbour().but(CLAIMS[2].replace(text="The crane was at rest in March 2025"))
    made = written(holding(altered), attach=False)
    path = tmp_path / "forged.pdf"
    path.write_bytes(made)
    stamp = files_in(folder / "plain.pdf", tmp_path)["brief.json"]
    forged = edited_attachment(path, tmp_path, "brief.json", stamp)
    found = verified(forged, holding())
    assert "text" in kinds(found)
    page = next(one for one in found.findings if one.where == "page 1" and "rest" in one.text)
    assert "says “" in page.text
    assert "at rest in March" in page.text
    assert "at work in March" in page.text


def edited_attachment(path: Path, folder: Path, name: str, content: bytes) -> Path:
    """Return the brief with a file inside exchanged for another one."""
    plain, out = folder / name, folder / "exchanged.pdf"
    plain.write_bytes(content)
    less = folder / "less.pdf"
    subprocess.run(["qpdf", path, "--remove-attachment=" + name, less], check=True)
    added = ["--add-attachment", str(plain), f"--key={name}", f"--filename={name}", "--"]
    subprocess.run(["qpdf", less, *added, out], check=True)
    return out


def test_a_changed_attachment_is_found(folder: Path, tmp_path: Path) -> None:
    files = files_in(folder / "attached.pdf", tmp_path)
    told = files["project.json"].replace(b"at work in March", b"at rest in March")
    found = verified(
        edited_attachment(folder / "attached.pdf", tmp_path, "project.json", told), holding()
    )
    assert "attachment" in kinds(found)
    assert "is not the one that it was written with" in found.findings[0].text


def test_an_attachment_that_was_taken_out_is_missed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "without.pdf"
    subprocess.run(
        ["qpdf", folder / "attached.pdf", "--remove-attachment=project.json", out], check=True
    )
    found = verified(out)
    assert kinds(found) == ["attachment"]
    assert "was taken out of it" in found.findings[0].text


def test_a_stamp_that_was_taken_out_is_missed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "without.pdf"
    subprocess.run(
        ["qpdf", folder / "plain.pdf", "--remove-attachment=brief.json", out], check=True
    )
    found = verified(out, holding())
    assert kinds(found) == ["stamp"]
    assert found.remarks[-1] == "case.evboard has that state."


def test_a_file_that_was_only_saved_again_is_told_apart(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.pdf"
    subprocess.run(["qpdf", "--linearize", folder / "attached.pdf", out], check=True)
    found = verified(out)
    assert kinds(found) == ["file"]
    assert found.compared == "words"
    assert "another program has saved it again" in found.findings[0].text


def test_a_drawing_over_the_words_is_found_though_they_are_the_same(
    folder: Path, tmp_path: Path
) -> None:
    path = edited(folder / "plain.pdf", tmp_path, (b"\nET\n", b"\nET\n0 0 0 rg 0 0 9 9 re f\n"))
    found = verified(path, holding())
    assert set(kinds(found)) == {"look"}
    assert "does not look as" in found.findings[0].text or "do not look" in found.findings[0].text


@pytest.mark.parametrize(
    ("content", "kind", "sentence"),
    [
        (b"", "unreadable", "is no PDF"),
        (b"PK\x03\x04 no pdf", "unreadable", "is no PDF"),
        (b"%PDF-1.7\n" + b"\0" * 500, "unreadable", "cut off or damaged"),
    ],
)
def test_what_is_no_brief_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, kind: str, sentence: str
) -> None:
    path = tmp_path / "some.pdf"
    path.write_bytes(content)
    found = verified(path)
    assert kinds(found) == [kind]
    assert sentence in found.findings[0].text


def test_another_pdf_is_no_brief(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    subprocess.run(["qpdf", "--empty", path], check=True)
    assert kinds(verified(path)) == ["unreadable"]
    path.write_bytes(typst.compile(b"Only a letter.", format="pdf"))
    assert kinds(verified(path)) == ["not a brief"]


def test_a_brief_that_is_cut_off_is_refused(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "attached.pdf").read_bytes()
    for part in (len(whole) // 3, len(whole) * 9 // 10):
        path = tmp_path / "cut.pdf"
        path.write_bytes(whole[:part])
        assert not verified(path).agrees


def test_a_brief_of_another_version_is_compared_by_its_words(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(written(holding(), attach=True, tool="Evidence Board 0.0.1"))
    assert verified(path).agrees
    assert verified(path).compared == "bytes"
