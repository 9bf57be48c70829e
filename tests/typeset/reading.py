"""Reading a PDF back with tools that are not ours: text, links, destinations, validity."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import page

Value = dict[str, "Value"] | list["Value"] | str | int | float | bool | None
LIMITS = page.SafetyLimits(max_reference_depth=5_000)


@dataclass(frozen=True)
class Annotation:
    """A link of the PDF: where it lies and where it leads."""

    rect: tuple[float, ...]
    target: Value


class Pdf:
    """The objects of a PDF, as qpdf tells them."""

    def __init__(self, path: Path) -> None:
        told = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", str(path)], capture_output=True, check=True
        )
        objects = json.loads(told.stdout)["qpdf"][1]
        self.objects = {
            name.removeprefix("obj:"): held["value"] if "value" in held else held["stream"]["dict"]
            for name, held in objects.items()
        }

    def at(self, value: Value) -> Value:
        """Return what a reference stands for."""
        while isinstance(value, str) and value in self.objects:
            value = self.objects[value]
        return value

    def field(self, value: Value, *names: str) -> Value:
        for name in names:
            value = self.at(value)
            assert isinstance(value, dict)
            value = value[name]
        return self.at(value)

    def links(self) -> list[Annotation]:
        found = []
        places = self.destinations()
        for held in self.objects.values():
            if isinstance(held, dict) and held.get("/Subtype") == "/Link":
                name = str(held["/Dest"]).removeprefix("u:")
                target = places[name] if name in places else self.at(held["/Dest"])
                found.append(Annotation(tuple(held["/Rect"]), target))
        return found

    def destinations(self) -> dict[str, Value]:
        """Return the named places and where they are."""
        names = self.field(self.objects["trailer"], "/Root", "/Names", "/Dests", "/Names")
        assert isinstance(names, list)
        return {
            str(name).removeprefix("u:"): self.at(place)
            for name, place in zip(names[::2], names[1::2], strict=True)
        }

    def bookmarks(self) -> list[str]:
        return [
            str(held["/Title"]).removeprefix("u:")
            for held in self.objects.values()
            if isinstance(held, dict) and "/Title" in held and "/Dest" in held
        ]


def text_of(path: Path, *options: str) -> str:
    told = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return told.stdout.decode()


def problems_of(path: Path) -> list[str]:
    """Return what two validators and qpdf find wrong."""
    found = [
        failure.rule_id
        for profile in ("ua1", "3a")
        for failure in page.validate_pdf(str(path), profile=profile, limits=LIMITS).failures
    ]
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    return found + ([checked.stderr.decode()] if checked.returncode else [])
