"""Finds the place that an address names, and remembers the fichas that were asked for last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from dash.development.base_component import Component

from callbacks.desk import Desks
from callbacks.state import Parsed
from indicators.memory import Memory
from layouts.ficha.page import ficha_tree
from layouts.place import Place, PlaceKind, border, department, municipality
from layouts.profile import Profile
from layouts.text.catalogue import Catalogue

ADDRESS: Final = re.compile(r"/(?:(municipio|departamento)/([^/]+)|(frontera))")
KEPT: Final = 12
"""Fichas remembered; each is some thousand elements, about 3 MB."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that names a place.

    Attributes:
        parsed: its query, without what makes no difference to a ficha.
        place: ``None`` where there is no such place.
        code: as it was written.
    """

    parsed: Parsed
    place: Place | None
    code: str

    @property
    def path(self) -> str:
        """Address of the ficha; that of the border where there is no such place."""
        return self.place.path if self.place is not None else f"/{PlaceKind.BORDER}"


@dataclass(frozen=True)
class Fichas:
    """Answers for the addresses of places.

    Attributes:
        today: ISO date at which centres work or do not; empty for the day of the answer.
    """

    desks: Desks
    today: str = ""
    _kept: Memory[Sequence[Component]] = field(default_factory=lambda: Memory(KEPT), repr=False)

    def asked(self, path: str, query: str) -> Asked | None:
        """What an address asks for; nothing where it is not that of a ficha.

        A retired code leads to its successor, which is told as any replaced code.
        """
        found = ADDRESS.fullmatch(path)
        if found is None:
            return None
        kind, code = found[1] or found[3], found[2] or ""
        extra = f"&municipio={code}" if kind == PlaceKind.MUNICIPALITY else ""
        parsed = self.desks.parse(f"{query}{extra}")
        return Asked(*_resolved(kind, code, parsed, self.desks), code)

    def profile(self, asked: Asked, texts: Catalogue) -> Profile | None:
        """What the ficha of an address looks at."""
        if asked.place is None:
            return None
        view = replace(self.desks.view(asked.parsed.selection), texts=texts)
        return Profile(asked.place, view, self.today or datetime.now(UTC).date().isoformat())

    def tree(self, profile: Profile) -> Sequence[Component]:
        """Its page, made once for each snapshot, place, view and day."""
        view = profile.view
        key = (view.engine.snapshot.snapshot_id, profile.place.path, profile.place.code,
               view.texts.language, view.scope_key, view.sex, view.sector, profile.today,
               view.question.indicator.key, view.question.cell)  # fmt: skip
        kept = self._kept.get(key)
        return kept if kept is not None else self._kept.keep(key, ficha_tree(profile))


def _resolved(kind: str, code: str, parsed: Parsed, desks: Desks) -> tuple[Parsed, Place | None]:
    """The query as a ficha reads it, and the place; ``None`` where there is none."""
    desk = desks.of(parsed.selection)
    if kind == PlaceKind.MUNICIPALITY:
        unknown = ("municipio", code[:40]) in parsed.dropped
        return parsed, None if unknown else municipality(parsed.selection.municipio)
    whole = replace(parsed, selection=replace(parsed.selection, municipio="", departamento=""))
    if kind == PlaceKind.BORDER:
        return whole, border(parsed.selection.ambito, desk.engine)
    known = code in desk.vocabulary.departments
    return whole, department(code, desk.engine) if known else None
