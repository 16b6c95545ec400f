"""The country that the model is run on: local territories with their latent traits."""

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import Level
from indicators.demo.plan import YEARS
from indicators.scopes import local_territories

Floats = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]

PLAIN: Final = ("44430", "54874", "81001")
"""Maicao, Villa del Rosario and Arauca: their cells are never spoiled and they are not small."""

REACH_KM: Final = 90.0
"""Distance over which the pull of the Venezuelan line falls to 37 %."""

FAR_KM: Final = 600.0
"""Distance given to a territory whose own is unknown."""

WAVES: Final = 6
"""Waves whose sum is a smooth surface."""

WAVE_DEGREES: Final = 3.0
"""Typical length of those waves, in degrees."""

LOG_SIZE: Final = 9.4
"""Logarithm of the typical population of a municipality."""

LOG_SIZE_SPREAD: Final = 0.8
CAPITAL_BONUS: Final = 2.6
PLAIN_BONUS: Final = 2.2
NON_MUNICIPAL_BONUS: Final = -2.0
"""What these add to that logarithm: a departmental capital, a plain municipality, an área."""


def stream(seed: int, *names: str) -> np.random.Generator:
    """Random numbers of their own for each purpose, so that one change leaves the others alone."""
    digest = hashlib.sha256("/".join((str(seed), *names)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


@dataclass(frozen=True, slots=True)
class World:
    """Local territories in order of code; every array has one place for each.

    Attributes:
        near: 1 on the Venezuelan line, falling to 0 with distance.
        department: position of each territory's department in ``departments``.
        population: people by territory and year.
    """

    seed: int
    codes: Texts
    names: Texts
    departments: tuple[str, ...]
    department: npt.NDArray[np.int64]
    lon: Floats
    lat: Floats
    area_km2: Floats
    near: Floats
    plain: npt.NDArray[np.bool_]
    population: Floats

    def field(self, *names: str) -> Floats:
        """A smooth random surface over the territories, about standard normal."""
        numbers = stream(self.seed, "field", *names)
        east, north = numbers.normal(0, np.pi / WAVE_DEGREES, (2, WAVES))
        phase = numbers.uniform(0, 2 * np.pi, WAVES)
        waves = np.cos(np.outer(self.lon, east) + np.outer(self.lat, north) + phase)
        surface: Floats = waves.sum(axis=1) * np.sqrt(2 / WAVES)
        return surface

    def of_department(self, *names: str) -> Floats:
        """A standard normal number for each department, spread to its territories."""
        numbers = stream(self.seed, "department", *names).normal(size=len(self.departments))
        spread: Floats = numbers[self.department]
        return spread


def world(territories: pd.DataFrame, seed: int) -> World:
    """Latent traits of the local territories in force."""
    local = local_territories(territories).sort_values("territory_code")
    departments, department = np.unique(
        local["department_code"].to_numpy(dtype=str), return_inverse=True
    )
    distance = local["distance_venezuela_km"].fillna(FAR_KM).to_numpy(dtype=float)
    return World(
        seed=seed,
        codes=local["territory_code"].to_numpy(dtype=object),
        names=local["name"].to_numpy(dtype=object),
        departments=tuple(map(str, departments)),
        department=department,
        lon=_known(local, "lon"),
        lat=_known(local, "lat"),
        area_km2=_known(local, "area_km2"),
        near=np.exp(-distance / REACH_KM),
        plain=local["territory_code"].isin(PLAIN).to_numpy(dtype=bool),
        population=_population(local, seed),
    )


def _known(local: pd.DataFrame, column: str) -> Floats:
    """The column, with the median of the department where a territory has no shape."""
    median = local.groupby("department_code")[column].transform("median")
    known: Floats = local[column].fillna(median).fillna(0.0).to_numpy(dtype=float)
    return known


def _population(local: pd.DataFrame, seed: int) -> Floats:
    numbers = stream(seed, "population")
    codes = local["territory_code"]
    kinds = [
        codes.isin(PLAIN),
        codes.str.endswith("001"),
        local["level"].eq(Level.NON_MUNICIPAL),
    ]
    bonus = np.select(kinds, [PLAIN_BONUS, CAPITAL_BONUS, NON_MUNICIPAL_BONUS])
    first = np.exp(LOG_SIZE + bonus + numbers.normal(0, LOG_SIZE_SPREAD, len(local)))
    growth = numbers.normal(0.01, 0.006, len(local))
    years = np.array(YEARS) - YEARS[0]
    people: Floats = np.rint(first[:, None] * (1 + growth[:, None]) ** years) + 1.0
    return people
