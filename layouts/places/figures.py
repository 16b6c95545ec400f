"""How long the units stay open: the product limit, and each cohort as it stands."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.measures.cohorts import COHORTS, cohorts
from indicators.measures.spec import Measure
from indicators.measures.survival import SURVIVAL, survival
from layouts.format import marked, numbers
from layouts.places_view import PlacesView
from layouts.reading import data, table, wide
from layouts.text import in_language


def survival_section(view: PlacesView) -> list[Component]:
    """Survival of the units under every filter but that of state; nothing where there is none."""
    units, words = view.followed, view.words
    if units.empty:
        return []
    found = cohorts(units)
    head = [words.cohort, words.registered, words.still_open, words.closed, words.to_verify,
            words.share]  # fmt: skip
    lines = [_cohort(year, row, view) for year, row in found.table.iterrows()]
    undated = words.undated.format(n=numbers(view.texts)(found.undated))
    section = html.Section(
        [
            html.H3(words.survival),
            html.P(words.survival_lead, className="whose"),
            *(html.P(marked(told)) for told in _told(units, view)),
            wide(table(head, lines, "records cohorts"), words.survival),
            *([html.P(undated, className="whose")] if found.undated else []),
            method((SURVIVAL, COHORTS), view),
        ],
        id="supervivencia",
    )
    return [section]


def _told(units: pd.DataFrame, view: PlacesView) -> Iterator[str]:
    """A sentence for each term, with its margin; where too few are followed, that."""
    words, write = view.words, numbers(view.texts)
    for row in survival(units, view.today).table.to_dict("records"):
        months, n = write(row["months"]), write(row["at_risk"])
        if np.isnan(row["share"]):
            yield words.survival_few.format(months=months, n=n)
            continue
        share, low, high = (write(row[name], 1) for name in ("share", "low", "high"))
        yield words.survival_told.format(months=months, share=share, low=low, high=high, n=n)


def _cohort(year: object, row: pd.Series, view: PlacesView) -> list[Component | str]:
    write = numbers(view.texts)
    counts = [row[name] for name in ("registered", "open", "closed", "unverified")]
    cells: list[Component | str] = [html.Td(write(n), className="number") for n in counts]
    few = pd.isna(row["share"])
    share = view.words.few if few else write(row["share"], 1)
    return [str(year), *cells, html.Td(share, className="absent" if few else "number")]


def method(measures: tuple[Measure, ...], view: PlacesView) -> html.Details:
    """Definition, formula, universe and limits, one click away."""
    language, texts = view.texts.language, view.texts
    entries = [
        html.Li(
            [
                html.B(in_language(measure.title, language) + ". "),
                " ".join(in_language(text, language) for text in (
                    measure.definition, measure.formula, measure.universe, measure.caveat)),
            ]
        )
        for measure in measures
    ]  # fmt: skip
    link = html.A(texts.nav["/metodologia"], href="/metodologia", **data(keep="yes"))
    return html.Details(
        [html.Summary(view.words.method), html.Ul(entries), html.P(link)], className="method"
    )
