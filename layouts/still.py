"""A view as plain markup: what its reader sees before, or without, the program in the browser.

Only what is seen is written: what a component remembers, and the choices of a control that are not
the chosen one, stay out.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Final

import dash_bootstrap_components as dbc
import dash_leaflet as dl
from dash import dcc, html
from dash.development.base_component import Component

NAMES: Final[Mapping[str, str]] = {
    "className": "class", "htmlFor": "for", "tabIndex": "tabindex",
}  # fmt: skip
WILD: Final = ("aria-", "data-")
LATE: Final = frozenset({"data-exports"})
"""Attributes that only the program reads: without it the link itself leads to a file."""
PLAIN: Final = frozenset({"href", "id", "lang", "role", "title", "hidden", *NAMES})


def still(node: Any) -> str:  # noqa: ANN401 - children of a Dash component are of any kind
    """Markup of a component, of several, or of a text; ``""`` for what is never seen."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(still(each) for each in node)
    if not isinstance(node, Component):
        return escape(str(node))
    for kind, write in CONTROLS.items():
        if isinstance(node, kind):
            return write(node)
    return _element(node) if type(node).__module__.startswith(html.__name__) else ""


def _element(node: Any) -> str:  # noqa: ANN401 - properties differ by kind of component
    """An element of the page under its own name and attributes."""
    tag = type(node).__name__.lower()
    return tagged(tag, still_attributes(node), still(getattr(node, "children", None)))


def still_attributes(node: Any) -> dict[str, Any]:  # noqa: ANN401 - properties differ by kind
    """Attributes of an element that mean something without the program in the browser."""
    given = {name: getattr(node, name, None) for name in node.available_properties}
    given |= {
        name: getattr(node, name) for name in vars(node) if name.startswith(("aria-", "data-"))
    }
    return {
        NAMES.get(name, name): value
        for name, value in given.items()
        if value not in (None, False) and (name in PLAIN or name.startswith(WILD))
        if name not in LATE
    }


def tagged(tag: str, attributes: Mapping[str, Any], inside: str) -> str:
    """One element; an attribute that is ``True`` has no value."""
    words = "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{words}>{inside}</{tag}>"


def _label(node: Any) -> Any:  # noqa: ANN401 - properties differ by kind of component
    """What a control shows: the label of its chosen option."""
    chosen = getattr(node, "value", None)
    options = getattr(node, "options", None) or []
    labels = [option["label"] for option in options if option["value"] == chosen]
    return labels[0] if labels else getattr(node, "placeholder", "")


def _select(node: Any) -> str:  # noqa: ANN401 - properties differ by kind of component
    option = tagged("option", {}, still(_label(node)))
    shape = {"id": node.id, "class": "form-select form-select-sm", "inert": True}
    return tagged("select", shape, option)


def _dropdown(node: Any) -> str:  # noqa: ANN401 - properties differ by kind of component
    text = tagged("span", {"class": "still-value"}, still(_label(node)))
    return tagged("div", {"id": node.id, "class": "dash-dropdown still-dropdown"}, text)


def _switches(node: Any) -> str:  # noqa: ANN401 - properties differ by kind of component
    def one(option: Mapping[str, Any]) -> str:
        on = " checked" if option["value"] in node.value else ""
        box = f'<input type="checkbox" class="form-check-input" inert{on}>'
        label = tagged("span", {"class": "form-check-label"}, still(option["label"]))
        return tagged("div", {"class": "form-check form-check-inline"}, box + label)

    return tagged("div", {"class": node.className}, "".join(map(one, node.options)))


def _alert(node: Any) -> str:  # noqa: ANN401 - properties differ by kind of component
    if not node.is_open:
        return ""
    words = f"alert alert-{node.color} {getattr(node, 'className', '')}"
    return tagged("div", {"class": words.strip(), "role": "alert"}, still(node.children))


CONTROLS: Final[Mapping[type, Callable[[Any], str]]] = {
    dbc.Select: _select,
    dcc.Dropdown: _dropdown,
    dbc.Checklist: _switches,
    dbc.Alert: _alert,
    dl.Map: lambda node: tagged("div", {"class": node.className}, ""),
}
