"""What every view shares: what it knows before any figure is read, its header and its notices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import html

from indicators.spec import Indicator
from layouts import ids
from layouts.aria import aria
from layouts.text.catalogue import Catalogue
from layouts.text.search_words import SEARCH_WORDS


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page needs to know before any figure is read.

    Attributes:
        path: address of the view, without its query.
        chosen: the selection as plain values, by field name.
        defaults: the selection that an address without a query means.
        geometry: address of the static geometry file.
        notices: what had to be dropped from the link, in words.
        version: what the program is; addresses of numbers carry it.
        bounds: corners of the first map.
        scope_key: what is framed by them.
    """

    path: str
    texts: Catalogue
    indicators: Mapping[str, Indicator]
    territories: pd.DataFrame
    chosen: Mapping[str, Any]
    defaults: Mapping[str, Any]
    geometry: str
    snapshot: str
    is_demo: bool
    notices: tuple[str, ...]
    version: str
    bounds: list[list[float]]
    scope_key: str
    other_language: str
    other_workspace: str


def header(frame: Frame) -> html.Header:
    """Name, views, search, cut-off, workspace, language and theme."""
    texts = frame.texts
    return html.Header(
        [
            html.A(
                [html.Span(className="logo", **aria(hidden="true")), html.H1(texts.product)],
                href="/",
                className="brand",
            ),
            html.Nav(
                [html.A(name, href=path, **_here(path, frame)) for path, name in texts.nav.items()]
            ),
            search_box(texts),
            html.A(
                [texts.cut_off + " ", html.B(frame.snapshot[:6])],
                href=f"/?corte={frame.snapshot}",
                id=ids.Page.PERMALINK,
                className="cut-off",
                title=texts.permalink,
            ),
            html.A(
                texts.workspace_published if frame.is_demo else texts.workspace_demo,
                href=frame.other_workspace,
                id=ids.Page.WORKSPACE,
                className="switch",
                title=texts.workspace,
            ),
            html.A(
                texts.other_language,
                href=frame.other_language,
                id=ids.Page.LANGUAGE_LINK,
                className="switch",
                title=texts.other_language_label,
                lang="en" if texts.language == "es" else "es",
            ),
            html.Button(
                html.I(**aria(hidden="true")),
                id=ids.Page.THEME,
                type="button",
                className="switch",
                title=texts.theme,
                **aria(label=texts.theme),
            ),
        ],
        className="top",
    )


def search_box(texts: Catalogue) -> html.Div:
    """Place of the search, the same in every view; ``search.mjs`` puts its field there."""
    words = SEARCH_WORDS[texts.language]
    attributes: dict[str, Any] = {"data-label": words.label, "data-placeholder": words.placeholder}
    return html.Div(
        id=ids.Page.SEARCH, className="place-search combobox", role="search", **attributes
    )


def _here(path: str, frame: Frame) -> dict[str, Any]:
    return aria(current="page") if path == frame.path else {}


def notices(sentences: tuple[str, ...]) -> dbc.Alert:
    """What the reader must know of the link that was opened; closed when there is nothing."""
    return dbc.Alert(
        [html.P(sentence) for sentence in sentences],
        id=ids.Page.NOTICES,
        is_open=bool(sentences),
        dismissable=True,
        color="light",
        className="notices",
    )
