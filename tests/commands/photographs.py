"""Pictures as cameras write them: with a position, serial numbers, notes and XMP."""

from io import BytesIO

from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

SERIAL = "ZQXSERIAL0815"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r exif:GPSLatitude="52,31.0N" '
    b'aux:SerialNumber="ZQXSERIAL0815"/></x:xmpmeta>'
)


def plain(colour: str = "navy") -> bytes:
    """Return a JPEG that tells nothing."""
    return _saved(colour, "JPEG")


def with_position() -> bytes:
    """Return a JPEG with a place in its EXIF block."""
    exif = Image.Exif()
    exif[0x8825] = {
        **{1: "N", 3: "E"},
        2: (IFDRational(52), IFDRational(31), IFDRational(12)),
        4: (IFDRational(13), IFDRational(24), IFDRational(36)),
    }
    return _saved("teal", "JPEG", exif=exif)


def with_serial() -> bytes:
    """Return a JPEG with a serial number and an owner."""
    exif = Image.Exif()
    exif[0x8769] = {0xA431: SERIAL, 0xA430: "Zqxuser"}
    return _saved("maroon", "JPEG", exif=exif)


def with_packet() -> bytes:
    """Return a JPEG that tells a place in XMP only."""
    return _saved("olive", "JPEG", xmp=XMP)


def with_packed_packet() -> bytes:
    """Return a PNG whose XMP is compressed, so that its words do not stand in the file."""
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return _saved("purple", "PNG", pnginfo=notes)


def _saved(colour: str, form: str, **more: object) -> bytes:
    content = BytesIO()
    Image.new("RGB", (32, 24), colour).save(content, form, **more)
    return content.getvalue()
