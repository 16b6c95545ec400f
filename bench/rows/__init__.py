"""The promises of the budget: one list, one module per kind of measurement."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.budget import Measured, Row
from bench.rows import (
    aggregate,
    api,
    cold_open,
    evaluate,
    fichas,
    interaction,
    interaction_bytes,
    pan,
    recolour,
    small_maps,
    start,
    suppress,
    validate,
    wire,
    workers,
)
from bench.stage import Stage


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A promise and how it is measured."""

    row: Row
    measure: Callable[[Stage], Measured]


BENCHMARKS = tuple(
    Benchmark(row, measure)
    for module in (
        *(recolour, small_maps, cold_open, wire, interaction_bytes, pan),
        *(interaction, workers, start),
        *(validate, evaluate, suppress, aggregate, api, fichas),
    )
    for row, measure in module.ROWS
)
