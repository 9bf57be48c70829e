"""Which encoding bytes are in that do not say so: one that fits alone, or several to choose from.

Each encoding is tried, and each character beyond ASCII is judged where it stands: a letter among
letters of its own script, in the case of its word and used by a language that the encoding was
made for; a quotation mark, a dash or a currency where such may stand. An encoding *fits* when
nearly all are in place. Where encodings that fit give different texts, nobody is guessed for.
"""

import re
import unicodedata
from dataclasses import dataclass

from evidence_board.ingest.encodings import CHOICES, UTF_16_BE, UTF_16_LE, Encoding

FITS = 0.97
"""From which share on an encoding counts as fitting."""

_MAY_FIT = 0.75
_LOOKED_AT, _FEWEST = 20_000, 3
_MOST_ACCENTED = 0.35
_ENGLISH = re.compile(r"[^\W\d_]’(?:s|t|re|ve|ll|d|m)\b")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*")
_WESTERN = "àâäáãåæçèéêëìíîïñòóôöõøùúûüœßÿðþý"
_LETTERS = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
    "cp1250": "áâăäąćčçďđéęëěíîłľĺńňóôőöŕřśşšťţúůűüýźżžß",
    "iso8859-2": "áâăäąćčçďđéęëěíîłľĺńňóôőöŕřśşšťţúůűüýźżžß",
    "cp1254": "âçğıîöşüûéİ",
    "cp1257": "āčēģīķļņšūžąęėįųõäöüßéó",
}
_SCRIPTS = {
    **dict.fromkeys(("cp1251", "koi8-u", "iso8859-5", "cp866"), ("CYRILLIC",)),
    "cp1253": ("GREEK",),
    "cp1255": ("HEBREW",),
    "cp1256": ("ARABIC",),
    "cp949": ("HANGUL", "CJK"),
    **dict.fromkeys(("cp932", "euc_jp"), ("KANA", "CJK")),
    **dict.fromkeys(("gb18030", "big5hkscs"), ("CJK",)),
}
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэёфъіїєґ"
_FREQUENT = {
    "CYRILLIC": frozenset("оеаинтсрвлі"),
    "GREEK": frozenset("αοιετσνηυρπ"),
    "ARABIC": frozenset("اليمونترب"),
    "HEBREW": frozenset("יוהלאמרתבש"),
    "HANGUL": frozenset("이다는의에을를가고하은한지서로도기사인"),
    "CJK": frozenset("的一是不了在人有中大国國上为為这這来來和到说說日報道部月年"),
}
_LEAST_FREQUENT = {"CYRILLIC": 0.45, "GREEK": 0.5, "ARABIC": 0.45, "HEBREW": 0.4, "HANGUL": 0.1,
                   "CJK": 0.02}  # fmt: skip
_OPENING, _CLOSING = "“‘«„‚‹¿¡", "”’»›"
_BETWEEN, _MONEY, _AFTER = "–—…•·\xa0", "£€¥¢", "°™®©§½¼¾²³%‰º"


@dataclass(frozen=True)
class Fit:
    """An encoding, how much of the text it fits (0 to 1), and the text that it gives."""

    encoding: Encoding
    share: float
    text: str


def detect(original: bytes) -> tuple[Fit, ...]:
    """Return what the bytes may be, best first: one if it is sure, none if nothing fits.

    They are no UTF-8, and have no byte order mark.
    """
    wide = _wide(original)
    if wide or b"\0" in original:
        return wide
    part = _lines_beyond_ascii(original)
    if len(part.strip()) < _FEWEST:
        return ()
    fits = [one for encoding in CHOICES if (one := _tried(encoding, part)) is not None]
    good = [one for one in fits if one.share >= FITS]
    ordered = sorted(good or fits, key=lambda one: -one.share)
    different: dict[str, Fit] = {}
    for one in ordered:
        different.setdefault(one.text, one)
    signs = [one for one in good if _is_signs_only(one.text)]
    return tuple(signs[:1] or different.values())[:5]


def is_sure(fits: tuple[Fit, ...]) -> bool:
    """Whether one encoding fits, and no other."""
    return len(fits) == 1 and fits[0].share >= FITS


def _lines_beyond_ascii(original: bytes) -> bytes:
    """Return the lines that tell something, up to a size."""
    lines, size = [], 0
    for line in original.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _LOOKED_AT:
                break
    return b"".join(lines)[:_LOOKED_AT]


def _is_signs_only(text: str) -> bool:
    """Whether all beyond ASCII are quotation marks, dashes and the like, each in its place.

    To be that by chance, where letters were meant, takes more than a coincidence.
    """
    high = [one for one in text if not one.isascii()]
    if any(one.isalpha() for one in high):
        return False
    return len(high) >= 2 or bool(_ENGLISH.search(text))


