"""Cards of the points on the map: what a place is, whether it works, and who says so."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
from dash import html

from indicators.engine import Engine
from layouts.format import numbers, period_words
from layouts.provenance import source_words
from layouts.reading import data
from layouts.text.catalogue import Catalogue


def centre_feature(row: pd.Series, engine: Engine, texts: Catalogue) -> dict[str, Any]:
    """A centre as a GeoJSON point with its card."""
    status = texts.centre_status[row["status"]]
    lines = centre_lines(row, engine, texts)
    return _point(row, f"{row['name']} ({status})", lines, texts.open_card)


def centre_lines(row: pd.Series, engine: Engine, texts: Catalogue) -> list[str]:
    """Kind and status, validity, operator, services, place and sources of a centre."""
    served = row["people_served"]
    lines = [
        f"{texts.centre_kinds[row['kind']]}: {texts.centre_status[row['status']]}",
        validity(row, texts),
        _filled(texts.centre_operator, row["operator"]),
        _filled(texts.centre_services, row["services"]),
        texts.centre_served.format(numbers(texts)(served)) if pd.notna(served) else "",
        str(row["address"] or ""),
        texts.centre_seat if row["precision"] == "seat" else "",
        str(row["note"] or ""),
        *(source_words(engine.source(s), texts) for s in str(row["source_id"]).split("|")),
    ]
    return [line for line in lines if line]


def card_link(place_id: str, words: str) -> html.A:
    """A link to the card of a unit or centre; the browser adds what was chosen before."""
    return html.A(words, href=f"/lugares?{urlencode({'lugar': place_id})}#tarjeta",
                  **data(keep="yes"))  # fmt: skip


def list_link(texts: Catalogue, **where: str) -> html.A:
    """A link to the list of the productive units of a territory."""
    return html.A(texts.open_list, href=f"/lugares?{urlencode({**where, 'clase': 'unidad'})}",
                  className="links",
                  **data(keep="yes"))  # fmt: skip


def validity(row: pd.Series, texts: Catalogue) -> str:
    """Since when a place works and when somebody last said so."""
    since = row["valid_from"]
    parts = [
        texts.centre_since.format(period_words(since, texts)) if since else "",
        texts.centre_until.format(period_words(row["valid_to"], texts)) if row["valid_to"] else "",
        _filled(texts.centre_verified, period_words(row["last_verified"], texts)),
    ]
    return " · ".join(part for part in parts if part)


def _filled(template: str, value: object) -> str:
    return template.format(value) if value else ""


def _point(row: pd.Series, title: str, lines: list[str], more: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]},
        "properties": {
            "id": row["id"],
            "kind": row["kind"],
            "status": row["status"],
            "title": title,
            "lines": lines,
            "more": more,
            "code": row["territory_code"],
        },
    }
