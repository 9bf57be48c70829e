"""A page of the web: fetched by a process of its own within strict limits, then read as a file."""

import gzip
from collections.abc import Iterator
from datetime import date

import pytest

from evidence_board.ingest.capturing import (
    Captured,
    NotCaptured,
    Result,
    Unsure,
    Wished,
    capture_pages,
    read_again,
)
from evidence_board.ingest.fetching.places import can_be_captured, is_public, place_of, sent_on
from evidence_board.ingest.process import Worker
from tests.ingest.drawn import png
from tests.ingest.site import CERTIFICATE, HTML, STORY, Answer, Site, site

TODAY = date(2026, 11, 22)
PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture
def harbour() -> Iterator[Site]:
    with site() as held:
        yield held


def captured(*urls: str, trusted: str = "", own_network: bool = True) -> tuple[Result, ...]:
    wished = [Wished(f"source {number}", url) for number, url in enumerate(urls)]
    steps = capture_pages(wished, TODAY, own_network=own_network, trusted=trusted)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            results: tuple[Result, ...] = end.value
            return results


def page_of(answer: Answer, path: str = "/story") -> Captured:
    with site({path: answer}) as held:
        (result,) = captured(held.url + path)
    assert isinstance(result, Captured), result
    return result


def refusal_of(answer: Answer, path: str = "/story") -> str:
    with site({path: answer}) as held:
        (result,) = captured(held.url + path)
    assert isinstance(result, NotCaptured), result
    return result.sentence


def test_a_page_comes_with_its_bytes_its_text_and_its_time(harbour: Site) -> None:
    (result,) = captured(f"{harbour.url}/story")
    assert isinstance(result, Captured)
    draft = result.draft
    assert result.source == "source 0"
    assert draft.original == STORY
    assert draft.text.startswith("Bridge shut after flood\n\nThe old bridge at Harwick")
    assert draft.fields["title"].value == "Bridge shut after flood"
    assert (draft.file_name, draft.media_type) == ("story.html", "text/html")
    assert draft.address == f"{harbour.url}/story"
    assert draft.tool == "Evidence Board, page capture 1; Evidence Board, web page reader 1"
    assert len(result.at) == len("2026-11-22T10:00:00Z")
    assert result.at.endswith("Z")


def test_what_the_site_said_of_the_page_is_kept(harbour: Site) -> None:
    harbour.pages["/story"] = Answer(
        head={**HTML, "Last-Modified": "Mon, 05 Oct 2026 08:00:00 GMT", "Set-Cookie": "who=you"}
    )
    (result,) = captured(f"{harbour.url}/story")
    assert isinstance(result, Captured)
    remark = result.draft.remark
    assert remark.startswith("Captured from the web, from 127.0.0.1. Asked for http://127.0.0.1:")
    assert "content type text/html; charset=utf-8" in remark
    assert "last modified Mon, 05 Oct 2026 08:00:00 GMT" in remark
    assert "who=you" not in remark


def test_a_site_is_told_nothing_of_who_asks(harbour: Site) -> None:
    harbour.pages["/first"] = Answer(
        b"", {"Location": "/story", "Set-Cookie": "who=you"}, status=302
    )
    captured(f"{harbour.url}/first", f"{harbour.url}/story")
    assert [one.path for one in harbour.asked] == ["/first", "/story", "/story"]
    for one in harbour.asked:
        assert sorted(one.head) == ["Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"]
        assert one.head["User-Agent"] == "Mozilla/5.0"


def test_nothing_that_a_page_names_is_fetched_or_run(harbour: Site) -> None:
    captured(f"{harbour.url}/story")
    assert [one.path for one in harbour.asked] == ["/story"]


def test_the_way_to_the_page_is_kept(harbour: Site) -> None:
    harbour.pages["/a"] = Answer(b"", {"Location": "b?x=1"}, status=301)
    harbour.pages["/b?x=1"] = Answer(b"", {"Location": f"{harbour.url}/story"}, status=303)
    (result,) = captured(f"{harbour.url}/a")
    assert isinstance(result, Captured)
    assert result.draft.address == f"{harbour.url}/story"
    url = harbour.url
    told = f"Asked for {url}/a, which sent on to {url}/b?x=1, then to {url}/story."
    assert told in result.draft.remark


