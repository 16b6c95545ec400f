"""Snapshots of a wanted number of observations, cut out of the demonstration."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from geodata.snapshot import Workspace, publish
from geodata.store import Store
from indicators.engine import Engine

ORDER: Final = ("indicator", "sector", "territory_code")


def cut(store: Store, root: Path, rows: int, first: Sequence[str], scope: str) -> Store:
    """A demonstration in ``root`` with about ``rows`` observations of those of ``store``.

    What a map of ``scope`` shows of the keys in ``first`` enters whole, so that maps of all sizes
    show the same figures; then the rest of the country and of the dimensions, spread over all keys.

    Args:
        store: the whole demonstration.
        root: folder of workspaces.
        rows: how many observations; never fewer than the maps need.
        first: keys of observations.
        scope: whose municipalities come first.
    """
    whole = pd.read_parquet(store.folder / "observations.parquet")
    shown = whole["indicator"].isin(first) & _asked(whole, store, scope)
    rest = whole[~shown]
    left = max(0, min(rows - int(shown.sum()), len(rest)))
    others = rest.iloc[:: max(1, len(rest) // left)].head(left) if left else rest.head(0)
    kept = pd.concat([whole[shown], others]).sort_values(list(ORDER), kind="stable")
    tables = {name: pd.read_parquet(store.folder / f"{name}.parquet") for name in _others(store)}
    manifest = publish(
        root, Workspace.DEMO, tables | {"observations": kept}, {}, inputs=f"{rows} rows"
    )
    return Store.open(root, Workspace.DEMO, manifest.id)


def _asked(rows: pd.DataFrame, store: Store, scope: str) -> pd.Series:
    codes = Engine(store).codes(scope, "")
    here = rows["territory_code"].isin([*codes, "00"])
    return here & (rows["sex"] == TOTAL) & (rows["sector"] == TOTAL)


def _others(store: Store) -> list[str]:
    return [name for name in store.manifest.rows if name != "observations"]
