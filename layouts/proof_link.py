"""A figure that leads to its proof: the number itself is the link, on any view."""

from typing import Any
from urllib.parse import quote

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.cube import Cell
from indicators.gaps.proof import GapReference
from indicators.nearest import Figure
from indicators.proof import Reference
from layouts.aria import aria
from layouts.reading import data
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS

Name = Reference | GapReference
"""Names a figure or a gap; its text opens the proof."""


def reference_of(figure: Figure) -> Reference:
    """The name of a figure."""
    period = str(figure.observation["period"])
    return Reference(figure.indicator.key, figure.territory_code, period, figure.cell)


def reference_of_observation(key: str, observation: pd.Series) -> Reference:
    """The name of one published figure of the indicator ``key``, in its own cell."""
    cell = Cell(*(str(observation[name] or TOTAL) for name in Cell().words()))
    return Reference(key, str(observation["territory_code"]), str(observation["period"]), cell)


def proven(words: str, reference: Name | None, texts: Catalogue) -> Component | str:
    """``words``, a figure, as a link to its proof; the plain words where it has none.

    The link looks like the figure that it is: ``assets/data.css`` underlines it when it is
    pointed at, and not at all on paper.
    """
    if reference is None or (isinstance(reference, Reference) and not reference.period):
        return words
    told = DATA_WORDS[texts.language].proof_title
    return html.A(words, **address_of(reference), **aria(label=f"{words}: {told}"),
                  className="proven")  # fmt: skip


def figure_link(figure: Figure, words: str) -> html.A:
    """A link in words that opens the proof of ``figure`` over any view."""
    return html.A(words, **address_of(reference_of(figure)))


def address_of(reference: Name) -> dict[str, Any]:
    """Where a proof is: for the drawer over this view, and as a link of its own."""
    return {"href": proof_href(reference), **data(keep="yes", proof=reference.written())}


def proof_href(reference: Name, snapshot: str = "") -> str:
    """Address of a proof: in the snapshot that is looked at, or fixed to another."""
    fixed = f"&corte={snapshot}" if snapshot else ""
    return f"/datos?cifra={quote(reference.written(), safe='')}{fixed}"
