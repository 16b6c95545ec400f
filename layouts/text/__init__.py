"""Every sentence of the interface, in Spanish and English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from indicators.spec import Text
from layouts.text.catalogue import Catalogue
from layouts.text.en import EN
from layouts.text.es import ES

LANGUAGES: Final = ("es", "en")
DEFAULT_LANGUAGE: Final = "es"
CATALOGUES: Final[Mapping[str, Catalogue]] = MappingProxyType({"es": ES, "en": EN})


def catalogue(language: str) -> Catalogue:
    """Sentences of ``language``."""
    return CATALOGUES[language]


def in_language(text: Text, language: str) -> str:
    """The side of a bilingual text that ``language`` asks for."""
    return text.es if language == "es" else text.en
