"""The map that the browser draws, as it lies in a folder: compressed once, named by its content."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from geodata.errors import DataUnavailableError

NEIGHBOURS: Final = "neighbours.csv"
"""Lies beside the map: who borders on whom."""

BACKDROP: Final = "backdrop.parquet"
"""Lies beside the map: outlines of what is around the country."""

PATTERN: Final = "map.*.json.br"
REMEDY: Final = "Recupérela con `git checkout -- data` o prepárela con `make data`."


@dataclass(frozen=True, slots=True)
class MapFile:
    """One map in both codings; equal names, equal maps."""

    name: str
    brotli: bytes
    gzipped: bytes

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The map of ``folder``.

        Raises:
            DataUnavailableError: there is none.
        """
        found = map_paths(folder)
        if not found:
            raise DataUnavailableError(f"Falta la geometría del mapa en {folder}. {REMEDY}")
        return cls(found[0].name.removesuffix(".br"), *(path.read_bytes() for path in found))


def map_paths(folder: Path) -> list[Path]:
    """The Brotli and gzip forms of the map in ``folder``; nothing where there is no map."""
    found = sorted(folder.glob(PATTERN))
    return [found[-1], found[-1].with_suffix(".gz")] if found else []
