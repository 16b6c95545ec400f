"""Results frameworks of programmes: components, what was published of each, and how far it got."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import TOTAL
from indicators.measures.execution import (
    IMPOSSIBLE,
    NO_ACTUAL,
    NO_TARGET,
    PLACES_APART,
    execution,
)
from indicators.search import plain_text
from indicators.spec import Text

MEASURED: Final = ("indicator", "unit", "unit_rule", "population_group")
"""Columns that tell one thing that is measured from another."""

NOWHERE: Final = ""
"""Stands for the part of a result that belongs to none."""

_WORD: Final = re.compile(r"[a-z0-9]+")


@unique
class UnitRule(StrEnum):
    """What a number counts, which decides whether numbers of two territories may be added."""

    PEOPLE = "personas"
    THINGS = "cosas"
    SERVICES = "servicios"
    MONTHLY = "mensual"
    RUNNING = "acumulado"
    BOUND = "cota"
    SHARE = "proporcion"


RULES: Final[Mapping[UnitRule, Text]] = MappingProxyType(
    {
        UnitRule.PEOPLE: Text("personas", "people"),
        UnitRule.THINGS: Text("se cuenta cada uno una vez", "each is counted once"),
        UnitRule.SERVICES: Text(
            "servicios, no personas: no se suman", "services, not people: not added up"
        ),
        UnitRule.MONTHLY: Text("totales mensuales: no se suman", "monthly totals: not added up"),
        UnitRule.RUNNING: Text("acumulado: no se suma", "running total: not added up"),
        UnitRule.BOUND: Text("cota, no cifra exacta: no se suma", "a bound: not added up"),
        UnitRule.SHARE: Text("porcentaje: no se suma", "percentage: not added up"),
    }
)
"""Each rule in words."""

_SIGNS: Final = (
    (UnitRule.SHARE, ("proporcion", "porcentaje", "tasa", "promedio")),
    (UnitRule.SERVICES, ("servicio", "no personas")),
    (UnitRule.MONTHLY, ("mensual", "no se suma")),
    (UnitRule.RUNNING, ("acumulad",)),
    (UnitRule.BOUND, ("cota",)),
)
"""Words of a rule as files write it, the strictest first."""

_UNITS: Final[Mapping[str, UnitRule]] = MappingProxyType(
    {"percent": UnitRule.SHARE, "services": UnitRule.SERVICES, "persons": UnitRule.PEOPLE}
)


def rule_of(unit: str, words: str) -> UnitRule:
    """The rule that a unit and the words of a file mean."""
    told = plain_text(words)
    for rule, signs in _SIGNS:
        if any(sign in told for sign in signs):
            return rule
    return _UNITS.get(unit, UnitRule.THINGS)


def slug(name: str) -> str:
    """A name as an address writes it: ``banco-amable-1-0``."""
    return "-".join(_WORD.findall(plain_text(name)))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is measured, in one period.

    Attributes:
        rows: its results, one for each sex and territory.
        earlier: the same thing in earlier periods, the newest first.
    """

    rows: pd.DataFrame
    earlier: tuple["Line", ...] = ()

    def word(self, column: str) -> str:
        """What all rows say in ``column``; the first where they differ."""
        return str(self.rows[column].iloc[0] or "")

    @property
    def rule(self) -> UnitRule:
        """What its numbers count."""
        return rule_of(self.word("unit"), self.word("unit_rule"))


@dataclass(frozen=True, slots=True)
class Part:
    """A component, phase, area, axis or goal of a programme.

    Attributes:
        axis: one of the seven, or empty where it belongs to none.
        shows: what the programme says that is to be shown of it, as written.
        source_id: publication that names it; empty where only results do.
    """

    key: str
    kind: str
    name: Text
    axis: str
    shows: str
    source_id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A programme.

    Attributes:
        loose: results that its publication assigns to none of its parts.
    """

    key: str
    programme: str
    parts: tuple[Part, ...]
    loose: tuple[Line, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Everything measured, part by part."""
        for part in self.parts:
            yield from part.lines
        yield from self.loose

    def part(self, key: str) -> Part | None:
        """The part called ``key`` in an address."""
        return next((part for part in self.parts if part.key == key), None)


def frameworks(components: pd.DataFrame, results: pd.DataFrame) -> tuple[Framework, ...]:
    """Every programme, those with declared components first, in the order of the tables."""
    declared = dict.fromkeys(map(str, components["programme"]))
    others = dict.fromkeys(sorted(set(map(str, results["programme"])) - set(declared)))
    return tuple(
        _framework(
            name, components[components["programme"] == name], results[results["programme"] == name]
        )
        for name in (*declared, *others)
    )