def test_a_page_that_sends_on_for_ever_is_refused(harbour: Site) -> None:
    harbour.pages["/a"] = Answer(b"", {"Location": "/a"}, status=302)
    (result,) = captured(f"{harbour.url}/a")
    assert isinstance(result, NotCaptured)
    assert result.sentence.startswith("127.0.0.1 sends on again and again, as for a sign-in.")
    assert len(harbour.asked) == 8


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://example.org/a", "javascript:1", "http://a:b@127.0.0.1/"],
)
def test_no_other_scheme_and_no_password_is_followed(harbour: Site, to: str) -> None:
    harbour.pages["/a"] = Answer(b"", {"Location": to}, status=302)
    (result,) = captured(f"{harbour.url}/a")
    assert isinstance(result, NotCaptured)
    assert result.sentence.startswith("127.0.0.1 sends on to an address that cannot be followed.")


PRIVATE = (
    *("127.0.0.1", "127.8.0.1", "0.0.0.0", "10.0.0.8", "172.16.3.4", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "192.0.0.8", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
    *("::1", "::", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::"),
    *("2001::1", "::127.0.0.1"),
)


@pytest.mark.parametrize("number", PRIVATE)
def test_a_number_of_this_computer_or_its_networks_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "1.1.1.1"])
def test_a_number_of_the_web_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://[::1]/", "http://localhost:8080/", "https://10.1.2.3/"),
        *("http://2130706433/", "http://0x7f.1/", "http://0/", "http://[::ffff:127.0.0.1]/"),
        *("http://127.0.0.1./", "http://①②⑦.0.0.1/", "http://0177.0.0.1/"),
    ],
)
def test_a_place_of_ones_own_is_never_asked(url: str) -> None:
    (result,) = captured(url, own_network=False)
    assert isinstance(result, NotCaptured)
    assert "is a place in your own network or on this computer" in result.sentence


def test_the_site_of_a_test_is_refused_without_the_word(harbour: Site) -> None:
    (result,) = captured(f"{harbour.url}/story", own_network=False)
    assert isinstance(result, NotCaptured)
    assert harbour.asked == []


def test_no_variable_of_the_environment_opens_ones_own_network(
    harbour: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OWN_NETWORK", "EVIDENCE_BOARD_OWN_NETWORK"):
        monkeypatch.setenv(name, "1")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, harbour.url)
    results = captured(f"{harbour.url}/story", "http://a.invalid/", own_network=False)
    assert all(isinstance(one, NotCaptured) for one in results)
    assert harbour.asked == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "wants a sign-in for this page (401)."),
        (403, "does not give out this page (403)."),
        (404, "has no such page (404)."),
        (410, "has taken this page away (410)."),
        (429, "has been asked too often (429)."),
        (503, "has a fault of its own (503)."),
        (206, "gave no page but the answer 206."),
    ],
)
def test_what_is_no_page_is_told_by_its_status(status: int, words: str) -> None:
    assert refusal_of(Answer(status=status)).startswith(f"127.0.0.1 {words}")


def test_more_than_may_come_is_refused_by_its_length_alone() -> None:
    told = refusal_of(Answer(claims=20_000_001))
    assert told.startswith("127.0.0.1 sends more than 20 MB, which is no page.")


def test_more_than_may_come_is_refused_where_no_length_is_told() -> None:
    told = refusal_of(Answer(bytes(20_000_001), claims=-1))
    assert told.startswith("127.0.0.1 sends more than 20 MB, which is no page.")


def test_a_packed_page_is_kept_unpacked_and_a_bomb_is_refused() -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    draft = page_of(Answer(gzip.compress(STORY), packed)).draft
    assert draft.original == STORY
    assert "It came packed (gzip) and is kept unpacked." in draft.remark
    bomb = gzip.compress(bytes(60_000_000))
    assert refusal_of(Answer(bomb, packed)).startswith("127.0.0.1 sends more than 20 MB")
    odd = refusal_of(Answer(STORY, {**HTML, "Content-Encoding": "br"}))
    assert odd.startswith("127.0.0.1 sends the page packed in a way that is not read here.")
    cut = refusal_of(Answer(gzip.compress(STORY)[:-9], packed))
    assert cut.startswith("127.0.0.1 broke off before the page was whole.")


