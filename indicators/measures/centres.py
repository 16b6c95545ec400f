"""Who has an Intégrate centre within reach, at a date and in a straight line."""

from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators import units
from indicators.access import WORKING, great_circle_km
from indicators.compute import PER_HUNDRED
from indicators.measures.spec import Answer, Measure
from indicators.periods import end_key
from indicators.scopes import INTEGRATE
from indicators.spec import Text

DATES: Final = ("valid_from", "valid_to", "last_verified", "status")
REACHES_KM: Final = (30, 60, 120)
UNCONFIRMED_STATUS: Final = "por_verificar"
STRAIGHT_LINE: Final = Text(
    "distancia en línea recta, no tiempo de viaje", "straight-line distance, not travel time"
)
"""Stands beside every distance."""

_UNIVERSE: Final = Text(
    "Centros Intégrate abiertos y en funcionamiento a la fecha; los que están por verificar se "
    "cuentan aparte.",
    "Intégrate centres open and working at the date; those to be verified are counted apart.",
)
_CAVEAT: Final = Text(
    "Es distancia en línea recta, no tiempo de viaje, desde el punto representativo del "
    "municipio: la mayoría de los centros solo se conoce por su cabecera.",
    "It is a straight-line distance, not travel time, from the municipality's representative "
    "point: most centres are only known by their seat.",
)

REACH: Final = Measure(
    key="cobertura_integrate",
    title=Text("Migrantes cerca de un Centro Intégrate", "Migrants near an Intégrate centre"),
    definition=Text(
        "De cada cien migrantes, cuántos viven en municipios a 30, 60 o 120 km de un centro que "
        "funciona, en línea recta.",
        "Of every hundred migrants, how many live in municipalities within 30, 60 or 120 km of a "
        "working centre, in a straight line.",
    ),
    formula=Text(
        "Migrantes de los municipios a esa distancia o menos ÷ migrantes de los municipios con "
        "cifra, por cien.",
        "Migrants of municipalities within the distance ÷ migrants of municipalities with a "
        "figure, times a hundred.",
    ),
    unit=units.PERCENT,
    universe=_UNIVERSE,
    reference="Fórmula del semiverseno; radio medio de la Tierra (IUGG)",
    caveat=_CAVEAT,
    keys=("poblacion_migrante_venezolana", "places"),
    function="indicators.measures.centres.within_reach",
)

PER_CENTRE: Final = Measure(
    key="personas_por_centro",
    title=Text("Migrantes por Centro Intégrate", "Migrants per Intégrate centre"),
    definition=Text(
        "Migrantes del ámbito por cada centro que funciona en la fecha.",
        "Migrants of the scope for every centre that works at the date.",
    ),
    formula=Text(
        "Migrantes del ámbito ÷ centros en funcionamiento en él.",
        "Migrants of the scope ÷ working centres in it.",
    ),
    unit=units.PER_CENTRE,
    universe=_UNIVERSE,
    reference="USAID Integra; alcaldías; ver la fuente de cada centro",
    caveat=_CAVEAT,
    keys=("poblacion_migrante_venezolana", "places"),
    function="indicators.measures.centres.people_per_centre",
)

NO_CENTRE: Final = Text(
    "No calculable: ningún Centro Intégrate funciona en esa fecha, según lo verificado.",
    "Not computable: no Intégrate centre works at that date, as far as verified.",
)
NO_PEOPLE: Final = Text(
    "No calculable: ningún municipio del ámbito tiene cifra de migrantes.",
    "Not computable: no municipality of the scope has a figure of migrants.",
)

Floats = npt.NDArray[np.float64]


