"""Texts without a mark: the one encoding that fits is found, else a person is asked."""

import codecs
from pathlib import Path

import pytest

from evidence_board.ingest.detecting import detect
from evidence_board.ingest.draft import Progress, Refused, RefusedFile, SourceDraft, Wanted
from evidence_board.ingest.encodings import CHOICES, encoding_named
from evidence_board.ingest.read import read_many
from evidence_board.ingest.reading import Undecided
from evidence_board.ingest.text import decode

MAYOR = "The mayor said “we’re done” – and left. It cost £50 at the café."
FOUND = (
    (MAYOR, "cp1252"),
    ("It’s over.", "cp1252"),
    ("Café closed.", "latin-1"),
    ("Das Ministerium erklärte, das Schiff habe den Hafen verlassen. Größere Schäden?", "cp1252"),
    ("Министерство обороны сообщило, что корабль покинул порт.", "cp1251"),
    ("Министерство обороны сообщило, что корабль покинул порт.", "koi8-r"),
    ("Міністерство оборони повідомило, що корабель покинув порт.", "cp1251"),
    ("Minister obrony powiedział, że statek opuścił port w środę.", "cp1250"),
    ("Minister obrony powiedział, że statek opuścił port w środę.", "iso8859-2"),
    ("국방부는 선박이 항구를 떠났다고 밝혔다. 목격자들은 컨테이너를 보았다.", "euc-kr"),
    ("防衛省は船が港を出たと発表した。目撃者はコンテナを見た。", "shift_jis"),
    ("防衛省は船が港を出たと発表した。目撃者はコンテナを見た。", "euc_jp"),
    ("国防部表示该船已离开港口。目击者看到了集装箱。", "gb18030"),
    ("قالت وزارة الدفاع إن السفينة غادرت الميناء.", "cp1256"),
    ("Το υπουργείο ανακοίνωσε ότι το πλοίο έφυγε από το λιμάνι.", "cp1253"),
    ("The ministry said so. Nobody knew.", "utf-16-le"),
    ("The ministry said so. Nobody knew.", "utf-16-be"),
)
UNSURE = "Bakanlık geminin limanı terk ettiğini açıkladı."


@pytest.mark.parametrize(("words", "encoding"), FOUND)
def test_the_only_encoding_that_fits_is_found_and_named(words: str, encoding: str) -> None:
    decoded = decode("a.txt", words.encode(encoding))
    assert decoded.text == words
    assert "found out" in decoded.method


def test_where_several_fit_a_person_is_asked_with_a_look_at_each() -> None:
    with pytest.raises(Undecided, match=r"Turkish \(Windows-1254\) \(cp1254\)") as asked:
        decode("a.txt", UNSURE.encode("cp1254"))
    previews = {one.encoding: one.preview for one in asked.value.candidates}
    assert previews["cp1254"] == UNSURE
    assert len(set(previews.values())) == len(previews) > 1


def test_what_a_person_says_is_taken_and_told() -> None:
    decoded = decode("a.txt", UNSURE.encode("cp1254"), "windows-1254")
    assert decoded.text == UNSURE
    assert decoded.method == "Turkish (Windows-1254), as it was told"


def test_an_encoding_that_does_not_fit_or_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="is not UTF-8: byte 4, in line 1"):
        decode("a.txt", "Café".encode("cp1252"), "utf-8")
    for name in ("base64", "rot13", "no-such", "", "zlib", "a" * 500, "../x", "unicode_escape"):
        assert encoding_named(name) is None


@pytest.mark.parametrize(
    "first",
    [
        "# -*- coding: cp1254 -*-\n",
        '<?xml version="1.0" encoding="windows-1254"?>\n',
        "Content-Type: text/plain; charset=iso-8859-9\n\n",
    ],
)
def test_what_a_text_declares_is_taken(first: str) -> None:
    decoded = decode("a.txt", (first + UNSURE).encode("cp1254"))
    assert decoded.text == first + UNSURE
    assert decoded.method == "Turkish (Windows-1254), as it declares"


def test_utf_8_that_is_damaged_is_not_taken_for_something_else() -> None:
    damaged = MAYOR.encode()[:40] + b"\xe2" + MAYOR.encode()[40:]
    with pytest.raises(Refused, match="is not UTF-8: byte") as refused:
        decode("a.txt", damaged)
    assert not isinstance(refused.value, Undecided)


def test_line_ends_and_characters_stay_as_they_are_in_every_encoding() -> None:
    for one in CHOICES:
        words = "a\r\nb\rc\n\x0c\x0bd\x1ce"
        assert decode("a", words.encode(one.codec), one.codec).text == words


def test_each_choice_is_a_codec_of_python_with_a_name_for_people() -> None:
    assert all(codecs.lookup(one.codec) and one.label for one in CHOICES)
    assert len({one.label for one in CHOICES}) == len(CHOICES)


@pytest.mark.parametrize("byte", [b"\xe9", b"\x92", b"\xb1\xb9", b"\x80\x81", b"a\xe9 "])
def test_millions_of_doubtful_bytes_have_an_answer(byte: bytes) -> None:
    fits = detect(byte * 5_000_000)
    assert {one.encoding for one in fits} == {one.encoding for one in detect(byte * 5_000)}


def test_a_file_that_was_asked_for_can_be_read_again_with_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(UNSURE.encode("cp1254"))
    (unsure,) = (one for one in read_many([path]) if not isinstance(one, Progress))
    assert isinstance(unsure, RefusedFile)
    assert {one.encoding for one in unsure.candidates} >= {"cp1254", "cp1252"}
    assert unsure.wanted is not None
    again = Wanted(unsure.wanted.what, "cp1254")
    (draft,) = (one for one in read_many([again]) if not isinstance(one, Progress))
    assert isinstance(draft, SourceDraft)
    assert draft.text == UNSURE
