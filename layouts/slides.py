"""Slides: what any view may hand over to be shown in a meeting. Nothing here knows a file format.

A view builds ``Slide`` objects and puts them into a ``Deck``; ``geodata.exports.pptx.as_pptx``
writes it. Every slide has a source line, made by ``source_line``, and refuses to be without.
"""

import re
from collections.abc import Sequence
from typing import Final

from geodata.exports.deck import (
    SOURCE,
    Chart,
    ChartKind,
    Deck,
    Picture,
    Series,
    Slide,
    Table,
)
from layouts.text.export_words import EXPORT_WORDS

__all__ = [
    "SOURCE", "Chart", "ChartKind", "Deck", "Picture", "Series", "Slide", "Table", "source_line",
]  # fmt: skip

MOST_SOURCES: Final = 3
"""Named on a slide; how many more there are is said."""

LABEL: Final = re.compile(r"^(?:Fuente|Source): ")
"""How the words of a publication begin where they stand alone."""


def source_line(
    sources: Sequence[str], filters: Sequence[str], cut_off: str, snapshot: str, language: str
) -> str:
    """``Fuente: …. Filtro: …. Corte: …. Instantánea: …``, as every slide and picture carries it.

    Args:
        sources: publications in words, the most used first; the same one twice counts once.
        filters: what the figures are limited to, in words.
        cut_off: of the figures, in words; empty where there is no single one.
        snapshot: id of the snapshot.
        language: ``es`` or ``en``.
    """
    words = EXPORT_WORDS[language]
    bare = (LABEL.sub("", source).strip(" .") for source in sources)
    known = list(dict.fromkeys(source for source in bare if source))
    more = len(known) - MOST_SOURCES
    named = "; ".join(known[:MOST_SOURCES]) or words.no_source
    rest = words.more_sources.format(more) if more > 0 else ""
    parts = [
        f"{words.source}: {named}{rest}",
        words.filters.format(", ".join(filters)) if filters else "",
        words.cut_off.format(cut_off) if cut_off else "",
        words.snapshot.format(snapshot),
    ]
    return ". ".join(part for part in parts if part) + "."
