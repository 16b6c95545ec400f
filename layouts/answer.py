"""The sentence that a map opens with."""

import numpy as np

from geodata.schema import Level
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.spec import Indicator, Kind
from indicators.states import State
from layouts.format import numbers
from layouts.text import in_language
from layouts.text.catalogue import Catalogue


def answer(result: Result, where: str, level: Level, engine: Engine, texts: Catalogue) -> str:
    """What the figures of a territory say, with their number: bold parts between ``**``.

    Args:
        result: its figures.
        where: the territory, inside a sentence.
        level: of the figures.
        engine: knows the names of places.
        texts: sentences of the reader's language.
    """
    values = result.numbers
    whole = numbers(texts)
    facts: dict[str, object] = {
        "scope": where,
        "n": whole(len(values)),
        "total": whole(len(result.codes)),
        "without": whole(len(result.codes) - len(values)),
        "year": _year(result, texts),
        "unit": _unit(result.indicator, texts),
    }
    if not len(values):
        who = in_language(result.indicator.source_rule, texts.language)
        return texts.answer_none.format(who=who, **facts)
    return _template(result, level, texts).format(**facts, **_extremes(result, engine, texts))


def _template(result: Result, level: Level, texts: Catalogue) -> str:
    known = np.count_nonzero(result.known)
    if known == 1:
        by_department = level is Level.DEPARTMENT
        return texts.answer_department_one if by_department else texts.answer_rate_one
    if level is Level.DEPARTMENT:
        return texts.answer_department
    if result.indicator.kind is Kind.COUNT:
        return texts.answer_count_all if known == len(result.codes) else texts.answer_count
    return texts.answer_rate


def _extremes(result: Result, engine: Engine, texts: Catalogue) -> dict[str, str]:
    values = result.numbers
    decimals = result.indicator.decimals
    write = numbers(texts)

    def number(value: float) -> str:
        return write(value, decimals)

    return {
        "low": number(values.min()),
        "high": number(values.max()),
        "median": number(np.median(values)),
        "sum": number(values.sum()),
        "value": number(values[0]),
        "place": engine.name(str(result.codes[int(np.nanargmax(result.value))])),
    }


def _year(result: Result, texts: Catalogue) -> str:
    """The year of the figures, and how many are older."""
    earlier = np.count_nonzero(result.state == State.EARLIER)
    of_year = texts.of_year.format(result.year) if result.year else ""
    return of_year + (texts.of_earlier.format(earlier) if earlier else "")


def _unit(indicator: Indicator, texts: Catalogue) -> str:
    unit = indicator.unit
    return in_language(unit.noun if indicator.kind is Kind.COUNT else unit.symbol, texts.language)