def _wide(original: bytes) -> tuple[Fit, ...]:
    """Return UTF-16 where every other byte is zero, as those of Western letters are."""
    even, odd = original[:8_192:2], original[1:8_192:2]
    if len(original) < 4 or len(original) % 2:
        return ()
    for encoding, zeros, letters in ((UTF_16_LE, odd, even), (UTF_16_BE, even, odd)):
        if zeros.count(0) >= 0.7 * len(zeros) and letters.count(0) <= 0.05 * len(letters):
            try:
                text = original.decode(encoding.codec)
            except UnicodeDecodeError:
                continue
            if "\0" not in text and all(one.isprintable() or one.isspace() for one in text[:4_096]):
                return (Fit(encoding, 1.0, text),)
    return ()


def _tried(encoding: Encoding, part: bytes) -> Fit | None:
    try:
        text = part.decode(encoding.codec)
    except UnicodeDecodeError as problem:
        # A character of several bytes may be cut by the end of the part.
        if len(part) < _LOOKED_AT or problem.start < len(part) - 4:
            return None
        text = part[: problem.start].decode(encoding.codec)
    share = _share_in_place(encoding.codec, text)
    return Fit(encoding, share, text) if share >= _MAY_FIT else None


def _share_in_place(codec: str, text: str) -> float:
    """Return how many of the characters beyond ASCII are in place, of all of them."""
    high = sum(not one.isascii() for one in text)
    right = latin = 0
    scripts: dict[str, list[str]] = {}
    for word in _WORD.finditer(text):
        letters = [one for one in word[0] if not one.isascii() and one != "’"]
        beside = text[word.start() - 1 : word.start()] + text[word.end() : word.end() + 1]
        if letters and any(one.isdigit() for one in beside):
            continue
        if letters and (script := _script_of_word(codec, word[0])):
            right += len(letters)
            scripts.setdefault(script, []).extend(letters)
        latin += sum(one.isascii() for one in word[0])
    right += sum(
        _is_sign_in_place(text, place)
        for place, one in enumerate(text)
        if not one.isascii() and not one.isalpha()
    )
    for script, letters in scripts.items():
        accented = script == "LATIN" and len(letters) > _MOST_ACCENTED * (latin + len(letters))
        if accented or not _is_usual(script, letters):
            right -= len(letters)
    return right / high if high else 0.0


def _script_of_word(codec: str, word: str) -> str:
    """Return the script of a word whose letters go together, else nothing."""
    letters = [one for one in word if one not in "'’"]
    scripts = {_script(one) for one in letters}
    if len(scripts) != 1 and scripts != {"CJK", "KANA"}:
        return ""
    script = "KANA" if "KANA" in scripts else scripts.pop()
    if not scripts.union({script}).issubset((*_SCRIPTS.get(codec, ()), "LATIN")):
        return ""
    body = "".join(letters)
    if script in ("LATIN", "CYRILLIC", "GREEK") and not (
        body.islower() or body.isupper() or (body[:1].isupper() and body[1:].islower())
    ):
        return ""
    if script == "LATIN":
        known = _LETTERS.get(codec, "")
        return (
            script
            if all(one.isascii() or one.lower() in known or one in known for one in body)
            else ""
        )
    if script == "CYRILLIC":
        return script if all(one in _CYRILLIC for one in body.lower()) else ""
    return script


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    first = name.partition(" ")[0]
    if first in ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"):
        return "KANA"
    return first if first not in ("HALFWIDTH",) else "HALFWIDTH"


def _is_usual(script: str, letters: list[str]) -> bool:
    """Whether the letters of a script are as frequent as its languages use them."""
    if script in ("LATIN", "KANA"):
        return True
    if script not in _FREQUENT:
        return False
    if len(letters) < 8:
        return script in ("CYRILLIC", "GREEK", "ARABIC")
    share = sum(one.lower() in _FREQUENT[script] for one in letters) / len(letters)
    return share >= _LEAST_FREQUENT[script]


def _is_sign_in_place(text: str, place: int) -> bool:
    one = text[place]
    before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
    if one in _OPENING:
        return not before.isalnum() and (not after.isspace() or one == "«")
    if one in _CLOSING:
        return not before.isspace() or after.isalnum() or one == "»"
    if one in _MONEY:
        return after.isdigit() or any(near.isdigit() for near in text[max(0, place - 2) : place])
    if one in _AFTER:
        return True
    # What East Asian texts are punctuated with.
    return one in _BETWEEN or 0x3000 <= ord(one) <= 0x303F or 0xFF00 <= ord(one) <= 0xFF65
