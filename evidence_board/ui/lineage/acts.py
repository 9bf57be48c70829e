"""What a person does in Lineage: citing, cutting, leading elsewhere, counting as one, trying."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_board.analysis.chart import UNTRACED, Route, Station
from evidence_board.analysis.verdicts import counted_as
from evidence_board.commands import groups, links, tracing
from evidence_board.commands.tracing import Step
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation
from evidence_board.model.link_types import BY_KEY, CitationKind
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.dialogs.independence import ask_independence
from evidence_board.ui.lineage.asking import CitationForm, GroupForm, SourceForm
from evidence_board.ui.lineage.walking import Spot

if TYPE_CHECKING:
    from evidence_board.ui.lineage.view import LineageView


class LineageActs(QObject):
    """Acts on the station or the route that has the focus; each act is one step."""

    def __init__(self, view: "LineageView") -> None:
        """Work on ``view``, which owns this."""
        super().__init__(view)
        self._view = view
        self._document = view.document

    def do(self, id: str) -> None:
        """Do what an action asks."""
        DEEDS[id](self)

    def open(self, spot: Spot) -> None:
        """Read a source that is held, unfold a group, go to the claim; show a route's record."""
        station = self._station(spot.key)
        record = self._document.project.find(station.record) if station else None
        if spot.farther or station is None:
            return
        if station.members:
            self._view.toggle_group(station.root)
        elif station.part == "claim":
            self._view.open(station.record)
        elif isinstance(record, Source) and self._document.project.capture_of(record.id):
            self._document.read(self._words(station) or record.id)
        elif isinstance(record, Source):
            told = self.tr("{name} is not held here: it is known through others.")
            self._document.tell(told.format(name=record.name))

    def join(self, nearer: str, farther: str) -> None:
        """Ask of which type the citation is that was drawn between two stations."""
        one, other = self._source(nearer), self._source(farther)
        if one is None or other is None:
            self._document.tell(self.tr("A citation leads from a source to a source."))
            return
        form = self._citation_form(one.id)
        form.name.setText(f"{other.mark}  {other.name}")
        form.kind.setFocus()

    def lead(self, route: Route, to: str) -> None:
        """Let a route lead to the station it was dropped on."""
        target = self._source(to)
        if target is not None:
            step = self._step(route)
            self._led(route, step, target.id)

    def cut(self) -> None:
        """Cut the route that has the focus."""
        route = self._view.chart.route()
        if route is None:
            told = self.tr("Choose the line that is to be cut: Alt and an arrow lead to one.")
            self._document.tell(told)
        elif route.via:
            self._document.tell(self.tr("Relays are folded into this line. Show them to cut it."))
        elif self._document.does(tracing.cut, self._step(route)):
            self._view.chart.go(Spot(route.nearer))
            self._tell()

    def try_without(self, ids: tuple[str, ...]) -> None:
        """Take these for gone, or let them back if all of them are."""
        muted = self._document.counts.muted
        gone = muted - set(ids) if set(ids) <= muted else muted | set(ids)
        self._document.mute(gone)

    # Asking

    def _cite(self) -> None:
        station = self._focused()
        if station is None or station.part == "claim":
            self._ask_carrier(station.record if station else self._view.claim_id)
        else:
            self._citation_form(station.record)

    def _citation_form(self, nearer: str) -> CitationForm:
        source = self._document.project.get(Source, nearer)
        title = self.tr("What {mark} {name} rests on").format(mark=source.mark, name=source.name)
        form = CitationForm(self._document, title, self._view.window())
        form.done_with = partial(self._add_citation, form, nearer)
        form.open()
        form.name.setFocus()
        return form

    def _add_citation(self, form: CitationForm, nearer: str) -> bool:
        kind: CitationKind = form.kind.currentData()
        reason = form.reason.text().strip()
        made = self._document.act(tracing.cite, nearer, form.chosen(), kind, reason)
        if made is not None:
            self._tell_citation(made)
        return made is not None

    def _tell_citation(self, made: Citation) -> None:
        """Say it, and where it changes nothing for this claim, why."""
        chart = self._view.chart.chart
        ends = {(one.nearer, one.farther) for one in chart.routes} if chart else set()
        if (made.from_id, made.to_id) in ends:
            self._tell()
            return
        told = self.tr("{step}. Nothing changes here: the chain of this claim says who told it.")
        if not BY_KEY[made.type].lineage:
            told = self.tr("{step}. Nothing changes here: by this type nothing is passed on.")
        step = self._document.project.undo_label or ""
        self._document.tell(told.format(step=step), undo=True)

    def _ask_carrier(self, claim: str | None) -> None:
        """Ask which source carries a claim."""
        if claim is None:
            return
        title, verb = self.tr("Which source carries the claim"), self.tr("Link source")
        form = SourceForm(self._document, title, verb, self._view.window())
        form.finish()
        form.done_with = lambda: self._link_source(form, claim)
        form.open()
        form.name.setFocus()

    def _link_source(self, form: SourceForm, claim: str) -> bool:
        chosen = form.chosen()
        if not isinstance(self._document.project.find(chosen), Source):
            told = self.tr("No source is called “{name}”. Add it as a source first.")
            self._document.problem.emit(told.format(name=chosen))
            return False
        done = self._document.does(links.connect, chosen, claim, "asserts")
        if done:
            self._tell()
        return done

    def _ask_elsewhere(self) -> None:
        route = self._view.chart.route()
        if route is None:
            told = self.tr("Choose the line that is to lead elsewhere: Alt and an arrow.")
            self._document.tell(told)
            return
        step = self._step(route)
        title, verb = self.tr("Lead the line elsewhere"), self.tr("Lead there")
        form = SourceForm(self._document, title, verb, self._view.window())
        form.finish()
        form.done_with = lambda: self._led(route, step, form.chosen())
        form.open()
        form.name.setFocus()

    def _led(self, route: Route, step: Step, to: str) -> bool:
        """Lead a step to a source, or to a new name; the keyboard stays where it begins."""
        done = self._document.does(tracing.lead_elsewhere, step, to)
        if done:
            self._view.chart.go(Spot(route.nearer))
            self._tell()
        return done

    def _note_upstream(self) -> None:
        station = self._focused()
        source = self._source(station.key) if station else None
        if source is None:
            told = self.tr("Choose the source behind which somebody unknown stands.")
            self._document.tell(told)
        elif self._document.does(tracing.note_upstream, source.id):
            self._tell()

    def _merge(self) -> None:
        chosen = [one for one in self._document.selected_records() if isinstance(one, Source)]
        if len(chosen) < 2:
            told = self.tr("Choose two origins or more: Shift and a click, or Space, adds one.")
            self._document.tell(told)
            return
        held = [self._document.project.find(one.group) for one in chosen if one.group]
        known = next((one for one in held if isinstance(one, OriginGroup)), None)
        names = ", ".join(f"{one.mark} {one.name}" for one in chosen)
        label, reason = (known.label, known.reason) if known else ("", "")
        form = GroupForm(names, label, reason, self._view.window())
        ids = tuple(one.id for one in chosen)
        form.done_with = lambda: self._merged(form, ids)
        form.open()
        form.label.setFocus()

    def _merged(self, form: GroupForm, ids: tuple[str, ...]) -> bool:
        given = form.label.text(), form.reason.text()
        done = self._document.does(groups.merge, ids, *given)
        if done:
            self._tell()
        return done

    def judge(self, ids: tuple[str, ...]) -> None:
        """Ask whether these origins are independent of each other."""
        if not self._document.project.read_only:
            ask_independence(self._document, ids, self._view.window())

    def _judge(self) -> None:
        """Ask whether the two origins that are picked are independent, else those of the claim."""
        document = self._document
        ground = document.counts.ground
        chosen = [one for one in document.selected_records() if isinstance(one, Source)]
        ids = tuple(dict.fromkeys(counted_as(one.id, ground) for one in chosen))
        if len(ids) < 2 and self._view.claim_id is not None:
            ids = document.counts.independence(self._view.claim_id).origins.groups
        if len(ids) < 2:
            document.tell(self.tr("One origin has nothing to be independent of."))
            return
        self.judge(ids)

    def _part(self) -> None:
        group = self._group()
        if group is None:
            self._document.tell(self.tr("Choose an origin that counts as one with others."))
        elif self._document.does(groups.take_apart, group):
            self._tell()

    def _fold(self) -> None:
        station = self._focused()
        if station is not None and station.part == "origin":
            self._view.toggle_group(station.root)

    def _try_focused(self) -> None:
        """Take what has the focus for gone, or let it back."""
        route, station = self._view.chart.route(), self._focused()
        if route is not None and route.type == "supports":
            self.try_without(route.records)
        elif station is not None and station.part != "claim":
            group = station.root if station.members else station.record
            self.try_without((group,))
        else:
            self._document.tell(self.tr("Choose what is to be taken for gone."))

    # What has the focus

    def _focused(self) -> Station | None:
        spot = self._view.chart.spot
        return self._station(spot.key) if spot is not None and not spot.farther else None

    def _station(self, key: str) -> Station | None:
        chart = self._view.chart.chart
        return chart.station(key) if chart else None

    def _source(self, key: str) -> Source | None:
        station = self._station(key)
        if station is None or key.startswith(UNTRACED):
            return None
        found = self._document.project.find(station.record)
        return found if isinstance(found, Source) else None

    def _group(self) -> str | None:
        station = self._focused()
        found = self._document.project.find(station.root) if station and station.root else None
        return found.id if isinstance(found, OriginGroup) else None

    def _words(self, station: Station) -> str | None:
        """Return the excerpt by which a source carries one of the claims."""
        for one in self._document.project.referrers(station.record):
            if isinstance(one, Assertion) and one.claim in self._view.claims and one.excerpt:
                return one.excerpt
        return None

    def _step(self, route: Route) -> Step:
        chart = self._view.chart.chart
        ends = [chart.station(key) if chart else None for key in (route.nearer, route.farther)]
        nearer, farther = (one.record if one else "" for one in ends)
        return Step(nearer, farther, self._view.claims)

    def _fold_relays(self) -> None:
        self._view.toggle_relays()

    def _tell(self) -> None:
        self._document.tell(self._document.project.undo_label or "", undo=True)


DEEDS: Mapping[str, Callable[[LineageActs], None]] = {
    "lineage_cite": LineageActs._cite,
    "lineage_cut": LineageActs.cut,
    "lineage_elsewhere": LineageActs._ask_elsewhere,
    "lineage_upstream": LineageActs._note_upstream,
    "origins_merge": LineageActs._merge,
    "origins_part": LineageActs._part,
    "origins_judge": LineageActs._judge,
    "fold_origins": LineageActs._fold,
    "fold_relays": LineageActs._fold_relays,
    "what_if": LineageActs._try_focused,
}
"""What is done, by the id of the action."""
