"""The view of productive units and centres, put together."""

from collections.abc import Sequence

from dash import html

from layouts.frame import Frame
from layouts.places.card import card
from layouts.places.figures import survival_section
from layouts.places.filters import filters
from layouts.places.jobs import jobs_section
from layouts.places.lead import lead, links
from layouts.places.listing import listing
from layouts.places.map import places_map
from layouts.places.missing import missing_section
from layouts.places_view import PlacesView
from layouts.reading import reading_page
from layouts.rows.figures import Row
from layouts.rows.filters import Order


def places_page(
    frame: Frame, view: PlacesView, rows: Sequence[Row], order: Order | None
) -> html.Div:
    """The page.

    Args:
        frame: what every view shares.
        view: what is asked for.
        rows: of every place that the filters leave; the same as in the files.
        order: of the list.
    """
    tree = [
        lead(view),
        filters(view),
        html.Div([*card(view), listing(view, rows, order), links(view)], className="beside"),
        html.Div(
            [*missing_section(view, frame), *survival_section(view), *jobs_section(view)],
            className="below",
        ),
    ]
    return reading_page(
        frame, (view.words.title, view.words.lead), tree, after=[places_map(view, frame)]
    )
