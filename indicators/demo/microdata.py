"""Invented single records, in batches: advertised vacancies, and people followed over time.

No record stands for a vacancy or a person. Records never enter a snapshot; they exist to exercise
aggregation at the size of a national register.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import SECTIONS, Group, Sex
from indicators.demo.model import SECTION_LOGS
from indicators.demo.places import FIRST_DAY, LAST_DAY, days
from indicators.demo.world import Floats, stream

BATCH_ROWS: Final = 250_000
"""About 15 MB in memory."""

SKEW: Final = 1.1
"""Zipf exponent of the municipalities: the first few hold most records."""

OCCUPATIONS: Final = tuple(str(digit) for digit in range(10))
"""Major groups of the CUOC."""

MISSING_SALARY: Final = 0.12
LOG_SALARY: Final = 14.2
"""Logarithm of the typical monthly salary, in pesos."""

SALARY_SPREAD: Final = 0.35
SALARY_STEP: Final = 1000.0
POSITIONS_CHANCE: Final = 0.6
"""Chance that an advertisement has no further position."""

SEX_TARGETS: Final = ("ninguno", "mujeres", "hombres")
SEX_TARGET_SHARES: Final = (0.96, 0.02, 0.02)

PROGRAMMES: Final = ("Programa A (demostración)", "Programa B (demostración)")
MONTHS: Final = (3, 6, 12, 24)
"""Months after leaving the programme at which a person is interviewed."""

COHORTS: Final = ("2022", "2023", "2024")
FOLLOWED_GROUPS: Final = (Group.VENEZUELAN, Group.RETURNED, Group.HOST)
FOLLOWED_SHARES: Final = (0.6, 0.15, 0.25)
WOMEN_SHARE: Final = 0.58
LOST_PER_MONTH: Final = 0.012
"""Chance of losing contact with a person, each month."""

EMPLOYED: Final = 0.55
CONTRACT_HALF_LIFE_MONTHS: Final = 14.0
MOVED_PER_MONTH: Final = 0.006
REGULARISED_SHARE: Final = 0.7
LOG_INCOME: Final = 13.9
INCOME_SPREAD: Final = 0.4
MULTIPLIER: Final = 0x9E3779B97F4A7C15
"""Odd number that scatters consecutive integers (golden ratio, 64 bits): ids tell no order."""

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Draw:
    """Random numbers of one batch and the municipalities that it is drawn from."""

    numbers: np.random.Generator
    codes: tuple[str, ...]
    cumulative: Floats

    def places(self, rows: int) -> Whole:
        """Positions of municipalities, skewed."""
        found: Whole = np.searchsorted(self.cumulative, self.numbers.random(rows))
        return found


def vacancies(rows: int, codes: Sequence[str], seed: int) -> Iterator[pd.DataFrame]:
    """``rows`` vacancies over the municipalities ``codes``, in batches.

    ``salary`` is in pesos a month, missing in some 12 %; ``year`` is that of ``date``.
    """
    for draw, first, size in _batches(rows, codes, (seed, "vacancies")):
        yield _vacancies(draw, first, size)


def follow_up(persons: int, codes: Sequence[str], seed: int) -> Iterator[pd.DataFrame]:
    """Four interviews with each of ``persons`` people, one row each, in batches.

    Once a person is lost (``attrition``) the answers are missing. ``moved_to`` is the municipality
    where the person lives now, empty for those who stayed.
    """
    for draw, first, size in _batches(persons, codes, (seed, "follow-up")):
        yield _interviews(draw, first, size)


def _batches(
    total: int, codes: Sequence[str], purpose: tuple[int, str]
) -> Iterator[tuple[Draw, int, int]]:
    """A draw, the number of the first record and the size of each batch."""
    seed, name = purpose
    order = stream(seed, name, "order").permutation(len(codes))
    weights = (1.0 + order) ** -SKEW
    cumulative = np.cumsum(weights) / weights.sum()
    cumulative[-1] = 1.0
    for first in range(0, total, BATCH_ROWS):
        numbers = stream(seed, name, str(first))
        yield Draw(numbers, tuple(codes), cumulative), first, min(BATCH_ROWS, total - first)


def _vacancies(draw: Draw, first: int, size: int) -> pd.DataFrame:
    numbers = draw.numbers
    span = int((LAST_DAY - FIRST_DAY).astype(int)) + 1
    dates = FIRST_DAY + days((span * np.sqrt(numbers.random(size))).astype(np.int64))
    sections = _chosen(numbers, np.exp(SECTION_LOGS), size)
    occupations = numbers.integers(0, len(OCCUPATIONS), size)
    return pd.DataFrame(
        {
            "vacancy_id": np.arange(first, first + size),
            "territory_code": _words(draw.places(size), draw.codes),
            "date": dates.astype("datetime64[ms]"),
            "year": (dates.astype("datetime64[Y]").astype(np.int64) + 1970).astype(np.int16),
            "sector": _words(sections, SECTIONS),
            "occupation_group": _words(occupations, OCCUPATIONS),
            "salary": _salary(numbers, occupations),
            "positions": numbers.geometric(POSITIONS_CHANCE, size).astype(np.int16),
            "sex_target": _words(_chosen(numbers, SEX_TARGET_SHARES, size), SEX_TARGETS),
        }
    )


def _salary(numbers: np.random.Generator, occupations: Whole) -> Floats:
    """Pesos a month; lower major groups earn more, some advertisements do not tell."""
    steps = (len(OCCUPATIONS) / 2 - occupations) * 0.08
    logs = LOG_SALARY + steps + numbers.normal(0, SALARY_SPREAD, len(occupations))
    told = numbers.random(len(occupations)) >= MISSING_SALARY
    pesos = np.rint(np.exp(logs) / SALARY_STEP) * SALARY_STEP
    salary: Floats = np.where(told, pesos, np.nan)
    return salary


def _interviews(draw: Draw, first: int, size: int) -> pd.DataFrame:
    """Facts of each person, then the answers, sorted by person and month."""
    numbers, waves = draw.numbers, len(MONTHS)
    home = draw.places(size)
    group = _chosen(numbers, FOLLOWED_SHARES, size)
    facts = {
        "person_id": _pseudonyms(first, size),
        "cohort": _words(numbers.integers(0, len(COHORTS), size), COHORTS),
        "programme": _words(numbers.integers(0, len(PROGRAMMES), size), PROGRAMMES),
        "territory_code": _words(home, draw.codes),
        "sex": _words((numbers.random(size) > WOMEN_SHARE).astype(int), (Sex.WOMEN, Sex.MEN)),
        "population_group": _words(group, FOLLOWED_GROUPS),
    }
    table = pd.DataFrame(facts).loc[np.repeat(np.arange(size), waves)].reset_index(drop=True)
    regularised = (numbers.random(size) < REGULARISED_SHARE) | (group == len(FOLLOWED_GROUPS) - 1)
    return table.assign(month=np.tile(np.array(MONTHS, dtype=np.int16), size)).assign(
        **_answers(draw, np.repeat(home, waves), np.repeat(regularised, waves))
    )


def _answers(
    draw: Draw, home: Whole, regularised: npt.NDArray[np.bool_]
) -> dict[str, pd.Series | pd.Categorical]:
    """What each person says at each month; missing once contact is lost."""
    numbers, months = draw.numbers, np.array(MONTHS)
    size = len(home) // len(months)
    lost = numbers.geometric(LOST_PER_MONTH, size)[:, None] <= months
    moved = numbers.geometric(MOVED_PER_MONTH, size)[:, None] <= months
    ended = numbers.exponential(CONTRACT_HALF_LIFE_MONTHS / np.log(2), size)[:, None]
    employed = numbers.random(lost.shape) < EMPLOYED
    kept = employed & (ended > months)
    income = np.exp(LOG_INCOME + INCOME_SPREAD * numbers.normal(size=lost.shape))
    heard = ~lost.ravel()
    goes = np.repeat(draw.places(size), len(months))
    away = heard & moved.ravel() & (goes != home)
    return {
        "employed": _answered(employed.ravel(), heard),
        "contract_kept": _answered(kept.ravel(), heard),
        "income": pd.Series(np.where(heard & employed.ravel(), income.ravel().round(-3), np.nan)),
        "regularised": _answered(regularised, heard),
        "moved_to": _words(np.where(away, goes + 1, 0), ("", *draw.codes)),
        "attrition": pd.Series(~heard),
    }


def _answered(said: npt.NDArray[np.bool_], heard: npt.NDArray[np.bool_]) -> pd.Series:
    return pd.Series(said).astype("boolean").where(pd.Series(heard))


def _pseudonyms(first: int, size: int) -> list[str]:
    """Identifiers that tell neither order nor person; no two are equal."""
    ordinal = np.arange(first + 1, first + size + 1, dtype=np.uint64)
    return [f"P{number:016x}" for number in (ordinal * np.uint64(MULTIPLIER)).tolist()]


def _chosen(numbers: np.random.Generator, weights: Sequence[float] | Floats, size: int) -> Whole:
    """Positions drawn in proportion to ``weights``."""
    cumulative = np.cumsum(weights) / np.sum(weights)
    found: Whole = np.searchsorted(cumulative[:-1], numbers.random(size))
    return found


def _words(positions: Whole, words: Sequence[str]) -> pd.Categorical:
    categories = pd.Index([str(word) for word in words], dtype="str")
    return pd.Categorical.from_codes(positions, categories=categories)
