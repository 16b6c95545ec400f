"""Invented productive units and centres."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import FORMALISATIONS, PLACES, SECTIONS
from indicators.demo.model import section_weights
from indicators.demo.plan import YEARS
from indicators.demo.world import Floats, World, stream
from indicators.scopes import CUBARA, INTEGRATE, VENEZUELAN_BORDER_DEPARTMENTS

UNIT: Final = "unidad_productiva"
UNITS: Final = 2000
BORDER_SHARE: Final = 0.75
"""Part of the units that lie in the departments of the border with Venezuela."""

CLOSED_SHARE: Final = 0.18
AT_RISK_SHARE: Final = 0.14
SHORTEST_LIFE_DAYS: Final = 180
LONGEST_LIFE_DAYS: Final = 1500
CENTRES: Final = 26
BORDER_CENTRES: Final = 16
CENTRE_KINDS: Final = (
    INTEGRATE, INTEGRATE, "punto_orientacion", "centro_acogida", "apoyo_empresarial",
    "punto_caminantes", "salud",
)  # fmt: skip
CENTRE_STATUSES: Final = (
    "activo", "activo", "reducido", "cerrado", "activo", "por_verificar", "anunciado", "danado",
)  # fmt: skip
"""Kinds and statuses are dealt in turn; their counts have no common factor, so all pairs occur."""

SERVICES: Final = "orientación, empleo, emprendimiento, salud"
KM_PER_DEGREE: Final = 111.2
SCATTER: Final = 0.08
"""Typical distance from the representative point, in sides of a square of the same area."""

FARTHEST_KM: Final = 4.0
FIRST_DAY: Final = np.datetime64(f"{YEARS[0]}-01-01")
LAST_DAY: Final = np.datetime64(f"{YEARS[-1]}-12-31")
VERIFIED: Final = f"{YEARS[-1]}-12"
OPENING: Final = "2026-06"
NOTE: Final = "Lugar sintético de demostración"

UNSUPPORTED_SHARE: Final = 0.12
"""Part of the units that no programme supports."""

FORMAL_SHARES: Final = (0.38, 0.2, 0.36, 0.06)
"""Registered, on the way, in no register, not known."""

UNCOUNTED_SHARE: Final = 0.07
"""Part of the open units of which nobody knows how many people work there."""

FURTHER_JOBS: Final = 2.1
"""People who work in a typical unit besides whoever runs it."""

Whole = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]


def days(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.timedelta64]:
    """Whole numbers as spans of days."""
    return numbers.astype("timedelta64[D]")


@dataclass(frozen=True, slots=True)
class Lives:
    """When each unit opened and closed; ``closed`` is not-a-time while it is open."""

    place: Whole
    section: Whole
    opened: Days
    closed: Days


def lives(world: World) -> Lives:
    """Where, in which section and when the invented units existed."""
    numbers = stream(world.seed, "units")
    place = np.sort(numbers.choice(len(world.codes), UNITS, p=_attraction(world)))
    cumulative = np.cumsum(section_weights(world, "units"), axis=0)[:, place]
    section = (numbers.random(UNITS) > cumulative).sum(axis=0).clip(max=len(SECTIONS) - 1)
    span = int((LAST_DAY - FIRST_DAY).astype(int))
    opened = FIRST_DAY + days(numbers.integers(0, span, UNITS))
    ending = opened + days(numbers.integers(SHORTEST_LIFE_DAYS, LONGEST_LIFE_DAYS, UNITS))
    closes = (numbers.random(UNITS) < CLOSED_SHARE / 0.6) & (ending <= LAST_DAY)
    return Lives(place, section, opened, np.where(closes, ending, np.datetime64("NaT", "D")))


def open_units(world: World, units: Lives) -> Floats:
    """Units open on 31 December, by section, territory and year."""
    counts = np.zeros((len(SECTIONS), len(world.codes), len(YEARS)))
    for column, year in enumerate(YEARS):
        end = np.datetime64(f"{year}-12-31")
        standing = (units.opened <= end) & ~(units.closed <= end)
        np.add.at(counts[:, :, column], (units.section[standing], units.place[standing]), 1)
    return counts


def _attraction(world: World) -> Floats:
    """Chance of each territory: its population, with most of the weight on the border."""
    on_border = border(world)
    size = world.population[:, -1] ** 0.7
    inside = np.where(on_border, size, 0.0)
    outside = np.where(on_border, 0.0, size)
    shares = (BORDER_SHARE, 1 - BORDER_SHARE)
    parts = [s * w / w.sum() for s, w in zip(shares, (inside, outside), strict=True) if w.any()]
    chance: Floats = np.sum(parts, axis=0) / np.sum(parts)
    return chance


def border(world: World) -> npt.NDArray[np.bool_]:
    """Which territories belong to the border with Venezuela."""
    department = np.array(world.departments)[world.department]
    cubara: npt.NDArray[np.bool_] = np.equal(world.codes, CUBARA).astype(bool)
    return np.isin(department, VENEZUELAN_BORDER_DEPARTMENTS) | cubara


def places(world: World, units: Lives, operators: tuple[str, ...]) -> pd.DataFrame:
    """The table ``places``: units in order of territory, then centres.

    ``operators`` are names of programmes that may run a place; never persons.
    """
    table = pd.concat([_units(world, units, operators), _centres(world, operators)])
    constants = {"precision": "seat", "source_id": "DEMO", "address": "", "note": NOTE}
    whole = table.assign(last_verified=VERIFIED, **constants).reset_index(drop=True)
    return whole[[column.name for column in PLACES]]


def _units(world: World, units: Lives, operators: tuple[str, ...]) -> pd.DataFrame:
    numbers = stream(world.seed, "unit cards")
    lon, lat = _scattered(world, units.place, numbers)
    ordinal = [f"{n:05d}" for n in range(1, len(units.place) + 1)]
    shaky = numbers.random(len(units.place)) < AT_RISK_SHARE
    status = np.where(np.isnat(units.closed), np.where(shaky, "en_riesgo", "activa"), "cerrada")
    return pd.DataFrame(
        {
            "id": [f"UP-{n}" for n in ordinal],
            "kind": UNIT,
            "name": [f"Unidad productiva {n}" for n in ordinal],
            "lon": lon,
            "lat": lat,
            "territory_code": world.codes[units.place],
            "sector": np.array(SECTIONS)[units.section],
            "status": status,
            "operator": "",
            "valid_from": _written(units.opened),
            "valid_to": _written(units.closed),
            "services": "",
            "people_served": np.nan,
            **_support(world, units, numbers.choice(np.array(operators), len(units.place))),
        }
    )


def _support(
    world: World, units: Lives, programmes: npt.NDArray[np.str_]
) -> dict[str, npt.NDArray[np.generic]]:
    """Programme, formalisation and jobs of each unit. Nobody works in one that has closed."""
    numbers = stream(world.seed, "unit support")
    many = len(units.place)
    words = np.array([*FORMALISATIONS, ""])
    jobs = 1.0 + numbers.negative_binomial(1, 1 / (1 + FURTHER_JOBS), many)
    uncounted = ~np.isnat(units.closed) | (numbers.random(many) < UNCOUNTED_SHARE)
    return {
        "programme": np.where(numbers.random(many) < UNSUPPORTED_SHARE, "", programmes),
        "formalisation": words[numbers.choice(len(words), many, p=FORMAL_SHARES)],
        "jobs": np.where(uncounted, np.nan, jobs),
    }


def _centres(world: World, operators: tuple[str, ...]) -> pd.DataFrame:
    """Invented centres in the most populous territories, most of them on the border."""
    numbers = stream(world.seed, "centres")
    place = _seats(world)
    lon, lat = _scattered(world, place, numbers)
    status = [CENTRE_STATUSES[n % len(CENTRE_STATUSES)] for n in range(len(place))]
    opened = FIRST_DAY + days(numbers.integers(0, 1800, len(place)))
    ended = np.where(
        np.array(status) == "cerrado", opened + np.timedelta64(700, "D"), np.datetime64("NaT", "D")
    )
    future = np.array(status) == "anunciado"
    served = np.where(future, np.nan, numbers.integers(4, 200, len(place)) * 100.0)
    return pd.DataFrame(
        {
            "id": [f"CD-{n:02d}" for n in range(1, len(place) + 1)],
            "kind": [CENTRE_KINDS[n % len(CENTRE_KINDS)] for n in range(len(place))],
            "name": [f"Centro de demostración {n:02d}" for n in range(1, len(place) + 1)],
            "lon": lon,
            "lat": lat,
            "territory_code": world.codes[place],
            "sector": "",
            "status": status,
            "operator": numbers.choice(np.array(operators), len(place)),
            "valid_from": np.where(future, OPENING, _written(opened)),
            "valid_to": _written(ended),
            "services": SERVICES,
            "people_served": served,
            "programme": "",
            "formalisation": "",
            "jobs": np.nan,
        }
    )


def _seats(world: World) -> Whole:
    """Territories that have a centre: the plain ones first, then by population."""
    rank = np.lexsort((-world.population[:, -1], ~world.plain))
    on_border = border(world)[rank]
    near, far = rank[on_border][:BORDER_CENTRES], rank[~on_border]
    return np.concatenate([near, far[: CENTRES - len(near)]])


def _scattered(world: World, place: Whole, numbers: np.random.Generator) -> tuple[Floats, Floats]:
    """Longitudes and latitudes around the representative point, a few kilometres away."""
    reach = np.minimum(SCATTER * np.sqrt(world.area_km2[place]), FARTHEST_KM)
    away = reach * np.sqrt(numbers.random(len(place)))
    angle = numbers.uniform(0, 2 * np.pi, len(place))
    lat = world.lat[place] + away * np.sin(angle) / KM_PER_DEGREE
    east = KM_PER_DEGREE * np.cos(np.radians(lat))
    lon = world.lon[place] + away * np.cos(angle) / east
    return lon.round(5), lat.round(5)


def _written(days: Days) -> npt.NDArray[np.str_]:
    """ISO dates; empty where there is none."""
    return np.where(np.isnat(days), "", np.datetime_as_string(days, unit="D"))
