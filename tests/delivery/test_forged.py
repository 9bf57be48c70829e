"""Forged briefs: whatever the stamp or the attached project says, none of them agrees."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from evidence_board.brief import stamp
from evidence_board.brief.stamp import BadStamp, OtherFormat
from evidence_board.delivery import attaching, verifying
from evidence_board.delivery.attaching import attachments
from evidence_board.delivery.verification import Verification
from evidence_board.model.record import Plain
from tests.brief.harbour import CLAIMS, harbour
from tests.delivery.verifying import holding, verified, written

OURS = json.loads(
    '{"format": "evidence-board-brief/1", "project": "p", "at": "2026-01-01T00:00:00Z", '
    '"tool": "Evidence Board 0.1.0", "document": "", "altered": [], "redacted": false, '
    f'"issue": 0, "after": 0, "plan": {{}}, "state": "{"0" * 64}"}}'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a brief, and one whose pages say something else."""
    folder = tmp_path_factory.mktemp("forged")
    other = harbour().but(CLAIMS[2].replace(text="The crane was at rest in March 2025"))
    (folder / "true.pdf").write_bytes(written(holding(), attach=True))
    (folder / "other.pdf").write_bytes(written(holding(other), attach=True))
    return folder


def kinds(found: Verification) -> set[str]:
    return {one.kind for one in found.findings}


def inside(path: Path, folder: Path) -> dict[str, bytes]:
    subprocess.run(["pdfdetach", "-saveall", "-o", str(folder), str(path)], check=True)
    return {name: (folder / name).read_bytes() for name in (stamp.NAME, stamp.DOCUMENT)}


def with_files(path: Path, out: Path, files: list[tuple[str, bytes]]) -> Path:
    """Write a brief with other files inside; several may have one name."""
    now = out.with_name("now.pdf")
    gone = [f"--remove-attachment={name}" for name in (stamp.NAME, stamp.DOCUMENT)]
    subprocess.run(["qpdf", path, *gone[:1], out], check=True)
    subprocess.run(["qpdf", out, *gone[1:], now], check=True)
    for place, (name, content) in enumerate(files):
        out.with_name("held").write_bytes(content)
        held = [
            "--add-attachment",
            str(out.with_name("held")),
            f"--key={place}",
            f"--filename={name}",
        ]
        subprocess.run(["qpdf", now, *held, "--", out], check=True)
        out.rename(now)
    return now.rename(out)


def restamped(text: bytes, **fields: Plain) -> bytes:
    return json.dumps({**json.loads(text), **fields}).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"tool": "Evidence Board 0.0.9"},
        {"tool": "Evidence Board 99.0"},
        {"plan": {"depth": "gossip"}},
        {"at": "soon"},
        {"issue": 10**4000},
        {"document": ""},
        {"redacted": True},
        {"state": "0" * 64},
    ],
    ids=str,
)
def test_other_words_never_agree_whatever_the_stamp_says(
    folder: Path, tmp_path: Path, fields: dict[str, Plain]
) -> None:
    held = inside(folder / "true.pdf", tmp_path)
    files = [(stamp.NAME, restamped(held[stamp.NAME], **fields))]
    if fields != {"document": ""}:
        files.append((stamp.DOCUMENT, held[stamp.DOCUMENT]))
    forged = with_files(folder / "other.pdf", tmp_path / "forged.pdf", files)
    for given in (None, holding()):
        found = verified(forged, given)
        assert not found.agrees
        assert all("\n" not in one.text for one in found.findings)
        assert all("\n" not in one for one in found.remarks)


def test_a_brief_of_another_version_that_cannot_be_compared_is_told(
    folder: Path, tmp_path: Path
) -> None:
    held = inside(folder / "true.pdf", tmp_path)
    files = [(stamp.NAME, restamped(held[stamp.NAME], tool="Evidence Board 0.0.9"))]
    files.append((stamp.DOCUMENT, held[stamp.DOCUMENT]))
    found = verified(with_files(folder / "other.pdf", tmp_path / "forged.pdf", files))
    assert (found.unknown, found.compared) == (True, "nothing")
    assert "it was made with Evidence Board 0.0.9" in found.findings[0].text


def test_a_stamp_of_a_later_form_is_no_damage(folder: Path, tmp_path: Path) -> None:
    later = b'{"format": "evidence-board-brief/2", "more": 1}'
    found = verified(with_files(folder / "true.pdf", tmp_path / "later.pdf", [(stamp.NAME, later)]))
    assert found.unknown
    assert "Verify it with the newest version" in found.findings[0].text


