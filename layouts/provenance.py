"""Where a number comes from, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import FLAGS
from geodata.tables import Provenance
from layouts.format import period_words
from layouts.text.catalogue import Catalogue

BOUNDARIES: Final = "territorios"
"""Kind of the files that draw the map."""


def source_words(source: pd.Series, texts: Catalogue) -> str:
    """Publisher, original producer, title and date of a publication."""
    original = str(source.get("original", "") or "")
    publisher = str(source["publisher"])
    by = (
        texts.source_quoted.format(original=original, publisher=publisher)
        if original and original != publisher
        else texts.source_by.format(publisher)
    )
    rest = [f"«{source['title']}»", str(source["published"] or "")]
    return ". ".join(part for part in (by, *rest) if part)


def caution_words(flags: str, texts: Catalogue) -> list[str]:
    """The cautions of a figure, in words."""
    return [texts.flags[flag] for flag in flags.split("|") if flag in FLAGS]


def figure_words(observation: pd.Series, texts: Catalogue) -> str:
    """Cut-off, sample, cautions and note of one observation, in one line."""
    sample = observation["sample_size"]
    parts = [
        period_words(str(observation["period"] or ""), texts),
        texts.sample.format(int(sample)) if pd.notna(sample) else "",
        str(observation["margin"] or ""),
        *caution_words(str(observation["flags"] or ""), texts),
        str(observation["note"] or ""),
    ]
    return " · ".join(part for part in parts if part)


def imported(files: Sequence[Mapping[str, str]], texts: Catalogue) -> list[Component]:
    """The files of an office that brought figures of a source: name, checksum, who and when."""
    return [html.P(texts.imported_from.format(**one), className="whose") for one in files]


def boundaries_words(imports: Sequence[Provenance], sources: pd.DataFrame, texts: Catalogue) -> str:
    """Who published the boundaries of a snapshot; the project's own unless some were imported."""
    own = [record for record in imports if record.kind == BOUNDARIES]
    if not own:
        return texts.attribution
    source = sources.loc[own[-1].sources[0]]
    words = {name: str(source[name]) for name in ("publisher", "licence")}
    return texts.attribution_own.format(**words)


def source_link(source: pd.Series, texts: Catalogue) -> Component | str:
    """The words of a source, as a link where it has a safe address."""
    words, url = source_words(source, texts), str(source["url"] or "")
    if not url.startswith(("http://", "https://")):
        return words
    return html.A(words, href=url, target="_blank", rel="noopener noreferrer")
