"""What aggregation needs and gives: columns of the records, figures, words and the threshold.

Loads nothing heavy, so that imports can know the figures without the engines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

from geodata.schema import TOTAL, Group, Sex

MONTHS: Final = (3, 6, 12, 24)
"""Months after leaving a programme at which a person is interviewed."""

MOST_INCOME: Final = 1e9
"""Pesos a month above which an income is a slip of the keyboard, and counts as no answer."""

SEXES: Final = (Sex.WOMEN.value, Sex.MEN.value)
GROUPS: Final = tuple(group.value for group in Group if group.value != TOTAL)
CODE_DIGITS: Final = 5
"""Digits of the DIVIPOLA code of a municipality."""


@unique
class Records(StrEnum):
    """The kinds of single records that can be added up."""

    VACANCIES = "vacantes"
    FOLLOW_UP = "seguimiento"


@unique
class Nature(StrEnum):
    """What a column of records must hold, as the sentences for users name it."""

    TEXT = "texto"
    WHOLE = "número entero"
    NUMBER = "número"
    FLAG = "sí o no (booleano)"
    DAY = "fecha sin zona horaria"


COLUMNS: Final[Mapping[Records, Mapping[str, Nature]]] = MappingProxyType(
    {
        Records.VACANCIES: MappingProxyType(
            {
                "territory_code": Nature.TEXT,
                "date": Nature.DAY,
                "sector": Nature.TEXT,
                "positions": Nature.WHOLE,
            }
        ),
        Records.FOLLOW_UP: MappingProxyType(
            {
                "person_id": Nature.TEXT,
                "cohort": Nature.TEXT,
                "month": Nature.WHOLE,
                "territory_code": Nature.TEXT,
                "sex": Nature.TEXT,
                "population_group": Nature.TEXT,
                "attrition": Nature.FLAG,
                "employed": Nature.FLAG,
                "contract_kept": Nature.FLAG,
                "income": Nature.NUMBER,
                "regularised": Nature.FLAG,
                "moved_to": Nature.TEXT,
            }
        ),
    }
)
"""The columns that are read, in any order; others are never looked at."""

PERSONS: Final = "persons"
PESOS: Final = "pesos_per_month"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the follow-up: the column of the sums that holds it, and its unit."""

    key: str
    column: str
    unit: str = PERSONS


VACANCIES: Final = "vacantes"
BEGAN: Final = Figure("seguimiento_personas", "followed")
"""All who began: the baseline of a cohort."""

REACHED: Final = Figure("seguimiento_personas", "reached")
"""Those of them who answered at a later moment; the rest is attrition."""

EMPLOYED: Final = Figure("seguimiento_ocupadas", "employed")
KEPT: Final = Figure("seguimiento_contrato_conservado", "contract_kept")
REGULARISED: Final = Figure("seguimiento_regularizadas", "regularised")
MOVED: Final = Figure("seguimiento_trasladadas", "moved")
INCOME: Final = Figure("seguimiento_ingreso_medio", "income", PESOS)
MOVES: Final = Figure("movilidad_laboral", "persons")

ANSWERS: Final = (EMPLOYED, KEPT, REGULARISED, MOVED)
"""Persons who say so, of those who answered: few who do not say so are hidden too."""

FIGURES: Final = (BEGAN, REACHED, *ANSWERS, INCOME)
"""Figures of each cell of cohort, months, municipality, sex and group."""

UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {figure.key: figure.unit for figure in (*FIGURES, MOVES)}
)
"""Unit of each figure of the follow-up: an import knows them before any edition holds one."""
