"""Sealing captured pages: the bytes as they came, the record filled where it was empty."""

import pytest

from evidence_board.commands import capturing, claims, sources
from evidence_board.commands.capturing import Sealed, seal, wished
from evidence_board.ingest.addresses import Address
from evidence_board.ingest.capturing import Captured, Wished
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import draft
from tests.ingest.drawn import png

URL = "https://example.org/harbour"
TEXT = "The ferry left at noon.\n"
AT = "2026-11-22T10:00:00Z"


def page(text: str = TEXT, at: str = AT, source: str = "", **fields: Proposal) -> Captured:
    original = f"<p>{text}</p>".encode()
    made = SourceDraft(
        *("harbour.html", original, text, "text/html", "as sent", "page capture 1"),
        fields,
        remark=f"Asked for {URL}.",
        address=f"{URL}?seen",
    )
    return Captured(source, made, at)


@pytest.fixture
def address(project: Project) -> Source:
    (kept,) = sources.keep_addresses(project, [Address(URL, "Harbour news")])
    return kept.source


def sealed(project: Project, source: Source, one: Captured | None = None) -> Sealed:
    asked = one or page()
    (result,) = seal(project, [Captured(source.id, asked.draft, asked.at)])
    return result


def test_a_page_is_sealed_for_its_source(project: Project, address: Source) -> None:
    one = sealed(project, address)
    capture = one.capture
    assert not one.existing
    assert project.capture_of(address.id) == capture
    assert project.original(capture) == f"<p>{TEXT}</p>".encode()
    assert project.text(capture) == TEXT
    assert (capture.captured_at, capture.address) == (AT, f"{URL}?seen")
    assert (capture.tool, capture.text_method) == ("page capture 1", "as sent")
    assert capture.remark == f"Asked for {URL}."
    assert project.get(Source, address.id).url == URL


def test_what_the_source_has_stays_and_what_it_has_not_is_filled(
    project: Project, address: Source
) -> None:
    title = Proposal("Ferry leaves", "stated", "Ferry leaves")
    day = Proposal("2026-11-20", "header", "Published 20 November 2026")
    url = Proposal("https://elsewhere.example/", "header", "canonical")
    sealed(project, address, page(title=title, published=day, url=url))
    source = project.get(Source, address.id)
    assert (source.title, source.published, source.url) == ("Harbour news", "2026-11-20", URL)
    assert source.basis["title"] == {"basis": "header", "words": "Harbour news"}
    assert source.basis["published"] == {
        "basis": "header",
        "words": "Published 20 November 2026",
    }
    assert "url" not in source.basis


def test_it_is_one_step_that_undo_takes_back_and_redo_brings_again(
    project: Project, address: Source
) -> None:
    one = sealed(project, address, page(publisher=Proposal("News", "stated", "News")))
    assert project.undo_label == "Capture page"
    project.undo()
    assert project.all(Capture) == ()
    assert project.get(Source, address.id) == address
    project.redo()
    assert project.capture_of(address.id) == one.capture
    assert project.original(one.capture) == f"<p>{TEXT}</p>".encode()


def test_several_pages_are_one_step(project: Project, address: Source) -> None:
    (other,) = sources.keep_addresses(project, [Address("https://example.org/b")])
    seal(project, [page(source=address.id), page("Other words.", source=other.source.id)])
    assert project.undo_label == "Capture 2 pages"
    project.undo()
    assert project.all(Capture) == ()


def test_the_same_bytes_again_are_not_sealed_twice(project: Project, address: Source) -> None:
    first = sealed(project, address)
    steps = len(project.steps())
    again = sealed(project, address, page(at="2026-11-23T10:00:00Z"))
    assert again.existing
    assert again.capture == first.capture
    assert len(project.steps()) == steps


def test_bytes_that_another_source_holds_stay_with_that_one(
    project: Project, address: Source
) -> None:
    first = sealed(project, address)
    (other,) = sources.keep_addresses(project, [Address("https://example.org/b")])
    again = sealed(project, other.source)
    assert again.existing
    assert again.source.id == address.id
    assert again.capture == first.capture
    assert project.capture_of(other.source.id) is None


def test_a_changed_page_is_kept_beside_the_older_copy_and_is_the_one_that_is_read(
    project: Project, address: Source
) -> None:
    first = sealed(project, address)
    claims.excerpt(project, excerpt_of(address.id, first.capture.id, TEXT, 4, 14))
    later = sealed(project, address, page(f"Update. {TEXT}", "2026-11-23T10:00:00Z"))
    assert later.again
    assert project.capture_of(address.id) == later.capture
    assert len(project.all(Capture)) == 2
    (excerpt,) = project.all(Excerpt)
    assert excerpt.capture == first.capture.id, "what was marked stays with the words it had"


def test_the_same_text_from_other_bytes_is_told(project: Project, address: Source) -> None:
    (held,) = sources.pin(project, [draft(TEXT, "ferry.txt")])
    one = sealed(project, address)
    assert not one.existing
    assert one.like == held.source.id


def test_a_picture_makes_the_source_an_image(project: Project, address: Source) -> None:
    made = SourceDraft(
        *("yard.png", png(8, 6), "", "image/png", "none", "reader"), {}, "image", "PNG, 8 × 6 px"
    )
    sealed(project, address, Captured("", made, AT))
    assert project.get(Source, address.id).kind == "image"


def test_a_source_that_went_meanwhile_is_told_and_nothing_changes(
    project: Project, address: Source
) -> None:
    project.undo()
    with pytest.raises(ValueError, match="The source is not there any more"):
        sealed(project, address)
    assert project.all(Capture) == ()


def test_pages_are_offered_for_sources_with_an_address_alone(
    project: Project, address: Source
) -> None:
    office = sources.cite(project, "Harbour office")
    (ftp,) = sources.keep_addresses(project, [Address("ftp://example.org/a")])
    claim = claims.write(project, "The ferry left.")
    asked = (address.id, office.id, ftp.source.id, claim.id, "nothing")
    assert wished(project, asked) == (Wished(address.id, URL),)


def test_the_file_is_sound_afterwards(project: Project, address: Source) -> None:
    sealed(project, address)
    path = project.path
    project.close()
    assert check(path) == ()


def test_an_older_copy_is_not_touched(project: Project, address: Source) -> None:
    before = sealed(project, address).capture
    sealed(project, address, page("New words.", "2026-11-23T10:00:00Z"))
    assert project.get(Capture, before.id) == before
    assert capturing.wished(project, [address.id])
