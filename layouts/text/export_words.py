"""Sentences of slides, pictures and paper, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportWords:
    """Sentences of one language. ``source`` begins with ``Fuente`` in every language."""

    source: str
    no_source: str
    more_sources: str
    filters: str
    cut_off: str
    snapshot: str


ES: Final = ExportWords(
    source="Fuente",
    no_source="nadie publica estas cifras",
    more_sources=" y {} más",
    filters="Filtro: {}",
    cut_off="Corte de los datos: {}",
    snapshot="Instantánea {}",
)

EN: Final = ExportWords(
    source="Fuente / Source",
    no_source="nobody publishes these figures",
    more_sources=" and {} more",
    filters="Filter: {}",
    cut_off="Data as of: {}",
    snapshot="Snapshot {}",
)

EXPORT_WORDS: Final[Mapping[str, ExportWords]] = MappingProxyType({"es": ES, "en": EN})
