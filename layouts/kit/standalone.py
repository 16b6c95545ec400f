"""A document that carries its style sheets and modules inside, so that it opens from any folder.

Browsers refuse modules of a file beside the document. So each module is written as a ``data:``
address under a name of its own, which the import map of the document resolves.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Final

SHEET: Final = re.compile(r'<link rel="stylesheet" href="/assets/([\w.]+)">')
EARLY: Final = re.compile(r'<link rel="modulepreload"[^>]*>')
MODULE: Final = re.compile(r'<script type="module" src="/assets/mirador/(\w+)\.mjs"></script>')
IMPORT: Final = re.compile(r'(from|import) "\./(\w+)\.mjs"')
ELSEWHERE: Final = re.compile(r'src="(?:/|https?:)|href="/|<link[^>]* href="https?:')
"""What a browser would ask for, or a link to a page that is not in the kit. A link to a publication
may stay: it leads somewhere where there is a network, and nothing is asked of it before."""

Read = Callable[[str], str]
"""Text of a file of ``assets`` by its path there."""


class NotStandaloneError(Exception):
    """Something in a document would be asked of a server."""


def standalone(document: str, read: Read) -> str:
    """``document`` with what it asks for written into it.

    Raises:
        NotStandaloneError: it would still ask for something.
    """
    started = MODULE.findall(document)
    names = list(dict.fromkeys(name for start in started for name in _needed(start, read)))
    inside = SHEET.sub(lambda found: f"<style>{read(found[1])}</style>", document)
    inside = EARLY.sub("", inside)
    # A string that is replaced by a function is never read for groups.
    inside = MODULE.sub(lambda found: _start(found[1]), inside)
    mapped = _import_map(names, read) if names else ""
    inside = inside.replace("</head>", f"{mapped}</head>", 1)
    left = ELSEWHERE.search(inside)
    if left:
        raise NotStandaloneError(inside[left.start() : left.start() + 80])
    return inside


def _needed(name: str, read: Read) -> Iterator[str]:
    """A module and those that it imports, each maybe more than once."""
    for _, other in IMPORT.findall(read(f"mirador/{name}.mjs")):
        yield from _needed(other, read)
    yield name


def _start(name: str) -> str:
    return f'<script type="module">import "mirador/{name}";</script>'


def _import_map(names: list[str], read: Read) -> str:
    entries = ",".join(f'"mirador/{name}":"{_address(name, read)}"' for name in names)
    return f'<script type="importmap">{{"imports":{{{entries}}}}}</script>'


def _address(name: str, read: Read) -> str:
    """The module as a ``data:`` address; what it imports goes by the names of the map."""
    text = IMPORT.sub(r'\1 "mirador/\2"', read(f"mirador/{name}.mjs"))
    return f"data:text/javascript;base64,{b64encode(text.encode()).decode()}"
