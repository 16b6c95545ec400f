"""Observations of every key and cell, as one table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import OBSERVATIONS, SECTIONS, TOTAL, Group, Quality, Sex
from indicators.demo.cells import cell_values
from indicators.demo.model import FRAME_YEAR, Model
from indicators.demo.plan import YEARS, KeyPlan
from indicators.demo.spoil import Spoiled, spoiled
from indicators.demo.wholes import Wholes
from indicators.demo.world import Floats
from indicators.spec import Window

SOURCE_ID: Final = "DEMO"
FIRST_FRAME: Final = "demo_marco_1"
SECOND_FRAME: Final = "demo_marco_2"
ONE_SERIES: Final = "demo"
SERIES: Final = (ONE_SERIES, FIRST_FRAME, SECOND_FRAME)
QUALITIES: Final = tuple(sorted(map(str, Quality)))
GROUPS: Final = tuple(sorted(map(str, Group)))
SEXES: Final = tuple(sorted(map(str, Sex)))
SECTORS: Final = (*SECTIONS, TOTAL)
SURVEYS: Final = (Window.LABOUR_SURVEY, Window.SURVEY_ROUND)
LEAST_SAMPLE: Final = 60
SAMPLE_PER_ROOT: Final = 0.8
"""An invented sample grows with the square root of the population."""

WITHOUT_VALUE: Final = (Spoiled.SUPPRESSED, Spoiled.NOT_APPLICABLE, Spoiled.EMPTY)
QUALITY_OF: Final[Mapping[int, Quality]] = {
    Spoiled.SUPPRESSED: Quality.SUPPRESSED,
    Spoiled.UNRELIABLE: Quality.UNRELIABLE,
    Spoiled.NOT_APPLICABLE: Quality.NOT_APPLICABLE,
}

Codes = npt.NDArray[np.integer]
Block = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Country:
    """A model and the wholes that its territories make up."""

    model: Model
    administrative: Wholes
    domains: Wholes

    @property
    def codes(self) -> tuple[str, ...]:
        """Territories, then departments and nation, then survey domains."""
        local = map(str, self.model.world.codes)
        return (*local, *self.administrative.codes, *self.domains.codes)


def observations(plans: Sequence[KeyPlan], country: Country) -> pd.DataFrame:
    """The table ``observations`` of the demonstration, in order of key.

    Columns that a store keeps as dictionaries are categoricals, the other texts are text.
    """
    blocks = [_block(position, plan, country) for position, plan in enumerate(plans)]
    codes = {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}
    columns: dict[str, object] = {name: codes[name] for name in ("value", "sample_size")}
    for name, words in _coded_words(country).items():
        columns[name] = _categories(codes[name], words)
    key = codes["indicator"]
    columns["indicator"] = _text(key, [plan.key for plan in plans])
    columns["unit"] = _text(key, [plan.unit for plan in plans])
    columns["period"] = _text(codes["period"], [str(year) for year in YEARS])
    columns["series"] = _text(codes["series"], SERIES)
    return _completed(pd.DataFrame(columns))


def _coded_words(country: Country) -> Mapping[str, Sequence[str]]:
    return {
        "territory_code": country.codes,
        "sex": SEXES,
        "population_group": GROUPS,
        "sector": SECTORS,
        "quality": QUALITIES,
    }


def _categories(codes: Codes, words: Sequence[str]) -> pd.Categorical:
    """``words`` by code, with the categories in alphabetical order."""
    ordered = sorted(words)
    rank = {word: position for position, word in enumerate(ordered)}
    moved = np.array([rank[word] for word in words], dtype=np.int16)
    return pd.Categorical.from_codes(moved[codes], categories=pd.Index(ordered, dtype="str"))


def _text(codes: Codes, words: Sequence[str]) -> pd.Series:
    return pd.Series(pd.array(list(words), dtype="str").take(codes))


def _completed(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of the schema in order; what a synthetic row does not have is empty."""
    zeros = np.zeros(len(table), dtype=np.int8)
    whole = table.assign(
        source_id=_text(zeros, [SOURCE_ID]),
        flags=_categories(zeros, [""]),
        note=_text(zeros, [""]),
        margin=_text(zeros, [""]),
        numerator=np.nan,
        denominator=np.nan,
    )
    return whole[[column.name for column in OBSERVATIONS]]


