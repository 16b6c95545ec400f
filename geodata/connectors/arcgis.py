"""ArcGIS REST: a layer of polygons, by pages where the service has them, else by object number.

The layer answers ``?f=json`` with fields, copyright and ``supportsPagination``; ``/query`` with a
count, the object numbers, or GeoJSON. Errors arrive with status 200 and an ``error`` member. The
2025 layer of the DANE does not page: ``resultOffset`` fails there, ``objectIds`` works.
"""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import orjson

from geodata.connectors.answers import broken, document, objects, whole
from geodata.connectors.contract import (
    LOOSE_JSON_TYPES,
    Collected,
    Errand,
    Request,
    Steps,
    require_columns,
    require_count,
)
from geodata.connectors.licences import CC_BY, admitted, canonical

PAGE_FEATURES: Final = 40
"""Some 8 MB of the municipalities of the MGN, well below the answer size that services admit."""

CODE: Final = "mpio_cdpmp"
COUNT: Final = (("returnCountOnly", "true"), ("f", "json"))
IDS: Final = (("returnIdsOnly", "true"), ("f", "json"))
RESERVED: Final = re.compile(r"reservad|reserved|prohib", re.IGNORECASE)
"""Words that no open licence uses of itself."""

Parameters = tuple[tuple[str, str], ...]


def collect(errand: Errand) -> Steps:
    """Fetch every polygon of the layer at ``errand.base`` into one GeoJSON file."""
    connector, title = errand.connector, errand.connector.title
    layer = yield Request(errand.base, LOOSE_JSON_TYPES, "ficha de la capa", (("f", "json"),))
    about = document(layer, title)
    licence, basis = _licence(about, errand)
    found = [str(entry.get("name", "")) for entry in objects(about.get("fields"), title)]
    published = require_columns(connector.columns, found, title)
    path = errand.folder / connector.file_name
    total = yield from _gather(errand, about, published, path)
    return Collected(path, total, licence, basis, errand.base)


def _licence(about: dict[str, Any], errand: Errand) -> tuple[str, str]:
    """The licence and where it is stated: in the layer, or in the terms of its publisher.

    Raises:
        FetchError: the layer states another licence, or names another owner.
    """
    connector = errand.connector
    stated = str(about.get("licenseInfo") or "")
    owner = str(about.get("copyrightText") or "")
    if stated or canonical(owner):
        name = admitted(stated or owner, connector.licences, connector.title)
        return name, "ficha de la capa"
    theirs = connector.publisher.lower() in owner.lower() and not RESERVED.search(owner)
    if owner.strip() and not theirs:
        return admitted(owner, connector.licences, connector.title), ""
    return CC_BY, f"términos del Geoportal del {connector.publisher}; la capa no declara licencia"


def _gather(
    errand: Errand, about: dict[str, Any], published: dict[str, str], path: Path
) -> Generator[Request, Path, int]:
    title = errand.connector.title
    counted = yield _query(errand, "recuento", COUNT)
    total = whole(document(counted, title).get("count"), title)
    numbers = [] if _pages(about) else _numbers((yield _query(errand, "números", IDS)), title)
    codes: list[str] = []
    more = False
    with path.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        while len(codes) < total:
            asked = _shapes(published, numbers, len(codes))
            answer = yield _query(errand, "polígonos", asked, len(codes), total)
            page = document(answer, title)
            features = [_feature(entry, published, title) for entry in _entries(page, title)]
            if not features:
                break
            file.write((b",\n" if codes else b"\n") + b",\n".join(map(orjson.dumps, features)))
            codes += [feature["properties"][CODE] for feature in features]
            more = _exceeded(page)
        file.write(b"\n]}\n")
    require_count(len(set(codes)) + more, total, title)
    return total


def _pages(about: dict[str, Any]) -> bool:
    capabilities = about.get("advancedQueryCapabilities")
    return isinstance(capabilities, dict) and capabilities.get("supportsPagination") is True


def _numbers(answer: Path, title: str) -> list[int]:
    numbers = document(answer, title).get("objectIds")
    if not isinstance(numbers, list) or not numbers:
        raise broken(title)
    return sorted(whole(number, title) for number in numbers)


def _query(errand: Errand, note: str, parameters: Parameters, *progress: int) -> Request:
    where = (("where", "1=1"), *parameters)
    return Request(f"{errand.base}/query", LOOSE_JSON_TYPES, note, where, *progress)


def _shapes(published: dict[str, str], numbers: list[int], done: int) -> Parameters:
    """Ask for the polygons after the first ``done``, by number where ``numbers`` lists them."""
    chosen = ",".join(map(str, numbers[done : done + PAGE_FEATURES]))
    paging = (
        ("resultOffset", str(done)),
        ("resultRecordCount", str(PAGE_FEATURES)),
        ("orderByFields", published[CODE]),
    )
    return (
        ("outFields", ",".join(published.values())),
        ("returnGeometry", "true"),
        ("outSR", "4326"),
        *((("objectIds", chosen),) if numbers else paging),
        ("f", "geojson"),
    )


def _entries(page: dict[str, Any], title: str) -> list[dict[str, Any]]:
    return objects(page.get("features"), title)


def _feature(entry: dict[str, Any], published: dict[str, str], title: str) -> dict[str, Any]:
    """The feature with its expected properties only, under their accepted names."""
    properties = entry.get("properties")
    if not isinstance(properties, dict) or not isinstance(entry.get("geometry"), dict):
        raise broken(title)
    kept = {name: str(properties.get(found) or "") for name, found in published.items()}
    return {"type": "Feature", "properties": kept, "geometry": entry["geometry"]}


def _exceeded(page: dict[str, Any]) -> bool:
    """Whether the service says that there is more; GeoJSON carries it in either of two places."""
    inside = page.get("properties")
    nested = inside.get("exceededTransferLimit") if isinstance(inside, dict) else False
    return page.get("exceededTransferLimit") is True or nested is True
