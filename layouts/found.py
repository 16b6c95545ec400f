"""What the search can find, and where each thing leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from geodata.schema import Level
from indicators.engine import Engine
from indicators.frameworks import slug
from indicators.scopes import SCOPES, local_territories
from indicators.search import Entry, Index
from indicators.spec import Indicator
from layouts.points import CENTRE_KINDS
from layouts.programmes.view import PATH as PROGRAMMES
from layouts.slice import UNIT
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.search_words import SEARCH_WORDS

PER_KIND: Final = 5
MOST_UNITS: Final = 5000
SOURCES: Final = "/datos#fuentes"
WEIGHTS: Final[Mapping[str, float]] = {
    "municipio": 4.0, "frontera": 3.5, "departamento": 3.0, "indicador": 2.0, "centro": 1.0,
    "programa": 1.0, "unidad": 0.5, "fuente": 0.0,
}  # fmt: skip
"""Of two names equally alike, the one that is looked for more often; also all kinds that exist."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be found.

    Attributes:
        code: of the territory, indicator or source; the name of a programme.
        beside: words that lead to it and are not read.
        called: another name that people give it.
        href: the view where it is seen; the browser adds what was chosen before.
    """

    kind: str
    code: str
    name: str
    detail: str
    href: str
    beside: str = ""
    called: str = ""


ALSO_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "tasa_desocupacion": ("desempleo", "unemployment"),
    "tasa_desocupacion_juvenil": ("desempleo juvenil", "youth unemployment"),
    "poblacion_migrante_venezolana": ("venezolanos", "migrantes", "Venezuelans", "migrants"),
}
"""Everyday names of indicators that official ones do not hold."""


def things(
    engine: Engine, indicators: Mapping[str, Indicator], texts: Catalogue
) -> tuple[Thing, ...]:
    """Everything that can be found in one snapshot and language."""
    found = (
        *_municipalities(engine),
        *_borders(engine, texts),
        *_departments(engine, texts),
        *_indicators(indicators, texts),
        *_places(engine, texts),
        *_units(engine, texts),
        *_programmes(engine, texts),
        *_sources(engine),
    )
    return tuple(sorted(found, key=lambda thing: list(WEIGHTS).index(thing.kind)))


def index(found: tuple[Thing, ...]) -> Index:
    """``found`` by its words."""
    return Index.of(
        [Entry(t.called or t.name, f"{t.detail} {t.beside}", WEIGHTS[t.kind]) for t in found]
    )


def _municipalities(engine: Engine) -> Iterator[Thing]:
    for code, row in local_territories(engine.snapshot.territories).iterrows():
        detail = f"{row['department_name']} · {code}"
        yield Thing("municipio", str(code), str(row["name"]), detail, _map(municipio=code))


def _borders(engine: Engine, texts: Catalogue) -> Iterator[Thing]:
    """The sets of territories that have a ficha of their own, the border first."""
    words = SEARCH_WORDS[texts.language]
    for key, scope in SCOPES.items():
        detail = words.border.format(len(engine.codes(key, "")))
        title, href = in_language(scope.title, texts.language), f"/frontera?ambito={key}"
        yield Thing("frontera", key, title, detail, href, words.border_beside)


def _departments(engine: Engine, texts: Catalogue) -> Iterator[Thing]:
    territories = engine.snapshot.territories
    for code, row in territories[territories["level"] == Level.DEPARTMENT].iterrows():
        detail = f"{texts.department} · {code}"
        yield Thing("departamento", str(code), str(row["name"]), detail, _map(departamento=code))


def _indicators(indicators: Mapping[str, Indicator], texts: Catalogue) -> Iterator[Thing]:
    for key, indicator in indicators.items():
        title, axis = in_language(indicator.title, texts.language), texts.axes[indicator.axis]
        beside = f"{key} {in_language(indicator.definition, texts.language)}"
        own = Thing("indicador", key, title, axis, _map(indicador=key), beside)
        yield own
        yield from (replace(own, called=name, beside="") for name in ALSO_CALLED.get(key, ()))


def _places(engine: Engine, texts: Catalogue) -> Iterator[Thing]:
    places = engine.snapshot.places
    for _, row in places[places["kind"] != UNIT].iterrows():
        where = engine.name(str(row["territory_code"]))
        kind = texts.centre_kinds.get(str(row["kind"]), "")
        detail = " · ".join(part for part in (kind, where) if part)
        drawn = row["kind"] in CENTRE_KINDS
        on_map = _map(municipio=row["territory_code"]) + f"#centro-{row['id']}"
        href = on_map if drawn else _card(row["id"])
        yield Thing("centro", str(row["id"]), str(row["name"]), detail, href)


def _units(engine: Engine, texts: Catalogue) -> Iterator[Thing]:
    """Productive units, which open their card; nothing where there are too many to look among."""
    places = engine.snapshot.places
    units = places[places["kind"] == UNIT]
    if len(units) > MOST_UNITS:
        return
    names = ("id", "name", "territory_code", "sector")
    for key, name, code, sector in zip(*(units[word] for word in names), strict=True):
        parts = (texts.sections.get(str(sector), ""), engine.name(str(code)))
        detail = " · ".join(part for part in parts if part)
        yield Thing("unidad", str(key), str(name), detail, _card(key), str(key))


def _card(key: object) -> str:
    return f"/lugares?{urlencode({'lugar': key})}#tarjeta"


def _programmes(engine: Engine, texts: Catalogue) -> Iterator[Thing]:
    words = SEARCH_WORDS[texts.language]
    components, results = engine.snapshot.components, engine.snapshot.results
    counts = results["programme"].astype("str").value_counts()
    for name in sorted({*map(str, components["programme"]), *map(str, counts.index)}):
        detail = words.results.format(counts.get(name, 0))
        parts = components.loc[components["programme"] == name, "name_es"]
        href = f"{PROGRAMMES}?{urlencode({'programa': slug(name)})}"
        yield Thing("programa", name, name, detail, href, " ".join(map(str, parts)))


def _sources(engine: Engine) -> Iterator[Thing]:
    for key, row in engine.snapshot.sources.iterrows():
        yield Thing("fuente", str(key), str(row["title"]), str(row["publisher"]), SOURCES)


def _map(**chosen: Any) -> str:  # noqa: ANN401 - codes and keys of several types
    return f"/?{urlencode(chosen)}"


def groups(
    found: tuple[Thing, ...], ranked: list[tuple[int, float]], texts: Catalogue
) -> dict[str, Any]:
    """The best of ``ranked`` by kind, the kind of the very best first, and how many in words."""
    words = SEARCH_WORDS[texts.language]
    kinds: dict[str, list[dict[str, str]]] = {}
    for place, _ in ranked:
        thing = found[place]
        listed, shown = kinds.setdefault(thing.kind, []), _shown(thing)
        if len(listed) < PER_KIND and shown not in listed:
            listed.append(shown)
    titled = [{"title": words.kinds[kind], "items": items} for kind, items in kinds.items()]
    many = sum(len(items) for items in kinds.values())
    template = words.none if not many else words.one if many == 1 else words.many
    return {"told": template.format(many), "groups": titled}


def _shown(thing: Thing) -> dict[str, str]:
    names = ("kind", "code", "name", "detail", "href")
    return {name: getattr(thing, name) for name in names}
