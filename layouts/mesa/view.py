"""What the scenes of a roundtable look at: one frozen snapshot, the places chosen, the order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from geodata.ledger import Item
from geodata.outlines import Outlines
from indicators.engine import Engine
from indicators.scopes import NATIONAL, SCOPES
from layouts.format import period_words
from layouts.gap_view import GapView
from layouts.mesa.order import Order
from layouts.place import Place, border, department, municipality
from layouts.profile import Profile
from layouts.provenance import source_words
from layouts.slice import MapView
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.mesa_words import MESA_WORDS, MesaWords
from layouts.text.profile_words import PROFILE_WORDS

DEMO_SOURCE = "DEMO"
MOST_NAMED = 4


@dataclass(frozen=True)
class MesaView:
    """One roundtable.

    Attributes:
        map: its scope, engine and language.
        gaps: the view of gaps of the same scope.
        chosen: municipalities; none for the whole scope.
        created: when the snapshot was published, as an ISO time.
        today: ISO date of the show.
    """

    map: MapView
    gaps: GapView
    outlines: Outlines
    order: Order
    chosen: tuple[str, ...]
    created: str
    demo: bool
    today: str
    items: tuple[Item, ...] = ()
    """What is recorded of it, the oldest first."""
    history: tuple[tuple[str, str], ...] = ()
    """Snapshots of the workspace with the time of each, the newest first."""
    _closer: dict[tuple[str, str], GapView] = field(default_factory=dict, repr=False)

    @property
    def words(self) -> MesaWords:
        """Sentences of the roundtable."""
        return MESA_WORDS[self.texts.language]

    @property
    def texts(self) -> Catalogue:
        """Sentences that all views share."""
        return self.map.texts

    @property
    def engine(self) -> Engine:
        """Who answers."""
        return self.map.engine

    @property
    def snapshot(self) -> str:
        """Id of the snapshot."""
        return str(self.engine.snapshot.snapshot_id)

    @property
    def cut_off(self) -> str:
        """The day of the snapshot in words."""
        return period_words(self.created[:10], self.texts)

    @property
    def scope(self) -> str:
        """The scope in words, or the department that it is narrowed to."""
        if self.map.question.department:
            return self.engine.name(self.map.question.department)
        return in_language(SCOPES[self.map.question.scope].title, self.texts.language)

    @cached_property
    def place(self) -> str:
        """What the roundtable is about, in words."""
        if not self.chosen:
            return self.scope
        names = [self.engine.name(code) for code in self.chosen[:MOST_NAMED]]
        rest = len(self.chosen) - len(names)
        if rest:
            return self.words.and_more.format(", ".join(names), rest)
        *first, last = names
        return self.words.joined.format(", ".join(first), last) if first else last

    @property
    def codes(self) -> list[str]:
        """The municipalities chosen, all of the scope without."""
        return list(self.chosen) or [str(code) for code in self.map.codes]

    def gaps_of(self, code: str) -> GapView:
        """The view of gaps with ``code`` looked at closely, inside its scope or alone."""
        if code in self.gaps.codes or not code:
            return self.gaps if code == self.gaps.code else self._close(code, self.gaps.scope)
        return self._close(code, NATIONAL)

    def _close(self, code: str, scope: str) -> GapView:
        key = (code, scope)
        if key not in self._closer:
            whole = scope == self.gaps.scope
            within = self.gaps.department if whole else ""
            self._closer[key] = replace(self.gaps, asked=code, scope=scope, department=within)
        return self._closer[key]

    def profile(self, code: str) -> Profile:
        """The ficha of a municipality; without a code, of the department or the border."""
        return Profile(self._place(code), self.map, self.today)

    def _place(self, code: str) -> Place:
        if code:
            return municipality(code)
        within = self.map.question.department
        if within:
            return department(within, self.engine)
        return border(self.map.question.scope, self.engine)

    def publishers(self, source_ids: Iterable[str]) -> tuple[str, ...]:
        """Who is named beside figures: the original producer, else the publisher; each once."""
        return tuple(dict.fromkeys(self._publisher(one) for one in source_ids if one))

    def publications(self, source_ids: Iterable[str]) -> tuple[str, ...]:
        """The same publications in full words."""
        known = dict.fromkeys(one for one in source_ids if one)
        return tuple(source_words(self.engine.source(one), self.texts) for one in known)

    def _publisher(self, source_id: str) -> str:
        if source_id == DEMO_SOURCE:
            return PROFILE_WORDS[self.texts.language].synthetic
        source = self.engine.source(source_id)
        return str(source["original"] or source["publisher"])
