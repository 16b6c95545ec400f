"""The observations of one key, read once into arrays that every cube is placed from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import FLAGS, Quality
from indicators.periods import end_key, span_months, year_of
from indicators.states import STATE_OF_QUALITY, State

NONE: Final = -1
"""Position that means "no observation"."""

HAS_VALUE: Final = np.array([state.has_value for state in State])
"""By state: whether a number stands beside it."""

LABELLED: Final = ("territory_code", "sex", "population_group", "sector", "series", "period")
"""Columns that rows are chosen by."""

RANKED: Final = ("period", "flags", "source_id", "series", "quality")
"""Columns that decide which of several figures is in use."""

READ: Final = (*LABELLED, *(name for name in RANKED if name not in LABELLED))

_STATE_BY_WORD: Final = {str(quality): int(state) for quality, state in STATE_OF_QUALITY.items()}

Positions = npt.NDArray[np.int64]
Ints = npt.NDArray[np.integer[Any]]
Years = npt.NDArray[np.int16]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labels:
    """A column of few words.

    Attributes:
        numbers: which word each row has.
        words: the number of each word.
    """

    numbers: Ints
    words: Mapping[str, int]

    @classmethod
    def of(cls, column: pd.Series) -> Self:
        """Read ``column``; a missing text is a word like any other."""
        if isinstance(column.dtype, pd.CategoricalDtype) and not column.hasnans:
            words = column.cat.categories.tolist()
            return cls(column.cat.codes.to_numpy(), {word: i for i, word in enumerate(words)})
        numbers, texts = pd.factorize(column, use_na_sentinel=False)
        narrow = np.min_scalar_type(-max(1, len(texts)))
        return cls(numbers.astype(narrow), {str(text): i for i, text in enumerate(texts)})

    def at(self, rows: Ints) -> "Labels":
        """The same words, of some rows."""
        return replace(self, numbers=self.numbers[rows])

    def each(self, answers: Callable[[list[str]], Any]) -> npt.NDArray[Any]:
        """``answers`` for every row, asked once for each word."""
        distinct = np.asarray(answers(list(self.words)))
        return distinct[self.numbers] if len(distinct) else np.zeros(0, np.int64)

    def equal(self, word: str) -> Flags:
        """Rows that have ``word``."""
        found: Flags = self.numbers == self.words.get(word, NONE)
        return found

    def among(self, wanted: Collection[str]) -> Flags:
        """Rows that have any of ``wanted``."""
        return np.isin(self.numbers, [self.words.get(word, NONE) for word in wanted])

    def places_in(self, codes: pd.Index) -> Positions:
        """For each row, the position of its word in ``codes``, or ``NONE``."""
        numbers = [self.words.get(code, NONE) for code in codes.tolist()]
        place = np.full(len(self.words) + 1, NONE, dtype=np.int64)
        place[numbers] = np.arange(len(numbers))
        place[NONE] = NONE  # where those that no row has ended up
        return place[self.numbers]


@dataclass(frozen=True, slots=True)
class Figures:
    """Observations and what is computed from them.

    ``value`` to ``span`` go by the position of an observation, and ``NONE`` may index them too.

    Attributes:
        value: missing where the state has none: a suppressed figure is in no formula.
        state: a ``State`` for the period of the observation itself.
        year: 0 where the period has no single year.
        span: months that the period covers; 0 for an empty one.
        sources: the publication of each observation.
        order: positions of the observations that were chosen, the one to prefer last.
        labels: words of the chosen ones by column, in that order.
        usable: which of them may be mapped and ranked, in that order: they have a single year,
            no flag against it, and a value or a reason for having none.
    """

    observations: pd.DataFrame
    value: npt.NDArray[np.float64]
    state: npt.NDArray[np.int8]
    year: Years
    span: Years
    sources: Labels
    order: npt.NDArray[np.int32]
    labels: Mapping[str, Labels]
    usable: Flags

    @classmethod
    def of(cls, rows: pd.DataFrame) -> Self:
        """Read ``rows``, which are shared and never changed."""
        words = {name: Labels.of(rows[name]) for name in READ}
        value, state = _values_and_states(rows, words["quality"])
        year, span = _years_and_spans(words["period"])
        said = np.isfinite(value) | ~HAS_VALUE[state]
        usable = (year != 0) & said & words["flags"].each(mappable).astype(bool)
        order = _ranked(rows, words).astype(np.int32)
        return cls(
            observations=rows,
            value=np.append(value, np.nan),
            state=np.append(state, State.NO_DATA).astype(np.int8),
            year=np.append(year, 0).astype(np.int16),
            span=np.append(span, 0).astype(np.int16),
            sources=words["source_id"],
            order=order,
            labels={name: words[name].at(order) for name in LABELLED},
            usable=usable[order],
        )

    def where(self, **wanted: str) -> Flags:
        """Chosen observations whose columns have the words ``wanted``."""
        kept = np.ones(len(self.order), dtype=bool)
        for name, word in wanted.items():
            kept &= self.labels[name].equal(word)
        return kept

    def only(self, kept: Flags) -> "Figures":
        """The same, of which only some observations are chosen."""
        rows = np.flatnonzero(kept)
        return replace(
            self,
            order=self.order[rows],
            labels={name: labels.at(rows) for name, labels in self.labels.items()},
            usable=self.usable[rows],
        )

    def of_series(self, series: Sequence[str]) -> "Figures":
        """Those of some series; all where none is named."""
        return self.only(self.labels["series"].among(series)) if series else self

    def chosen(self) -> pd.DataFrame:
        """The observations that were chosen, the one to prefer last."""
        return self.observations.iloc[self.order]


def _values_and_states(
    rows: pd.DataFrame, quality: Labels
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int8]]:
    state = quality.each(lambda words: [_STATE_BY_WORD[word] for word in words]).astype(np.int8)
    value = rows["value"].to_numpy(dtype=float)
    return np.where(np.isfinite(value) & HAS_VALUE[state], value, np.nan), state


def _years_and_spans(period: Labels) -> tuple[Positions, Positions]:
    read = period.each(lambda texts: [(year_of(p) or 0, span_months(p)) for p in texts])
    year, span = read.reshape(-1, 2).T
    return year.astype(np.int64), span.astype(np.int64)


def mappable(flags: Sequence[str]) -> Flags:
    """Which figures may be mapped and ranked, from their ``flags`` texts."""
    return np.array([all(FLAGS[f].in_map for f in text.split("|") if f) for text in flags], bool)


def ranked(rows: pd.DataFrame) -> Positions:
    """Positions of ``rows``, the one to prefer last.

    Later cut-offs come last; at equal cut-off, those with the fewest cautions; then the first
    source, and its first series, in alphabetical order. Where one series contradicts itself, a
    suppressed figure outweighs an open one, and a lower value a higher one: the order in which the
    rows were written never decides.
    """
    return _ranked(rows, {name: Labels.of(rows[name]) for name in RANKED})


def _ranked(rows: pd.DataFrame, words: Mapping[str, Labels]) -> Positions:
    """``ranked`` for rows whose words were read before."""
    ends = words["period"].each(lambda periods: _ranks([end_key(p) for p in periods]))
    cautions = words["flags"].each(lambda texts: [len(t.split("|")) * bool(t) for t in texts])
    source, series = (words[name].each(_ranks) for name in ("source_id", "series"))
    hidden = words["quality"].each(lambda known: [w == Quality.SUPPRESSED for w in known])
    first_to_last = (ends, -cautions, -source, -series, hidden)
    return np.lexsort((-rows["value"].to_numpy(float), _as_one(first_to_last)))


def _as_one(keys: Sequence[Ints]) -> Ints:
    """One number for each row that sorts as ``keys`` do, the first one first."""
    whole = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        low, high = (int(key.min()), int(key.max())) if len(key) else (0, 0)
        whole = whole * (high - low + 1) + (key.astype(np.int64) - low)
    return whole.astype(np.min_scalar_type(int(whole.max(initial=0))))


def _ranks(texts: list[str]) -> Positions:
    return np.unique(np.array(texts, dtype=str), return_inverse=True)[1].astype(np.int64)
