"""What a tree of components says, without the tree: words and tables of a page for other uses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

BLANK: Final = re.compile(r"[ \t\r\n]+")
BREAKS: Final = (html.Br, html.P, html.Li, html.Dd, html.Div, html.Tr)


def text_of(node: Any) -> str:  # noqa: ANN401 - children of a component are of any kind
    """Words of a component, of several, or of a text, with single spaces.

    A no-break space holds a number and its unit together: it stays.
    """
    return BLANK.sub(" ", "".join(_pieces(node))).strip()


def _pieces(node: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if node is None:
        return
    if isinstance(node, list | tuple):
        for each in node:
            yield from _pieces(each)
    elif isinstance(node, Component):
        yield from _pieces(getattr(node, "children", None))
        if isinstance(node, BREAKS):
            yield " "
    else:
        yield str(node)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words, under the title that stands over it on the page."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids_in(node: Any) -> list[Grid]:  # noqa: ANN401 - as above
    """Tables of a section in their order; one that goes on after a fold is one table."""
    title, found = "", list[Grid]()
    for part in _walk(node):
        if isinstance(part, html.H3 | html.H4):
            title = text_of(part)
        elif isinstance(part, html.Table):
            grid = _grid(part, title)
            same = found and (found[-1].title, found[-1].head) == (grid.title, grid.head)
            if same:
                grid = Grid(title, grid.head, (*found.pop().rows, *grid.rows))
            found.append(grid)
    return found


def sentences_in(node: Any) -> list[str]:  # noqa: ANN401 - as above
    """Paragraphs of a section, in their order."""
    return [text_of(part) for part in _walk(node) if isinstance(part, html.P)]


def _walk(node: Any) -> Iterator[Component]:  # noqa: ANN401 - as above
    """Components in the order of reading; what is inside a table stays there."""
    children: Sequence[Any] = node if isinstance(node, list | tuple) else [node]
    for child in children:
        if isinstance(child, Component):
            yield child
            if not isinstance(child, html.Table):
                inside = getattr(child, "children", None)
                yield from _walk(inside if isinstance(inside, list | tuple) else [inside])


def _grid(table: html.Table, title: str) -> Grid:
    head, body = table.children
    (names,) = _rows(head.children)
    return Grid(title, names, tuple(_rows(body.children)))


def _rows(rows: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - one row or several
    for row in rows if isinstance(rows, list) else [rows]:
        yield tuple(text_of(cell) for cell in row.children)
