"""The words and menus of a view, which stay the same while the program and its boundaries do.

They are two thirds of what a page is built from. They travel once, from an address that stays,
and ``assets/mirador/vocabulary.mjs`` puts them back before the page is built.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from dash.development.base_component import Component

from layouts import ids

MENUS: Final = frozenset({
    ids.Filter.SCOPE, ids.Filter.DEPARTMENT, ids.Filter.INDICATOR, ids.Filter.SECOND,
    ids.Filter.SECTOR, ids.Filter.GROUP, ids.Filter.SEX, ids.Filter.MEASURE,
})  # fmt: skip
"""Controls whose options are the same in every view of a language and of a snapshot."""

WORDS: Final = frozenset({
    "indicators", "states", "statesExplained", "countries", "departments", "scopes", "unplaced",
    "groups", "words",
})  # fmt: skip
"""Parts of the browser's catalogue that are."""

Vocabulary = dict[str, dict[str, Any]]


def vocabulary(view: Component) -> Vocabulary:
    """What a view lends out: values of properties, by id and by property."""
    lent: Vocabulary = {}
    for node in _named(view):
        if node.id in MENUS:
            lent[str(node.id)] = {"options": node.options}
        elif node.id == ids.Page.CATALOGUE:
            words = {name: value for name, value in node.data.items() if name in WORDS}
            lent[str(node.id)] = {"data": words}
    return lent


def without_vocabulary(view: Component) -> Component:
    """A copy of a view without what ``vocabulary`` says of it."""
    short = deepcopy(view)
    for node in _named(short):
        if node.id in MENUS:
            del node.options
        elif node.id == ids.Page.CATALOGUE:
            node.data = {name: value for name, value in node.data.items() if name not in WORDS}
    return short


def _named(view: Component) -> Iterator[Any]:
    """Every component of a view that has an id."""
    return (node for node in view._traverse() if hasattr(node, "id"))