def test_half_a_page_is_never_taken_for_one() -> None:
    told = refusal_of(Answer(claims=len(STORY) + 10))
    assert told.startswith("127.0.0.1 broke off before the page was whole.")


def test_a_page_without_a_length_is_taken_and_that_is_remarked() -> None:
    draft = page_of(Answer(claims=-1)).draft
    assert draft.original == STORY
    assert draft.remark.endswith("The site did not say how long it is.")


def test_the_letters_are_those_that_the_site_tells() -> None:
    page = STORY.decode().replace("<meta charset=utf-8>", "").replace("Harwick", "Жуково")
    sent = {"Content-Type": "text/html; charset=windows-1251"}
    draft = page_of(Answer(page.encode("cp1251"), sent)).draft
    assert "The old bridge at Жуково" in draft.text
    assert "as it was sent" in draft.text_method


def test_a_page_that_does_not_say_its_letters_is_read_in_those_that_are_chosen() -> None:
    words = "Bakanlık geminin limanı terk ettiğini açıkladı."
    html = f"<html><body><article><p>{words}</p></article></body></html>".encode("cp1254")
    with site({"/story": Answer(html, {"Content-Type": "text/html"})}) as held:
        (unsure,) = captured(held.url + "/story")
        assert isinstance(unsure, Unsure)
        assert "does not say how the letters" in unsure.sentence
        looks = {one.encoding: one.preview for one in unsure.candidates}
        assert words in looks["cp1254"]
        asked = len(held.asked)
        steps = read_again(((unsure, "cp1254"),), TODAY)
        assert next(steps) == (0, 1)
        with pytest.raises(StopIteration) as end:
            next(steps)
        assert len(held.asked) == asked, "nothing is fetched again"
    (read,) = end.value.value
    assert isinstance(read, Captured)
    assert words in read.draft.text
    assert read.draft.original == html
    assert read.draft.address == unsure.url


def test_a_text_a_picture_and_a_name_are_told_by_what_they_hold() -> None:
    text = page_of(Answer(b"The bridge is shut, the mayor said.\n", PLAIN), "/a.txt").draft
    assert (text.media_type, text.file_name) == ("text/plain", "a.txt")
    picture = page_of(Answer(png(8, 6), {"Content-Type": "image/png"}), "/yard.png").draft
    assert (picture.kind, picture.text) == ("image", "")
    assert picture.remark.startswith("PNG, 8 × 6 px. Captured from the web")
    lying = page_of(Answer(), "/report.pdf").draft
    assert lying.remark.startswith("It is named as a PDF but holds a web page")


@pytest.mark.parametrize("kind", ["application/json", "text/css", "application/rss+xml"])
def test_what_is_no_page_no_document_and_no_picture_is_refused(kind: str) -> None:
    told = refusal_of(Answer(b'{"a": 1}', {"Content-Type": kind}))
    assert told == (
        f"127.0.0.1 gave {kind}, which is no page, document or picture. Check the address."
    )


def test_an_empty_page_and_one_without_words_are_refused() -> None:
    assert refusal_of(Answer(b"")).startswith("127.0.0.1 gave an empty page.")
    told = refusal_of(Answer(b"<!doctype html><html><body><script>1</script></body></html>"))
    assert told.startswith("“story.html” holds no words to read.")
    listed = refusal_of(Answer(b"TY  - JOUR\nTI  - A\nER  - \n", PLAIN))
    assert listed.startswith("127.0.0.1 gave a list of references.")


def test_an_encrypted_page_comes_from_who_the_certificate_names() -> None:
    with site(encrypted=True) as held:
        (result,) = captured(f"{held.url}/story", trusted=str(CERTIFICATE))
        assert isinstance(result, Captured)
        assert result.draft.original == STORY
        (unknown,) = captured(f"{held.url}/story")
        other = held.url.replace("localhost", "127.0.0.1")
        (foreign,) = captured(f"{other}/story", trusted=str(CERTIFICATE))
    assert isinstance(unknown, NotCaptured)
    assert unknown.sentence.startswith("The certificate of localhost does not hold (self-signed")
    assert isinstance(foreign, NotCaptured)
    assert foreign.sentence.startswith("The certificate of 127.0.0.1 does not hold")
    assert len(held.asked) == 1


