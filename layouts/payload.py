"""What travels to the browser: the values of one indicator for a scope, all years at once.

The browser paints, sorts and counts from it without asking again; only words and class limits are
prepared here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isnan
from typing import Any, Final

import numpy as np
import pandas as pd

from geodata.schema import TOTAL, Level
from indicators.cube import Cell
from indicators.engine import NATION, Engine, nation_value
from indicators.evaluate import Board, Result
from indicators.scopes import SCOPES
from indicators.spec import Indicator, Kind
from indicators.states import State
from indicators.units import PERCENT, PERCENTAGE_POINTS
from layouts.answer import answer
from layouts.format import numbers
from layouts.provenance import source_words
from layouts.text import in_language
from layouts.text.catalogue import Catalogue

EXTRA_DIGITS: Final = 1
"""Digits sent beyond those shown, so that the order of the list is not decided by rounding."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a map shows: one indicator, one cell, one set of territories."""

    indicator: Indicator
    cell: Cell
    scope: str
    department: str

    @property
    def key(self) -> str:
        """Text that is equal exactly when the numbers asked for are equal."""
        cell = self.cell
        parts = (self.indicator.key, self.scope, self.department)
        return "|".join((*parts, cell.sex, cell.population_group, cell.sector))

    def where(self, engine: Engine, texts: Catalogue) -> str:
        """The territory that is framed, inside a sentence: a department, else the scope."""
        if self.department:
            return engine.name(self.department)
        return in_language(SCOPES[self.scope].sentence, texts.language)


def payload(question: Question, engine: Engine, texts: Catalogue) -> dict[str, Any]:
    """Values, states, class limits and sentences for every year.

    Where no municipality of the scope has a figure but departments do, the departments are sent
    and ``level`` says so: the two are never mixed in one map.
    """
    board, level = finest(question, engine)
    scale = engine.scale(question.indicator, level, question.cell)
    results = board.over(board.years)
    codes = board.cubes[0].codes
    where = question.where(engine, texts)
    names = codes.tolist()
    return {
        "key": question.key,
        "indicator": question.indicator.key,
        "level": str(level),
        "count": question.indicator.kind is Kind.COUNT,
        "decimals": question.indicator.decimals,
        "unit": in_language(question.indicator.unit.symbol, texts.language),
        "title": in_language(question.indicator.legend, texts.language),
        "heading": _heading(question.indicator, question.cell, texts),
        "codes": names,
        "names": _names(codes, engine, level),
        "points": _points(codes, engine) if level is Level.DEPARTMENT else {},
        "tooltip": circle_words(question.indicator, question.cell, texts),
        "years": list(board.years),
        "values": [_values(result, question.indicator) for result in results],
        "states": [_states(result) for result in results],
        "used": [_used(result, names) for result in results],
        "breaks": list(scale.limits),
        "labels": class_labels(scale.limits, question.indicator, texts),
        "signed": question.indicator.signed,
        "thirds": list(scale.thirds),
        "thirdLabels": class_labels(scale.thirds, question.indicator, texts),
        "gap": _gap(question, scale.gap, results, engine, texts),
        "departments": _departments(question, level, board, engine),
        "answers": [answer(r, where, level, engine, texts) for r in results],
        "none": answer(board.at(0), where, level, engine, texts),
        "marks": _marks(question, engine, results, texts),
        "sources": _sources(results, engine, texts),
        "method": _method(question.indicator, texts),
    }


def finest(question: Question, engine: Engine) -> tuple[Board, Level]:
    """The board of a map: of municipalities or, where only they have figures, of departments."""
    codes = engine.codes(question.scope, question.department)
    local = engine.board(question.indicator, question.cell, codes)
    if local.years and local.at(local.years[-1]).known.any():
        return local, Level.MUNICIPALITY
    departments = engine.departments(codes)
    whole = engine.board(question.indicator, question.cell, departments)
    if Level.DEPARTMENT in question.indicator.levels and whole.years and not local.years:
        return whole, Level.DEPARTMENT
    return local, Level.MUNICIPALITY


def class_labels(limits: tuple[float, ...], indicator: Indicator, texts: Catalogue) -> list[str]:
    """Words for each class, from the lowest: ``menos de 25``, ``25 a 50``, ``200 o más``."""
    write = numbers(texts)
    decimals = 0 if all(float(b).is_integer() for b in limits) else max(1, indicator.decimals)
    words = [write(limit, decimals) for limit in limits]
    if not words:
        return [in_language(indicator.unit.symbol, texts.language)]
    between = [texts.between.format(a, b) for a, b in pairwise(words)]
    return [texts.below.format(words[0]), *between, texts.or_more.format(words[-1])]


def _heading(indicator: Indicator, cell: Cell, texts: Catalogue) -> str:
    """The cell in words, where it is not the total: ``mujeres · Comercio…``."""
    parts = []
    if cell.sex != TOTAL:
        parts.append(texts.sexes[cell.sex].lower())
    if len(indicator.groups) > 1:
        parts.append(texts.groups[cell.population_group].lower())
    if cell.sector != TOTAL:
        parts.append(f"{cell.sector} · {texts.sections[cell.sector]}")
    return " · ".join(parts)


