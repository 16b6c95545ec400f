"""Points on the map: centres with their cards, productive units as light as two thousand need."""

from typing import Any, Final

import pandas as pd

from indicators.engine import Engine
from layouts.cards import centre_feature
from layouts.format import period_words
from layouts.provenance import source_words
from layouts.slice import UNIT, MapView
from layouts.text.catalogue import Catalogue

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
    return units_by_column(units, view.engine, view.texts)


def units_by_column(units: pd.DataFrame, engine: Engine, texts: Catalogue) -> dict[str, Any]:
    """Units with the words of their cards, for ``unitFeatures`` of the browser."""
    return {
        "id": units["id"].tolist(),
        "lon": units["lon"].round(3).tolist(),
        "lat": units["lat"].round(3).tolist(),
        "status": units["status"].tolist(),
        "sector": units["sector"].tolist(),
        "since": _since(units["valid_from"], texts),
        "source": _source(units, engine, texts),
        "card": texts.unit_card,
        "more": texts.open_card,
        "statusWords": texts.unit_status,
        "sectorWords": texts.sections,
    }


def _since(dates: pd.Series, texts: Catalogue) -> list[str]:
    """Since when each unit works, in words; each date is written once. Empty where nobody says."""
    told = {
        date: texts.centre_since.format(period_words(date, texts)) if date else ""
        for date in dates.fillna("").astype("str").unique()
    }
    return [told[date] for date in dates.fillna("").astype("str")]


def _source(units: pd.DataFrame, engine: Engine, texts: Catalogue) -> str:
    ids = {one: None for joined in units["source_id"].unique() for one in str(joined).split("|")}
    return ". ".join(source_words(engine.source(source), texts) for source in ids)
