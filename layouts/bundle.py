"""Everything that the filters of a scope can reach, in few answers.

A browser that has one of them repaints another sex, group, sector or year without asking. The
figures of each cell are packed as those of a slice are; what all cells share (titles, method,
sources, classes) is written once. ``assets/mirador/bundles.mjs`` puts slices together from it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Final

from geodata.schema import SECTIONS, TOTAL, Sex
from indicators.cube import Cell
from indicators.spec import Indicator
from layouts.compact import packed_codes, packed_fill, packed_layer
from layouts.notices import view_notes
from layouts.payload import payload
from layouts.slice import LAYER_INDICATORS, MapView, layer, scene

MOST_FIGURES: Final = 150_000
"""Figures of one part. The worst indicator of the demonstration takes 0.86 bytes for each, after
compression, so a part stays under 150 KB: a second and a half on a line of 1 Mbit/s, which is what
a municipal office may have. Only indicators by sector at national scope need a second part."""

ALL_SECTORS: Final = (TOTAL, *SECTIONS)


def cells_of(indicator: Indicator) -> list[Cell]:
    """Every cell that the filters reach, the one that they start from first."""
    sectors = ALL_SECTORS if indicator.by_sector else (TOTAL,)
    sexes = tuple(Sex) if indicator.by_sex else (TOTAL,)
    combined = product(sectors, indicator.groups or (TOTAL,), sexes)
    return [Cell(str(sex), str(group), sector) for sector, group, sex in combined]


def cell_key(cell: Cell) -> str:
    """A cell as the browser names it."""
    return "|".join((cell.sex, cell.population_group, cell.sector))


def parts_of(view: MapView) -> list[list[Cell]]:
    """The cells of the indicator of a view, in parts that a slow line still carries."""
    cells = cells_of(view.question.indicator)
    codes = view.codes
    years = len(view.engine.board(view.question.indicator, cells[0], codes).years)
    room = max(1, MOST_FIGURES // max(1, len(codes) * years))
    return [cells[start : start + room] for start in range(0, len(cells), room)]


def go_on() -> None:
    """What is done between two cells, unless somebody waits for something more urgent."""


def indicator_bundle(
    view: MapView, part: int, between: Callable[[], None] = go_on
) -> dict[str, Any] | None:
    """One part of the cells of the indicator of a view; ``None`` where there is no such part.

    ``common`` holds for every cell; what a cell has of its own is under its ``cell_key``.

    Args:
        view: its indicator, scope, department and language count.
        part: from 0.
        between: called before each cell; may wait, or raise to give up.
    """
    parts = parts_of(view)
    if part >= len(parts):
        return None
    scope = view.codes.tolist()
    fills = {}
    for cell in parts[part]:
        between()
        fills[cell_key(cell)] = packed_fill(_fill(cell, view), scope)
    common, own = shared(fills)
    return {
        **_packed_scene(view),
        "parts": len(parts),
        "notes": {sector: _notes(sector, view) for sector in ALL_SECTORS},
        "common": common,
        "cells": own,
    }


def layer_bundle(view: MapView, name: str, between: Callable[[], None] = go_on) -> dict[str, Any]:
    """A layer of circles for every sex, sector and group that it can follow.

    ``cells`` says which of ``tables`` a choice sees: many choices see the same one. ``between`` is
    that of ``indicator_bundle``.
    """
    scope = view.codes.tolist()
    tables: list[dict[str, Any]] = []
    cells: dict[str, int] = {}
    for key, seen in _layer_views(view, name):
        between()
        table = packed_layer(layer(name, seen), scope)
        if table not in tables:
            tables.append(table)
        cells[key] = tables.index(table)
    common, own = shared({str(i): table for i, table in enumerate(tables)})
    return {**_packed_scene(view), "parts": 1, "common": common, "tables": own, "cells": cells}


def shared(
    tables: Mapping[str, Mapping[str, Any]],
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """What is equal in all ``tables``, and what each has beside it."""
    first = next(iter(tables.values()), {})
    common = {
        name: value
        for name, value in first.items()
        if all(name in table and table[name] == value for table in tables.values())
    }
    own = {
        key: {name: value for name, value in table.items() if name not in common}
        for key, table in tables.items()
    }
    return common, own


def _packed_scene(view: MapView) -> dict[str, Any]:
    return scene(view) | {"scope": packed_codes(view.codes.tolist())}


def _fill(cell: Cell, view: MapView) -> dict[str, Any]:
    return payload(replace(view.question, cell=cell), view.engine, view.texts)


def _notes(sector: str, view: MapView) -> list[str]:
    return view_notes(view.question, sector, view.engine, view.texts)


def _layer_views(view: MapView, name: str) -> Iterator[tuple[str, MapView]]:
    """Every choice that a layer may look different for, and the view of it.

    A group counts only while the layer and the fill show the same indicator.
    """
    indicators = [view.indicators[key] for key in LAYER_INDICATORS[name]]
    sexes = tuple(Sex) if any(one.by_sex for one in indicators) else (TOTAL,)
    sectors = ALL_SECTORS if any(one.by_sector for one in indicators) else (TOTAL,)
    for sector, sex, (own, question) in product(sectors, sexes, _questions(view, indicators)):
        seen = replace(view, question=question, sector=sector, sex=str(sex))
        yield "|".join((str(sex), sector, own)), seen


def _questions(view: MapView, indicators: Sequence[Indicator]) -> Iterator[tuple[str, Any]]:
    """The question that any other indicator leaves, then those of the groups of its own."""
    yield "", view.question
    for indicator in indicators:
        for group in indicator.groups[1:]:
            cell = Cell(population_group=str(group))
            yield (
                f"{indicator.key}:{group}",
                replace(view.question, indicator=indicator, cell=cell),
            )
