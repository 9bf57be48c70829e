"""`add` with folders, addresses, lists, mails and texts that do not say their encoding."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.ingest.made import ADDRESS, PAGE, mail, mhtml
from tests.ingest.test_lists_of_references import RIS

TURKISH = "Bakanlık geminin limanı terk ettiğini açıkladı."


def started(run: Run, folder: Path) -> Path:
    path = folder / "case.evboard"
    run("new", path)
    return path


def test_a_folder_is_taken_with_all_below_it_and_a_saved_page_without_its_folder(
    run: Run, tmp_path: Path
) -> None:
    case, found = started(run, tmp_path), tmp_path / "found"
    (found / "deep").mkdir(parents=True)
    (found / "page_files").mkdir()
    (found / "page.html").write_text(PAGE)
    (found / "page_files" / "style.txt").write_text("no source")
    (found / "deep" / "report.txt").write_text("Words of a report.")
    told = json.loads(run("add", case, found, "--json").stdout)
    assert [Path(row["path"]).name for row in told["added"]] == ["page.html", "report.txt"]
    assert told["refused"] == []


def test_an_address_and_the_entries_of_a_list_have_no_capture(run: Run, tmp_path: Path) -> None:
    case = started(run, tmp_path)
    (tmp_path / "list.ris").write_text(RIS)
    told = json.loads(
        run("add", case, tmp_path / "list.ris", "https://a.example/x", "--json").stdout
    )
    assert [row["capture"] for row in told["added"]] == ["", "", ""]
    assert [row["path"] for row in told["added"]] == [*[str(tmp_path / "list.ris")] * 2,
                                                      "https://a.example/x"]  # fmt: skip
    again = json.loads(run("add", case, tmp_path / "list.ris", "--json").stdout)
    assert (len(again["added"]), len(again["existing"])) == (0, 2)


def test_a_text_that_does_not_say_its_encoding_is_refused_until_it_is_told(
    run: Run, tmp_path: Path
) -> None:
    case, path = started(run, tmp_path), tmp_path / "a.txt"
    path.write_bytes(TURKISH.encode("cp1254"))
    refused = json.loads(run("add", case, path, "--json", code=1).stdout)["refused"]
    assert "Turkish (Windows-1254) (cp1254). Say which one with --encoding" in refused[0]["reason"]
    (row,) = json.loads(run("add", case, path, "--encoding", "cp1254", "--json").stdout)["added"]
    assert run("text", case, row["source"]).stdout.decode() == TURKISH


def test_files_in_a_mail_are_brought_in_when_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    case, path = started(run, tmp_path), tmp_path / "a.eml"
    made = mail()
    made.add_attachment(b"Words.\n", maintype="text", subtype="plain", filename="r.txt")
    path.write_bytes(made.as_bytes())
    (row,) = json.loads(run("add", case, path, "--json").stdout)["added"]
    assert row["remark"] == "Files in it: “r.txt”."
    told = json.loads(run("add", case, path, "--attached", "--json").stdout)
    assert (len(told["added"]), len(told["existing"])) == (1, 1)
    assert told["added"][0]["path"] == str(path)
    assert "Attached to “a.eml”." in told["added"][0]["remark"]


def test_the_same_text_from_other_bytes_is_kept_and_named(run: Run, tmp_path: Path) -> None:
    case = started(run, tmp_path)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.mhtml").write_bytes(mhtml())
    told = json.loads(run("add", case, tmp_path / "a.html", tmp_path / "b.mhtml", "--json").stdout)
    first, second = told["added"]
    assert second["same_text_as"] == first["source"]
    captures = json.loads(run("show", case, "--json").stdout)["captures"]
    assert [one["address"] for one in captures] == ["", ADDRESS]
    assert len({one["text_sha256"] for one in captures}) == 1
    assert len({one["sha256"] for one in captures}) == 2
