"""The sector gap in people: posts, those who look for them, and the places to train for them.

Per municipality and CIIU section. Every formula is data that the screen shows (``sector_terms``);
where one term is missing the gap is a range, where more are it is not computed and the sentence
names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import SECTIONS
from indicators.compute import PER_HUNDRED
from indicators.engine import Engine
from indicators.measures.growth import growth
from indicators.registry import INDICATORS
from indicators.sections import boards, by_section, in_total
from indicators.sector_terms import (
    CAPACITY,
    FORMULAS,
    GROWTH,
    HOST,
    MIGRANTS,
    PLACES,
    TERMS,
    UNITS,
    VACANCIES,
)
from indicators.spec import Text
from indicators.states import State

POSTS_PER_UNIT: Final = 1.0
"""People that a strengthened unit occupies at least: whoever runs it. The reader may raise it."""

LEAST_OTHERS: Final = 5
"""Municipalities that must have a term for the range of a missing one to be told from them."""

RANGE: Final = (10.0, 90.0)
"""Percentiles of those municipalities between which a missing term is taken to lie."""

RANGE_METHOD: Final = Text(
    "Si falta un solo término se supone entre los percentiles 10 y 90 de los demás municipios con "
    "dato en la sección, en proporción a su población en edad de trabajar; se necesitan al menos "
    "cinco. Es un rango, no una imputación: no hay valor central.",
    "Where a single term is missing it is taken between the 10th and 90th percentiles of the other "
    "municipalities with data in the section, in proportion to their working-age population; at "
    "least five are needed. It is a range, not an imputation: there is no middle value.",
)
OTHER_SECTIONS: Final = Text(
    "No calculable: faltan los buscadores de otras secciones, entre las que se reparte la "
    "capacidad.",
    "Not computable: jobseekers of other sections are missing, among which capacity is shared.",
)
NOTHING_LACKING: Final = Text("ni falta ni sobra", "neither lacking nor left over")


@dataclass(frozen=True, slots=True)
class SectorGaps:
    """Mismatches of a set of municipalities.

    Attributes:
        terms: by (territory code, section): one column for each of ``TERMS``; missing is missing.
        gaps: by the same: for each of ``FORMULAS`` its people, ``_low`` and ``_high`` (equal to
            it where every term is known; a range, without the middle one, where one is missing).
    """

    terms: pd.DataFrame
    gaps: pd.DataFrame
    posts_per_unit: float = POSTS_PER_UNIT

    def missing(self, code: str, section: str, formula: str) -> tuple[str, ...]:
        """Terms of ``formula`` without a figure."""
        known = self.terms.loc[[(code, section)]].iloc[0]
        return tuple(name for name in FORMULAS[formula].terms if np.isnan(known[name]))

    def state(self, code: str, section: str, formula: str) -> State:
        """A value, unreliable where it is a range, or no data."""
        row = self.gaps.loc[[(code, section)]].iloc[0]
        if not np.isnan(row[formula]):
            return State.VALUE
        return State.NO_DATA if np.isnan(row[f"{formula}_low"]) else State.UNRELIABLE

    def sentence(self, code: str, section: str, formula: str = "places") -> Text:
        """The mismatch in people, as a range, or what it lacks."""
        row = self.gaps.loc[[(code, section)]].iloc[0]
        lacking = _listed(self.missing(code, section, formula))
        low, high = row[f"{formula}_low"], row[f"{formula}_high"]
        if np.isnan(low) and not lacking.es:
            return OTHER_SECTIONS
        if np.isnan(low):
            return Text(
                f"No calculable: falta: {lacking.es}.", f"Not computable: missing: {lacking.en}."
            )
        if not lacking.es:
            return _sentence(_people(formula, float(row[formula])))
        return _between(_people(formula, float(low)), _people(formula, float(high)), lacking)


def sector_gaps(
    engine: Engine, codes: pd.Index, year: int, posts_per_unit: float = POSTS_PER_UNIT
) -> SectorGaps:
    """Mismatches of ``codes`` in ``year``, with earlier figures where an indicator tolerates them.

    Args:
        engine: over one snapshot.
        codes: local territories; a missing term takes its range from the others among them.
        year: the year asked for.
        posts_per_unit: people that a strengthened unit occupies; not negative.
    """
    frames = {name: _term(engine, name, codes, year) for name in TERMS}
    size = in_total(engine, INDICATORS["poblacion_edad_trabajar"], codes, year)
    return computed_gaps(frames, size, posts_per_unit)


def computed_gaps(
    frames: Mapping[str, pd.DataFrame], size: pd.Series, posts_per_unit: float = POSTS_PER_UNIT
) -> SectorGaps:
    """The same from the terms themselves.

    Args:
        frames: for each of ``TERMS`` its figures by territory code and section; negative counts
            and growth below −1 are impossible and treated as missing.
        size: people of working age by code, which the range of a missing term is in proportion to.
        posts_per_unit: people that a strengthened unit occupies; below zero it counts as zero.
    """
    clean = {name: frame.where(frame >= _least(name)) for name, frame in frames.items()}
    posts_per_unit = max(posts_per_unit, 0.0) if np.isfinite(posts_per_unit) else POSTS_PER_UNIT
    exact = _gaps(clean, posts_per_unit)
    columns = {}
    for formula in FORMULAS:
        low, high = _range(formula, clean, size, posts_per_unit)
        columns[formula] = exact[formula]
        columns[f"{formula}_low"] = exact[formula].fillna(low)
        columns[f"{formula}_high"] = exact[formula].fillna(high)
    terms = pd.DataFrame({name: _long(frame) for name, frame in clean.items()})
    gaps = pd.DataFrame({name: _long(frame) for name, frame in columns.items()})
    return SectorGaps(terms, gaps, posts_per_unit)


def _term(engine: Engine, name: str, codes: pd.Index, year: int) -> pd.DataFrame:
    """Figures of one term by territory code and section."""
    indicator = INDICATORS[TERMS[name].key]
    if name == CAPACITY:
        whole = in_total(engine, indicator, codes, year)
        return pd.DataFrame(dict.fromkeys(SECTIONS, whole), index=codes)
    if name != GROWTH:
        return by_section(engine, indicator, codes, year)
    by_letter = boards(engine, indicator, codes)
    change = {s: growth(b.at(year - 1), b.at(year))["percent"] for s, b in by_letter.items()}
    return pd.DataFrame(change, index=codes) / PER_HUNDRED


def _gaps(terms: Mapping[str, pd.DataFrame], posts_per_unit: float) -> dict[str, pd.DataFrame]:
    """The three formulas; missing wherever a term is."""
    seekers = terms[MIGRANTS] + terms[HOST]
    posts = terms[VACANCIES] * (1 + terms[GROWTH]) + terms[UNITS] * posts_per_unit - seekers
    return {
        "posts": posts,
        "places": posts.clip(lower=0) - terms[PLACES],
        "service": seekers - terms[CAPACITY] * _shares(seekers),
    }


def _shares(seekers: pd.DataFrame) -> pd.DataFrame:
    """Part of a municipality's jobseekers in each section; missing unless all are known."""
    whole = seekers.sum(axis=1, skipna=False)
    return seekers.div(whole.where(whole != 0, 1.0), axis=0)


