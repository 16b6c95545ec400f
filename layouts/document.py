"""The document around the application: the map's patterns drawn inline, no foreign file.

It is a page by itself: the view as plain markup, a first picture of the map that one small module
draws, and what to say when the program of the page does not arrive. See ``docs/adr/0010``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from layouts.failing import WATCH
from layouts.text.data_words import DataWords

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
<html lang="%LANGUAGE%" style="--loading: '%LOADING%'">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<script>%THEME%</script>
<title>{%title%}</title>
<link rel="icon" href="%ICON%">
<link rel="stylesheet" href="%STYLES%">
{%css%}
%DATA%
%FIRST%
%PRELOAD%
<script>"""
    + WATCH
    + """</script>
</head>
<body>
"""
    + PATTERNS
    + """
%DRAWER%
{%app_entry%}
%STILL%
%FAILING%
<footer>
{%config%}
{%scripts%}
%START%
</footer>
</body>
</html>"""
)
"""The browser modules are loaded before the application starts, so that none is ever missing:
``main.mjs`` registers its functions and then starts the renderer of Dash. Nothing here keeps the
browser from reading on: what Dash needs runs once the document has been read, in its order, and in
a document with a first picture once that is painted."""

STYLES: Final = "%STYLES%"
"""Stands for the address of the style sheet."""
START: Final = "%START%"
"""Stands for the module that starts the application."""

DATA: Final = "%DATA%"
"""Stands for the links to what a page will fetch; it depends on the address that was asked for."""
STILL: Final = "%STILL%"
"""Stands for the view as plain markup, with what its first picture shows."""
FAILING: Final = "%FAILING%"
"""Stands for what is said when the program does not arrive, or is not allowed to run."""

FIRST_MODULES: Final = (
    "first", "canvas", "classes", "circles", "format", "framing", "handover", "map", "shown",
    "topology", "tree", "values",
)  # fmt: skip
"""What the first picture is drawn by; asked for before everything else."""
SHOW_MODULES: Final = ("show.mjs", "show_notes.mjs", "show_steps.mjs")
"""Of a document of their own: see ``layouts.mesa.show``."""


RENDERER: Final = "_dash-renderer"
"""Dash refuses a document without an element of this id."""
MAIN: Final = "/assets/mirador/main.mjs"
SCRIPT: Final = re.compile(r'<script src="([^"]+)"></script>')
PATIENCE_MS: Final = 1500
MODULES: Final = 'document.head.append(document.getElementById("page-modules").content);'
"""Starts fetching the modules of the page."""
RELEASE: Final = """(function () {
  var released = false;
  function release() {
    if (released) return;
    released = true;
    MODULES
    document.querySelectorAll("script[data-src]").forEach(function (held) {
      var script = document.createElement("script");
      if (held.dataset.kind) script.type = held.dataset.kind;
      script.async = false;
      script.src = held.dataset.src;
      document.body.appendChild(script);
    });
  }
  addEventListener("mirador-drawn", release);
  setTimeout(release, PATIENCE);
})();""".replace("PATIENCE", str(PATIENCE_MS)).replace("MODULES", MODULES)
"""Fetches and runs what is held, in order, when ``first.mjs`` says that the picture is painted."""

DRAWER: Final = "%DRAWER%"
"""Stands for the drawer of proofs; it depends on the language of the page."""


def drawer(words: DataWords) -> str:
    """The empty drawer that ``proof.mjs`` fills and opens."""
    title, close, loading, failed = map(
        escape, (words.proof_title, words.proof_close, words.proof_loading, words.proof_failed)
    )
    return (
        f'<dialog id="proof" aria-labelledby="proof-title" data-loading="{loading}" '
        f'data-failed="{failed}"><header><h2 id="proof-title" tabindex="-1">{title}</h2>'
        f'<button type="button" aria-label="{close}" title="{close}">✕</button></header>'
        '<div class="body" role="status"></div></dialog>'
    )


def index_string(modules: Sequence[str]) -> str:
    """The document for Dash; it starts fetching ``DATA`` and the modules at once, in that order.

    Args:
        modules: file names of the browser modules.
    """
    first = [f"{name}.mjs" for name in FIRST_MODULES]
    rest = [name for name in modules if name not in (*first, *SHOW_MODULES)]
    return (
        INDEX.replace("%FIRST%", _modules(first, ""))
        .replace("%PRELOAD%", f'<template id="page-modules">{_modules(rest, "")}</template>')
        .replace("%PREFIX%", "/")
        .replace("%ICON%", ICON)
        .replace("%THEME%", THEME)
    )


def _modules(names: Sequence[str], how: str) -> str:
    link = '<link rel="modulepreload" href="/assets/mirador/{}"{}>'
    return "\n".join(link.format(name, how) for name in names)


def completed(document: str, words: Mapping[str, str]) -> str:
    """``document`` with ``words`` in the place of their marks; words are never read for marks."""
    marks = re.compile("|".join(map(re.escape, words)))
    return marks.sub(lambda found: words[found[0]], document)


def deferred(scripts: str) -> str:
    """The scripts of Dash, run in their order when the document has been read."""
    return scripts.replace("<script src=", "<script defer src=")


def start() -> str:
    """The module that starts the application, run when the document has been read."""
    return f'<script>{MODULES}</script><script id="{RENDERER}" type="module" src="{MAIN}"></script>'


def held(scripts: str) -> str:
    """The scripts of Dash, neither fetched nor run before ``start_after_picture`` lets them."""
    return SCRIPT.sub(lambda found: _held(found[1], ""), scripts)


def start_after_picture() -> str:
    """The module that starts the application, held as well, and what runs all that is held.

    To fetch and run them takes half a second of a slow computer, which would come before the
    first picture or between its parts. A picture that does not come is waited for
    no longer than ``PATIENCE_MS``.
    """
    return _held(MAIN, f' id="{RENDERER}" data-kind="module"') + f"<script>{RELEASE}</script>"


def _held(address: str, more: str) -> str:
    return f'<script type="text/plain" data-src="{address}"{more}></script>'


def preloads(addresses: Sequence[str]) -> str:
    """Links that make a browser fetch ``addresses`` before any script asks for them."""
    link = '<link rel="preload" href="{}" as="fetch" crossorigin="anonymous">'
    return "\n".join(link.format(escape(address)) for address in addresses)


def prefetch(address: str) -> str:
    """A link that makes a browser fetch what the next page will need, when it has time."""
    return f'<link rel="prefetch" href="{escape(address)}" as="fetch" crossorigin="anonymous">'


def words_link(address: str) -> str:
    """The link that ``assets/mirador/vocabulary.mjs`` follows, fetched with what is early."""
    return preloads([address]).replace("<link ", '<link id="page-words" ')


def still_page(markup: str, picture: Mapping[str, Any]) -> str:
    """The view as plain markup, and the module that draws the first picture into it.

    Args:
        markup: of ``layouts.still``.
        picture: what ``assets/mirador/first.mjs`` reads.
    """
    facts = json.dumps(picture, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<div id="first-page">{markup}</div>'
        f'<script id="first-facts" type="application/json">{facts}</script>'
        '<script type="module" async data-spare src="/assets/mirador/first.mjs"></script>'
    )


def without(bundle: str, tags: str) -> str:
    """The script tags of a document, one a line, less those of a library that it does not use."""
    return "\n".join(tag for tag in tags.splitlines() if f"/{bundle}/" not in tag)
