"""Where a number comes from, in words."""

import pandas as pd

from geodata.schema import FLAGS
from layouts.format import period_words
from layouts.text.catalogue import Catalogue


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
