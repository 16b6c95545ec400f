"""Invented results of the programmes, and who takes part in them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import ACTORS, RESULTS, TOTAL, Group, Sex
from indicators.demo.places import border
from indicators.demo.world import World, stream
from indicators.spec import Axis

PERIODS: Final = ("2023", "2024", "2025")
MUNICIPALITIES: Final = 12
"""How many have results and actors: the plain ones and the most populous of the border."""

PEOPLE: Final = ("persons", "personas")
RESULT_OF: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        Axis.REGULARISATION: ("personas orientadas para regularizarse", *PEOPLE),
        Axis.TRAINING: ("personas certificadas", *PEOPLE),
        Axis.EMPLOYMENT: ("personas vinculadas a un empleo formal", *PEOPLE),
        Axis.ENTREPRENEURSHIP: ("personas con unidad productiva fortalecida", *PEOPLE),
        Axis.FINANCIAL_INCLUSION: ("personas con un producto financiero", *PEOPLE),
        Axis.SOCIAL_PROTECTION: ("servicios prestados", "services", "servicios, no personas"),
        Axis.COHESION: ("participantes en acciones comunitarias", *PEOPLE),
        Axis.CONTEXT: ("personas caracterizadas", *PEOPLE),
    }
)
"""Indicator, unit and unit rule of the results of each axis."""

LOCAL_GOVERNMENT: Final = "gobierno local"
ORGANISATIONS: Final = (
    ("Alcaldía de {}", LOCAL_GOVERNMENT),
    ("Cámara de Comercio (demostración)", "sector privado"),
    ("Servicio de empleo (demostración)", "gobierno nacional"),
    ("Universidad (demostración)", "academia"),
    ("Organización social (demostración)", "sociedad civil"),
    ("Agencia de cooperación (demostración)", "cooperación"),
    ("Empresa ancla (demostración)", "sector privado"),
)
TAKES_PART: Final = 0.4
"""Chance that an organisation takes part in a programme and axis."""

LOG_TARGET: Final = 5.7
"""Logarithm of the typical target in the largest municipality."""

NOTE: Final = "Resultado sintético de demostración"


def programme_names(components: pd.DataFrame) -> tuple[str, ...]:
    """Programmes in the order in which they are listed."""
    return tuple(dict.fromkeys(map(str, components["programme"])))


def results(world: World, components: pd.DataFrame) -> pd.DataFrame:
    """Baseline, target and actual of every component, by municipality, sex and period."""
    work = components[["programme", "name_es", "axis"]].rename(columns={"name_es": "component"})
    work = work.assign(axis=_axis(work["axis"]))
    periods = pd.DataFrame({"period": PERIODS})
    cells = work.merge(_served(world), how="cross").merge(periods, how="cross")
    numbers = stream(world.seed, "results")
    size = np.rint(np.exp(numbers.normal(LOG_TARGET, 0.5, len(cells))) * cells["size"]) + 10
    progress = (cells["period"].astype(int) - 2022) * numbers.uniform(0.2, 0.38, len(cells))
    whole = cells.assign(
        baseline=np.rint(0.2 * size), target=size, actual=np.rint(size * (0.2 + 0.8 * progress))
    )
    return _described(_by_sex(whole, numbers))


def _axis(axis: pd.Series) -> pd.Series:
    """Axis of each component; a phase of a programme belongs to the context."""
    return axis.where(axis != "", Axis.CONTEXT.value)


def served_codes(world: World) -> tuple[str, ...]:
    """Municipalities with programmes, the plain ones first."""
    return tuple(map(str, _served(world)["territory_code"]))


def _served(world: World) -> pd.DataFrame:
    """Municipalities with programmes; ``size`` is relative to the largest."""
    rank = np.lexsort((-world.population[:, -1], ~world.plain))
    chosen = rank[border(world)[rank]][:MUNICIPALITIES]
    people = world.population[chosen, -1]
    return pd.DataFrame(
        {
            "territory_code": world.codes[chosen],
            "name": world.names[chosen],
            "size": np.sqrt(people / people.max()),
        }
    )


def _by_sex(whole: pd.DataFrame, numbers: np.random.Generator) -> pd.DataFrame:
    """Each row with its women and men, who add up to it."""
    share = numbers.uniform(0.48, 0.66, len(whole))
    figures = ["baseline", "target", "actual"]
    women, men = whole.assign(sex=str(Sex.WOMEN)), whole.assign(sex=str(Sex.MEN))
    women[figures] = np.rint(whole[figures].mul(share, axis=0))
    men[figures] = whole[figures] - women[figures]
    return pd.concat([whole.assign(sex=TOTAL), women, men]).sort_index(kind="stable")


def _described(rows: pd.DataFrame) -> pd.DataFrame:
    words = pd.DataFrame(
        [RESULT_OF[axis] for axis in rows["axis"]],
        columns=["indicator", "unit", "unit_rule"],
        index=rows.index,
    )
    fixed = {"population_group": str(Group.MIXED), "source_id": "DEMO", "note": NOTE}
    table = pd.concat([rows, words], axis=1).assign(**fixed).reset_index(drop=True)
    return table[[column.name for column in RESULTS]]


def actors(world: World, components: pd.DataFrame) -> pd.DataFrame:
    """Generic organisations by programme, axis and municipality; the mayor's office always."""
    work = components[["programme"]].assign(axis=_axis(components["axis"])).drop_duplicates()
    known = pd.DataFrame(ORGANISATIONS, columns=["organisation", "kind"])
    every = _served(world).merge(work, how="cross").merge(known, how="cross")
    drawn = stream(world.seed, "actors").random(len(every)) < TAKES_PART
    chosen = every[drawn | (every["kind"] == LOCAL_GOVERNMENT)]
    names = [o.format(n) for o, n in zip(chosen["organisation"], chosen["name"], strict=True)]
    fixed = {"period": PERIODS[-1], "source_id": "DEMO"}
    table = chosen.assign(organisation=names, **fixed).reset_index(drop=True)
    return table[[column.name for column in ACTORS]]