@unique
class Standing(Enum):
    """What is known of a centre at a date."""

    WORKING = "working"
    UNCONFIRMED = "unconfirmed"
    NOT_WORKING = "not_working"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The closest working centre of a municipality; ``km`` in a straight line."""

    place_id: str
    name: str
    territory_code: str
    km: float
    label: Text = STRAIGHT_LINE


@dataclass(frozen=True, slots=True)
class Reach:
    """Migrants by distance to a working centre.

    Attributes:
        table: one row for each reach: ``km``, ``people`` and ``share`` (percent of the migrants
            of municipalities with figure and position).
        without_figure: municipalities left out because their migrants or position are unknown.
    """

    table: pd.DataFrame
    people: float
    without_figure: int
    centres: int
    unconfirmed: int
    reason: Text | None = None
    label: Text = STRAIGHT_LINE


def standings(places: pd.DataFrame, at: str) -> pd.Series:
    """A ``Standing`` for each place on ``at`` (ISO 8601), from its dates and status.

    A place works from ``valid_from`` to ``valid_to``. Without an end its status tells; a status
    was seen on ``last_verified``, and a place whose opening is unknown is taken as open from that
    day on only. Closed without a date of closure means not working at any date.
    """
    told = zip(*(places[name].fillna("").astype("str") for name in DATES), strict=True)
    found: list[Standing] = [_standing(dates, at) for dates in told]
    return pd.Series(found, places.index, dtype=object)


def integrate_centres(places: pd.DataFrame, at: str) -> pd.DataFrame:
    """Intégrate centres that work on ``at``."""
    centres = places[places["kind"] == INTEGRATE]
    return centres[standings(centres, at) == Standing.WORKING]


def nearest_centre(lon: float, lat: float, places: pd.DataFrame, at: str) -> Nearest | None:
    """The closest Intégrate centre that works on ``at``, or ``None``."""
    centres = integrate_centres(places, at)
    if centres.empty or not np.isfinite([lon, lat]).all():
        return None
    distances = great_circle_km(lon, lat, centres["lon"], centres["lat"])
    closest = centres.iloc[int(np.argmin(distances))]
    place_id, name, code = (str(closest[word]) for word in ("id", "name", "territory_code"))
    return Nearest(place_id, name, code, float(distances.min()))


def people_per_centre(migrants: pd.Series, places: pd.DataFrame, at: str) -> Answer:
    """Migrants of the territories of ``migrants`` for each centre that works there on ``at``."""
    known = migrants.dropna()
    if known.empty:
        return Answer(None, NO_PEOPLE)
    centres = integrate_centres(places, at)
    inside = int(centres["territory_code"].isin(migrants.index).sum())
    return Answer(float(known.sum()) / inside) if inside else Answer(None, NO_CENTRE)


def within_reach(
    migrants: pd.Series, territories: pd.DataFrame, places: pd.DataFrame, at: str
) -> Reach:
    """Share of migrants who live within each of ``REACHES_KM`` of a working centre.

    Args:
        migrants: people by territory code; missing where unknown, which is not zero.
        territories: indexed by code, with ``lon`` and ``lat``.
        places: centres and other points, of any territory.
        at: date, ISO 8601.
    """
    centres = integrate_centres(places, at)
    km = distances_km(territories.reindex(migrants.index), centres)
    known = migrants.notna().to_numpy() & np.isfinite(km) if len(centres) else migrants.notna()
    people = float(migrants[known].sum())
    reason = NO_CENTRE if centres.empty else NO_PEOPLE if not people > 0 else None
    near = [float(migrants[known & (km <= reach)].sum()) for reach in REACHES_KM]
    table = pd.DataFrame({"km": REACHES_KM, "people": near}).astype({"people": float})
    table["share"] = table["people"] / (people or np.nan) * PER_HUNDRED
    if reason is not None:
        table[["people", "share"]] = np.nan
    unconfirmed = standings(places[places["kind"] == INTEGRATE], at) == Standing.UNCONFIRMED
    left_out = int(len(migrants) - np.sum(known))
    return Reach(table, people, left_out, len(centres), int(unconfirmed.sum()), reason)


def distances_km(territories: pd.DataFrame, centres: pd.DataFrame) -> Floats:
    """Straight-line kilometres from each territory to the closest of ``centres``.

    Missing where the territory has no position; infinite where there is no centre.
    """
    points = zip(territories["lon"], territories["lat"], strict=True)
    lons, lats = centres["lon"].to_numpy(float), centres["lat"].to_numpy(float)
    closest = [np.min(great_circle_km(x, y, lons, lats), initial=np.inf) for x, y in points]
    found: Floats = np.where(territories["lon"].isna(), np.nan, closest)
    return found


def _standing(told: tuple[str, ...], at: str) -> Standing:
    opened, closed, seen, status = told
    known_open = opened or seen
    if not known_open or _after(known_open, at) or (closed and not _after(closed, at)):
        return _unknown(status, known_open)
    if closed or status in WORKING:
        return Standing.WORKING
    return Standing.UNCONFIRMED if status == UNCONFIRMED_STATUS else Standing.NOT_WORKING


def _unknown(status: str, known_open: str) -> Standing:
    """Nothing is known of a place without any date, unless its status says that it is shut."""
    undated = not known_open and status in (*WORKING, UNCONFIRMED_STATUS)
    return Standing.UNCONFIRMED if undated else Standing.NOT_WORKING


def _after(date: str, at: str) -> bool:
    """Whether ``date`` begins after ``at``; a year or month begins on its first day."""
    return date > end_key(at).split()[0]
