"""What a territory without units lacks, who holds it, and how it gets here."""

from dash import html
from dash.development.base_component import Component

from layouts.frame import Frame
from layouts.places_view import PlacesView
from layouts.reading import data

TOTALS = "/?indicador=unidades_productivas"
IMPORT = "/datos#importar"


def missing_section(view: PlacesView, frame: Frame) -> list[Component]:
    """Nothing where there is any unit."""
    if view.has_units:
        return []
    words = view.words
    pairs = ((html.Dt(name), html.Dd(what)) for name, what in words.missing_who.items())
    who = [part for pair in pairs for part in pair]
    demo = [] if frame.is_demo else [html.P(html.A(words.demo, href=frame.other_workspace))]
    section = html.Section(
        [
            html.H3(words.missing),
            html.P(words.missing_lead),
            html.Dl(who),
            html.P([words.missing_how, " ", html.A(words.import_words, href=IMPORT,
                                                   **data(keep="yes"))]),
            html.P(html.A(words.missing_totals, href=TOTALS, **data(keep="yes"))),
            *demo,
        ],
        id="falta",
    )  # fmt: skip
    return [section]