def _names(codes: pd.Index, engine: Engine, level: Level) -> Mapping[str, str]:
    """Names that the geometry file does not bring: departments, and territories without a shape."""
    if level is Level.DEPARTMENT:
        return {code: engine.name(code) for code in codes.tolist()}
    return engine.ground.without_shape(codes)


def _points(codes: pd.Index, engine: Engine) -> Mapping[str, list[float]]:
    """Where the circle of a department stands."""
    places = engine.snapshot.territories.loc[codes, ["lon", "lat"]].round(3)
    return dict(zip(codes, places.to_numpy().tolist(), strict=True))


def circle_words(indicator: Indicator, cell: Cell, texts: Catalogue) -> str:
    """What a circle says on hover; ``{place}``, ``{value}`` and ``{year}`` are filled there."""
    what = f" · {texts.sections[cell.sector]}" if cell.sector != TOTAL else ""
    noun = in_language(indicator.unit.noun, texts.language)
    return f"{{place}}: {{value}} {noun}{what} ({{year}})"


def _values(result: Result, indicator: Indicator) -> list[float | None]:
    rounded: list[float] = np.round(result.value, indicator.decimals + EXTRA_DIGITS).tolist()
    whole = indicator.decimals == 0 and indicator.kind is Kind.COUNT
    return [None if isnan(v) else (int(v) if whole else v) for v in rounded]


def _states(result: Result) -> str:
    digits = (result.state + ord("0")).astype(np.uint8)
    return digits.tobytes().decode("ascii")


def _used(result: Result, codes: Sequence[str]) -> Mapping[str, int]:
    """Year of the figure, for the territories that show an older one."""
    older = np.flatnonzero(result.state == State.EARLIER).tolist()
    return {codes[i]: int(result.used[i]) for i in older}


def _marks(
    question: Question, engine: Engine, results: Sequence[Result], texts: Catalogue
) -> list[list[dict[str, Any]]]:
    """By year, the marks of the legend strip: the median of the scope and the nation."""
    board = engine.board(question.indicator, question.cell, NATION)
    nation = board.over([result.year for result in results])
    return [_marks_of(local, whole, texts) for local, whole in zip(results, nation, strict=True)]


def _marks_of(local: Result, nation: Result, texts: Catalogue) -> list[dict[str, Any]]:
    marks: list[dict[str, Any]] = []
    if len(local.numbers) > 1:
        marks.append({"label": texts.median_scope, "value": float(np.median(local.numbers))})
    if nation.known.any() and local.indicator.kind is not Kind.COUNT:
        marks.append({"label": texts.nation, "value": float(nation.numbers[0])})
    return marks


def _gap(
    question: Question,
    limits: tuple[float, ...],
    results: Sequence[Result],
    engine: Engine,
    texts: Catalogue,
) -> dict[str, Any] | None:
    """What the browser needs to show differences from the nation; nothing where it has no figure.

    The nation's figure of a year is ``None`` where there is none of a window of equal length.
    """
    indicator = question.indicator
    if not limits or indicator.signed:
        return None
    nation = engine.board(indicator, question.cell, NATION)
    whole = nation.over([result.year for result in results])
    unit = PERCENTAGE_POINTS if indicator.unit is PERCENT else indicator.unit
    return {
        "breaks": list(limits),
        "labels": class_labels(limits, indicator, texts),
        "unit": in_language(unit.symbol, texts.language),
        "nation": [nation_value(r, n) for r, n in zip(results, whole, strict=True)],
    }


def _departments(
    question: Question, level: Level, board: Board, engine: Engine
) -> dict[str, list[float | None]]:
    """Figures of the departments of a municipal map, by year: marks of the strip."""
    indicator = question.indicator
    if level is Level.DEPARTMENT or indicator.kind is Kind.COUNT:
        return {}
    if Level.DEPARTMENT not in indicator.levels:
        return {}
    around = engine.departments(board.cubes[0].codes)
    whole = engine.board(indicator, question.cell, around)
    columns = [_values(result, indicator) for result in whole.over(board.years)]
    by_code = zip(around, zip(*columns, strict=True), strict=True) if columns else ()
    return {str(code): list(row) for code, row in by_code if any(v is not None for v in row)}


def _sources(results: Sequence[Result], engine: Engine, texts: Catalogue) -> list[list[str]]:
    """By year, the publications behind a map, the most used first."""
    by_year = [result.source_ids for result in results]
    words = {key: source_words(engine.source(key), texts) for ids in by_year for key in ids}
    return [[words[key] for key in ids] for ids in by_year]


def _method(indicator: Indicator, texts: Catalogue) -> list[list[str]]:
    """Definition, formula, universe, caution and publisher of an indicator, with their names."""
    language = texts.language
    pairs = (
        (texts.definition, indicator.definition),
        (texts.formula, indicator.formula),
        (texts.universe, indicator.universe),
        (texts.caveat, indicator.caveat),
        (texts.who_publishes, indicator.source_rule),
    )
    return [[name, in_language(text, language)] for name, text in pairs]
