"""Every table of a snapshot, read to be written again with one of them changed."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from geodata.schema import TABLES
from geodata.store import Store

GEOMETRY = "territories"


def read_tables(store: Store) -> dict[str, pd.DataFrame]:
    """All tables of ``store``, shapes included."""
    return {name: _read(store.folder / f"{name}.parquet", name) for name in TABLES}


def _read(path: Path, name: str) -> pd.DataFrame:
    return gpd.read_parquet(path) if name == GEOMETRY else pd.read_parquet(path)


def carried_files(store: Store) -> dict[str, Path]:
    """Files of the snapshot that are not tables."""
    tables = {f"{name}.parquet" for name in TABLES}
    return {name: store.folder / name for name in store.manifest.files if name not in tables}
