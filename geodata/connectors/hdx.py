"""HDX (CKAN): ``package_show`` gives the licence and the files of a data set; we take one layer.

The archive of Colombian boundaries holds one Shapefile per level. The municipal one is copied to
an archive of its own, which the import reads as it is.
"""

import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any, Final

from geodata.connectors.answers import broken, document, objects
from geodata.connectors.contract import (
    JSON_TYPES,
    ZIP_TYPES,
    Collected,
    Errand,
    FetchError,
    Request,
    Steps,
    require_columns,
    require_count,
)
from geodata.connectors.licences import admitted

ARCHIVE_NAMES: Final = ("administrative divisions", "admin_boundaries", "adm_")
"""How the archive of levels has been called; the others hold urban and rural sections."""
LAYER_NAMES: Final = ("adm2", "admin2")
PARTS: Final = (".shp", ".shx", ".dbf", ".prj")
OPTIONAL_PARTS: Final = (".cpg",)
LARGEST_LAYER_BYTES: Final = 1 << 30
CHUNK_BYTES: Final = 1 << 20

DBF_HEADER: Final = struct.Struct("<4xIH22x")
"""Number of records and length of the header (dBASE III), in its first 32 bytes."""
DBF_FIELD_BYTES: Final = 32
DBF_END: Final = b"\r"
ZIP_TROUBLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What ``zipfile`` raises on a damaged, encrypted or oddly packed archive."""


def collect(errand: Errand) -> Steps:
    """Fetch the municipal layer of ``errand.connector.dataset`` into a zipped Shapefile."""
    connector, title = errand.connector, errand.connector.title
    card = Request(
        f"{errand.base}/api/3/action/package_show",
        JSON_TYPES,
        "ficha y licencia",
        (("id", connector.dataset),),
    )
    about = document((yield card), title).get("result")
    if not isinstance(about, dict):
        raise broken(title)
    licence = admitted(str(about.get("license_id") or ""), connector.licences, title)
    source = _archive_url(objects(about.get("resources"), title), title)
    archive = yield Request(source, ZIP_TYPES, "archivo de niveles")
    path = errand.folder / connector.file_name
    rows = _municipal(archive, path, errand)
    edition = str(about.get("dataset_date") or "")
    return Collected(path, rows, licence, "ficha del conjunto de datos", source, edition)


def _archive_url(resources: list[dict[str, Any]], title: str) -> str:
    urls = [
        str(resource.get("download_url") or resource.get("url") or "")
        for resource in resources
        if str(resource.get("format", "")).lower() in ("shp", "zipped shapefile")
        and any(part in str(resource.get("name", "")).lower() for part in ARCHIVE_NAMES)
    ]
    if len(urls) != 1 or not urls[0]:
        raise FetchError(
            f"{title} ya no ofrece un único Shapefile de divisiones administrativas; "
            "no se guardó nada: avise a quien mantiene el conector."
        )
    return urls[0]


def _municipal(archive: Path, path: Path, errand: Errand) -> int:
    """Copy the parts of the municipal layer to ``path``; return its number of records."""
    title = errand.connector.title
    try:
        with zipfile.ZipFile(archive) as source:
            parts = _parts(source, title)
            rows, names = _table(source, parts[".dbf"])
            require_columns(errand.connector.columns, names, title)
            require_count(rows, max(rows, 1), title)
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
                for suffix, part in parts.items():
                    _copy(source, part, target, f"{path.stem}{suffix}")
    except ZIP_TROUBLE as error:
        raise broken(title) from error
    return rows


def _parts(source: zipfile.ZipFile, title: str) -> dict[str, zipfile.ZipInfo]:
    wanted = (*PARTS, *OPTIONAL_PARTS)
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in source.infolist():
        name = PurePosixPath(entry.filename.lower())
        if name.suffix in wanted and any(layer in name.stem for layer in LAYER_NAMES):
            found[name.suffix] = entry
    if not set(PARTS) <= set(found):
        raise FetchError(
            f"{title} ya no trae la capa municipal completa en su archivo; "
            "no se guardó nada: avise a quien mantiene el conector."
        )
    if sum(entry.file_size for entry in found.values()) > LARGEST_LAYER_BYTES:
        raise broken(title)
    return found


def _table(source: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[int, list[str]]:
    """Number of records and names of the columns of a dBASE table."""
    with source.open(entry) as file:
        rows, length = DBF_HEADER.unpack(file.read(DBF_HEADER.size))
        fields = file.read(max(length - DBF_HEADER.size, 0)).split(DBF_END)[0]
    starts = range(0, len(fields) - DBF_FIELD_BYTES + 1, DBF_FIELD_BYTES)
    names = [fields[at : at + 11].split(b"\0")[0].decode("ascii", "replace") for at in starts]
    return int(rows), names


def _copy(
    source: zipfile.ZipFile, part: zipfile.ZipInfo, target: zipfile.ZipFile, name: str
) -> None:
    """Copy one part; ``zipfile`` stops at the declared size and checks its sum."""
    with source.open(part) as reading, target.open(name, "w", force_zip64=True) as writing:
        while chunk := reading.read(CHUNK_BYTES):
            writing.write(chunk)
