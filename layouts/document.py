"""The document around the application: the map's patterns drawn inline, no foreign file."""

from collections.abc import Sequence
from html import escape
from typing import Final

_PATTERN: Final = (
    '<pattern id="{}" width="{}" height="{}" patternUnits="userSpaceOnUse"{}>{}</pattern>'
)
_RECT: Final = '<rect width="{0}" height="{1}" fill="var(--{2})"/>'
_PATTERNS: Final = (
    (
        *("sin-dato", 7, 7, ' patternTransform="rotate(45)"'),
        _RECT.format(7, 7, "hatch-paper") + _RECT.format(1.4, 7, "hatch-line"),
    ),
    (
        *("suprimido", 6, 6, ""),
        _RECT.format(6, 6, "secret-paper")
        + '<circle cx="3" cy="3" r="1.1" fill="var(--secret-dot)"/>',
    ),
    (
        *("no-aplica", 8, 8, ""),
        _RECT.format(8, 8, "never-paper") + '<path d="M2 4h4" stroke="var(--never-line)"/>',
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

THEME: Final = (
    "(function(root,chosen){try{chosen=localStorage.getItem('mirador-tema')}catch(e){}"
    "root.dataset.bsTheme=chosen==='dark'||chosen==='light'?chosen"
    ":matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'"
    "})(document.documentElement)"
)
"""Sets the theme before anything is drawn, so that no page flashes white; then ``theme.mjs``."""

INDEX: Final = (
    """<!DOCTYPE html>
<html lang="%LANGUAGE%">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<script>%THEME%</script>
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
    return (
        INDEX.replace("%PRELOAD%", links)
        .replace("%PREFIX%", "/")
        .replace("%ICON%", ICON)
        .replace("%THEME%", THEME)
    )


def preloads(addresses: Sequence[str]) -> str:
    """Links that make a browser fetch ``addresses`` before any script asks for them."""
    link = '<link rel="preload" href="{}" as="fetch" crossorigin="anonymous">'
    return "\n".join(link.format(escape(address)) for address in addresses)