def _block(position: int, plan: KeyPlan, country: Country) -> Block:
    """Rows of one key as codes: cell by cell, each by territory and year."""
    values, fate = _whole_country(plan, country)
    place, year = np.nonzero(fate != Spoiled.ABSENT)
    values = np.where(np.isin(fate, WITHOUT_VALUE), np.nan, values)[:, place, year]
    cells, rows = len(values), len(place)
    labels = _labels(plan)
    fates = np.tile(fate[place, year], cells)
    sample = np.full(values.shape, np.nan)
    sample[0] = _sample(plan, country, place)
    return {
        "territory_code": np.tile(place.astype(np.int16), cells),
        "indicator": np.full(cells * rows, position, dtype=np.int16),
        "period": np.tile(year.astype(np.int8), cells),
        **{name: np.repeat(labels[name], rows) for name in labels},
        "quality": _quality_codes()[fates],
        "series": np.tile(_series(plan)[year], cells),
        "value": values.ravel(),
        "sample_size": np.where(np.isnan(values), np.nan, sample).ravel(),
    }


def _quality_codes() -> npt.NDArray[np.int8]:
    """Position in ``QUALITIES`` for each ``Spoiled``."""
    words = [QUALITY_OF.get(fate, Quality.GOOD) for fate in Spoiled]
    return np.array([QUALITIES.index(str(word)) for word in words], dtype=np.int8)


def _whole_country(plan: KeyPlan, country: Country) -> tuple[Floats, npt.NDArray[np.int8]]:
    """Values by cell, territory or whole, and year; and the fate of each territory and year."""
    world = country.model.world
    local = cell_values(plan, country.model)
    values = [local, country.administrative.of(plan, local, world.population)]
    if plan.is_labour_survey:
        values.append(country.domains.of(plan, local, world.population))
    joined = np.concatenate(values, axis=1)
    fate = np.zeros(joined.shape[1:], dtype=np.int8)
    fate[: len(world.codes)] = spoiled(plan.key, world)
    return _rounded(plan, joined), fate


def _rounded(plan: KeyPlan, values: Floats) -> Floats:
    """Values with their decimals; the sections of a share still add up to 100."""
    if plan.is_count:
        return values
    tidy: Floats = values.round(plan.decimals)
    if len(plan.sectors) > 1:
        limits = np.cumsum(values[-len(SECTIONS) :], axis=0).round(plan.decimals)
        tidy[-len(SECTIONS) :] = np.diff(limits, axis=0, prepend=0.0).round(plan.decimals)
    return tidy


def _labels(plan: KeyPlan) -> Block:
    """Sex, group and sector of each cell, as positions in their words."""
    cells = plan.cells
    return {
        "sex": np.array([SEXES.index(cell.sex) for cell in cells], dtype=np.int8),
        "population_group": np.array(
            [GROUPS.index(cell.population_group) for cell in cells], dtype=np.int8
        ),
        "sector": np.array([SECTORS.index(cell.sector) for cell in cells], dtype=np.int8),
    }


def _series(plan: KeyPlan) -> npt.NDArray[np.int8]:
    """Position in ``SERIES`` for each year: labour surveys change frame."""
    if not plan.is_labour_survey:
        return np.zeros(len(YEARS), dtype=np.int8)
    return np.where(np.array(YEARS) < FRAME_YEAR, 1, 2).astype(np.int8)


def _sample(plan: KeyPlan, country: Country, place: Codes) -> Floats | float:
    """Invented interviews behind the first cell of a survey; missing for registers."""
    if plan.window not in SURVEYS:
        return np.nan
    people = country.model.world.population[:, 0]
    local = np.rint(LEAST_SAMPLE + SAMPLE_PER_ROOT * np.sqrt(people))
    sums = (country.administrative.members @ local, country.domains.members @ local)
    sample: Floats = np.concatenate([local, *sums])[place]
    return sample
