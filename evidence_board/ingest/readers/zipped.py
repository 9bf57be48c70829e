"""Members of a ZIP archive, read in memory by name: none becomes a file, bombs are refused."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from evidence_board.ingest.draft import Refused

_MOST_BYTES, _MOST_MEMBERS, _MOST_RATIO = 200_000_000, 1_000, 100
_SMALL = 1_000_000
_STEP = 1 << 20


class Zipped:
    """An archive from outside; Refused says what is wrong with it."""

    def __init__(self, name: str, original: bytes) -> None:
        """Read its list of members."""
        self._name = name
        self._read = 0
        try:
            self._archive = ZipFile(BytesIO(original))
            members = self._archive.infolist()
        except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, EOFError) as problem:
            raise self._damaged() from problem
        if len(members) > _MOST_MEMBERS:
            raise Refused(
                f"“{name}” holds {len(members):,} files, more than the {_MOST_MEMBERS:,} that a "
                "document may have. Save it as PDF and add that."
            )
        self._packed = {one.filename: one for one in members}

    def names(self) -> tuple[str, ...]:
        """Return the names of the members."""
        return tuple(self._packed)

    def member(self, wanted: str) -> bytes | None:
        """Return the bytes of a member; None where there is none of this name."""
        found = self._packed.get(wanted)
        if found is None:
            return None
        if found.flag_bits & 0x1:
            raise Refused(
                f"“{self._name}” is locked with a password. Save it without one and add that."
            )
        content = bytearray()
        try:
            with self._archive.open(found) as member:
                while part := member.read(_STEP):
                    content += part
                    self._read += len(part)
                    if self._read > _MOST_BYTES or (
                        len(content) > _SMALL
                        and len(content) > _MOST_RATIO * max(1, found.compress_size)
                    ):
                        raise Refused(
                            f"“{self._name}” unpacks to far more than it is, and is not taken. "
                            "Save it as PDF and add that."
                        )
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ) as problem:
            raise self._damaged() from problem
        return bytes(content)

    def _damaged(self) -> Refused:
        return Refused(
            f"“{self._name}” is cut off or damaged and cannot be read. Get it again from where it "
            "came."
        )
