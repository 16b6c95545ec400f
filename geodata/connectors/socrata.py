"""Socrata (datos.gov.co): a table by its identifier, with licence, columns and count declared.

The catalogue answers ``/api/views/<id>.json`` (licence, columns, date) and
``/resource/<id>.json`` (rows, by ``$limit`` and ``$offset`` in a fixed ``$order``).
"""

import csv
import json
import re
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from geodata.connectors.answers import broken, document, objects, rows, whole
from geodata.connectors.contract import (
    JSON_TYPES,
    Collected,
    Errand,
    FetchError,
    Request,
    Steps,
    require_columns,
    require_count,
)
from geodata.connectors.licences import admitted

PAGE_ROWS: Final = 1000
"""Rows per request; the first version of the interface admits up to 50,000."""

TIMES: Final = range(1, 2**32)
"""Seconds that can be a date of publication."""

DANGEROUS: Final = re.compile(r"[=@\t\r]|[+-](?![0-9.,]+$)")
"""Openings of a cell that a spreadsheet would run as a formula; signed numbers are not."""


def collect(errand: Errand) -> Steps:
    """Fetch every row of ``errand.connector.dataset`` into a CSV file in UTF-8."""
    connector, title = errand.connector, errand.connector.title
    view = f"{errand.base}/api/views/{connector.dataset}.json"
    about = document((yield Request(view, JSON_TYPES, "ficha y licencia")), title)
    licence = admitted(_licence(about), connector.licences, title)
    names = _columns(about, title)
    require_columns(connector.columns, names, title)
    path = errand.folder / connector.file_name
    total = yield from _pages(errand, names, path)
    again = document((yield Request(view, JSON_TYPES, "comprobación", (), total, total)), title)
    if again.get("rowsUpdatedAt") != about.get("rowsUpdatedAt"):
        raise FetchError(f"{title} se actualizó durante la descarga; no se guardó nada: repítala.")
    source = f"{errand.base}/resource/{connector.dataset}"
    stated = "ficha del conjunto de datos"
    return Collected(path, total, licence, stated, source, _edition(about))


def _licence(about: dict[str, Any]) -> str:
    named = about.get("license")
    name = named.get("name", "") if isinstance(named, dict) else ""
    return str(about.get("licenseId") or name or "")


def _edition(about: dict[str, Any]) -> str:
    """Day of the last change of the rows; Socrata counts seconds since 1970."""
    seconds = about.get("rowsUpdatedAt")
    if not isinstance(seconds, int) or seconds not in TIMES:
        return ""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _columns(about: dict[str, Any], title: str) -> list[str]:
    names = [str(column.get("fieldName", "")) for column in objects(about.get("columns"), title)]
    return [name for name in names if name and not name.startswith(":")]


def _pages(errand: Errand, names: list[str], path: Path) -> Generator[Request, Path, int]:
    """Write every page to ``path``; the count announced is the count written."""
    title = errand.connector.title
    total = _total((yield _request(errand, "recuento", (("$select", "count(*) as total"),))), title)
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(names)
        while written < total:
            page = rows((yield _page(errand, written, total)), title)
            if len(page) != min(PAGE_ROWS, total - written):
                require_count(written + len(page), total, title)
            table.writerows([_cell(row.get(name)) for name in names] for row in page)
            written += len(page)
    require_count(written, total, title)
    return total


def _total(answer: Path, title: str) -> int:
    found = rows(answer, title)
    if len(found) != 1:
        raise broken(title)
    return whole(found[0].get("total"), title)


def _page(errand: Errand, offset: int, total: int) -> Request:
    paging = (("$limit", str(PAGE_ROWS)), ("$offset", str(offset)), ("$order", ":id"))
    return _request(errand, "filas", paging, offset, total)


def _request(
    errand: Errand,
    note: str,
    parameters: tuple[tuple[str, str], ...],
    *progress: int,
) -> Request:
    url = f"{errand.base}/resource/{errand.connector.dataset}.json"
    return Request(url, JSON_TYPES, note, parameters, *progress)


def _cell(value: object) -> str:
    """A value as text; whatever a spreadsheet would run gets an apostrophe in front."""
    if value is None:
        return ""
    nested = isinstance(value, dict | list)
    text = json.dumps(value, ensure_ascii=False) if nested else str(value)
    return f"'{text}" if DANGEROUS.match(text) else text
