"""Points on the map: centres with their cards, productive units as light as two thousand need."""

from typing import Any, Final

import pandas as pd

from layouts.cards import centre_feature
from layouts.provenance import source_words
from layouts.slice import UNIT, MapView

CENTRE_KINDS: Final = ("centro_integrate", "punto_orientacion")


def map_points(view: MapView) -> dict[str, Any]:
    """Centres of the country and productive units of the scope, for the layers that are on."""
    return {
        "centres": _centres(view) if "centros" in view.layers else [],
        "units": _units(view) if "unidades" in view.layers else None,
    }


def _centres(view: MapView) -> list[dict[str, Any]]:
    places = view.engine.snapshot.places
    centres = places[places["kind"].isin(CENTRE_KINDS)]
    return [centre_feature(row, view.engine, view.texts) for _, row in centres.iterrows()]


def _units(view: MapView) -> dict[str, Any]:
    """Units by column; the browser filters them by sector and writes their cards.

    Coordinates have three decimals (about 100 m): a unit is placed, never pointed at.
    """
    places = view.engine.snapshot.places
    units = places[(places["kind"] == UNIT) & places["territory_code"].isin(view.codes)]
    return {
        "lon": units["lon"].round(3).tolist(),
        "lat": units["lat"].round(3).tolist(),
        "status": units["status"].tolist(),
        "sector": units["sector"].tolist(),
        "since": units["valid_from"].tolist(),
        "source": _source(units, view),
        "card": view.texts.unit_card,
        "sinceWords": view.texts.centre_since,
        "statusWords": view.texts.unit_status,
        "sectorWords": view.texts.sections,
    }


def _source(units: pd.DataFrame, view: MapView) -> str:
    ids = units["source_id"].unique()
    return ". ".join(source_words(view.engine.source(source), view.texts) for source in ids)
