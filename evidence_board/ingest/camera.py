"""What the file of a picture says of where, with what and by whom it was taken.

For the worker process: it parses bytes that come from outside.
"""

from contextlib import suppress

from PIL import Image

from evidence_board.ingest.pictures import opened

POSITION, SERIAL, OWNER, COMPUTER, NOTES = (
    "position",
    "serial number",
    "owner",
    "computer",
    "notes of the maker",
)
"""What is looked for. The notes that makers add are in forms of their own, often with a serial
number; they count as if they had one."""

_PLACE, _DETAILS, _VERSION = 0x8825, 0x8769, 0
_TAGS = {
    0xA431: SERIAL,
    0xA435: SERIAL,
    0xC62F: SERIAL,
    0xA430: OWNER,
    0x013C: COMPUTER,
    0x927C: NOTES,
}
_WORDS = {
    b"GPSLatitude": POSITION,
    b"GPSLongitude": POSITION,
    b"SerialNumber": SERIAL,
    b"OwnerName": OWNER,
}
"""Names in XMP, which is text somewhere in the file."""
_PACKETS = ("xmp", "XML:com.adobe.xmp", "Raw profile type xmp", "Raw profile type exif")


def traces(name: str, original: bytes) -> list[str]:
    """Return what is told, each once; Refused if the picture cannot be looked through."""
    found: set[str] = set()
    with opened(name, original) as picture:
        details = picture.getexif()
        place = details.get_ifd(_PLACE)
        if any(tag != _VERSION for tag in place):
            found.add(POSITION)
        tags = {*details, *details.get_ifd(_DETAILS)}
        found |= {told for tag, told in _TAGS.items() if tag in tags}
        texts = [original, *_packets(picture)]
    found |= {told for word, told in _WORDS.items() if any(word in text for text in texts)}
    return sorted(found)


def _packets(picture: Image.Image) -> list[bytes]:
    """Return texts that stand packed in the file."""
    packets: list[bytes] = []
    for name in _PACKETS:
        packet = picture.info.get(name, b"")
        with suppress(AttributeError):
            packets.append(packet if isinstance(packet, bytes) else packet.encode())
    return packets
