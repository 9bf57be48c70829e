"""Names of encodings: as people, pages and mails write them, and what Python calls them."""

import codecs
from dataclasses import dataclass

from evidence_board.ingest.vocabulary import word_set


@dataclass(frozen=True)
class Encoding:
    """An encoding by the name of Python's codec, and what people call it."""

    codec: str
    label: str


UTF_8 = Encoding("utf-8", "UTF-8")
UTF_16_LE = Encoding("utf-16-le", "UTF-16 (little endian)")
UTF_16_BE = Encoding("utf-16-be", "UTF-16 (big endian)")

MARKS = (
    # The four bytes first: those of UTF-32 (little endian) begin like those of UTF-16.
    (codecs.BOM_UTF32_LE, Encoding("utf-32-le", "UTF-32 (little endian)")),
    (codecs.BOM_UTF32_BE, Encoding("utf-32-be", "UTF-32 (big endian)")),
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, UTF_16_LE),
    (codecs.BOM_UTF16_BE, UTF_16_BE),
)
"""Byte order marks, and what they tell."""

WESTERN = Encoding("cp1252", "Western (Windows-1252)")
CHOICES = (
    WESTERN,
    Encoding("cp1250", "Central European (Windows-1250)"),
    Encoding("iso8859-2", "Central European (ISO 8859-2)"),
    Encoding("cp1251", "Cyrillic (Windows-1251)"),
    Encoding("koi8-u", "Cyrillic (KOI8)"),
    Encoding("iso8859-5", "Cyrillic (ISO 8859-5)"),
    Encoding("cp866", "Cyrillic (DOS 866)"),
    Encoding("cp1253", "Greek (Windows-1253)"),
    Encoding("cp1254", "Turkish (Windows-1254)"),
    Encoding("cp1255", "Hebrew (Windows-1255)"),
    Encoding("cp1256", "Arabic (Windows-1256)"),
    Encoding("cp1257", "Baltic (Windows-1257)"),
    Encoding("mac_roman", "Western (Mac OS Roman)"),
    Encoding("cp850", "Western (DOS 850)"),
    Encoding("cp949", "Korean (EUC-KR, CP949)"),
    Encoding("cp932", "Japanese (Shift JIS)"),
    Encoding("euc_jp", "Japanese (EUC-JP)"),
    Encoding("gb18030", "Chinese, simplified (GB 18030)"),
    Encoding("big5hkscs", "Chinese, traditional (Big5)"),
)
"""Those without a mark that a text may be in."""

_ALSO = {
    # What pages call these is, by the rule of all browsers, the wider one of Windows.
    **dict.fromkeys(
        ("iso8859-1", "latin-1", "latin1", "l1", "ascii", "us-ascii", "iso-8859-1"), "cp1252"
    ),
    **dict.fromkeys(
        ("euc-kr", "euc_kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949"), "cp949"
    ),
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"
    ),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "chinese", "hz"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("koi8-r", "koi8", "koi", "koi8_r", "koi8-ru"), "koi8-u"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "l5"), "cp1254"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    **dict.fromkeys(("utf-16", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2"), "utf-16-le"),
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
}
_LABELS = {one.codec: one.label for one in (*CHOICES, *(row[1] for row in MARKS))}
# To unpack, to draw from files, or to spell out is no encoding of letters.
_NO_TEXT = word_set(
    "base64 bz2 hex idna mbcs oem punycode quopri raw_unicode_escape rot13 undefined",
    "unicode_escape uu utf_7 zlib",
)


def encoding_named(name: str) -> Encoding | None:
    """Return the encoding that a page, a mail or a person names; None where there is none such."""
    wanted = name.strip().strip("\"'").lower()[:40]
    wanted = _ALSO.get(wanted, wanted)
    try:
        found = codecs.lookup(wanted)
    except (LookupError, OSError, ValueError):  # in a worker no more codecs can be loaded
        return None
    if found.name.replace("-", "_") in _NO_TEXT or not found._is_text_encoding:
        return None
    codec = _ALSO.get(found.name, found.name)
    return next(
        (
            Encoding(one, label)
            for one, label in _LABELS.items()
            if codecs.lookup(one).name == codec
        ),
        Encoding(codec, codec.upper()),
    )


def marked(original: bytes) -> tuple[int, Encoding] | None:
    """Return the length of a byte order mark and what it tells; None where there is none."""
    for mark, encoding in MARKS:
        if original.startswith(mark):
            return len(mark), encoding
    return None


def load_codecs() -> None:
    """Load all codecs now: afterwards a worker may open no more files."""
    for one in (*CHOICES, *(row[1] for row in MARKS)):
        codecs.lookup(one.codec)
    names = ("iso2022_jp", "iso2022_kr", "idna", "johab", "raw_unicode_escape", "tis_620")
    pages = (437, 852, 855, 862, 864, 874, 1258)
    parts = (number for number in range(1, 17) if number != 12)
    for name in (*names, *(f"cp{one}" for one in pages), *(f"iso8859-{one}" for one in parts)):
        codecs.lookup(name)
    for name in ("mac_cyrillic", "mac_greek", "mac_latin2", "mac_turkish"):
        codecs.lookup(name)
