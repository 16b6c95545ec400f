"""The two resources of figures: observations as they are stored, and values as they are shown."""

from typing import Any, Final

from callbacks.api.asked import Asked
from callbacks.api.problems import unknown_name
from callbacks.api.questions import ObservationsQuestion, ValuesQuestion
from callbacks.api.replies import Notice, Reply, listing
from callbacks.api.resources import INDICATOR, SOURCE
from callbacks.api.where import conditions, families, territories_of
from geodata.schema import TOTAL, Level
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.paging import Cursor, Wanted, page, span
from indicators.records import observation_records, value_records
from indicators.spec import Indicator, Text
from indicators.unit_figures import KEYS

DIMENSIONS: Final = {
    "sex": Text("sexo", "sex"),
    "group": Text("población", "population group"),
    "sector": Text("sector", "sector"),
}


def observations(asked: Asked[ObservationsQuestion]) -> Reply:
    """A page of observations, after disclosure control."""
    question, engine = asked.question, asked.desk.engine
    codes, notices = territories_of(question, asked.desk)
    wanted = Wanted(conditions(codes, _words(question, engine)), question.period or "")
    start = Cursor.parse(question.cursor)
    keys = _keys(question.indicator, asked)
    parts, following = page(keys, engine.snapshot.observations, wanted, start, question.limit)
    items = [record for part in parts for record in observation_records(part)]
    return listing(asked, items, following, notices)


def _words(question: ObservationsQuestion, engine: Engine) -> dict[str, tuple[str, ...]]:
    """Conditions on words, by column."""
    sources = engine.snapshot.sources.index
    for name in question.source:
        if name not in sources:
            raise unknown_name(SOURCE, name, sources.tolist(), "source")
    return {
        "sex": question.sex,
        "population_group": question.group,
        "sector": question.sector,
        "source_id": question.source,
    }


def _keys(asked_for: tuple[str, ...], asked: Asked[Any]) -> list[str]:
    """Keys of observations: those named, and those that the indicators named read."""
    registry = asked.desks.indicators
    stored = sorted({*asked.desk.store.keys, *KEYS})
    if not asked_for:
        return list(stored)
    found: set[str] = set()
    for name in asked_for:
        needs = {need.key for need in registry[name].needs} if name in registry else set()
        if not needs and name not in stored:
            raise unknown_name(INDICATOR, name, [*registry, *stored], "indicator")
        found |= needs or {name}
    return sorted(found)


def values(asked: Asked[ValuesQuestion]) -> Reply:
    """A page of values: one indicator of each territory, in one year, as the screen shows it."""
    question, registry = asked.question, asked.desks.indicators
    if question.indicator not in registry:
        raise unknown_name(INDICATOR, question.indicator, list(registry), "indicator")
    indicator = registry[question.indicator]
    cell, dropped = _cell(indicator, question)
    codes, notices = territories_of(question, asked.desk)
    groups = families(question, codes, asked.desk)
    shown = [group for group in groups if _may_show(indicator, group, asked)]
    told = [_not_shown(indicator)] if len(shown) < len(groups) else []
    items = _evaluated(asked, indicator, cell, shown)
    kept = [item for item in items if codes is None or item["territory_code"] in codes]
    part, following = span(Cursor.parse(question.cursor), question.limit, len(kept))
    return listing(asked, kept[part], following, (*notices, *dropped, *told))


def _evaluated(
    asked: Asked[ValuesQuestion], indicator: Indicator, cell: Cell, groups: list[list[str]]
) -> list[dict[str, Any]]:
    """The values of each group; without a year, the newest of each."""
    engine, territories = asked.desk.engine, asked.desk.engine.snapshot.territories
    items: list[dict[str, Any]] = []
    for group in groups:
        board = engine.board(indicator, cell, territories.index[territories.index.isin(group)])
        year = asked.question.period or max(board.years, default=0)
        items += value_records(board.at(year), asked.language)
    return items


def _cell(indicator: Indicator, question: ValuesQuestion) -> tuple[Cell, list[Notice]]:
    """The cell that ``indicator`` is published by, and what had to be left out to get it."""
    first = indicator.own_group
    wanted = {"sex": question.sex, "group": question.group or first, "sector": question.sector}
    used = {
        "sex": question.sex if indicator.by_sex else TOTAL,
        "group": wanted["group"] if wanted["group"] in indicator.groups else first,
        "sector": question.sector if indicator.by_sector else TOTAL,
    }
    dropped = [
        _dropped(name, str(wanted[name]), str(used[name]))
        for name in DIMENSIONS
        if wanted[name] != used[name]
    ]
    return Cell(str(used["sex"]), str(used["group"]), str(used["sector"])), dropped


def _dropped(name: str, wanted: str, used: str) -> Notice:
    what = DIMENSIONS[name]
    words = Text(
        f"El indicador no se publica así por {what.es}: se muestra «{used}».",
        f"The indicator is not published that way by {what.en}: “{used}” is shown.",
    )
    return Notice("filter_dropped", words, wanted, used)


def _may_show(indicator: Indicator, codes: list[str], asked: Asked[Any]) -> bool:
    """Whether any of ``codes`` is of a level at which the indicator may be shown."""
    levels = asked.desk.engine.snapshot.territories["level"]
    return any(Level(level) in indicator.levels for level in set(levels[codes]))


def _not_shown(indicator: Indicator) -> Notice:
    listed = ", ".join(indicator.levels)
    words = Text(
        f"El indicador solo se muestra por: {listed}.", f"The indicator is shown by: {listed} only."
    )
    return Notice("level_not_shown", words)
