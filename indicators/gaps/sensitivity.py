"""How far a place in the ranking depends on choices that nobody can prove right."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.gaps.matrix import GapMatrix, axis_gap
from indicators.gaps.method import Method

Floats = npt.NDArray[np.float64]
FEWEST_TO_DROP: Final = 2
"""An axis with fewer indicators than this loses none: nothing would be left."""


def sensitivity(matrix: GapMatrix) -> pd.DataFrame:
    """Places of each territory, 1 for the largest gap, over random weights and subsets.

    Returns:
        Indexed by territory code: ``place`` with the weights chosen, ``first`` and ``last`` (the
        percentiles of ``Method.interval``, rounded outwards), ``runs`` in which it had a place,
        and ``n`` placed. Missing for territories without a total. Always the same for the same
        matrix.
    """
    method, known = matrix.method, matrix.total.notna()
    table = pd.DataFrame(index=matrix.total.index)
    table["place"] = matrix.total.rank(ascending=False, method="min")
    if not known.any():
        return table.assign(first=np.nan, last=np.nan, runs=0, n=0)
    places = _places(_totals(matrix, known.to_numpy(dtype=bool)))
    drawn = np.isfinite(places).any(axis=0)
    low, high = np.full((2, places.shape[1]), np.nan)
    low[drawn], high[drawn] = np.nanpercentile(places[:, drawn], method.interval, axis=0)
    told = {"first": np.floor(low), "last": np.ceil(high), "runs": np.isfinite(places).sum(axis=0)}
    found = pd.DataFrame(told, index=matrix.total.index[known])
    return table.join(found).fillna({"runs": 0}).assign(n=int(known.sum()))


def _totals(matrix: GapMatrix, known: npt.NDArray[np.bool_]) -> Floats:
    """Totals by run and territory that has one; missing where too few axes remain."""
    method = matrix.method
    asked = [axis for axis in matrix.items if matrix.weights[axis] > 0]
    numbers = np.random.default_rng(method.seed)
    weights = numbers.dirichlet(np.ones(len(asked)), method.runs)
    drawn = []
    for axis in asked:
        variants = _variants(matrix.gaps[[i.key for i in matrix.items[axis]]], method)[:, known]
        drawn.append(variants[numbers.integers(0, len(variants), method.runs)])
    axes = np.stack(drawn, axis=2)
    present = np.isfinite(axes)
    held = np.einsum("rta,ra->rt", present, weights)
    sums = np.einsum("rta,ra->rt", np.where(present, axes, 0.0), weights)
    enough = (present.sum(axis=2) >= method.present_share * len(asked)) & (held > 0)
    totals: Floats = np.where(enough, sums / np.where(held > 0, held, 1.0), np.nan)
    return totals


def _variants(gaps: pd.DataFrame, method: Method) -> Floats:
    """The gap of one axis with all of its indicators, then with each one left out."""
    whole = [axis_gap(gaps, method)]
    if len(gaps.columns) >= FEWEST_TO_DROP:
        whole += [axis_gap(gaps.drop(columns=name), method) for name in gaps]
    return np.stack([variant.to_numpy(dtype=float) for variant in whole])


def _places(totals: Floats) -> Floats:
    """Place of each territory in each run: one more than those with a larger gap."""
    ranked = pd.DataFrame(totals.T).rank(ascending=False, method="min")
    places: Floats = ranked.to_numpy(dtype=float).T
    return places
