"""Comparing names as people type them."""

import unicodedata


def plain_text(name: str) -> str:
    """``name`` in lower case without accents: ``"Cúcuta"`` and ``"cucuta"`` become equal."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
