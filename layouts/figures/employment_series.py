"""Unemployment over time for the area that a municipality belongs to."""

from collections.abc import Sequence
from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from indicators.nearest import nearest_figure
from indicators.series import Segment, segments
from layouts.format import period_words
from layouts.slice import MapView
from layouts.text import in_language

UNEMPLOYMENT: Final = "tasa_desocupacion"
FONT: Final = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'
COLOURS: Final = ("#0B5560", "#8A4A12", "#3A3F87", "#7A2E5D", "#4A5A62", "#2A8288")
AXIS: Final = {"automargin": True, "zeroline": False}
MIN_POINTS: Final = 3


def employment_series(code: str, view: MapView) -> Component | None:
    """Chart of the unemployment rate; ``None`` where fewer than three figures are published."""
    indicator = view.indicators[UNEMPLOYMENT]
    cell = view.cell_of(indicator)
    figure = nearest_figure(view.engine, indicator, code, cell)
    parts = segments(view.engine, indicator, figure.territory_code, cell) if figure else ()
    if figure is None or sum(len(part.points) for part in parts) < MIN_POINTS:
        return None
    name = view.engine.name(figure.territory_code)
    title = f"{in_language(indicator.title, view.texts.language)} · {name}"
    return html.Figure(
        [
            html.Figcaption(title),
            dcc.Graph(
                figure=series_figure(parts, view),
                config={"displayModeBar": False, "responsive": True},
                className="series",
            ),
            html.P(view.texts.series_break, className="whose"),
        ],
        className="series-box",
    )


def series_figure(parts: Sequence[Segment], view: MapView) -> dict[str, Any]:
    """One line per definition, never joined to the next, with a mark where a new one starts.

    A plain dictionary: the classes of plotly would load its whole reference for one chart, and
    send a template of 7 KB with it.
    """
    return {
        "data": [_trace(part, i, view) for i, part in enumerate(parts)],
        "layout": {
            "height": 190,
            "margin": {"l": 34, "r": 8, "t": 6, "b": 24},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "separators": ",." if view.texts.language == "es" else ".,",
            "legend": {"orientation": "h", "y": -0.22, "font": {"size": 10.5}},
            "font": {"size": 11, "color": "#14232B", "family": FONT},
            "hovermode": "closest",
            "hoverlabel": {"align": "left"},
            "shapes": [_mark(part.points[0].when) for part in parts[1:]],
            "xaxis": AXIS | {"showgrid": False, "tickformat": "d", "nticks": 6},
            "yaxis": AXIS | {"ticksuffix": " %", "gridcolor": "#E9E4DB", "rangemode": "tozero"},
        },
    }


def _mark(when: float) -> dict[str, Any]:
    """A line from the bottom to the top of the chart."""
    line = {"color": "#B9AF9F", "dash": "dot", "width": 1}
    ends = {"x0": when, "x1": when, "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "y domain", "line": line, **ends}


def _trace(part: Segment, index: int, view: MapView) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [point.when for point in part.points],
        "y": [point.value for point in part.points],
        "customdata": [period_words(point.period, view.texts) for point in part.points],
        "name": series_words(part.series, view),
        "showlegend": len(part.points) > 1,
        "mode": "lines+markers",
        "line": {"color": COLOURS[index % len(COLOURS)], "width": 1.8},
        "marker": {"size": 5},
        "hovertemplate": "%{customdata}: %{y} %<extra></extra>",
    }


def series_words(key: str, view: MapView) -> str:
    """A series key in words: ``geih2018|trimestre_movil`` is ``GEIH 2018, trimestre móvil``."""
    frame, *rest = key.split("|")
    windows = view.texts.windows
    name = windows.get(frame, frame.replace("geih", "GEIH ").replace("_", " ").strip())
    return ", ".join([name, *(windows.get(part, part.replace("_", " ")) for part in rest)])
