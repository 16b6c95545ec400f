"""The map beside the list: the same places as points, over the municipalities of the scope."""

from typing import Any, Final

import dash_leaflet as dl
import pandas as pd
from dash import dcc, html

from geodata.schema import PRODUCTIVE_UNIT
from layouts import ids
from layouts.aria import aria
from layouts.cards import centre_feature
from layouts.format import numbers
from layouts.frame import Frame
from layouts.map import MAX_ZOOM, MIN_ZOOM, ZOOM_SNAP, function, outline
from layouts.places.catchment import of_place
from layouts.places_view import PlacesView
from layouts.points import units_by_column

MOST_POINTS: Final = 6000
CLOSE_DEGREES: Final = 0.35
"""Half the width of the first view of one unit."""

PANES: Final = {"countries": 310, "territories": 320, "departments": 340, "points": 420}


def places_map(view: PlacesView, frame: Frame) -> html.Section:
    """The map with its heading; the browser fills its layers from ``map_data``."""
    words = view.words
    layers = [dl.Pane(name=name, style={"zIndex": z}) for name, z in PANES.items()]
    layers += [
        outline(ids.Places.LAND, "countries", "landStyle"),
        outline(ids.Places.COUNTRIES, "countries", "countryStyle"),
        dl.GeoJSON(
            id=ids.Places.AREAS,
            pane="territories",
            style=function("placeAreaStyle"),
            onEachFeature=function("placeAreaFeature"),
        ),
        outline(ids.Places.DEPARTMENTS, "departments", "departmentStyle"),
        dl.GeoJSON(
            id=ids.Places.UNITS,
            pane="points",
            cluster=True,
            zoomToBoundsOnClick=True,
            superClusterOptions={"radius": 46, "maxZoom": 12},
            clusterToLayer=function("unitCluster"),
            pointToLayer=function("unitPoint"),
        ),
        dl.GeoJSON(id=ids.Places.CENTRES, pane="points", pointToLayer=function("centrePoint")),
        dl.GeoJSON(id=ids.Places.CHOSEN, pane="points", pointToLayer=function("chosenPoint")),
        dl.ScaleControl(position="bottomleft", imperial=False),
        dl.ZoomControl(position="topleft"),
        dl.AttributionControl(position="bottomright", prefix=view.texts.attribution),
    ]
    leaflet = dl.Map(
        layers, id=ids.Places.MAP, bounds=bounds(view), trackViewport=False, minZoom=MIN_ZOOM,
        maxZoom=MAX_ZOOM, zoomSnap=ZOOM_SNAP, zoomControl=False, attributionControl=False,
        className="map",
    )  # fmt: skip
    return html.Section(
        [
            html.H3(words.map_title),
            html.Div(leaflet, role="application", **aria(label=words.map_title)),
            *(html.P(said, className="whose") for said in _notes(view)),
            dcc.Store(id=ids.Places.DATA, data=map_data(view, frame)),
        ],
        className="places-map",
        id="mapa",
    )


def _notes(view: PlacesView) -> list[str]:
    write, words = numbers(view.texts), view.words
    drawn, every = len(_units(view)), int((view.shown["kind"] == PRODUCTIVE_UNIT).sum())
    some = words.map_some.format(n=write(drawn), all=write(every))
    caught = view.one is not None and view.one["kind"] != PRODUCTIVE_UNIT
    return [
        *([words.map_help] if drawn else []),
        *([some] if drawn < every else []),
        *([words.map_catchment] if caught else []),
    ]


def _units(view: PlacesView) -> pd.DataFrame:
    return view.shown[view.shown["kind"] == PRODUCTIVE_UNIT].head(MOST_POINTS)


def map_data(view: PlacesView, frame: Frame) -> dict[str, Any]:
    """What the browser draws the points from."""
    shown, engine, texts = view.shown, view.engine, view.texts
    centres = shown[shown["kind"] != PRODUCTIVE_UNIT]
    return {
        "geometry": frame.geometry,
        "inside": view.codes.tolist(),
        "caught": _caught(view),
        "units": units_by_column(_units(view), engine, texts),
        "centres": [centre_feature(row, engine, texts) for _, row in centres.iterrows()],
        "chosen": _chosen(view),
    }


def _caught(view: PlacesView) -> list[str]:
    """Municipalities of the catchment of the chosen centre."""
    place = view.one
    if place is None or place["kind"] == PRODUCTIVE_UNIT:
        return []
    found = of_place(place, view)
    return found.km.index.tolist() if found.others else []


def _chosen(view: PlacesView) -> dict[str, Any] | None:
    place = view.one
    if place is None:
        return None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": _at(place)},
        "properties": {"title": f"{view.words.map_here}: {place['name']}"},
    }


def _at(place: pd.Series) -> list[float]:
    """A unit is placed to about 100 m, never pointed at."""
    digits = 3 if place["kind"] == PRODUCTIVE_UNIT else 5
    return [round(float(place[name]), digits) for name in ("lon", "lat")]


def bounds(view: PlacesView) -> list[list[float]]:
    """Corners of the first map: the chosen unit, the catchment of the centre, or the territory."""
    ground, place = view.engine.ground, view.one
    if place is None:
        return ground.bounds(view.codes.tolist())
    lon, lat = _at(place)
    near = [[lat - CLOSE_DEGREES, lon - CLOSE_DEGREES], [lat + CLOSE_DEGREES, lon + CLOSE_DEGREES]]
    caught = _caught(view)
    if not caught:
        return near
    (south, west), (north, east) = ground.bounds(caught)
    return [[min(south, near[0][0]), min(west, near[0][1])],
            [max(north, near[1][0]), max(east, near[1][1])]]  # fmt: skip
