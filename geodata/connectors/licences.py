"""Licences by the names that catalogues give them, and the check against the admitted ones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geodata.connectors.contract import FetchError

CC0: Final = "CC0 1.0"
PUBLIC_DOMAIN: Final = "dominio público"
CC_BY: Final = "CC BY 4.0"
CC_BY_SA: Final = "CC BY-SA 4.0"
CC_BY_IGO: Final = "CC BY 3.0 IGO"

OPEN: Final = (CC0, PUBLIC_DOMAIN, CC_BY)
"""May be redistributed with attribution at most."""

ALIASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        CC0: ("cc0_10", "cc0 1.0", "cc0", "cc-zero", "cc0-1.0"),
        PUBLIC_DOMAIN: ("public_domain", "public domain", "dominio público", "us_pd"),
        CC_BY: (
            "cc_40_by",
            "cc by 4.0",
            "cc-by-4.0",
            "cc-by",
            "creative commons attribution 4.0 international",
            "creative commons attribution 4.0 international (cc by 4.0)",
            "creative commons attribution 4.0",
            "creative commons atribución 4.0 internacional",
        ),
        CC_BY_SA: (
            "cc_40_by_sa",
            "cc by-sa 4.0",
            "cc-by-sa-4.0",
            "creative commons attribution | share alike 4.0 international",
            "creative commons attribution-sharealike 4.0 international",
        ),
        CC_BY_IGO: (
            "cc-by-igo",
            "cc by-igo",
            "cc by 3.0 igo",
            "creative commons attribution for intergovernmental organisations",
            "creative commons attribution 3.0 igo",
        ),
    }
)
"""Exact names, lower case. ``cc-by`` and ``cc-by-igo`` are the identifiers that HDX uses."""


def canonical(stated: str) -> str:
    """The licence that ``stated`` names, as this module spells it; empty when unknown."""
    wanted = " ".join(stated.lower().split())
    return next((name for name, aliases in ALIASES.items() if wanted in aliases), "")


def admitted(stated: str, allowed: tuple[str, ...], title: str) -> str:
    """The canonical name of ``stated``.

    Raises:
        FetchError: the source states no licence, or one that is not on the list.
    """
    name = canonical(stated)
    if name in allowed:
        return name
    said = f"la licencia «{stated.strip()[:80]}»" if stated.strip() else "una licencia sin declarar"
    raise FetchError(
        f"{title} se publica con {said}, que no está entre las admitidas "
        f"({', '.join(allowed)}); no se guardó nada."
    )
