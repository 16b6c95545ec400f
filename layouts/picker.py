"""The field where the name of a place is typed; ``assets/mirador/combobox.mjs`` makes it work."""

from collections.abc import Sequence

from dash import html

from layouts.aria import aria
from layouts.reading import data, element


def picker(key: str, words: tuple[str, str], codes: Sequence[str], kinds: str) -> html.Div:
    """A field with the list of what it finds.

    Args:
        key: id of the field.
        words: its label, and how it is used.
        codes: places that were chosen before; they are not offered again.
        kinds: levels of the places that are offered, parted by commas.
    """
    label, hint = words
    listed = f"{key}-list"
    box = {"id": key, "type": "text", "role": "combobox", "autoComplete": "off",
           "className": "form-control form-control-sm", "aria-autocomplete": "list",
           "aria-expanded": "false", "aria-controls": listed,
           "aria-describedby": f"{key}-hint"}  # fmt: skip
    return html.Div(
        [
            html.Label(label, htmlFor=key),
            element("Input", box),
            html.Div(id=listed, role="listbox", className="found", hidden="hidden",
                     **aria(label=label)),
            html.P(hint, id=f"{key}-hint", className="whose"),
            html.P(role="status", className="visually-hidden"),
        ],
        className="combobox",
        **data(codes=",".join(codes), kinds=kinds),
    )  # fmt: skip
