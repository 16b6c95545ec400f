"""Rows of productive units and centres: what the list shows and what its files hold."""

from typing import Any, Final

import pandas as pd

from geodata.disclosure.places import BANDS
from geodata.exports.sheet import Cell
from geodata.schema import PRODUCTIVE_UNIT
from indicators.place_list import CENTRES, UNITS
from layouts.format import period_words
from layouts.places_view import PlacesView
from layouts.rows.figures import Row, Writer, sector_words
from layouts.text.catalogue import Catalogue

SEPARATOR: Final = "|"
UNVERIFIED: Final = "por_verificar"
UNIT_DECIMALS: Final = 3
"""About 100 m: a unit is placed, never pointed at."""


def place_rows(view: PlacesView, writer: Writer) -> list[Row]:
    """One row for each place that the filters leave, in the order of the view."""
    records = view.shown.to_dict("records")
    told = view.told.loc[view.shown.index].to_dict("records")
    where = {code: writer.place(str(code)) for code in view.shown["territory_code"].unique()}
    pairs = zip(records, told, strict=True)
    return [
        _row(place, words, view, writer) | where[place["territory_code"]] for place, words in pairs
    ]


def _row(place: dict[Any, Any], words: dict[Any, Any], view: PlacesView, writer: Writer) -> Row:
    texts, named = view.texts, view.words
    band = str(place["jobs_band"] or "")
    unit = place["kind"] == PRODUCTIVE_UNIT
    formal = words["formalisation"]
    sector = str(place["sector"] or "")
    return {
        "lugar": str(place["id"]),
        "clase": named.file_kinds[UNITS if unit else CENTRES],
        "tipo": texts.centre_kinds.get(str(place["kind"]), str(place["kind"])),
        "nombre": str(place["name"]),
        "situacion": status_words(str(place["kind"]), str(place["status"]), texts),
        "situacion_clave": str(place["status"]),
        **_dated("verificado", place["last_verified"], texts),
        "seccion": sector_words(sector, texts) if sector in texts.sections else None,
        "programa": _text(place["programme"]),
        "formalizacion": named.formalisations.get(formal) if unit else None,
        "tamano": named.people.format(named.sizes[band]) if band else None,
        "tamano_orden": float(BANDS.index(band)) if band else None,
        **_dated("desde", place["valid_from"], texts),
        **_dated("hasta", place["valid_to"], texts),
        **_rest(place),
        **_sources(str(place["source_id"]), writer),
        **writer.signature,
    }


def status_words(kind: str, status: str, texts: Catalogue) -> str:
    """The state of a unit or of a centre, each in its own words."""
    named = texts.unit_status if kind == PRODUCTIVE_UNIT else texts.centre_status
    return named.get(status, named[UNVERIFIED])


def seen_words(status: str, seen: str, view: PlacesView) -> str:
    """When a state was verified; of what is still to be verified, when it was last heard of."""
    if not seen:
        return view.words.unverified
    heard = status in (UNVERIFIED, "anunciado")
    return (view.texts.centre_verified if heard else view.words.verified).format(seen)


def _dated(name: str, period: object, texts: Catalogue) -> Row:
    iso = str(period or "")
    return {name: period_words(iso, texts) or None, f"{name}_iso": iso or None}


def _rest(place: dict[Any, Any]) -> Row:
    """What files hold and the list does not show."""
    unit = place["kind"] == PRODUCTIVE_UNIT
    lon, lat = (float(place[name]) for name in ("lon", "lat"))
    served = place["people_served"]
    return {
        "operador": _text(place["operator"]),
        "servicios": _text(place["services"]),
        "personas_atendidas": None if pd.isna(served) else float(served),
        "lon": round(lon, UNIT_DECIMALS) if unit else lon,
        "lat": round(lat, UNIT_DECIMALS) if unit else lat,
        "precision": "approximate" if unit or place["precision"] == "seat" else "address",
        "direccion": None if unit else _text(place["address"]),
        "nota": _text(place["note"]),
    }


def _text(cell: object) -> str | None:
    return str(cell or "") or None


def _sources(ids: str, writer: Writer) -> Row:
    """Every publication of a place, joined."""
    known = [writer.source(one) for one in ids.split(SEPARATOR) if one]
    keys = ("fuente", "enlace", "licencia", "fuente_clave")
    return {key: _joined([row[key] for row in known]) for key in keys}


def _joined(cells: list[Cell]) -> str | None:
    words = dict.fromkeys(str(cell) for cell in cells if cell)
    return "; ".join(words) or None
