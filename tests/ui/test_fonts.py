"""The bundled faces: which they are, what they can write, and the type scale made of them."""

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from evidence_board.paths import resource
from evidence_board.ui.fonts import pixels
from evidence_board.ui.theme import apply_theme, ui_font
from evidence_board.ui.tokens import load_tokens

_DOCUMENT = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
_SAMPLES = {"Latin": "Aéß–“", "Cyrillic": "Жїґ", "Greek": "Ωά", "Arabic": "عپ", "Hangul": "한뷁"}
_SAMPLES |= {"Hebrew": "אםש", "Han": "北國図鐵鬱", "Kana": "あヴー"}


def _bundled() -> list[tuple[str, str, Path]]:
    """Return family, style and file of each face the tokens list."""
    named = {"400": "400Regular", "400 italic": "400Regular_Italic", "500": "500Medium"}
    named |= {"600": "600SemiBold", "700": "700Bold"}
    return [
        (
            entry["family"],
            str(style),
            resource("fonts", f"{entry['family'].replace(' ', '')}_{named[str(style)]}.ttf"),
        )
        for entry in _DOCUMENT["type"]["bundle"]["files"]
        for style in entry["styles"]
    ]


def test_the_faces_listed_are_there_and_no_others() -> None:
    assert {path for _, _, path in _bundled()} == set(resource("fonts").glob("*.ttf"))
    assert resource("fonts", "OFL.txt").read_text(encoding="utf-8").startswith("Copyright © 2017")


@pytest.mark.parametrize(("family", "style", "path"), _bundled())
def test_a_face_has_the_scripts_it_is_bundled_for(family: str, style: str, path: Path) -> None:
    with TTFont(path, lazy=True) as face:
        known = face.getBestCmap()
        weight = face["OS/2"].usWeightClass
    entry = next(row for row in _DOCUMENT["type"]["bundle"]["files"] if row["family"] == family)
    for script in entry["scripts"].split(", "):
        assert all(ord(letter) in known for letter in _SAMPLES[script]), script
    assert weight == int(style.split()[0])


@pytest.mark.parametrize("codec", ["gb2312", "big5", "euc_jp", "euc_kr"])
def test_the_han_face_has_what_newspapers_of_four_standards_are_written_in(codec: str) -> None:
    words = {"gb2312": "码头水闸连续关闭", "big5": "碼頭水閘連續關閉", "euc_jp": "埠頭の水門が閉鎖"}
    with TTFont(resource("fonts", "NotoSansSC_400Regular.ttf"), lazy=True) as face:
        known = face.getBestCmap()
    for letter in words.get(codec, "埠頭水門閉鎖"):
        assert letter.encode(codec)
        assert ord(letter) in known, letter


def test_every_family_of_ours_is_found_after_loading(application: QApplication) -> None:
    for family in {family for family, _, _ in _bundled()}:
        assert family in QFontDatabase.families()
        assert QFontInfo(QFont(family)).exactMatch()


def test_the_type_scale_doubles_at_200_percent(application: QApplication) -> None:
    apply_theme(application, "light", 1.0)
    assert ui_font("body").pixelSize() == 13
    assert ui_font("display").weight() == QFont.Weight.DemiBold
    apply_theme(application, "light", 2.0)
    assert ui_font("body").pixelSize() == 26
    assert application.font().pixelSize() == 25
    assert ui_font("reader").families()[0] == "IBM Plex Serif"


@pytest.mark.parametrize("step", list(_DOCUMENT["type"]["scale"]))
def test_no_text_is_smaller_than_the_floor(step: str) -> None:
    size = load_tokens("light").type_role(step).size
    assert pixels(size, 1.0) >= _DOCUMENT["type"]["floor"]
