"""The minutes: what was shown, in the words and numbers of the show, and what was recorded."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from geodata.exports.sheet import Cell, Nature, Row, Sheet, SheetColumn
from geodata.ledger import Entry, Item, Kind
from layouts.document import ICON
from layouts.format import period_words
from layouts.mesa.record_section import item_lines, state_words, support, words_of
from layouts.mesa.records import DATES, title_of
from layouts.mesa.shown import Shown
from layouts.mesa.slides import source_of, table_of
from layouts.mesa.stage import bold
from layouts.mesa.view import MesaView
from layouts.still import still, tagged
from layouts.text import in_language

COLUMNS: Final = (
    "numero", "hora_utc", "asunto", "tipo", "corte", "espacio", "que", "oficina", "fecha",
    "municipio", "indicador", "meta", "periodo", "valor", "periodo_cifra", "fuente", "cifra",
    "motivo", "propone", "enlace", "archivo", "estado", "nota", "revision",
)  # fmt: skip


def minutes_document(scenes: Sequence[Shown], view: MesaView) -> str:
    """The minutes as a page that prints on A4."""
    words, language = words_of(view), view.texts.language
    title = words.minutes_title.format(view.place)
    frozen = view.words.frozen.format(day=view.cut_off, id=view.snapshot)
    made = words.minutes_made.format(day=period_words(view.today, view.texts), frozen=frozen)
    demo = tagged("p", {"class": "demo-words"}, escape(view.words.demo)) if view.demo else ""
    body = "".join([
        tagged("h1", {}, escape(title)), tagged("p", {"class": "made"}, escape(made)), demo,
        _recorded(Kind.COMMITMENT, words.commitments, view),
        _recorded(Kind.DISPUTE, words.disputes, view),
        _shown(scenes, view), _log(view),
    ])  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="{ICON}">'
        f'<style>{SHEET}</style></head><body class="{"demo" if view.demo else ""}" '
        f'data-demo="{escape(view.words.demo)}"><main>{body}</main></body></html>'
    )


def _recorded(kind: Kind, title: str, view: MesaView) -> str:
    items = [item for item in view.items if item.entry.kind is kind]
    if not items:
        none = "" if view.items else tagged("p", {}, escape(words_of(view).none))
        return tagged("h2", {}, escape(title)) + none if kind is Kind.COMMITMENT else ""
    return tagged("h2", {}, escape(title)) + "".join(_item(item, view) for item in items)


def _item(item: Item, view: MesaView) -> str:
    words = words_of(view)
    status = words.statuses[item.status(view.today)]
    head = tagged("h3", {}, f"{escape(title_of(item, view))} <b>{escape(status)}</b>")
    lines = "".join(tagged("p", {}, escape(line)) for line in item_lines(item, view))
    states = "".join(tagged("li", {}, escape(state_words(one, view))) for one in item.states)
    history = tagged("ul", {}, states) if states else ""
    evidence = "".join(still(part) for part in support(item, view))
    return tagged("section", {"class": "item"}, head + lines + evidence + _seal(item) + history)


def _seal(item: Item) -> str:
    """The content of an evidence file in a number: whoever has the file can check that it is it."""
    kept = item.entry.body.get("archivo", "")
    return tagged("p", {"class": "seal"}, f"SHA-256 {escape(kept)}") if kept else ""


def _shown(scenes: Sequence[Shown], view: MesaView) -> str:
    if not scenes:
        return ""
    words = words_of(view)
    parts = "".join(_scene(one, view) for one in scenes)
    note = tagged("p", {"class": "seal"}, escape(words.notes_left_out))
    return tagged("h2", {}, escape(words.shown_title)) + note + parts


def _scene(shown: Shown, view: MesaView) -> str:
    kick = f" · {escape(shown.kick)}" if shown.kick else ""
    lines = "".join(tagged("p", {}, bold(line)) for line in shown.lines)
    foot = escape(source_of(shown, view))
    return tagged("section", {"class": "item"},
                  tagged("h3", {}, escape(shown.title) + kick) + lines + _table(shown, view)
                  + tagged("p", {"class": "seal"}, foot))  # fmt: skip


def _table(shown: Shown, view: MesaView) -> str:
    """What a scene shows in a table, bars or a legend, as the deck has it."""
    table = table_of(shown, view)
    if table is None:
        return ""
    cells = ("".join(tagged("td", {}, escape(cell)) for cell in row) for row in table.rows)
    head = "".join(tagged("th", {"scope": "col"}, escape(name)) for name in table.head)
    body = "".join(tagged("tr", {}, row) for row in cells)
    return tagged("table", {}, tagged("tr", {}, head) + body)


def _log(view: MesaView) -> str:
    entries = sorted(_entries(view), key=lambda entry: entry.id)
    if not entries:
        return ""
    words = words_of(view)
    head = "".join(tagged("th", {"scope": "col"}, escape(name)) for name in words.log_head)
    rows = "".join(
        tagged("tr", {}, "".join(tagged("td", {}, escape(cell)) for cell in _line(entry, view)))
        for entry in entries
    )
    table = tagged("thead", {}, tagged("tr", {}, head)) + tagged("tbody", {}, rows)
    return tagged("h2", {}, escape(words.log_title)) + tagged("table", {"class": "log"}, table)


def _line(entry: Entry, view: MesaView) -> tuple[str, ...]:
    words = words_of(view)
    said = " · ".join(
        f"{words.fields[name]}: {_in_words(name, text, view)}"
        for name, text in entry.body.items()
        if name in words.fields
    )
    made = entry.made[:16].replace("T", " ")
    return (str(entry.id), made, words.kinds[entry.kind], said, entry.snapshot)


def _in_words(name: str, text: str, view: MesaView) -> str:
    """A field as a reader says it: codes by their names, dates in words."""
    if name in DATES:
        return period_words(text, view.texts)
    if name == "indicador" and text in view.map.indicators:
        return in_language(view.map.indicators[text].title, view.texts.language)
    if name == "municipio":
        return view.engine.ground.names.get(text, text)
    return words_of(view).statuses.get(text, text) if name == "estado" else text


def _entries(view: MesaView) -> Iterator[Entry]:
    for item in view.items:
        yield item.entry
        yield from item.states


def log_sheet(view: MesaView) -> Sheet:
    """Every line of the log of a roundtable, as a table to be written."""
    columns = [SheetColumn(name, Nature.TEXT, name) for name in COLUMNS]
    rows = [_row(entry) for entry in sorted(_entries(view), key=lambda entry: entry.id)]
    return Sheet("acta", words_of(view).title, columns, rows, (), ("", "", ""))


def _row(entry: Entry) -> Row:
    body: dict[str, Cell] = {name: entry.body.get(name) for name in COLUMNS}
    return body | {
        "numero": str(entry.id), "hora_utc": entry.made, "asunto": entry.subject,
        "tipo": str(entry.kind), "corte": entry.snapshot, "espacio": entry.workspace,
    }  # fmt: skip


SHEET: Final = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.45 system-ui, "Noto Sans", "Liberation Sans", sans-serif; color: #14232b; background: #fff; margin: 0; }
main { max-width: 180mm; margin: 10mm auto; padding: 0 12px; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 2mm; } h2 { font-size: 14pt; margin: 8mm 0 2mm; border-bottom: 1px solid #14232b; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 4mm 0 1mm; break-after: avoid; } h3 b { font-weight: 600; color: #0b5560; } h3 b::before { content: "— "; }
p { margin: 0 0 1mm; overflow-wrap: anywhere; } .made { color: #44545c; } .seal { color: #5e6b72; font-size: 9pt; }
.demo-words { color: #5f3a0d; font-weight: 700; }
.item { break-inside: avoid; margin-bottom: 3mm; }
ul { margin: 1mm 0; padding-left: 6mm; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; margin: 1mm 0; } td, th { text-align: left; vertical-align: top; padding: 1mm 2mm; border-top: 1px solid #c9c4b8; overflow-wrap: anywhere; }
.log { font-size: 8.5pt; table-layout: fixed; } .log th:nth-child(1) { width: 7%; } .log th:nth-child(2), .log th:nth-child(3), .log th:nth-child(5) { width: 15%; } a { color: #0b5560; }
body.demo::before { content: attr(data-demo); position: fixed; top: 45%; left: 0; right: 0; text-align: center; font-size: 30pt; font-weight: 800; color: #14232b; opacity: .08; transform: rotate(-24deg); pointer-events: none; }
@media print { .item a::after { content: ": " attr(href); } main { margin: 0; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
"""  # noqa: E501 - a style sheet
"""The page of the minutes is a file of its own: it can be kept and opened anywhere."""