def part_keys(components: pd.DataFrame, results: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Keys of the parts of every programme, by its key: those of ``frameworks`` without results."""
    declared = components.groupby("programme", sort=False)["name_es"]
    known = {str(name): frozenset(map(slug, parts.map(str))) for name, parts in declared}
    others = results[~results["programme"].isin(list(known))].groupby("programme")["component"]
    known |= {str(name): frozenset(slug(str(part)) for part in parts) for name, parts in others}
    return {slug(name): parts for name, parts in known.items()}


def _framework(name: str, components: pd.DataFrame, results: pd.DataFrame) -> Framework:
    if components.empty:
        return Framework(slug(name), name, tuple(_undeclared(results)), ())
    parts = [_declared(row) for row in components.to_dict("records")]
    pairs = list(zip(map(str, results["component"]), map(str, results["axis"]), strict=True))
    home = {pair: part_of(*pair, parts) for pair in set(pairs)}
    places = np.array([home[pair] for pair in pairs], dtype=object)
    filled = [
        Part(part.key, part.kind, part.name, part.axis, part.shows, part.source_id,
             lines(results[places == part.key]))
        for part in parts
    ]  # fmt: skip
    return Framework(slug(name), name, tuple(filled), lines(results[places == NOWHERE]))


def _declared(row: Mapping[Hashable, Any]) -> Part:
    spanish, english = str(row["name_es"]), str(row["name_en"])
    words = (str(row[name] or "") for name in ("kind", "axis", "shows", "source_id"))
    kind, axis, shows, source = words
    return Part(slug(spanish), kind, Text(spanish, english), axis, shows, source, ())


def _undeclared(results: pd.DataFrame) -> Iterator[Part]:
    """Parts of a programme of which only results are known, as these name them."""
    for name, rows in results.groupby("component", sort=False, observed=True):
        axis, source = str(rows["axis"].iloc[0]), str(rows["source_id"].iloc[0])
        text = Text(str(name), str(name))
        yield Part(slug(str(name)), "", text, axis, "", source, lines(rows))


def part_of(component: str, axis: str, parts: Sequence[Part]) -> str:
    """Key of the part that a result belongs to: that of its name, else the only one of its axis.

    Empty where neither says which.
    """
    wanted = slug(component)
    if any(part.key == wanted for part in parts):
        return wanted
    same = [part.key for part in parts if part.axis and part.axis == axis]
    return same[0] if len(same) == 1 else NOWHERE


def lines(results: pd.DataFrame) -> tuple[Line, ...]:
    """What ``results`` measure, each thing in its newest period with the earlier ones behind it."""
    found = []
    for _, rows in results.groupby(list(MEASURED), sort=False, observed=True):
        periods = sorted(set(map(str, rows["period"].fillna(""))), reverse=True)
        each = [Line(rows[rows["period"].fillna("") == period]) for period in periods]
        found.append(Line(each[0].rows, tuple(each[1:])))
    return tuple(found)


def places_of(row_codes: str) -> tuple[str, ...]:
    """The territories of which a result speaks together."""
    return tuple(row_codes.split(PLACES_APART))


def inside(rows: pd.DataFrame, codes: frozenset[str]) -> npt.NDArray[np.bool_]:
    """Whether each result speaks of any of ``codes``."""
    told = (not codes.isdisjoint(places_of(str(each))) for each in rows["territory_code"])
    return np.fromiter(told, dtype=bool, count=len(rows))


def of_sex(rows: pd.DataFrame, sex: str) -> pd.DataFrame:
    """The results of one sex; of both, those that a publication has only by sex stay as well."""
    own = rows[rows["sex"] == sex]
    return rows if sex == TOTAL and own.empty else own


@dataclass(frozen=True, slots=True)
class Progress:
    """Baseline, target, actual and percentage met; ``None`` where not published or not added.

    Attributes:
        reason: why there is no percentage.
        added: how many results were added up; 0 where they may not be.
    """

    baseline: float | None
    target: float | None
    actual: float | None
    percent: float | None
    reason: Text | None
    added: int


MIXED: Final = Text(
    "No se suma: hay reglas de unidad distintas ({rules}).",
    "Not added up: there are different unit rules ({rules}).",
)


def progress(rows: pd.DataFrame) -> Progress:
    """How far the results of ``rows`` got together; what may not be added is refused in words."""
    rules = list(dict.fromkeys(map(str, rows["unit_rule"])))
    if len(rules) > 1:
        told = "; ".join(f"«{rule}»" for rule in rules)
        reason = Text(MIXED.es.format(rules=told), MIXED.en.format(rules=told))
        return Progress(None, None, None, None, reason, 0)
    both = rows[rows["sex"] == TOTAL]
    used = both if len(both) else rows
    done = execution(used)
    if done.reason not in (None, NO_TARGET, NO_ACTUAL, IMPOSSIBLE):
        return Progress(None, None, None, None, done.reason, 0)
    baseline = None if used["baseline"].isna().any() else float(used["baseline"].sum())
    return Progress(baseline, done.target, done.actual, done.percent, done.reason, len(used))
