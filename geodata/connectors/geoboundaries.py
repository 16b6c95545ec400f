"""geoBoundaries: one JSON card per country and level, which names the GeoJSON file.

The card has ``boundaryLicense``, ``admUnitCount``, ``boundaryYearRepresented`` and
``gjDownloadURL``. The file, of some 200 MB, has ``shapeName``, ``shapeID`` and ``shapeISO``; the
DIVIPOLA codes come from our own crosswalk.
"""

from pathlib import Path

from geodata.connectors.answers import broken, document, streamed_features, whole
from geodata.connectors.contract import (
    JSON_TYPES,
    LOOSE_JSON_TYPES,
    Collected,
    Errand,
    Request,
    Steps,
    require_columns,
    require_count,
)
from geodata.connectors.licences import admitted


def collect(errand: Errand) -> Steps:
    """Fetch the boundaries that the card at ``errand.base`` names, as they are published."""
    connector, title = errand.connector, errand.connector.title
    about = document((yield Request(errand.base, JSON_TYPES, "ficha y licencia")), title)
    licence = admitted(str(about.get("boundaryLicense") or ""), connector.licences, title)
    total = whole(about.get("admUnitCount"), title)
    source = about.get("gjDownloadURL")
    if not isinstance(source, str):
        raise broken(title)
    answer = yield Request(source, LOOSE_JSON_TYPES, "polígonos", (), 0, total)
    require_count(_checked(answer, errand), total, title)
    edition = str(about.get("boundaryYearRepresented") or "")
    return Collected(answer, total, licence, "ficha de la capa", source, edition)


def _checked(path: Path, errand: Errand) -> int:
    """Count the features; each must have the expected properties."""
    counted = 0
    for feature in streamed_features(path, errand.connector.title):
        found = list(feature["properties"])
        require_columns(errand.connector.columns, found, errand.connector.title)
        counted += 1
    return counted
