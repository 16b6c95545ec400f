"""What lies around Colombia: outlines of the neighbouring countries and the land as a whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import geopandas as gpd
import pandas as pd
import shapely

from geodata.errors import DataUnavailableError
from geodata.map_file import BACKDROP
from geodata.schema import STORAGE_CRS

LAND: Final = "tierra"
"""Key of the row that holds all land."""


@dataclass(frozen=True)
class Backdrop:
    """``countries`` has ``country``, ``name`` and an outline in degrees; ``land`` is all land."""

    countries: gpd.GeoDataFrame
    land: shapely.Geometry

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The backdrop that ``folder`` carries.

        Raises:
            DataUnavailableError: it carries none.
        """
        try:
            table = gpd.read_parquet(folder / BACKDROP)
        except (OSError, ValueError) as error:
            raise DataUnavailableError(
                f"No se puede leer {folder / BACKDROP}, los países vecinos. "
                "Ejecute `make run` para preparar de nuevo los datos."
            ) from error
        rest = table["country"] != LAND
        (land,) = table.geometry[~rest]
        return cls(gpd.GeoDataFrame(table[rest].reset_index(drop=True)), land)

    def write(self, folder: Path) -> Path:
        """Write the file that ``read`` reads."""
        land = gpd.GeoDataFrame(
            {"country": [LAND], "name": [""]}, geometry=[self.land], crs=STORAGE_CRS
        )
        whole = pd.concat([self.countries, land], ignore_index=True)
        path = folder / BACKDROP
        whole.to_parquet(path, index=False, compression="zstd")
        return path
