"""Every table of a snapshot, read to be written again with one of them changed."""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.completed import completed
from geodata.map_file import map_paths
from geodata.schema import TABLES
from geodata.store import Store

WITH_SHAPES: Final = "territories"
SHAPE: Final = "geometry"
NO_FILES: Final[Mapping[str, bytes]] = MappingProxyType({})


def read_tables(store: Store) -> dict[str, pd.DataFrame]:
    """All tables of ``store``, shapes included."""
    return {name: read_table_of(store, name) for name in TABLES}


def read_table_of(store: Store, name: str) -> pd.DataFrame:
    """One table of ``store``, shapes included."""
    import geopandas as gpd  # noqa: PLC0415 - a preview of figures has no use for it

    path = store.folder / f"{name}.parquet"
    read = gpd.read_parquet if name == WITH_SHAPES else pd.read_parquet
    return completed(name, read(path))


def with_digests(table: pd.DataFrame) -> pd.DataFrame:
    """``table`` with a checksum in the place of each shape, so that rows can be compared."""
    if SHAPE not in table:
        return table
    digests = [None if s is None else hashlib.sha256(s.wkb).hexdigest() for s in table[SHAPE]]
    plain = pd.DataFrame(table.drop(columns=SHAPE))
    plain[SHAPE] = digests
    return plain


@contextmanager
def carried_files(store: Store, changed: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """Files of the snapshot that are not tables, with ``changed`` in their place.

    A new map takes the place of the old one, whatever their names. The files last as long as the
    context.
    """
    tables = {f"{name}.parquet" for name in TABLES}
    old_maps = {path.name for path in map_paths(store.folder)} if map_in(changed) else set()
    left_out = tables | old_maps | set(changed)
    kept = {n: store.folder / n for n in store.manifest.files if n not in left_out}
    with tempfile.TemporaryDirectory(prefix="mirador-mapa-") as folder:
        for name, content in changed.items():
            (Path(folder) / name).write_bytes(content)
        yield kept | {name: Path(folder) / name for name in changed}


def map_in(files: Mapping[str, bytes]) -> bool:
    """Whether ``files`` bring a map."""
    return any(name.startswith("map.") for name in files)
