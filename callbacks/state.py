"""What the reader has chosen, parsed once from the address bar and always valid."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, Self
from urllib.parse import parse_qsl, urlencode

from geodata.schema import SECTIONS, TOTAL, Sex
from geodata.snapshot import SNAPSHOT_ID, Workspace
from indicators.cube import Cell
from indicators.gaps.proof import GapReference
from indicators.place_list import FORMALITY, KINDS, STATES
from indicators.proof import Reference
from indicators.scopes import DEFAULT_SCOPE, SCOPES
from indicators.spec import Axis, Indicator, Kind
from layouts.mesa.order import refused
from layouts.rows.filters import Order, conditions
from layouts.rows.tables import TABLES
from layouts.text import DEFAULT_LANGUAGE, LANGUAGES

LAYERS: Final = ("personas", "unidades", "centros", "demanda")
DEFAULT_LAYERS: Final = ("unidades", "centros")
MEASURES: Final = ("brecha",)
PANELS: Final = ("lista", "ficha")
SMALL_MAPS: Final = ("periodos", "sectores")
DEFAULT_INDICATOR: Final = "migrantes_por_mil"
NO_LAYERS: Final = "ninguna"
REFERENCES: Final = ("departamento", "ambito", "nacion", "parecidos")
"""What the territories of a comparison are set against."""
MOST_COMPARED: Final = 4
POSTS_PER_UNIT: Final = ("1", "2", "3", "5")
PROGRAMME_VIEWS: Final = ("marcos", "cruce", "quien", "seguimiento")
AXES: Final = tuple(str(axis) for axis in Axis if axis is not Axis.CONTEXT)
MOST_CHOSEN: Final = 60
WEIGHTS: Final = re.compile(r"[0-5](?:,[0-5]){6}")
PAGE: Final = re.compile(r"[1-9][0-9]{0,4}")
NAME: Final = re.compile(r".{1,120}")
"""Whether a snapshot has such a unit or centre is for ``callbacks.desk`` to say."""
FIRST_YEAR, LAST_YEAR = 1985, 2100
"""Any year between these is a possible period; the data decide which have figures."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which values exist: the codes of the snapshot, the indicators of the registry.

    Attributes:
        municipalities: codes in force.
        successors: retired codes and what replaced them.
        supports: programmes that support a unit or a centre; not all of them have components.
        programmes: components by programme, both as ``indicators.frameworks.slug`` writes them.
        kinds_of_actors: of the organisations that do something somewhere.
    """

    indicators: Mapping[str, Indicator]
    municipalities: frozenset[str]
    departments: frozenset[str]
    successors: Mapping[str, str]
    programmes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    supports: frozenset[str] = frozenset()
    kinds_of_actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """A valid choice. Field names are the words of the address."""

    ambito: str = DEFAULT_SCOPE
    departamento: str = ""
    municipio: str = ""
    indicador: str = DEFAULT_INDICATOR
    sector: str = TOTAL
    grupo: str = ""
    sexo: str = TOTAL
    periodo: str = ""
    medida: str = ""
    """What the areas show of the indicator: its level, or ``brecha``, how far from the nation."""
    segundo: str = ""
    """A second indicator that the areas show together with the first."""
    capas: tuple[str, ...] = DEFAULT_LAYERS
    panel: str = ""
    idioma: str = DEFAULT_LANGUAGE
    espacio: str = Workspace.PUBLISHED
    corte: str = ""
    seleccion: tuple[str, ...] = ()
    """Municipalities chosen together on the map."""
    mapas: str = ""
    """Small maps side by side: of the years, of the sectors, or none."""
    pesos: str = ""
    """Weights of the seven axes in the view of gaps, such as ``1,1,3,1,0,1,1``."""
    comparar: tuple[str, ...] = ()
    """Municipalities and departments that stand side by side, in the order of the reader."""
    contra: str = REFERENCES[0]
    ocupados: str = "1"
    """People that a strengthened productive unit occupies, in the view of gaps."""
    vista: str = ""
    """What the view of programmes shows: results, or one of ``PROGRAMME_VIEWS``."""
    programa: str = ""
    """One programme, as ``indicators.frameworks.slug`` writes it."""
    componente: str = ""
    eje: str = ""
    """Axis of those who do something, in the view of programmes."""
    tipo: str = ""
    """Kind of those organisations."""
    tabla: str = ""
    """Whose rows the view of data shows; see ``layouts.rows.tables``."""
    filtro: str = ""
    """Conditions on those rows; see ``layouts.rows.filters``."""
    orden: str = ""
    """Column that sorts them, after ``-`` from the largest."""
    guion: str = ""
    """Running order of a roundtable; see ``layouts.mesa.order``."""
    cifra: str = ""
    """Figure whose proof is open; see ``indicators.proof``."""
    clase: str = ""
    """Units, centres or both, in the view of them; its other filters follow."""
    estado: str = ""
    formalizacion: str = ""
    lugar: str = ""
    """Unit or centre whose card is open."""
    pagina: str = ""
    """Of the list of units and centres."""

    def to_url(self) -> str:
        """Query with what differs from the default; ``""`` for the default view."""
        default = Selection()
        pairs = {
            name: _write(value)
            for name, value in asdict(self).items()
            if value != getattr(default, name)
        }
        return "?" + urlencode(pairs) if pairs else ""

    def cell(self, indicator: Indicator) -> Cell:
        """The part of the choice that ``indicator`` is published by; the rest stays in total."""
        return Cell(
            sex=self.sexo if indicator.by_sex else TOTAL,
            population_group=self.grupo if self.grupo in indicator.groups else indicator.own_group,
            sector=self.sector if indicator.by_sector else TOTAL,
        )


def _write(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value) or NO_LAYERS
    return str(value)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A selection with what had to be dropped or replaced to get it."""

    selection: Selection
    dropped: tuple[tuple[str, str], ...] = ()
    replaced: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def from_url(cls, search: str, vocabulary: Vocabulary, home: str = "") -> Self:
        """Read a query such as ``?ambito=pais&municipio=44430``. Any text opens some view."""
        asked = dict(parse_qsl((search or "").removeprefix("?")))
        chosen: dict[str, Any] = {"municipio": home} if home else {}
        dropped, replaced = [], []
        for name, text in asked.items():
            if name == "comparar":
                chosen[name], unknown, retired = _compared(text, vocabulary)
                dropped += [(name, code[:40]) for code in unknown]
                replaced += retired
                continue
            value = vocabulary.successors.get(text, text) if name == "municipio" else text
            if value != text:
                replaced.append((text, value))
            if _valid(name, value, vocabulary):
                chosen[name] = TUPLES[name](value) if name in TUPLES else value
            else:
                dropped.append((name, text[:40]))
        return cls(replace(Selection(), **chosen), tuple(dropped), tuple(replaced))

    def without(self, name: str) -> Self:
        """The same with one field dropped, and named as such."""
        value = str(getattr(self.selection, name))
        default = getattr(Selection(), name)
        return replace(
            self,
            selection=replace(self.selection, **{name: default}),
            dropped=(*self.dropped, (name, value)),
        )


