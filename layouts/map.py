"""The map: our own layers on paper, no tiles, nothing from another host."""

from typing import Final

import dash_leaflet as dl
from dash import html

from layouts import ids
from layouts.aria import aria
from layouts.slice import CARDS_ROOM_PX
from layouts.text.catalogue import Catalogue

NAMESPACE: Final = "dashExtensions.mirador"
"""Where ``assets/mirador/main.mjs`` puts the functions that Leaflet calls."""

EDGE_PX: Final = 24
"""Free space around a framed scope; ``main.mjs`` keeps the same."""

PANES: Final = {
    "countries": 310,
    "territories": 320,
    "departments": 340,
    "halo": 350,
    "selected": 360,
    "circles": 410,
    "points": 420,
    "names": 430,
}
"""Stacking of the layers, by pane; Leaflet's own vector pane is 400."""


MIN_ZOOM: Final = 5
MAX_ZOOM: Final = 13
ZOOM_SNAP: Final = 0.25


def first_frame() -> dict[str, float]:
    """How the large map is framed, for whoever draws it before Leaflet does."""
    return {
        "edge": EDGE_PX,
        "room": CARDS_ROOM_PX,
        "minZoom": MIN_ZOOM,
        "maxZoom": MAX_ZOOM,
        "snap": ZOOM_SNAP,
    }


def function(name: str) -> dict[str, str]:
    """Reference to a function of the map's namespace."""
    return {"variable": f"{NAMESPACE}.{name}"}


def main_map(bounds: list[list[float]], texts: Catalogue) -> html.Div:
    """The large map, born over its scope and empty of figures; the browser fills its layers."""
    layers = [dl.Pane(name=name, style={"zIndex": z}) for name, z in PANES.items()]
    layers += [
        outline(ids.Map.LAND, "countries", "landStyle"),
        outline(ids.Map.COUNTRIES, "countries", "countryStyle"),
        dl.GeoJSON(
            id=ids.Map.TERRITORIES,
            pane="territories",
            style=function("territoryStyle"),
            onEachFeature=function("territoryFeature"),
            hideout={},
        ),
        outline(ids.Map.DEPARTMENTS_CASE, "departments", "departmentCaseStyle"),
        outline(ids.Map.DEPARTMENTS, "departments", "departmentStyle"),
        outline(ids.Map.HALO, "halo", "haloStyle"),
        outline(ids.Map.SELECTED, "selected", "selectedStyle"),
        _points(ids.Map.COUNTRY_LABELS, "names", "countryLabel", interactive=False),
        _points(ids.Map.LABELS, "names", "placeLabel", interactive=False),
        _points(ids.Map.COUNTS, "circles", "principalCircle"),
        _points(ids.Map.PERSONS, "circles", "personsCircle"),
        _points(ids.Map.DEMAND, "circles", "demandCircle"),
        _points(ids.Map.UNITS, "circles", "unitsCircle"),
        dl.GeoJSON(
            id=ids.Map.UNIT_POINTS,
            pane="points",
            cluster=True,
            zoomToBoundsOnClick=True,
            superClusterOptions={"radius": 46, "maxZoom": 12},
            clusterToLayer=function("unitCluster"),
            pointToLayer=function("unitPoint"),
        ),
        _points(ids.Map.CENTRES, "points", "centrePoint"),
        dl.ScaleControl(position="bottomleft", imperial=False),
        dl.ZoomControl(position="topleft"),
        dl.AttributionControl(position="bottomright", prefix=texts.attribution),
    ]
    leaflet = dl.Map(
        layers,
        id=ids.Map.MAP,
        bounds=bounds,
        boundsOptions={
            "paddingTopLeft": [EDGE_PX, EDGE_PX],
            "paddingBottomRight": [CARDS_ROOM_PX, EDGE_PX],
        },
        trackViewport=False,
        boxZoom=False,  # a drag with the capital key chooses municipalities
        minZoom=MIN_ZOOM,
        maxZoom=MAX_ZOOM,
        zoomSnap=ZOOM_SNAP,
        zoomControl=False,
        attributionControl=False,
        className="map",
    )
    return html.Div(leaflet, role="application", **aria(label=texts.map_label))


def inset(box_id: str, title: str, kind: str = "") -> html.Figure:
    """Place of a small map that the browser draws where the scope needs it."""
    return html.Figure(
        [html.Figcaption(title), html.Div()],
        id=box_id,
        className=f"inset {kind}".strip(),
        hidden=True,
    )


def outline(layer_id: str, pane: str, style: str) -> dl.GeoJSON:
    """Lines or areas that are only looked at."""
    return dl.GeoJSON(id=layer_id, pane=pane, style=function(style), interactive=False)


def _points(layer_id: str, pane: str, draw: str, *, interactive: bool = True) -> dl.GeoJSON:
    return dl.GeoJSON(
        id=layer_id, pane=pane, pointToLayer=function(draw), interactive=interactive, hideout={}
    )
