"""Pages without a program: plain elements whose words are always escaped, and one style sheet."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from typing import Final

from layouts.still import tagged

STYLE: Final = (
    ":root{color-scheme:light dark;--ink:#14232b;--paper:#fbfaf7;--card:#fff;--line:#8d9499;"
    "--teal:#0b5560;--on:#fff}"
    "@media(prefers-color-scheme:dark){:root{--ink:#eef3f4;--paper:#10171c;--card:#1a242b;"
    "--line:#8d9499;--teal:#7fd0cd;--on:#10171c}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);font:20px/1.45 system-ui,sans-serif}"
    "main{max-width:44rem;margin:0 auto;padding:1.2rem}"
    "h1{font-size:1.7rem;line-height:1.2;margin:0}"
    "h2{font-size:1.25rem;margin:2rem 0 .4rem}a{color:var(--teal)}.place{font-weight:600}"
    "fieldset{border:1px solid var(--line);border-radius:12px;background:var(--card);"
    "margin:1rem 0;padding:.8rem 1rem}legend{font-weight:600;float:left;width:100%;padding:0;"
    "margin:0 0 .4rem}strong{display:block}"
    ".option{clear:both;display:flex;gap:.7rem;align-items:center;min-height:48px;padding:.2rem 0}"
    ".option input{width:26px;height:26px;flex:none;accent-color:var(--teal)}"
    "textarea,input[type=text],input[type=date]{width:100%;font:inherit;padding:.6rem;"
    "border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink)}"
    "label.field{display:block;margin:.8rem 0}"
    ".hint{display:block;font-size:.85rem;margin:.2rem 0 .5rem}"
    "button,a.button{display:inline-block;font:inherit;font-weight:600;min-height:52px;"
    "padding:.6rem 1.6rem;border:2px solid var(--teal);border-radius:12px;background:var(--teal);"
    "color:var(--on);text-decoration:none;cursor:pointer}button.quiet{background:none;"
    "color:var(--teal);padding:.3rem 1rem;min-height:44px;"
    "margin:0 .6rem .4rem 0}"
    ":focus-visible{outline:3px solid var(--teal);outline-offset:3px}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "td,th{text-align:left;padding:.5rem .6rem;border-top:1px solid var(--line);vertical-align:top}"
    "blockquote{margin:.4rem 0;padding:.4rem .8rem;border-left:3px solid var(--line);"
    "overflow-wrap:anywhere}form.inline{display:inline-block;margin:.2rem .4rem .2rem 0}"
)

POLICY: Final = (
    "default-src 'none'; style-src 'sha256-{}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def content_policy() -> str:
    """What a browser may do with these pages: show them in their own style, and send the form."""
    digest = hashlib.sha256(STYLE.encode()).digest()
    return POLICY.format(base64.b64encode(digest).decode())


def whole(language: str, title: str, parts: Sequence[str]) -> str:
    """A page of ``parts``, which are markup already."""
    main = tagged("main", {"id": "contenido"}, "".join(parts))
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>{main}</body></html>"
    )


def words(tag: str, text: str, **attributes: str) -> str:
    """An element of plain words."""
    named = {name.rstrip("_"): value for name, value in attributes.items()}
    return tagged(tag, named, escape(text))


def hidden(name: str, value: str) -> str:
    """A value that travels with a form."""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def post(action: str, inside: Sequence[str], style: str = "") -> str:
    """A form that is sent to ``action``."""
    shape = {"method": "post", "action": action} | ({"class": style} if style else {})
    return tagged("form", shape, "".join(inside))


def button(text: str, style: str = "", **value: str) -> str:
    """A button that sends its form, with a value of its own if it has one."""
    return words("button", text, type="submit", **({"class": style} if style else {}), **value)
