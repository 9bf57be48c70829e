"""What a picture says of when, with what and where it was taken, in words for its remark.

For the worker process: it reads bytes that come from outside. Anyone can write these fields.
"""

import re
from contextlib import suppress
from datetime import datetime

from PIL import Image

_DETAILS, _PLACE = 0x8769, 0x8825
_MAKER, _MODEL, _CHANGED = 0x010F, 0x0110, 0x0132
_TAKEN, _OFFSET = 0x9003, 0x9011
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)
_AT = re.compile(r"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")
_LONGEST = 80


def told_by(picture: Image.Image) -> str:
    """Return a sentence of what the picture says of itself, empty where it says nothing."""
    try:
        tags = picture.getexif()
        details, place = tags.get_ifd(_DETAILS), tags.get_ifd(_PLACE)
    except Exception:  # decoders of hostile bytes raise what they like
        return ""
    taken = _moment(details.get(_TAKEN))
    offset = _words(details.get(_OFFSET))
    camera = _camera(_words(tags.get(_MAKER)), _words(tags.get(_MODEL)))
    position = _position(place)
    parts = [
        f"taken {taken}{' ' + offset if offset else ''}" if taken else "",
        f"with {camera}" if camera else "",
        f"at {position}" if position else "",
    ]
    told = " ".join(part for part in parts if part)
    changed = "" if taken else _moment(tags.get(_CHANGED))
    told = told or (f"changed {changed}" if changed else "")
    return f"It says of itself (EXIF): {told}." if told else ""


def _camera(maker: str, model: str) -> str:
    """Return maker and model, the maker once."""
    return model if model.casefold().startswith(maker.casefold()) else f"{maker} {model}".strip()


def _words(value: object) -> str:
    """Return a text of EXIF as one line of letters that can be shown."""
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else value
    if not isinstance(text, str):
        return ""
    shown = "".join(one for one in text if one.isprintable())
    return " ".join(shown.split())[:_LONGEST]


def _moment(value: object) -> str:
    """Return a time of EXIF (2023:10:05 08:15:00) as others write it; empty if there is no such."""
    text = _words(value)
    if not _AT.fullmatch(text):
        return ""
    with suppress(ValueError):
        # Not by strptime, which first loads a module: the worker may open no file.
        year, month, day, hour, minute, second = map(int, re.split("[: ]", text))
        return str(datetime(year, month, day, hour, minute, second))
    return ""


def _position(place: dict[int, object]) -> str:
    """Return latitude and longitude in degrees, four places after the point; empty if unsure."""
    latitude = _degrees(place, *_LATITUDE, negative="S", most=90)
    longitude = _degrees(place, *_LONGITUDE, negative="W", most=180)
    if latitude is None or longitude is None:
        return ""
    return f"{latitude:.4f}°, {longitude:.4f}°"


def _degrees(
    place: dict[int, object], side: int, parts: int, *, negative: str, most: float
) -> float | None:
    given, letter = place.get(parts), _words(place.get(side)).upper()
    if not isinstance(given, tuple) or len(given) != 3 or not letter:
        return None
    try:
        degrees, minutes, seconds = (float(one) for one in given)
    except (TypeError, ValueError, ArithmeticError):
        return None
    whole = degrees + minutes / 60 + seconds / 3600
    if not 0 <= whole <= most:  # no number is neither
        return None
    return -whole if letter == negative else whole
