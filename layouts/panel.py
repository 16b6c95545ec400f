"""The panel of one municipality: a sentence, then employment, cohesion and what is there."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.access import nearest_place
from indicators.benchmark import marks, told_middle
from indicators.cube import Cell
from indicators.nearest import Figure, nearest_figure, newest_figure
from indicators.scopes import INTEGRATE
from layouts.cards import card_link, centre_lines, list_link
from layouts.figures.employment_series import employment_series
from layouts.format import listed, marked, near_words, numbers, one_in
from layouts.item import item, proof
from layouts.provenance import figure_words, source_link
from layouts.reading import data
from layouts.rivals import every_count
from layouts.sectors import sector_section
from layouts.slice import UNIT, MapView
from layouts.text.catalogue import Catalogue
from layouts.text.profile_words import PROFILE_WORDS

CONCENTRATION: Final = "migrantes_por_mil"
PERSONS: Final = "poblacion_migrante_venezolana"
EMPLOYMENT: Final = (
    "tasa_desocupacion",
    "tasa_informalidad",
    "tasa_ocupacion",
    "tasa_global_participacion",
    "tasa_desocupacion_juvenil",
)
COHESION: Final = (
    "se_ha_sentido_discriminado",
    "planes_permanecer",
    "rechazo_por_nacionalidad",
    "opinion_desfavorable",
    "matricula_estudiantes_venezolanos",
)
FIRST_SHOWN: Final = 3
MOST_RESULTS: Final = 8
PROGRAMMES: Final = "programas"
"""What a link to the results of programmes ends in."""
BORDERS: Final = {
    "touches_venezuela": "VEN",
    "touches_ecuador": "ECU",
    "touches_peru": "PER",
    "touches_brazil": "BRA",
    "touches_panama": "PAN",
}


@dataclass(frozen=True, slots=True)
class Panel:
    """The parts of the panel, from the top: head, chart of unemployment (or none), sections."""

    head: Component
    chart: Component | None
    body: tuple[Component, ...]


def empty_panel(texts: Catalogue) -> Panel:
    """What to do to see a municipality, and the ficha of the whole border."""
    words = PROFILE_WORDS[texts.language].border_profile
    whole = html.A(words, href="/frontera", **data(keep="yes"))
    told = [html.H2(texts.no_place), html.P(texts.no_place_hint), html.P(whole)]
    return Panel(html.Header(told), None, ())


def panel(code: str, view: MapView) -> Panel:
    """Everything about one municipality."""
    chosen = view.question.indicator.key
    shown = {CONCENTRATION, *EMPLOYMENT, *COHESION}
    sections = [
        [] if chosen in shown else [_section(view.texts.chosen_indicator, (chosen,), code, view)],
        [_section(view.texts.employment, EMPLOYMENT, code, view)],
        [_section(view.texts.cohesion, COHESION, code, view)],
        [sector_section(code, view)],
        [units_section(code, view)],
        [centres_section(code, view)],
        [programmes_section(code, view)],
    ]
    body = tuple(part for parts in sections for part in parts)
    return Panel(heading(code, view), employment_series(code, view), body)


def heading(code: str, view: MapView) -> html.Header:
    """Name, place on the border and the sentence about concentration."""
    row = view.engine.territory(code)
    note = [html.P(row["note"], className="note")] if row["note"] else []
    return html.Header(
        [
            html.P(" · ".join(_kick(row, view.texts)), className="kick"),
            html.H2(row["name"]),
            *lead(code, view),
            html.P(_onward(code, view)),
            *note,
        ]
    )


def _onward(code: str, view: MapView) -> list[Component | str]:
    """To the ficha of a municipality, and to the others beside it."""
    texts = view.texts
    return [
        html.A(texts.profile, href=f"/municipio/{code}", **data(keep="yes")),
        " · ",
        html.A(texts.nav["/comparar"], href=f"/comparar?comparar={code}", **data(keep="yes")),
    ]


def _kick(row: pd.Series, texts: Catalogue) -> list[str]:
    borders = [texts.countries[iso] for column, iso in BORDERS.items() if row[column]]
    parts = [str(row["department_name"]), str(row["territory_code"])]
    if borders:
        parts.append(texts.kick_border.format(", ".join(borders)))
    elif row["within_50km_venezuela"]:
        parts.append(texts.kick_belt)
    if pd.notna(row["area_km2"]):
        parts.append(texts.kick_area.format(numbers(texts)(row["area_km2"])))
    return parts


def lead(code: str, view: MapView) -> list[Component]:
    """How many of a thousand inhabitants are migrants, with persons, source and other figures."""
    indicator = view.indicators[CONCENTRATION]
    cell = view.cell_of(indicator)
    found = newest_figure(view.engine, indicator, code, cell)
    figure = nearest_figure(view.engine, indicator, code, cell) if found else None
    if figure is None or figure.value is None:
        name = view.engine.name(code)
        none = html.P(view.texts.lead_none.format(place=name), className="lead none")
        return [none, *every_count(code, view)]
    return [
        html.P(marked(lead_sentence(figure, view)), className="lead"),
        html.P(_persons(figure, view), className="kick"),
        proof(figure, view),
        *every_count(code, view, used=figure.observation),
    ]


def lead_sentence(figure: Figure, view: MapView) -> str:
    """``**216** de cada 1.000 habitantes son …: **1 de cada 5**; la mediana de … es …``."""
    texts, write = view.texts, numbers(view.texts)
    value = figure.value or 0.0
    told = _one_in(value / 1000, texts)
    return texts.lead.format(value=write(value), one_in=told, beside=_beside(figure, view))


def _one_in(share: float, texts: Catalogue) -> str:
    """``: casi **1 de cada 4**``; empty where no plain fraction fits."""
    found = one_in(share)
    if found is None:
        return ""
    near = near_words(share, found, texts)
    return texts.lead_one_in.format(near=near, part=found[0], whole=numbers(texts)(found[1]))


def _beside(figure: Figure, view: MapView) -> str:
    """The median that the ficha tells as well; empty where too few have a figure of the year."""
    middle = told_middle(marks(view.engine, figure, view.codes))
    if middle is None:
        return ""
    median = numbers(view.texts)(middle.value)
    return view.texts.lead_beside.format(scope=view.where, median=median, n=middle.n)


def _persons(figure: Figure, view: MapView) -> str:
    lead_value = figure.observation["value"]
    words = figure_words(figure.observation, view.texts)
    return view.texts.lead_persons.format(
        numbers(view.texts)(lead_value), f" · {words}" if words else ""
    )


def _section(title: str, keys: tuple[str, ...], code: str, view: MapView) -> html.Section:
    """Three indicators, and the rest one click away."""
    items = [item(view.indicators[key], code, view) for key in keys if key in view.indicators]
    children: list[Component] = [html.H3(title), *items[:FIRST_SHOWN]]
    rest = items[FIRST_SHOWN:]
    if rest:
        more = html.Summary(view.texts.see_more.format(len(rest)))
        children.append(html.Details([more, *rest], className="more"))
    return html.Section(children)


def units_section(code: str, view: MapView) -> html.Section:
    """Productive units of the municipality."""
    keys = ("unidades_productivas", "unidades_productivas_fortalecidas")
    items = [
        item(view.indicators[key], code, view)
        for key in keys
        if newest_figure(view.engine, view.indicators[key], code, Cell())
    ]
    body: list[Component] = [*items] or [html.P(view.texts.no_units, className="whose")]
    if UNIT in view.engine.kinds_of_places:
        body.append(html.P(list_link(view.texts, municipio=code)))
    return html.Section([html.H3(view.texts.productive_units), *body])


def centres_section(code: str, view: MapView) -> html.Section:
    """Centres here, and the closest working Intégrate centre."""
    places = view.engine.snapshot.places
    here = places[(places["territory_code"] == code) & (places["kind"] != "unidad_productiva")]
    cards = [
        html.Details(
            [
                html.Summary(
                    [row["name"], html.Small(f" · {view.texts.centre_status[row['status']]}")]
                ),
                *(html.P(line) for line in centre_lines(row, view.engine, view.texts)),
                html.P(card_link(str(row["id"]), view.texts.open_card)),
            ],
            className="method centre",
        )
        for _, row in here.iterrows()
    ]
    body: list[Component] = [*cards] or [html.P(view.texts.no_centre, className="whose")]
    return html.Section([html.H3(view.texts.centres), *body, *_nearest_centre(code, view)])


def _nearest_centre(code: str, view: MapView) -> list[Component]:
    row = view.engine.territory(code)
    places = view.engine.snapshot.places
    found = nearest_place(row["lon"], row["lat"], places[places["kind"] == INTEGRATE])
    if found is None or found[0]["territory_code"] == code:
        return []
    place, km = found
    name = view.engine.name(str(place["territory_code"]))
    return [
        html.P(view.texts.nearest_centre.format(place=name, km=numbers(view.texts)(km)),
               className="whose")
    ]  # fmt: skip


def programmes_section(code: str, view: MapView) -> html.Section:
    """Published programme results in which the municipality takes part."""
    results = view.engine.snapshot.results
    mine = results[[code in str(codes).split("|") for codes in results["territory_code"]]]
    entries: list[Component] = [html.Li(_result_words(r, view)) for _, r in mine.iterrows()]
    if not entries:
        entries = [html.P(view.texts.no_programme, className="whose")]
        return html.Section([html.H3(view.texts.programmes), *entries], id=PROGRAMMES)
    rest = entries[MOST_RESULTS:]
    more = html.Summary(view.texts.see_more.format(len(rest)))
    body: list[Component] = [html.Ul(entries[:MOST_RESULTS])]
    if rest:
        body.append(html.Details([more, html.Ul(rest)], className="more"))
    return html.Section([html.H3(view.texts.programmes), *body], id=PROGRAMMES)


def _result_words(row: pd.Series, view: MapView) -> list[Component | str]:
    texts = view.texts
    codes = str(row["territory_code"]).split("|")
    joint = (
        texts.joint_result.format(listed([view.engine.name(c) for c in codes], texts))
        if len(codes) > 1
        else ""
    )
    actual = numbers(texts)(row["actual"]) if pd.notna(row["actual"]) else texts.no_figure
    unit = "%" if row["unit"] == "percent" else ""
    words = [f"{row['programme']} · {row['indicator']}", joint, str(row["note"] or "")]
    source = view.engine.source(str(row["source_id"]))
    return [
        html.B(f"{actual}{unit} "), " · ".join(w for w in words if w), " · ",
        source_link(source, texts),
    ]  # fmt: skip
