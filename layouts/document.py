"""The document around the application: the map's patterns drawn inline, no foreign file."""

from collections.abc import Sequence
from html import escape
from typing import Final

_PATTERN: Final = (
    '<pattern id="{}" width="{}" height="{}" patternUnits="userSpaceOnUse"{}>{}</pattern>'
)
_PATTERNS: Final = (
    (
        *("sin-dato", 7, 7, ' patternTransform="rotate(45)"'),
        '<rect width="7" height="7" fill="#F6F0E4"/><rect width="1.4" height="7" fill="#C4AF8C"/>',
    ),
    (
        *("suprimido", 6, 6, ""),
        '<rect width="6" height="6" fill="#E5E1DA"/><circle cx="3" cy="3" r="1.1" fill="#14232B"/>',
    ),
    (
        *("no-aplica", 8, 8, ""),
        '<rect width="8" height="8" fill="#F4F1EC"/><path d="M2 4h4" stroke="#7A868C"/>',
    ),
)
PATTERNS: Final = (
    '<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false">'
    "<defs>" + "".join(_PATTERN.format(*pattern) for pattern in _PATTERNS) + "</defs></svg>"
)
"""Fills of the states without a value. They are named in the legend, which draws the same ones."""

ICON: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E"
    "%3Cpath d='M0 0h20L0 20z' fill='%230B5560'/%3E%3Cpath d='M20 0v20H0z' fill='%23C8772E'/%3E"
    "%3C/svg%3E"
)
"""The mark of the product, inside the document: a file would be asked for at every new address."""

INDEX: Final = (
    """<!DOCTYPE html>
<html lang="%LANGUAGE%">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{%title%}</title>
<link rel="icon" href="%ICON%">
<link rel="stylesheet" href="%PREFIX%vendor/bootstrap.min.css">
{%css%}
%PRELOAD%
</head>
<body>
"""
    + PATTERNS
    + """
{%app_entry%}
<footer>
{%config%}
{%scripts%}
<script id="_dash-renderer" type="module" src="%PREFIX%assets/mirador/main.mjs"></script>
</footer>
</body>
</html>"""
)
"""The browser modules are loaded before the application starts, so that none is ever missing:
``main.mjs`` registers its functions and then starts the renderer of Dash."""


DATA: Final = "%DATA%"
"""Stands for the links to what a page will fetch; it depends on the address that was asked for."""


def index_string(modules: Sequence[str]) -> str:
    """The document for Dash; it starts fetching the modules, and what ``DATA`` names, at once."""
    early = [f'<link rel="modulepreload" href="/assets/mirador/{name}">' for name in modules]
    links = "\n".join([DATA, *early])
    return INDEX.replace("%PRELOAD%", links).replace("%PREFIX%", "/").replace("%ICON%", ICON)


def preloads(addresses: Sequence[str]) -> str:
    """Links that make a browser fetch ``addresses`` before any script asks for them."""
    link = '<link rel="preload" href="{}" as="fetch" crossorigin="anonymous">'
    return "\n".join(link.format(escape(address)) for address in addresses)
