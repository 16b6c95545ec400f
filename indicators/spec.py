"""What an indicator is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

import pandas as pd

from geodata.schema import TOTAL, Group, Level


@unique
class Axis(StrEnum):
    """The seven axes of the OIT-PNUD regional strategy, plus context."""

    REGULARISATION = "regularizacion"
    TRAINING = "formacion_y_reconocimiento"
    EMPLOYMENT = "empleo"
    ENTREPRENEURSHIP = "emprendimiento"
    FINANCIAL_INCLUSION = "inclusion_financiera"
    SOCIAL_PROTECTION = "proteccion_social"
    COHESION = "cohesion_social"
    CONTEXT = "contexto"


@unique
class Better(StrEnum):
    """Which end of the scale is desirable."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@unique
class Kind(StrEnum):
    """How a number may be drawn: counts are circles, everything else fills a shape."""

    COUNT = "count"
    RATE = "rate"
    SHARE = "share"
    RATIO = "ratio"


@unique
class Window(StrEnum):
    """Time that one value speaks of. Values of different windows are never compared."""

    STOCK = "stock"
    """A register or census at a date."""
    FLOW = "flow"
    """A count of events in a period."""
    LABOUR_SURVEY = "labour_survey"
    """Month, moving quarter or moving year of the GEIH; the period says which."""
    SURVEY_ROUND = "survey_round"
    """A field round of a survey."""


SPAN_MATTERS: Final = (Window.FLOW, Window.LABOUR_SURVEY)
"""Windows whose length is part of the figure: a month is not compared with a quarter or a year."""


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in the two languages of the interface."""

    es: str
    en: str


@dataclass(frozen=True, slots=True)
class Unit:
    """How a value is written: ``symbol`` after the number, ``noun`` inside a sentence."""

    key: str
    symbol: Text
    noun: Text


DENOMINATOR_REACH_YEARS: Final = 3
"""A share is not computed from parts more than three years apart."""


@dataclass(frozen=True, slots=True)
class Need:
    """An observation key that a formula reads.

    Attributes:
        key: indicator key of the stored observations.
        keeps: dimensions (``sex``, ``population_group``, ``sector``) that follow the reader's
            filter; the others are read in their ``total`` cell, or in ``group`` if given.
        group: fixed population group, for a key that is published for one group only.
        series: the only series that count, for a key whose series tell different moments apart;
            empty for a key that is read in all its series.
        reach_years: how far a denominator may be from the leading figure, three years at most.
    """

    key: str
    keeps: tuple[str, ...] = ("sex", "population_group", "sector")
    group: Group | None = None
    series: tuple[str, ...] = ()
    reach_years: int = DENOMINATOR_REACH_YEARS


Inputs = Mapping[str, pd.Series]
Compute = Callable[[Inputs], pd.Series]
"""Each value follows from the figures at its own place alone: years are computed together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """One declarative entry: everything that the app, the documents and the tests need to know.

    Attributes:
        needs: observations read; the first one leads (its period, source and state are shown),
            the others are denominators of the same year, three years apart at most.
        compute: values of each need by territory code in, value by territory code out;
            missing in, missing out; never raises on zero denominators.
        groups: population groups that a reader may choose; the first is the default.
        levels: levels at which the figure may be shown, finest first.
        tolerance_years: how much older than the chosen period a shown figure may be.
        source_rule: which publication counts, and who holds the figure where none is published.
        legend: at most 34 characters.
    """

    key: str
    axis: Axis
    kind: Kind
    window: Window
    unit: Unit
    title: Text
    legend: Text
    definition: Text
    formula: Text
    universe: Text
    source_rule: Text
    reference: str
    caveat: Text
    needs: tuple[Need, ...]
    compute: Compute
    valid_range: tuple[float, float]
    better: Better
    decimals: int
    levels: tuple[Level, ...]
    groups: tuple[Group, ...]
    by_sex: bool
    by_sector: bool
    tolerance_years: int

    @property
    def own_group(self) -> str:
        """The population that its figures are of where nobody asks for another."""
        return str(self.groups[0]) if self.groups else TOTAL

    @property
    def signed(self) -> bool:
        """Whether values below zero are possible: then its colours part at zero."""
        return self.valid_range[0] < 0
