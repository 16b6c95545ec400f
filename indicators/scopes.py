"""The sets of territories that a reader may look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.schema import LOCAL_LEVELS
from indicators.spec import Text

VENEZUELAN_BORDER_DEPARTMENTS: Final = ("44", "20", "54", "81", "99", "94")
"""La Guajira, Cesar, Norte de Santander, Arauca, Vichada and Guainía."""

SEVEN_DEPARTMENTS: Final = (*VENEZUELAN_BORDER_DEPARTMENTS, "15")
"""The same with Boyacá, which touches Venezuela only at Cubará."""

CUBARA: Final = "15223"
INTEGRATE: Final = "centro_integrate"
ANY_BORDER: Final = (
    "touches_venezuela",
    "touches_ecuador",
    "touches_peru",
    "touches_brazil",
    "touches_panama",
)

Pick = Callable[[pd.DataFrame, pd.DataFrame], pd.Series]


NATIONAL: Final = "pais"
"""The scope of every local territory."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A named set of territories; ``pick`` marks its members among the local territories."""

    key: str
    title: Text
    sentence: Text
    pick: Pick


def local_territories(territories: pd.DataFrame) -> pd.DataFrame:
    """Municipalities and áreas no municipalizadas in force, in order of code."""
    local = territories["level"].isin(LOCAL_LEVELS) & (territories["valid_to"] == "")
    return territories[local]


def _border(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    inside = local["department_code"].isin(VENEZUELAN_BORDER_DEPARTMENTS)
    return inside | (local["territory_code"] == CUBARA)


def _line(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    return local["touches_venezuela"]


def _belt(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    return local["within_50km_venezuela"]


def _with_centres(local: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    centres = places.loc[places["kind"] == INTEGRATE, "territory_code"]
    return _border(local, places) | local["territory_code"].isin(centres)


def _seven(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    return local["department_code"].isin(SEVEN_DEPARTMENTS)


def _all_borders(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    return local[list(ANY_BORDER)].any(axis=1)


def _nation(local: pd.DataFrame, _places: pd.DataFrame) -> pd.Series:
    return pd.Series(data=True, index=local.index)


def _scope(key: str, titles: tuple[str, str], sentences: tuple[str, str], pick: Pick) -> Scope:
    return Scope(key, Text(*titles), Text(*sentences), pick)


SCOPES: Final[Mapping[str, Scope]] = MappingProxyType(
    {
        scope.key: scope
        for scope in (
            _scope(
                "frontera_venezuela",
                ("Frontera con Venezuela", "Border with Venezuela"),
                ("la frontera con Venezuela", "the border with Venezuela"),
                _border,
            ),
            _scope(
                "linea_venezuela",
                ("Municipios en la línea", "Municipalities on the line"),
                ("los municipios que tocan la línea", "the municipalities that touch the line"),
                _line,
            ),
            _scope(
                "franja_50_km",
                ("Franja de 50 km", "50 km belt"),
                ("la franja de 50 km de la línea", "the belt within 50 km of the line"),
                _belt,
            ),
            _scope(
                "frontera_y_centros",
                ("Frontera y ciudades con Intégrate", "Border and Intégrate cities"),
                (
                    "la frontera y las ciudades con Centro Intégrate",
                    "the border and the cities with an Intégrate centre",
                ),
                _with_centres,
            ),
            _scope(
                "siete_departamentos",
                ("Siete departamentos de frontera", "Seven border departments"),
                ("los siete departamentos de frontera", "the seven border departments"),
                _seven,
            ),
            _scope(
                "todas_las_fronteras",
                ("Todas las fronteras", "All borders"),
                ("los municipios de todas las fronteras", "the municipalities of all borders"),
                _all_borders,
            ),
            _scope(
                NATIONAL, ("Todo el país", "Whole country"), ("el país", "the country"), _nation
            ),
        )
    }
)
DEFAULT_SCOPE: Final = "frontera_venezuela"


def scope_codes(
    scope: str, department: str, territories: pd.DataFrame, places: pd.DataFrame
) -> pd.Index:
    """Codes of a scope, narrowed to one department unless ``department`` is empty.

    A department that the scope does not reach is shown whole: an empty map would answer nothing.
    """
    local = local_territories(territories)
    members = local[SCOPES[scope].pick(local, places)]
    if department:
        inside = members[members["department_code"] == department]
        members = inside if len(inside) else local[local["department_code"] == department]
    return members.index