def test_two_files_of_one_name_are_told(folder: Path, tmp_path: Path) -> None:
    held = inside(folder / "true.pdf", tmp_path)
    twice = [(stamp.DOCUMENT, held[stamp.DOCUMENT])] * 2
    files = [(stamp.NAME, held[stamp.NAME]), *twice]
    found = verified(with_files(folder / "true.pdf", tmp_path / "twice.pdf", files))
    assert kinds(found) == {"attachment"}
    assert "Several files inside are called project.json" in found.findings[0].text
    files = [(stamp.NAME, held[stamp.NAME])] * 2
    found = verified(with_files(folder / "true.pdf", tmp_path / "twice.pdf", files))
    assert kinds(found) == {"stamp"}


def test_a_project_inside_that_takes_too_long_is_given_up_in_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "_PATIENCE", 0.001)
    found = verified(folder / "true.pdf")
    assert kinds(found) == {"unchecked"}
    assert "the project inside it holds so much" in found.findings[0].text
    assert not found.agrees
    assert found.stamp is not None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"[" * 90_000, "nested too deeply"),
        (b"[" + b"[]," * 8_000_000 + b"[]]", "more lists than any project"),
        (b'[{"a":{}' + b',"a":{}' * 4_000_000 + b"}]", "more lists than any project"),
        (b'{"claims": ' + b"9" * 3_000_000 + b"}", "not valid JSON"),
        (b'{"' + b"k" * 3_000_000 + b'": 1}', "is not an evidence-board/1 document"),
        (b" " * 40_000_000, "larger than any in a brief"),
        (b"\xff\xfe\x00", "is no text"),
        (b'{"format": "evidence-board/1"}', "does not say which project"),
    ],
    ids=["deep", "lists", "objects", "digits", "key", "large", "encoding", "empty"],
)
def test_a_bomb_for_an_attached_project_is_refused(
    folder: Path, tmp_path: Path, text: bytes, why: str
) -> None:
    held = inside(folder / "true.pdf", tmp_path)
    digest = hashlib.sha256(text).hexdigest()
    files = [(stamp.NAME, restamped(held[stamp.NAME], document=digest)), (stamp.DOCUMENT, text)]
    found = verified(with_files(folder / "true.pdf", tmp_path / "bomb.pdf", files))
    assert kinds(found) == {"attachment"}
    assert why in found.findings[0].text


@pytest.mark.parametrize(
    "fields",
    [
        {"at": "9999-12-31T23:59:59-23:59"},
        {"at": "0001-01-01T00:00:00+23:59"},
        {"at": "2026-01-01T00:00:00Z" + " " * 50},
        {"tool": "Evidence Board 0.1.0\n\nThe brief agrees."},
        {"tool": "\x1b[2J"},
        {"tool": "Evidence Board " + "1" * 90_000},
        {"tool": "\ud800"},
        {"project": "../p"},
        {"project": "x" * 65},
        {"issue": -1},
        {"issue": True},
        {"after": 2**53},
        {"altered": ["0"]},
        {"altered": [1]},
        {"plan": {"id": "x" * 65}},
        {"plan": []},
        {"state": "A" * 64},
        {"document": "0"},
        {"more": 1},
        {"format": 1},
        {"format": "evidence-board-brief/one"},
    ],
    ids=lambda fields: str(fields)[:50],
)
def test_a_field_that_the_program_never_writes_makes_no_stamp(fields: dict[str, Plain]) -> None:
    stamp.from_text(json.dumps(OURS).encode())
    with pytest.raises(BadStamp):
        stamp.from_text(json.dumps({**OURS, **fields}).encode())


def test_a_name_that_comes_twice_makes_no_stamp() -> None:
    twice = json.dumps(OURS)[:-1] + ', "state": "' + "1" * 64 + '"}'
    with pytest.raises(BadStamp):
        stamp.from_text(twice.encode())


def test_a_stamp_of_another_form_is_told_apart() -> None:
    with pytest.raises(OtherFormat):
        stamp.from_text(b'{"format": "evidence-board-brief/2"}')


def test_no_project_is_attached_that_nobody_could_verify(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "LARGEST", 10)
    with pytest.raises(ValueError, match="too large to travel in a brief"):
        attachments(stamp.from_text(json.dumps(OURS).encode()), "x" * 11)
