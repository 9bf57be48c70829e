"""RIS, BibTeX and CSL-JSON: entries become sources without a capture; what cannot be is left."""

import json
from datetime import date

import pytest

from evidence_board.commands import bringing
from evidence_board.ingest.draft import Given, ListDraft, RefusedFile
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.conftest import project
from tests.ingest.asked import refusal, result

__all__ = ["project"]

RIS = """TY  - NEWS
TI  - Bridge of Harwick closed
AU  - Reed, Anna
AU  - Vale, Jo
JO  - Harwick Gazette
DA  - 2023/10/05/
UR  - https://gazette.example/bridge
ER  -
TY  - RPRT
T1  - A study of bridges, which goes
      on in the next line
PY  - 2021
DO  - 10.1234/bridges.7
ER  -
"""
BIBTEX = r"""% a comment
@string{hg = "Harwick Gazette"}
@comment{ not this }
@article{reed2023,
  title = {Bridge of {Harwick} closed},
  author = "Reed, Anna and Jo Vale and others",
  journal = hg # { and News},
  year = 2023, month = oct, day = 5,
  url = {https://gazette.example/bridge},
}
@report{m{\"u}ller, title = {Gr{\"o}{\ss}ere Sch\"aden -- ein ``Bericht''},
  author = {J. M{\"u}ller},
  date = {2021-03-12/2021-03-14}, doi = {10.1234/bridges.7} }
"""
CSL = [
    {
        "type": "article-newspaper",
        "title": "Bridge of Harwick closed",
        "author": [{"family": "Reed", "given": "Anna"}, {"literal": "Harwick desk"}],
        "container-title": "Harwick Gazette",
        "issued": {"date-parts": [[2023, 10, 5]]},
        "URL": "https://gazette.example/bridge",
        "language": "en-GB",
    },
    {"type": "report", "title": "A study", "issued": {"raw": "2021-03"}, "DOI": "10.1234/b"},
]


def entries(name: str, text: str) -> list[dict[str, object]]:
    one = result(Given(name, text.encode()))
    assert isinstance(one, ListDraft), one
    return [{field: proposal.value for field, proposal in entry.items()} for entry in one.entries]


def test_entries_of_ris_are_read() -> None:
    assert entries("a.ris", RIS) == [
        {
            "title": "Bridge of Harwick closed",
            "authors": ("Anna Reed", "Jo Vale"),
            "publisher": "Harwick Gazette",
            "published": "2023-10-05",
            "url": "https://gazette.example/bridge",
        },
        {
            "title": "A study of bridges, which goes on in the next line",
            "published": "2021",
            "url": "https://doi.org/10.1234/bridges.7",
        },
    ]


def test_entries_of_bibtex_are_read_with_their_letters() -> None:
    assert entries("a.bib", BIBTEX) == [
        {
            "title": "Bridge of Harwick closed",
            "authors": ("Anna Reed", "Jo Vale"),
            "publisher": "Harwick Gazette and News",
            "published": "2023-10-05",
            "url": "https://gazette.example/bridge",
        },
        {
            "title": "Größere Schäden – ein “Bericht”",
            "authors": ("J. Müller",),
            "published": "2021-03-12",
            "url": "https://doi.org/10.1234/bridges.7",
        },
    ]


def test_entries_of_csl_are_read() -> None:
    first, second = entries("a.json", json.dumps(CSL))
    assert first == {
        "title": "Bridge of Harwick closed",
        "authors": ("Anna Reed", "Harwick desk"),
        "publisher": "Harwick Gazette",
        "published": "2023-10-05",
        "language": "en-GB",
        "url": "https://gazette.example/bridge",
    }
    assert second == {
        "title": "A study",
        "published": "2021-03",
        "url": "https://doi.org/10.1234/b",
    }
    assert entries("a.json", json.dumps({"items": CSL}))[0] == first


def test_a_list_becomes_sources_without_a_capture_in_one_step(project: Project) -> None:
    one = result(Given("a.ris", RIS.encode()))
    assert isinstance(one, ListDraft)
    brought = bringing.bring_in(project, [one])
    assert [row.existing for row in brought] == [False, False]
    assert project.undo_label == "Add 2 sources"
    assert project.all(Capture) == ()
    first = project.all(Source)[0]
    assert first.basis["published"] == {"basis": "header", "words": "2023-10-05"}
    again = bringing.bring_in(project, [one])
    assert [row.source.id for row in again] == [row.source.id for row in brought]
    assert all(row.existing for row in again)
    assert len(project.all(Source)) == 2


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.bib", "@article{x, title = {never ends", "is no whole list in BibTeX: what begins in"),
        ("a.bib", "@article{x, title = {" + "{" * 100_000, "is no whole list in BibTeX"),
        ("a.bib", "@article{x, author = {Anna Reed}}", "lists no reference with a title"),
        ("a.json", '[{"type": "article", "title": "x"', "is no whole list in CSL-JSON"),
        (
            "a.json",
            '[{"type": "article", "title": ' + "[" * 100_000,
            "is no whole list in CSL-JSON",
        ),
        ("a.json", '{"type": "report", "title": "", "x": NaN}', "is no whole list in CSL-JSON"),
        (
            "a.json",
            '{"type": "report", "title": "", "x": ' + "9" * 10_000 + "}",
            "is no whole list",
        ),
        ("a.ris", "TY  - NEWS\nAU  - Reed\nER  -\n", "lists no reference with a title"),
        ("a.ris", "TY  - NEWS\nTI  - x\nER  -\n" * 6_000, "lists more than 5,000 references"),
    ],
)
def test_what_is_no_list_gets_one_sentence(name: str, text: str, words: str) -> None:
    assert words in refusal(name, text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "@article{x, title = " + "# " * 200_000,
        "@article{" * 100_000,
        "@book{,a=" * 100_000,
        "@article{x, title={" + r"\'" * 200_000 + "}}",
        "@article{x" + ", " * 500_000,
    ],
)
def test_no_list_takes_longer_than_a_file_may(text: str) -> None:
    read = result(Given("a.bib", text.encode()))
    assert not isinstance(read, RefusedFile) or "longer than" not in read.sentence


def test_values_that_no_record_can_hold_are_left_out() -> None:
    (made,) = entries(
        "a.json",
        json.dumps([{"type": "report", "title": "A study\u0000", "URL": "javascript:alert(1)",
                     "issued": {"date-parts": [[99999, 1]]}, "author": "Reed"}]),
    )  # fmt: skip
    assert made == {"title": "A study"}
    (late,) = entries("a.json", json.dumps([{"type": "report", "title": "x", "issued": {
        "date-parts": [[date.today().year + 2]]}}]))  # fmt: skip
    assert late == {"title": "x"}
