"""The vocabulary of the data: tables, columns, levels, groups, flags and coordinate systems.

A column means the same thing wherever it appears, and codes are always text: ``"05001"`` with its
leading zero, never a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

STORAGE_CRS: Final = "EPSG:4326"
"""Degrees. What the browser draws; never measure in it."""

METRIC_CRS: Final = "EPSG:9377"
"""MAGNA-SIRGAS / Origen-Nacional, metres, conformal: for distances. Areas are geodesic."""

TOTAL: Final = "total"
"""The cell that adds up all sexes, groups or sectors."""


FEWEST_PERSONS: Final = 5
"""Counts from 1 to one less than this never leave; see ``geodata.disclosure``."""

FROM_RECORDS: Final = ("registro_importado", "seguimiento", "destino")
"""First word of the ``series`` of a figure that was added up here from single records."""


@unique
class Level(StrEnum):
    """What kind of territory a row describes. Levels are never mixed in one map or one rank."""

    MUNICIPALITY = "municipio"
    NON_MUNICIPAL = "area_no_municipalizada"
    SURVEY_DOMAIN = "dominio"
    DEPARTMENT = "departamento"
    NATION = "nacion"


LOCAL_LEVELS: Final = (Level.MUNICIPALITY, Level.NON_MUNICIPAL)
"""The levels that a municipal map shows."""


@unique
class Sex(StrEnum):
    """Sex as published. ``TOTAL`` is its own published cell, not a sum made here."""

    TOTAL = "total"
    WOMEN = "mujeres"
    MEN = "hombres"


@unique
class Group(StrEnum):
    """Population that a figure speaks of. Definitions differ by source and are never merged."""

    TOTAL = "total"
    VENEZUELAN = "migrante_venezolana"
    RECENT_VENEZUELAN = "migrante_venezolana_5_anios"
    """Arrived from Venezuela in the last five years, returned Colombians included (DANE, EPM)."""
    RETURNED = "retornada"
    HOST = "acogida"
    NON_MIGRANT = "no_migrante"
    FOREIGN_BORN = "nacida_en_el_exterior"
    MIXED = "mixta"
    """Migrants, returnees and host community served together by a programme."""


@unique
class Quality(StrEnum):
    """Published quality of an observation; decides its state on screen."""

    GOOD = ""
    SUPPRESSED = "suprimido"
    NOT_APPLICABLE = "no_aplica"
    UNRELIABLE = "poco_confiable"


@dataclass(frozen=True, slots=True)
class Flag:
    """A caution attached to a figure by whoever read it.

    Attributes:
        key: as written in the ``flags`` column, several joined by ``|``.
        in_series: the figure has a place on a time axis.
        in_map: the figure may be mapped and ranked.
    """

    key: str
    in_series: bool
    in_map: bool


FLAGS: Final[Mapping[str, Flag]] = MappingProxyType(
    {
        flag.key: flag
        for flag in (
            Flag("rounded", in_series=True, in_map=True),
            Flag("lower_bound", in_series=True, in_map=True),
            Flag("estimate", in_series=True, in_map=True),
            Flag("conflict", in_series=True, in_map=True),
            Flag("cutoff_not_stated", in_series=False, in_map=True),
            Flag("undated", in_series=False, in_map=False),
            Flag("date_doubtful", in_series=False, in_map=False),
            Flag("window_not_seen", in_series=False, in_map=False),
            Flag("year_inferred", in_series=False, in_map=False),
            Flag("order_of_magnitude", in_series=False, in_map=False),
            Flag("survey_estimate", in_series=True, in_map=False),
            Flag("definition_doubtful", in_series=False, in_map=False),
            Flag("target", in_series=False, in_map=False),
            Flag("political_claim", in_series=False, in_map=False),
            Flag("third_party_copy", in_series=True, in_map=True),
            Flag("value_doubtful", in_series=False, in_map=False),
            Flag("non_probabilistic", in_series=False, in_map=False),
        )
    }
)
"""How each caution limits the use of a figure. ``undated`` ones stay visible in the panel only."""

PRODUCTIVE_UNIT: Final = "unidad_productiva"
"""Kind of place that is a productive unit; every other kind is a centre or a service point."""

FORMALISATIONS: Final = ("registrada", "en_tramite", "sin_registro")
"""Whether a productive unit is in the commercial register, on the way to it, or in no register."""

SECTIONS: Final = tuple("ABCDEFGHIJKLMNOPQRSTU")
"""Letters of the 21 sections of CIIU Rev. 4 A.C. (DANE)."""

SURVEY_BRANCHES: Final = ("DE", "MN", "OPQ", "RST", "HJ", "GI", "LMN")
"""Sections that the household survey publishes together; the letters are joined, sorted."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: ``kind`` is ``text``, ``number``, ``whole``, ``flag`` or ``shape``."""

    name: str
    kind: str = "text"
    required: bool = True
    allowed: tuple[str, ...] = ()


