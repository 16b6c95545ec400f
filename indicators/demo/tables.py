"""The tables of the demonstration workspace, all from one seed."""

import hashlib
from collections.abc import Mapping
from typing import Final

import pandas as pd

from geodata.schema import COMPONENTS, DOMAINS, SOURCES, Column
from indicators.demo.follow_up import follow_up, joined
from indicators.demo.model import Model
from indicators.demo.observations import SOURCE_ID, Country, observations
from indicators.demo.places import lives, open_units, places
from indicators.demo.plan import YEARS, plans
from indicators.demo.programmes import actors, programme_names, results
from indicators.demo.rules import RULES
from indicators.demo.wholes import administrative, survey_domains
from indicators.demo.world import world
from indicators.spec import Indicator

MODEL_VERSION: Final = 3
"""Raised with every change of the model, so that prepared tables are made again."""

SEED: Final = 20_260_101
"""Any number would do; it is fixed so that everyone sees the same demonstration."""

SOURCE: Final[Mapping[str, str]] = {
    "source_id": SOURCE_ID,
    "publisher": "Mirador de Frontera (generador de demostración)",
    "title": "Datos sintéticos de demostración: no describen ningún lugar ni persona real",
    "licence": "sintético",
}


def demo_tables(
    indicators: Mapping[str, Indicator],
    territories: pd.DataFrame,
    domains: pd.DataFrame,
    components: pd.DataFrame,
    seed: int = SEED,
) -> dict[str, pd.DataFrame]:
    """Every table of the demonstration but ``territories``, which the caller adds.

    Args:
        indicators: the registry; every key that it reads gets observations.
        territories: as in a snapshot; local ones in force are used.
        domains: as in a snapshot; passed on, and used for the labour survey.
        components: programmes and their components, whose names are used.
        seed: same seed and arguments, same tables.
    """
    country = world(territories, seed)
    units = lives(country)
    asked = plans(indicators)
    model = Model(country, {plan.key: plan for plan in asked}, open_units(country, units))
    wholes = Country(model, administrative(country), survey_domains(country, domains))
    return {
        "observations": joined(observations(asked, wholes), follow_up(country)),
        "places": places(country, units, programme_names(components)),
        "results": results(country, components),
        "components": _columns(components.assign(source_id=SOURCE_ID), COMPONENTS),
        "actors": actors(country, components),
        "sources": pd.DataFrame([{column.name: SOURCE.get(column.name, "") for column in SOURCES}]),
        "domains": _columns(domains, DOMAINS),
    }


def model_key(indicators: Mapping[str, Indicator], seed: int = SEED) -> str:
    """What the tables depend on besides their arguments: version, seed, rules and registry."""
    parts = (MODEL_VERSION, seed, YEARS, sorted(RULES.items()), plans(indicators))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _columns(table: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    return table[[column.name for column in columns]].reset_index(drop=True)
