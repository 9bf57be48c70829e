"""Make the face for Han and kana of the whole Noto Sans SC: the characters of four standards.

The whole face has 10 MB. Of it are kept the ideographs of GB 2312, of the common plane of Big5, of
JIS X 0208 and of KS X 1001, which is what newspapers of the four are written in, with kana and the
signs between them. The licence allows it: the face reserves no name but “Source”. Needs fontTools.

    python packaging/han_face.py NotoSansSC_400Regular.ttf resources/fonts/NotoSansSC_400Regular.ttf
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Codec, rows and columns of each standard as its two-byte code has them.
STANDARDS = (
    ("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)),
    ("big5", range(0xA1, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
    ("euc_jp", range(0xA1, 0xF5), range(0xA1, 0xFF)),
    ("euc_kr", range(0xCA, 0xFE), range(0xA1, 0xFF)),
)
# Signs, kana, bopomofo, Han, forms of full width.
KEPT = (range(0x3000, 0x3130), range(0x31F0, 0x3200), range(0x4E00, 0xA000), range(0xFF00, 0xFF61))


def common() -> frozenset[int]:
    """Return the characters that the face is to have."""
    return frozenset(
        code
        for codec, rows, columns in STANDARDS
        for code in _codes(codec, rows, columns)
        if any(code in kept for kept in KEPT)
    )


def _codes(codec: str, rows: Iterable[int], columns: Iterable[int]) -> Iterable[int]:
    held = tuple(columns)
    for row in rows:
        for column in held:
            decoded = bytes((row, column)).decode(codec, "ignore")
            if len(decoded) == 1:
                yield ord(decoded)


def make(whole: Path, made: Path) -> None:
    """Write the face; the same from the same, whenever it is made."""
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    with TTFont(whole) as face:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=common() & face.getBestCmap().keys())
        cutter.subset(face)
        face.save(made)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("whole", type=Path)
    parser.add_argument("made", type=Path)
    given = parser.parse_args()
    make(given.whole, given.made)
