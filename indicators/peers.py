"""Municipalities like one another, by a documented distance, each with the reason shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

import numpy as np
import pandas as pd

from geodata.schema import Level
from indicators.spec import Text

HOW_MANY: Final = 8
"""Peers of each municipality."""

PEOPLE, SHARE, KM, CATEGORY = "people", "migrants_per_1000", "km", "category"
"""Size, migrant share, distance to the line, and kind of border municipality."""

FEATURES: Final = (PEOPLE, SHARE, KM, CATEGORY)
LOGARITHMS: Final = (PEOPLE, KM)

LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        PEOPLE: Text("tamaño", "size"),
        SHARE: Text("migrantes por mil habitantes", "migrants per 1,000 inhabitants"),
        KM: Text("distancia a la línea", "distance to the line"),
        CATEGORY: Text("categoría", "category"),
    }
)
CATEGORIES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "area": Text("área no municipalizada", "área no municipalizada"),
        "line": Text("en la línea", "on the line"),
        "belt": Text("en la franja de 50 km", "in the 50 km belt"),
        "inland": Text("fuera de la franja", "outside the belt"),
    }
)

METHOD: Final = Text(
    "Los ocho municipios más cercanos en: logaritmo de la población, migrantes por mil habitantes, "
    "logaritmo de la distancia a la línea con Venezuela (cada uno menos su media y entre su "
    "desviación estándar) y categoría (en la línea, franja de 50 km, fuera, área no "
    "municipalizada: 1 si es distinta). La distancia es euclídea y todos pesan igual. Lo que no se "
    "conoce del municipio no se usa, y se dice.",
    "The eight closest municipalities in: logarithm of population, migrants per thousand, "
    "logarithm of the distance to the Venezuelan line (each less its mean, over its standard "
    "deviation) and category (on the line, 50 km belt, outside, área no municipalizada: 1 if "
    "different). The distance is Euclidean with equal weights. What is not known of the "
    "municipality is not used, and this is said.",
)
UNKNOWN: Final = Text(
    "No calculable: no se conoce ni la población ni la posición del municipio.",
    "Not computable: neither population nor position of the municipality is known.",
)
NOBODY_ELSE: Final = Text(
    "No hay otros municipios con los que comparar.",
    "There are no other municipalities to compare with.",
)


@dataclass(frozen=True, slots=True)
class Peer:
    """One peer; ``distance`` in standard deviations, ``reason`` what it shares."""

    territory_code: str
    distance: float
    reason: Text


@dataclass(frozen=True, slots=True)
class Peers:
    """Peers of one municipality, the closest first.

    Attributes:
        used: features that were compared; the others are not known of the municipality.
        reason: why there are no peers; ``None`` where there are.
    """

    territory_code: str
    peers: tuple[Peer, ...] = ()
    used: tuple[str, ...] = ()
    reason: Text | None = None

    @property
    def codes(self) -> pd.Index:
        """Codes of the peers, the closest first."""
        return pd.Index([peer.territory_code for peer in self.peers], dtype="str")


def features(
    territories: pd.DataFrame, population: pd.Series, per_thousand: pd.Series
) -> pd.DataFrame:
    """What peers are chosen by, indexed by territory code; missing where unknown.

    Args:
        territories: local territories, indexed by code.
        population: inhabitants by code; those that are not above zero are unknown.
        per_thousand: migrants per thousand inhabitants by code.
    """
    kind = np.select(
        [
            territories["level"] == Level.NON_MUNICIPAL,
            territories["touches_venezuela"],
            territories["within_50km_venezuela"],
        ],
        ["area", "line", "belt"],
        "inland",
    )
    people = population.reindex(territories.index).astype(float)
    km = territories["distance_venezuela_km"].astype(float)
    return pd.DataFrame(
        {
            PEOPLE: people.where(people > 0),
            SHARE: per_thousand.reindex(territories.index).astype(float),
            KM: km.where(km >= 0),
            CATEGORY: kind,
        },
        index=territories.index,
    )


def peers_of(code: str, known: pd.DataFrame, how_many: int = HOW_MANY) -> Peers:
    """Peers of ``code`` among the territories of ``known`` (see ``features``).

    Of two equally close, the one with the lower code comes first.
    """
    if code not in known.index or known.loc[code, [PEOPLE, KM]].isna().all():
        return Peers(code, reason=UNKNOWN)
    own = _row(known, code)
    used = tuple(name for name in FEATURES if not pd.isna(own[name]))
    whole = known.dropna(subset=[*used]).sort_index()
    distance = _distances(code, whole, used).drop(code).sort_values(kind="stable")
    if distance.empty:
        return Peers(code, used=used, reason=NOBODY_ELSE)
    chosen = tuple(
        Peer(str(other), float(far), _reason(own, _row(known, str(other)), used))
        for other, far in distance.iloc[:how_many].items()
    )
    return Peers(code, chosen, used)


def _row(known: pd.DataFrame, code: str) -> pd.Series:
    return cast("pd.Series", known.loc[code])


def _distances(code: str, whole: pd.DataFrame, used: tuple[str, ...]) -> pd.Series:
    total = (whole[CATEGORY] != whole.loc[code, CATEGORY]).astype(float)
    for name in used:
        if name != CATEGORY:
            scaled = _standardised(whole[name], logarithm=name in LOGARITHMS)
            total = total + (scaled - scaled[code]) ** 2
    return total**0.5


def _standardised(column: pd.Series, *, logarithm: bool) -> pd.Series:
    values = np.log1p(column) if logarithm else column
    spread = float(values.std(ddof=0))
    return (values - values.mean()) / spread if spread > 0 else values * 0.0


def _reason(own: pd.Series, other: pd.Series, used: tuple[str, ...]) -> Text:
    """What the two have, feature by feature."""
    parts = [_part(name, own[name], other[name]) for name in used]
    return Text("; ".join(p.es for p in parts), "; ".join(p.en for p in parts))


def _part(name: str, own: object, other: object) -> Text:
    label = LABELS[name]
    if name == CATEGORY:
        kinds = [CATEGORIES[str(kind)] for kind in dict.fromkeys((other, own))]
        return Text(
            f"{label.es}: {' y '.join(k.es for k in kinds)}",
            f"{label.en}: {' and '.join(k.en for k in kinds)}",
        )
    numbers = [f"{float(str(value)):,.0f}" for value in (other, own)]
    unit = " km" if name == KM else ""
    es = " y ".join(number.replace(",", ".") for number in numbers)
    return Text(f"{label.es}: {es}{unit}", f"{label.en}: {' and '.join(numbers)}{unit}")
