"""A running order on paper: a scene on each page, in the words of its slide."""

import base64
from html import escape
from typing import Final

from layouts.format import BOLD
from layouts.paper import faces
from layouts.slides import Deck, Slide, Table
from layouts.still import tagged

STYLE: Final = """
@page { size: A4 landscape; margin: 12mm 14mm 14mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt 'Mirador'; } }
html { font: 16pt/1.36 'Mirador', sans-serif; color: #14232b; hyphens: auto; }
body, h1, p, table, figure { margin: 0; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { font-size: 27pt; line-height: 1.15; font-weight: 700; }
.cover h1 { font-size: 34pt; padding-top: 50mm; }
.kick { color: #44545c; margin-bottom: 4mm; }
p { margin: 2mm 0; }
img { width: 100%; max-height: 118mm; object-fit: contain; }
table { border-collapse: collapse; width: 100%; font-size: 13pt; margin: 3mm 0; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0; }
tr + tr th, tr + tr td, tbody tr:first-child > * { border-top: 0.4pt solid #c9d2d2; }
.number { text-align: right; }
.source { border-top: 0.8pt solid #b7c9c9; margin-top: 5mm; padding-top: 1.5mm; font-size: 9.5pt;
  color: #44545c; }
.watermark { float: right; margin: 0 0 0 6mm; font-size: 9pt; background: #fff6e8;
  border: 0.6pt solid #e9c99a; color: #5f3a0d; border-radius: 6pt; padding: 1pt 7pt; }
"""


def printed(deck: Deck) -> str:
    """The deck as a document to be set on paper."""
    head = (
        f"<title>{escape(deck.title)}</title><style>{faces()}{STYLE}</style>"
        '<meta name="author" content="Mirador de Frontera">'
    )
    pages = "".join(_page(slide, deck) for slide in deck.slides)
    return (
        f'<!DOCTYPE html><html lang="{deck.language}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{pages}</body></html>"
    )


def _page(slide: Slide, deck: Deck) -> str:
    mark = tagged("p", {"class": "watermark"}, escape(deck.watermark)) if deck.watermark else ""
    parts = [
        mark,
        tagged("h1", {}, escape(slide.title)),
        tagged("p", {"class": "kick"}, escape(slide.kick)) if slide.kick else "",
        *(tagged("p", {}, BOLD.sub(r"<b>\1</b>", escape(line))) for line in slide.lines),
        _picture(slide),
        _table(slide.table) if slide.table else "",
        tagged("p", {"class": "source"}, escape(slide.source)),
    ]
    return tagged("section", {"class": "cover" if slide.cover else "slide"}, "".join(parts))


def _picture(slide: Slide) -> str:
    if slide.map is None:
        return ""
    data = base64.b64encode(slide.map.png).decode()
    return f'<img src="data:image/png;base64,{data}" alt="{escape(slide.map.words)}">'


def _table(table: Table) -> str:
    head = "".join(
        tagged("th", {"scope": "col", **_kind(i, table)}, escape(name))
        for i, name in enumerate(table.head)
    )
    rows = "".join(
        tagged("tr", {}, "".join(tagged("td", _kind(i, table), escape(text))
                                 for i, text in enumerate(row)))
        for row in table.rows
    )  # fmt: skip
    return tagged("table", {}, tagged("thead", {}, tagged("tr", {}, head))
                  + tagged("tbody", {}, rows))  # fmt: skip


def _kind(place: int, table: Table) -> dict[str, str]:
    return {"class": "number"} if place in table.numbers else {}
