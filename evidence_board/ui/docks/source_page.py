"""The inspector's page of a source: what it is, how each field is known, its grade, its copy."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.commands import bringing, groups, judging
from evidence_board.ingest.fetching.places import can_be_captured
from evidence_board.model.capture import Capture
from evidence_board.model.scales import FIDELITY, RELIABILITY
from evidence_board.model.source import OriginGroup, OriginKind, Relation, Source, SourceKind
from evidence_board.ui.docks.definitions import Definitions
from evidence_board.ui.docks.fields import ChoiceField, LineField, Segments
from evidence_board.ui.docks.other_days import OtherDays
from evidence_board.ui.docks.page import Grid, Page, told
from evidence_board.ui.docks.standing import StandingPart
from evidence_board.ui.docks.why import Why
from evidence_board.ui.labels import label, tip
from evidence_board.ui.theme import set_icon
from evidence_board.ui.wording import translate


class SourcePage(Page[Source]):
    """Everything that is recorded of one source."""

    def build(self) -> None:
        """Add the sections."""
        self._build_record()
        self._build_grade()
        self._build_origin()
        self.standing = StandingPart(self)
        self.capture = CapturePart(self)

    def fill(self, record: Source) -> None:
        """Show ``record``."""
        self.kind.show_key(record.kind)
        self.relation.show_key(record.relation)
        for name, (field, known) in self._lines.items():
            value = getattr(record, name)
            field.show_text("; ".join(value) if isinstance(value, tuple) else value or "")
            told(known, self._known(record, name))
        self.other_days.fill(record)
        self.reliability.show_key(record.reliability)
        self.definitions.show_chosen(record.reliability)
        self.why.fill(record, shown=record.reliability is not None)
        self.fidelity.show_key(record.fidelity)
        told(self._fidelity_told, (FIDELITY[record.fidelity] if record.fidelity else "",))
        self.origin_kind.show_key(record.origin_kind)
        self.affiliation.show_text(record.affiliation)
        self.affiliation.setEnabled(record.origin_kind is not None)
        group = self.document.project.find(record.group) if record.group else None
        self.group.show_text(group.label if isinstance(group, OriginGroup) else "")
        self.standing.fill(record)
        self.capture.fill(record)

    def _known(self, source: Source, name: str) -> tuple[str, ...]:
        """Return how a field is known, the words it rests on, and the form that was given."""
        sentences = []
        if name == "published" and source.published:
            sentences.append(edtf_words(source.published) + ".")
        given = source.as_given.get(name)
        if given is not None:
            plain = "; ".join(map(str, given)) if isinstance(given, list) else str(given)
            sentences.append(self.tr("As given: {words}").format(words=plain) + ".")
        held = source.basis.get(name)
        if isinstance(held, Mapping):
            words = str(held.get("words") or "")
            how = {
                "stated": self.tr("Stated"),
                "header": self.tr("In the header"),
                "inferred": self.tr("Inferred"),
            }.get(str(held.get("basis")), "")
            # What begins with quoted words tells the reason for their reading as well.
            quoted = words if words.startswith("“") else f"“{words}”"
            sentences.append(f"{how}: {quoted}." if words else f"{how}.")
        return tuple(sentences)

    # Building

    def _build_record(self) -> None:
        grid = Grid(self.section())
        self._lines: dict[str, tuple[LineField, QLabel]] = {}
        self.other_days = OtherDays(self)
        for name, words, hint in (
            ("title", self.tr("Title"), ""),
            ("publisher", self.tr("Publisher"), ""),
            ("authors", self.tr("Authors"), self.tr("one; another")),
            ("published", self.tr("Published"), self.tr("such as 2023-10-16")),
            ("section", self.tr("Section"), ""),
            ("dateline", self.tr("Dateline"), ""),
            ("language", self.tr("Language"), self.tr("such as en")),
            ("url", self.tr("Address"), ""),
        ):
            self._add_line(grid, name, words, hint)
        self.kind = ChoiceField(self.tr("Kind"), [(key, key) for key in get_args(SourceKind)])
        self.kind.chosen.connect(lambda key: self.change("Set kind of source", kind=key))
        grid.add(self.tr("Kind"), self.kind)
        self.relation = ChoiceField(self.tr("Relation"), [(key, key) for key in get_args(Relation)])
        self.relation.chosen.connect(lambda key: self.change("Set relation", relation=key))
        grid.add(self.tr("Relation"), self.relation)

    def _add_line(self, grid: Grid, name: str, words: str, hint: str) -> None:
        field = LineField(words, hint)
        field.finished.connect(lambda text, name=name: self._set(name, text))
        grid.add(words, field)
        known = label("", "hint", wrap=True)
        grid.below(known)
        if name == "published":
            grid.below(self.other_days)
        self._lines[name] = (field, known)

    def line(self, name: str) -> LineField:
        """Return the field of a bibliographic line."""
        return self._lines[name][0]

    def _set(self, name: str, text: str) -> None:
        value: object = text
        if name == "authors":
            value = tuple(part.strip() for part in text.split(";") if part.strip())
        elif name == "published":
            value = text or None
        self.change(f"Set {name} of source", **{name: value})

    def _build_grade(self) -> None:
        part = self.section(self.tr("Source reliability"))
        rows = [(letter, letter, "") for letter in RELIABILITY]
        self.reliability = Segments(self.tr("Source reliability"), rows)
        for letter, meaning in RELIABILITY.items():
            self.reliability.button(letter).setAccessibleDescription(meaning)
        self.reliability.chosen.connect(self._grade)
        part.addWidget(self.reliability)
        self.definitions = Definitions(RELIABILITY, self.tr("F is unknown, not worst."))
        part.addWidget(self.definitions)
        self.why = Why(
            self,
            part,
            "reliability_reason",
            "Set reason of the reliability",
            self.tr("Reason of the reliability"),
            self.tr("Why this grade"),
        )
        self._build_fidelity()

    def _grade(self, letter: str | None) -> None:
        chosen = next((one for one in judging.LETTERS if one == letter), None)
        document, source = self.document, self.record
        self.why.after(lambda: document.act(judging.set_reliability, source, chosen))

    def _build_fidelity(self) -> None:
        """Add how well it repeats what an origin said: a perfect origin may have a bad copy."""
        grid = Grid(self.section(self.tr("As a carrier")))
        rows = [(None, self.tr("not judged")), *((key, key) for key in FIDELITY)]
        self.fidelity = ChoiceField(self.tr("Fidelity"), rows)
        self.fidelity.chosen.connect(lambda key: self.change("Set fidelity", fidelity=key))
        grid.add(self.tr("Fidelity"), self.fidelity)
        self._fidelity_told = label("", "hint", wrap=True)
        grid.below(self._fidelity_told)

    def _build_origin(self) -> None:
        grid = Grid(self.section(self.tr("As an origin")))
        words = {
            "identified": self.tr("identified origin"),
            "anonymous": self.tr("anonymous origin"),
            "unknown": self.tr("unknown origin"),
            "unattributed": self.tr("unattributed"),
        }
        rows: list[tuple[str | None, str]] = [(None, self.tr("carrier or relay"))]
        rows += [(key, words[key]) for key in get_args(OriginKind)]
        self.origin_kind = ChoiceField(self.tr("Origin"), rows)
        self.origin_kind.chosen.connect(lambda key: self.change("Set origin kind", origin_kind=key))
        grid.add(self.tr("Origin"), self.origin_kind)
        self.affiliation = LineField(self.tr("Affiliation"), self.tr("places an unnamed origin"))
        self.affiliation.finished.connect(
            lambda text: self.change("Set affiliation", affiliation=text)
        )
        grid.add(self.tr("Affiliation"), self.affiliation)
        self.group = LineField(self.tr("Group"), self.tr("origins that count once"))
        self.group.finished.connect(self._set_group)
        grid.add(self.tr("Group"), self.group)

    def _set_group(self, name: str) -> None:
        self.write(lambda project, source: groups.put_in(project, source, name))


class CapturePart:
    """The stored copy: file, bytes, hash, time, method, and the way into the reader."""

    def __init__(self, page: SourcePage) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._state = label("", "hint")
        part = page.section(translate("SourcePage", "Stored copy"), self._state)
        self._grid = Grid(part)
        self._values: dict[str, QLabel] = {}
        self._rows: dict[str, int] = {}
        for key, words in (
            ("file", translate("SourcePage", "File")),
            ("size", translate("SourcePage", "Size")),
            ("when", translate("SourcePage", "Captured")),
            ("method", translate("SourcePage", "Text")),
            ("remark", translate("SourcePage", "Remark")),
            ("address", translate("SourcePage", "Came from")),
            ("like", translate("SourcePage", "Same text as")),
        ):
            self._values[key] = label("", wrap=True)
            self._grid.add(words, self._values[key])
            self._rows[key] = self._grid.rowCount() - 1
        self._hash = label("", "mono", wrap=True)
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._altered = label("", "hint", wrap=True, level="error")
        part.addWidget(self._hash)
        part.addWidget(self._altered)
        row = QHBoxLayout()
        self.read = QPushButton(translate("SourcePage", "Read"))
        set_icon(self.read, "book-open")
        self.read.clicked.connect(lambda: page.document.read(page.record.id))
        row.addWidget(self.read)
        self.capture = QPushButton(translate("SourcePage", "Capture page"))
        set_icon(self.capture, "globe")
        tip(self.capture, translate("SourcePage", "Fetch the page from the web and seal it"))
        self.capture.clicked.connect(lambda: page.document.capture_asked.emit(page.record.id))
        row.addWidget(self.capture)
        row.addStretch()
        part.addLayout(row)
        self._part = part

    def fill(self, source: Source) -> None:
        """Show the newest copy of ``source``, or that it is cited only."""
        page = self._page
        capture = page.document.project.capture_of(source.id)
        self.read.setVisible(capture is not None)
        self._offer_capture(source, captured=capture is not None)
        self._hash.setVisible(capture is not None)
        told = self._told_of(capture.id) if capture is not None else ""
        self._altered.setText(told)
        self._altered.setVisible(bool(told))
        for row in range(self._grid.count()):
            entry = self._grid.itemAt(row)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.setVisible(capture is not None)
        if capture is None:
            self._state.setText(translate("SourcePage", "cited only, not read here"))
            return
        state = translate("SourcePage", "stored and hashed")
        self._state.setText(translate("SourcePage", "altered") if told else state)
        self._show(capture)

    def _offer_capture(self, source: Source, *, captured: bool) -> None:
        """Offer to capture the page, where the source has the address of one."""
        page = self._page
        possible = bool(source.url) and can_be_captured(source.url)
        self.capture.setVisible(possible and not page.document.project.read_only)
        again = translate("SourcePage", "Capture again")
        self.capture.setText(again if captured else translate("SourcePage", "Capture page"))

    def _told_of(self, capture: str) -> str:
        """Return that a stored copy was found to be altered, or nothing."""
        if capture not in self._page.document.altered:
            return ""
        return translate(
            "SourcePage",
            "ALTERED: the stored copy does not have this SHA-256 any more. It is not what was "
            "captured. Compare it with a backup.",
        )

    def _show(self, capture: Capture) -> None:
        self._values["file"].setText(capture.file_name)
        form = translate("SourcePage", "{bytes} bytes, {characters} characters")
        remark = capture.remark
        looks = ""
        if capture.media_type.startswith("image/"):
            form = translate("SourcePage", "{bytes} bytes; {remark}")
            looks, _, remark = remark.partition(". ")
        size = form.format(
            bytes=f"{capture.size:n}", characters=f"{capture.text_length:n}", remark=looks
        )
        self._values["size"].setText(size)
        alike = bringing.same_text(self._page.document.project, capture)
        self._show_if_any("remark", remark)
        self._show_if_any("address", capture.address)
        self._show_if_any("like", ", ".join(f"{one.mark} {one.name}" for one in alike))
        self._values["when"].setText(stamp_words(capture.captured_at))
        self._values["method"].setText(capture.text_method)
        self._hash.setText(_in_two_lines(capture.sha256))
        self._hash.setAccessibleName(f"SHA-256 {capture.sha256}")

    def _show_if_any(self, key: str, words: str) -> None:
        """Show a row where there is something to say in it."""
        self._values[key].setText(words)
        for column in (0, 1):
            entry = self._grid.itemAtPosition(self._rows[key], column)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.setVisible(bool(words))


def _in_two_lines(digest: str) -> str:
    return f"SHA-256\n{digest[:32]}\n{digest[32:]}"