TERRITORIES: Final = (
    Column("territory_code"),
    Column("name"),
    Column("level", allowed=tuple(Level)),
    Column("department_code", required=False),
    Column("department_name", required=False),
    Column("valid_from", required=False),
    Column("valid_to", required=False),
    Column("successor", required=False),
    Column("has_geometry", "flag"),
    Column("note", required=False),
    Column("touches_venezuela", "flag"),
    Column("touches_ecuador", "flag"),
    Column("touches_peru", "flag"),
    Column("touches_brazil", "flag"),
    Column("touches_panama", "flag"),
    Column("frontage_venezuela_km", "number", required=False),
    Column("distance_venezuela_km", "number", required=False),
    Column("within_50km_venezuela", "flag"),
    Column("lon", "number", required=False),
    Column("lat", "number", required=False),
    Column("area_km2", "number", required=False),
    Column("geometry", "shape", required=False),
)

OBSERVATIONS: Final = (
    Column("territory_code"),
    Column("indicator"),
    Column("period", required=False),
    Column("sex", allowed=tuple(Sex)),
    Column("population_group", allowed=tuple(Group)),
    Column("sector"),
    Column("value", "number", required=False),
    Column("unit"),
    Column("numerator", "number", required=False),
    Column("denominator", "number", required=False),
    Column("sample_size", "number", required=False),
    Column("margin", required=False),
    Column("quality", required=False, allowed=tuple(Quality)),
    Column("source_id"),
    Column("flags", required=False),
    Column("series", required=False),
    Column("note", required=False),
)
"""``series``: sampling frame, window, register or definition, joined by ``|``. Two points may be
joined by a line only when indicator, territory, sex, group, sector and ``series`` are equal."""

PLACES: Final = (
    Column("id"),
    Column("kind"),
    Column("name"),
    Column("lon", "number"),
    Column("lat", "number"),
    Column("precision", allowed=("address", "seat")),
    Column("territory_code"),
    Column("sector", required=False),
    Column("status"),
    Column("operator", required=False),
    Column("valid_from", required=False),
    Column("valid_to", required=False),
    Column("last_verified", required=False),
    Column("services", required=False),
    Column("people_served", "number", required=False),
    Column("source_id"),
    Column("address", required=False),
    Column("note", required=False),
    Column("programme", required=False),
    Column("formalisation", required=False, allowed=FORMALISATIONS),
    Column("jobs", "number", required=False),
)
"""``programme``: the one that supports the place. ``jobs``: people who work in a productive unit,
whoever runs it included, as of ``last_verified``; it never leaves, see
``geodata.disclosure.places``."""

RESULTS: Final = (
    Column("programme"),
    Column("component"),
    Column("axis"),
    Column("indicator"),
    Column("unit"),
    Column("unit_rule"),
    Column("sex", allowed=tuple(Sex)),
    Column("population_group", allowed=tuple(Group)),
    Column("baseline", "number", required=False),
    Column("target", "number", required=False),
    Column("actual", "number", required=False),
    Column("period", required=False),
    Column("territory_code"),
    Column("source_id"),
    Column("note", required=False),
)

COMPONENTS: Final = (
    Column("programme"),
    Column("kind"),
    Column("order", "whole"),
    Column("name_es"),
    Column("name_en"),
    Column("axis", required=False),
    Column("shows", required=False),
    Column("source_id"),
)

ACTORS: Final = (
    Column("organisation"),
    Column("kind"),
    Column("programme"),
    Column("axis"),
    Column("territory_code"),
    Column("period", required=False),
    Column("source_id"),
)

SOURCES: Final = (
    Column("source_id"),
    Column("publisher"),
    Column("original", required=False),
    Column("title"),
    Column("url", required=False),
    Column("published", required=False),
    Column("accessed", required=False),
    Column("licence"),
    Column("sha256", required=False),
)
"""``original``: who produced the figure, when the publisher only cites it."""

DOMAINS: Final = (
    Column("territory_code"),
    Column("name"),
    Column("kind"),
    Column("members", required=False),
    Column("seat", required=False),
    Column("note", required=False),
)
"""What a figure may speak of that is neither municipality, department nor nation."""

TABLES: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType(
    {
        "territories": TERRITORIES,
        "observations": OBSERVATIONS,
        "places": PLACES,
        "results": RESULTS,
        "components": COMPONENTS,
        "actors": ACTORS,
        "sources": SOURCES,
        "domains": DOMAINS,
    }
)
"""The tables of a snapshot, as ``docs/`` describes them."""