def test_what_is_not_encrypted_is_told(harbour: Site) -> None:
    (result,) = captured(harbour.url.replace("http:", "https:") + "/story")
    assert isinstance(result, NotCaptured)
    assert result.sentence.startswith("127.0.0.1 speaks no encryption that is known here.")


def test_nobody_at_home_and_a_name_that_nobody_has(harbour: Site) -> None:
    nobody = harbour.url
    with site() as gone:
        nobody = gone.url
    refused, unknown = captured(f"{nobody}/a", "http://nobody.invalid/a")
    assert isinstance(refused, NotCaptured)
    assert refused.sentence.startswith("127.0.0.1 takes no connection.")
    assert isinstance(unknown, NotCaptured)
    assert unknown.sentence.startswith(
        ("The name nobody.invalid was not found.", "nobody.invalid could not be looked up.")
    )


def test_of_several_pages_each_has_its_own_result(harbour: Site) -> None:
    results = captured(f"{harbour.url}/story", f"{harbour.url}/none", "ftp://a.example/b")
    assert [type(one) for one in results] == [Captured, NotCaptured, NotCaptured]
    assert [one.source for one in results] == ["source 0", "source 1", "source 2"]


def test_giving_up_ends_the_process_at_once(harbour: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    processes = []
    start = Worker._started

    def started(self: Worker) -> object:
        processes.append(start(self))
        return processes[-1]

    monkeypatch.setattr(Worker, "_started", started)
    harbour.pages["/story"] = Answer(holds=True)
    steps = capture_pages([Wished("a", f"{harbour.url}/story")], TODAY, own_network=True)
    while not harbour.came.is_set():
        next(steps)
    (process,) = processes
    assert process.poll() is None
    steps.close()
    assert process.poll() is not None


def test_a_site_that_never_goes_on_is_given_up(
    harbour: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.ingest.capturing._SECONDS", 1.0)
    harbour.pages["/story"] = Answer(holds=True)
    (result,) = captured(f"{harbour.url}/story")
    assert isinstance(result, NotCaptured)
    assert result.sentence.startswith("127.0.0.1 took too long to answer.")


def test_it_is_told_how_much_has_come() -> None:
    body = STORY + b"<!--" + bytes(500_000).replace(b"\0", b"x") + b"-->"
    with site({"/story": Answer(body)}) as held:
        wished = [Wished("a", f"{held.url}/story")]
        told = list(capture_pages(wished, TODAY, own_network=True))
    assert (len(body), len(body)) in told


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a b?q=ä#part", "https://example.org/a%20b?q=%C3%A4"),
        ("https://bücher.example/ä/%C3%A4", "https://xn--bcher-kva.example/%C3%A4/%C3%A4"),
        ("http://example.org:8080/a;b?c&d=[1]", "http://example.org:8080/a;b?c&d=[1]"),
    ],
)
def test_an_address_is_asked_for_in_ascii_letters(url: str, address: str) -> None:
    assert place_of(url.replace(" ", "%20")).address == address


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://a.example/b",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "a word",
            "",
        ),
        *("http://me:secret@a.example/", "http://a.example:99999/", f"http://{'a' * 64}.example/"),
        *("http://a\u200bb.example/", "http://[::1/", "doi:10.1000/1"),
    ],
)
def test_what_is_no_page_cannot_be_captured(url: str) -> None:
    assert not can_be_captured(url)


def test_an_address_that_a_page_sends_on_to_is_taken_by_its_bytes() -> None:
    now = place_of("https://example.org/a/b")
    assert sent_on(now, "/\xc3\xa4").address == "https://example.org/%C3%A4"
    assert sent_on(now, "c").address == "https://example.org/a/c"
    assert sent_on(now, "//other.example/").address == "https://other.example/"


def test_the_process_may_write_no_file_and_use_little_memory(harbour: Site) -> None:
    with Worker("fetch") as worker:
        question = {"url": f"{harbour.url}/story", "own_network": True}
        worker.ask(question, b"")
        process = worker._process
        assert process is not None
        with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:
            told = {line[:25].strip(): line[26:46].strip() for line in limits}
    assert told["Max file size"] == "0"
    assert int(told["Max open files"]) <= 32
    assert int(told["Max address space"]) <= 1 << 30