def _range(
    formula: str, terms: Mapping[str, pd.DataFrame], size: pd.Series, posts_per_unit: float
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Least and most of ``formula`` where exactly one of its terms is missing.

    Each formula rises or falls steadily with any one term, so that the ends of the term give the
    ends of the gap.
    """
    names = FORMULAS[formula].terms
    single = pd.concat([terms[name].isna().astype(int) for name in names]).groupby(level=0).sum()
    ends = [
        _gaps(
            {n: t.fillna(_typical(n, t, size, end)) if n in names else t for n, t in terms.items()},
            posts_per_unit,
        )[formula].where(single == 1)
        for end in RANGE
    ]
    lower, upper = ends[0] <= ends[1], ends[0] > ends[1]
    return ends[0].where(lower, ends[1]), ends[0].where(upper, ends[1])


def _typical(name: str, term: pd.DataFrame, size: pd.Series, percentile: float) -> pd.DataFrame:
    """What a missing term may be in each section, from the municipalities that have it."""
    scale = size.where(size > 0) if TERMS[name].scales else pd.Series(1.0, size.index)
    relative = term.div(scale.reindex(term.index), axis=0)
    typical = relative.quantile(percentile / PER_HUNDRED).where(relative.count() >= LEAST_OTHERS)
    spread = np.outer(scale.reindex(term.index), typical)
    return pd.DataFrame(spread, term.index, term.columns)


def _least(name: str) -> float:
    """The least that a term can be: a section cannot lose more than all of its jobs."""
    return -1.0 if name == GROWTH else 0.0


def _long(frame: pd.DataFrame) -> pd.Series:
    """By (territory code, section)."""
    index = pd.MultiIndex.from_product([frame.index, frame.columns])
    return pd.Series(frame.to_numpy(dtype=float).ravel(), index)


def _people(formula: str, people: float) -> Text:
    """``140`` becomes "faltan 140 cupos"; rounded to whole people."""
    whole = round(people)
    if whole == 0:
        return NOTHING_LACKING
    entry = FORMULAS[formula]
    if abs(whole) == 1:
        return entry.lacking_one if whole > 0 else entry.enough_one
    words = entry.lacking if whole > 0 else entry.enough
    count = f"{abs(whole):,}"
    return Text(words.es.format(n=count.replace(",", ".")), words.en.format(n=count))


def _listed(names: tuple[str, ...]) -> Text:
    words = [TERMS[name].name for name in names]
    return Text(", ".join(w.es for w in words), ", ".join(w.en for w in words))


def _sentence(words: Text, ending: tuple[str, str] = ("", "")) -> Text:
    """``words`` as a sentence of its own."""
    es, en = words.es + ending[0], words.en + ending[1]
    return Text(f"{es[:1].upper()}{es[1:]}.", f"{en[:1].upper()}{en[1:]}.")


def _between(low: Text, high: Text, lacking: Text) -> Text:
    """A range and the term that makes it one; a single end where it changes nothing."""
    if low == high:
        return _sentence(
            low, (f"; falta: {lacking.es}, que no lo cambia", f"; missing: {lacking.en}, no matter")
        )
    return Text(
        f"Entre «{low.es}» y «{high.es}»; falta: {lacking.es}.",
        f"Between '{low.en}' and '{high.en}'; missing: {lacking.en}.",
    )