def _weights(text: str) -> str | None:
    some = bool(WEIGHTS.fullmatch(text)) and any(digit in text for digit in "12345")
    return text if some else None


def _order(text: str) -> str | None:
    """A running order that an address can carry; what is wrong inside is told by its view."""
    return None if refused(text) else text


GRAMMARS: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "filtro": conditions,
        "orden": Order.read,
        "cifra": lambda text: GapReference.read(text) or Reference.read(text),
        "pesos": _weights,
        "guion": _order,
        "pagina": PAGE.fullmatch,
        "lugar": NAME.fullmatch,
    }
)
"""Fields that have a grammar of their own; what is not understood is ``None``."""


def _compared(
    text: str, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], list[str], list[tuple[str, str]]]:
    """Territories to compare, what is none or one too many, and retired codes with what followed.

    Each stands once: the rest of a comparison is worth opening even if one of its codes is wrong.
    """
    known = vocabulary.municipalities | vocabulary.departments
    codes = list(dict.fromkeys(code for code in text.split(",") if code))
    found = {code: vocabulary.successors.get(code, code) for code in codes}
    valid = list(dict.fromkeys(new for new in found.values() if new in known))
    unknown = [old for old, new in found.items() if new not in known] + valid[MOST_COMPARED:]
    retired = [(old, new) for old, new in found.items() if new != old and new in known]
    return tuple(valid[:MOST_COMPARED]), unknown, retired


def _layers(text: str) -> tuple[str, ...]:
    asked = text.split(",")
    return tuple(layer for layer in LAYERS if layer in asked)


def odd_component(chosen: Selection, vocabulary: Vocabulary) -> bool:
    """Whether a component is chosen that the chosen programme, or none, does not have."""
    own = vocabulary.programmes.get(chosen.programa, frozenset())
    return bool(chosen.componente) and chosen.componente not in own


TUPLES: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = MappingProxyType(
    {"capas": _layers, "seleccion": lambda text: tuple(text.split(","))}
)
"""Fields that hold several words, and how their text is read."""


def _valid(name: str, value: str, vocabulary: Vocabulary) -> bool:
    """Whether ``value`` is a possible value of the field ``name``; unknown fields are not."""
    allowed: Mapping[str, object] = {
        "ambito": SCOPES,
        "departamento": vocabulary.departments,
        "municipio": vocabulary.municipalities,
        "indicador": vocabulary.indicators,
        "sector": (TOTAL, *SECTIONS),
        "grupo": {g for i in vocabulary.indicators.values() for g in i.groups},
        "sexo": tuple(Sex),
        "panel": PANELS,
        "mapas": SMALL_MAPS,
        "medida": MEASURES,
        "segundo": {k for k, i in vocabulary.indicators.items() if i.kind is not Kind.COUNT},
        "idioma": LANGUAGES,
        "espacio": tuple(Workspace),
        "contra": REFERENCES,
        "ocupados": POSTS_PER_UNIT,
        "tabla": TABLES,
        "vista": PROGRAMME_VIEWS,
        "programa": {*vocabulary.programmes, *vocabulary.supports},
        "componente": {key for inside in vocabulary.programmes.values() for key in inside},
        "eje": AXES,
        "tipo": vocabulary.kinds_of_actors,
        "clase": KINDS,
        "estado": STATES,
        "formalizacion": FORMALITY,
    }
    if name in GRAMMARS:
        return not value or GRAMMARS[name](value) is not None
    if name == "periodo":
        return value.isascii() and value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR
    if name == "corte":
        return bool(SNAPSHOT_ID.fullmatch(value))
    if name == "seleccion":
        codes = value.split(",")
        return len(codes) <= MOST_CHOSEN and vocabulary.municipalities.issuperset(codes)
    if name == "capas":
        return value == NO_LAYERS or all(layer in LAYERS for layer in value.split(","))
    return value in allowed.get(name, ())  # type: ignore[operator]
