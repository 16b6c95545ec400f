"""What the default snapshots are made from, and whether what is served was made from that.

A server that has its data asks here and loads nothing that makes data: see ``geodata.publish``.
"""

from pathlib import Path
from typing import Final

from geodata.checksum import fingerprint
from geodata.errors import DataUnavailableError
from geodata.map_file import BACKDROP, NEIGHBOURS, map_paths
from geodata.snapshot import CHOSEN, Manifest, Workspace, current_folder

GEOMETRY: Final = Path("geometry") / "territories.parquet"
RESTORE_GEOMETRY: Final = "Recupérelo con `git checkout -- data` o prepárelo con `make data`."


def input_files(data: Path) -> list[Path]:
    """Everything that the default snapshot is made from.

    Raises:
        DataUnavailableError: the boundary file is missing.
    """
    if not (data / GEOMETRY).exists():
        raise DataUnavailableError(
            f"Falta {data / GEOMETRY}, los límites municipales. {RESTORE_GEOMETRY}"
        )
    return [*sorted(data.glob("*.csv")), data / GEOMETRY, *_geometry_files(data)]


def published_inputs(data: Path) -> str:
    """Fingerprint of everything that the default snapshot is made from.

    Raises:
        DataUnavailableError: the boundary file is missing.
    """
    return fingerprint(input_files(data))


def kept_published(root: Path, inputs: str) -> Manifest | None:
    """The published figures that are being served, if they were made from ``inputs``."""
    return _kept(root, Workspace.PUBLISHED, inputs)


def carried(data: Path) -> dict[str, Path]:
    """What a snapshot carries beside its tables: the map, and what another would be made with."""
    return {path.name: path for path in _geometry_files(data)}


def _geometry_files(data: Path) -> list[Path]:
    folder = data / GEOMETRY.parent
    beside = [folder / name for name in (BACKDROP, NEIGHBOURS)]
    return [*map_paths(folder), *(path for path in beside if path.is_file())]


def demo_inputs(data: Path, model: str) -> str:
    """Fingerprint of a demonstration: the files that it stands on, and ``model``.

    Args:
        data: folder of the project's own tables.
        model: what the generator itself depends on, see ``indicators.demo.model_key``.
    """
    geometry = [data / GEOMETRY, *_geometry_files(data)]
    paths = [*geometry, data / "domains.csv", data / "components.csv"]
    return f"{fingerprint(paths)}-{model}"


def kept_demo(root: Path, inputs: str) -> Manifest | None:
    """The demonstration that is being served, if it was made from ``inputs``."""
    return _kept(root, Workspace.DEMO, inputs)


def _kept(root: Path, workspace: Workspace, inputs: str) -> Manifest | None:
    try:
        manifest = Manifest.read(current_folder(root, workspace))
    except DataUnavailableError:
        return None
    chosen = root / workspace / CHOSEN
    by_hand = chosen.exists() and chosen.read_text(encoding="utf-8").strip() == manifest.id
    return manifest if manifest.inputs == inputs or by_hand else None
