"""Commitments and disputed figures on the page of a roundtable: what is open, and the forms."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash import html

from geodata.evidence import BEGINNINGS, MOST_MB
from geodata.ledger import PENDING, Entry, Item, Kind, Status
from indicators.proof import Reference
from indicators.spec import Axis
from layouts.format import period_words
from layouts.mesa.about import choice, hidden
from layouts.mesa.links import CSV, EVIDENCE, MINUTES, PDF, RECORD, Links
from layouts.mesa.records import FIELDS, LONGEST, REQUIRED, place_of, title_of
from layouts.mesa.view import MesaView
from layouts.proof_link import address_of, proof_href
from layouts.reading import data, element
from layouts.text import in_language
from layouts.text.data_words import DATA_WORDS
from layouts.text.record_words import RECORD_WORDS, RecordWords

LINES: Final = ("que", "motivo", "nota")
"""Fields of several lines."""
TYPES: Final = ",".join(f".{ending}" for ending in BEGINNINGS)


def words_of(view: MesaView) -> RecordWords:
    """Sentences of what is recorded, in the language of a roundtable."""
    return RECORD_WORDS[view.texts.language]


def record_section(view: MesaView, links: Links, *, editing: bool) -> html.Section:
    """What is recorded of a roundtable; who edits may add to it and review it."""
    words = words_of(view)
    pending = [item for item in view.items if item.status(view.today) in PENDING]
    closed = [item for item in view.items if item not in pending]
    forms = [_form(kind, view, links) for kind in (Kind.COMMITMENT, Kind.DISPUTE)]
    return html.Section(
        [
            html.H3(words.title, id="compromisos"),
            html.P(words.lead, className="whose"),
            html.P(role="status", className="done"),
            *_listed(words.pending, pending, view, links if editing else None),
            *_listed(words.closed, closed, view, None),
            *([] if view.items else [html.P(words.none)]),
            *(forms if editing else [html.P(words.read_only, className="whose")]),
            _minutes(view, links),
        ],
        className="records-of",
    )


def _minutes(view: MesaView, links: Links) -> html.P:
    words = words_of(view)
    targets = ((MINUTES, words.minutes_link), (PDF, words.pdf_link), (CSV, words.csv_link))
    ways: list[Any] = [
        html.A(name, href=links.at(path), className="btn btn-sm btn-outline-secondary")
        for path, name in targets
    ]
    return html.P(ways, className="ways")


def _listed(
    title: str, items: Sequence[Item], view: MesaView, links: Links | None
) -> Iterator[Any]:
    """Items under their title; with ``links`` each can be reviewed."""
    if items:
        yield html.H4(title)
        yield html.Ul([_card(item, view, links) for item in items], className="items-of")


def _card(item: Item, view: MesaView, links: Links | None) -> html.Li:
    words, status = words_of(view), item.status(view.today)
    head: list[Any] = [
        html.B(title_of(item, view)),
        html.Span(words.statuses[status], className=f"status status-{status}"),
    ]
    said = [html.P(line, className="whose") for line in item_lines(item, view)]
    states = [html.Li(state_words(state, view)) for state in item.states]
    history = [html.Details([html.Summary(words.history), html.Ul(states)])] if states else []
    review = [_review(item, view, links)] if links is not None else []
    return html.Li([html.Div(head, className="item-head"), *said, *_proof(item, view),
                    *support(item, view), *history, *review])  # fmt: skip


def _proof(item: Item, view: MesaView) -> list[html.P]:
    """Where a disputed figure is from: over this page or, if of another snapshot, in that one."""
    reference = Reference.read(item.entry.body.get("cifra", ""))
    if reference is None:
        return []
    words, snapshot = DATA_WORDS[view.texts.language].proof_title, item.entry.snapshot
    here = snapshot == view.engine.snapshot.snapshot_id
    fixed = {"href": proof_href(reference, snapshot)}
    return [html.P(html.A(words, **(address_of(reference) if here else fixed)), className="whose")]


def item_lines(item: Item, view: MesaView) -> Iterator[str]:
    """What is told of something recorded, a line each."""
    words, body, texts = words_of(view), item.entry.body, view.texts
    if item.entry.kind is Kind.COMMITMENT:
        due = period_words(body.get("fecha", ""), texts)
        yield words.by_when.format(office=body.get("oficina", ""), day=due)
    elif body.get("valor"):
        yield words.shown_value.format(
            value=body["valor"], period=body.get("periodo_cifra", ""), source=body.get("fuente", "")
        )
    else:
        yield words.no_value
    yield " · ".join(_details(item, view))
    day = period_words(item.entry.made[:10], texts)
    yield words.recorded.format(day=day, snapshot=item.entry.snapshot)


def _details(item: Item, view: MesaView) -> Iterator[str]:
    words, body = words_of(view), item.entry.body
    yield place_of(item, view)
    indicator = view.map.indicators.get(body.get("indicador", ""))
    if item.entry.kind is Kind.COMMITMENT and indicator is not None:
        yield in_language(indicator.title, view.texts.language)
    for name in ("meta", "propone"):
        if body.get(name):
            yield f"{words.fields[name]}: {body[name]}"
    if item.field("revision"):
        yield words.review.format(day=period_words(item.field("revision"), view.texts))


def state_words(state: Entry, view: MesaView) -> str:
    """A change of state with its day and what was said."""
    told = words_of(view).statuses.get(state.body.get("estado", ""), "")
    day = period_words(state.made[:10], view.texts)
    return " · ".join(part for part in (day, told, state.body.get("nota", "")) if part)


def support(item: Item, view: MesaView) -> Iterator[Any]:
    """The evidence of a disputed figure: a file to download, a link to follow."""
    words, body = words_of(view), item.entry.body
    if item.entry.kind is not Kind.DISPUTE:
        return
    found: list[Any] = []
    if body.get("archivo"):
        found.append(html.A(words.evidence, href=f"{EVIDENCE}/{body['archivo']}"))
    if body.get("enlace"):
        found.append(html.A(words.link, href=body["enlace"], rel="noopener noreferrer nofollow",
                            target="_blank"))  # fmt: skip
    told = [part for one in found for part in (one, " · ")][:-1]
    yield html.P(told or words.no_support, className="whose")


def _form(kind: Kind, view: MesaView, links: Links) -> html.Details:
    words = words_of(view)
    title = words.new_commitment if kind is Kind.COMMITMENT else words.new_dispute
    return html.Details([html.Summary(title), _fields(kind, "", view, links)], className="record")


def _review(item: Item, view: MesaView, links: Links) -> html.Details:
    words = words_of(view)
    form = _fields(Kind.STATE, item.entry.subject, view, links)
    return html.Details([html.Summary(words.update), form], className="record")


def _fields(kind: Kind, subject: str, view: MesaView, links: Links) -> html.Form:
    words = words_of(view)
    fields = [_field(kind, name, subject, view) for name in FIELDS[kind]]
    if kind is Kind.DISPUTE:
        fields.append(_upload(view))
    return html.Form(
        [
            hidden("tipo", kind), hidden("asunto", subject), hidden("consulta", links.text()),
            html.Div(fields, className="import-form"),
            html.P(role="alert", className="refusal"),
            html.Button(words.save, type="submit", className="btn btn-sm btn-primary"),
        ],
        action=RECORD, method="post", className="record-form", **data(done=words.saved),
    )  # fmt: skip


def _field(kind: Kind, name: str, subject: str, view: MesaView) -> html.Label:
    """A labelled field with its hint and the place of what is refused of it."""
    words = words_of(view)
    title = words.fields[name] + (" *" if name in REQUIRED[kind] else "")
    options = _options(kind, name, view)
    place = f"no-{kind}-{subject}-{name}"
    if options is not None:
        parts = choice(name, title, options, "").children
    else:
        parts = [html.Span(title), _box(name, place)]
    inside = [*parts, *_below(name, place, words.hints.get(name, ""))]
    return html.Label(inside, className="wide-field") if name in LINES else html.Label(inside)


def _below(name: str, place: str, hint: str) -> list[Any]:
    told = [html.Small(hint, className="whose")] if hint else []
    return [*told, html.Small(id=place, className="refusal", **data(refusal=name))]


def _box(name: str, place: str) -> Any:  # noqa: ANN401 - an element that Dash has no component for
    props: dict[str, Any] = {"name": name, "className": "form-control form-control-sm",
                             "aria-describedby": place}  # fmt: skip
    if name in LINES:
        return element("Textarea", props | {"rows": "2", "maxLength": str(LONGEST[name])})
    if name in LONGEST:
        return element("Input", props | {"type": "text", "maxLength": str(LONGEST[name])})
    return element("Input", props | {"type": "date" if name in ("fecha", "revision") else "text"})


def _upload(view: MesaView) -> html.Label:
    words, place = words_of(view), "no-cifra--archivo"
    box = element("Input", {"type": "file", "name": "archivo", "accept": TYPES,
                            "aria-describedby": place,
                            "className": "form-control form-control-sm"})  # fmt: skip
    hint = words.hints["archivo"].format(mb=MOST_MB)
    return html.Label([html.Span(words.fields["archivo"]), box, *_below("archivo", place, hint)])


def _options(kind: Kind, name: str, view: MesaView) -> list[tuple[str, str]] | None:
    """What may be chosen of a field; nothing where it is written."""
    words, dispute = words_of(view), kind is Kind.DISPUTE
    if name == "estado":
        return [(str(status), words.statuses[status]) for status in Status]
    if name == "municipio":
        codes = sorted(view.codes, key=view.engine.name)
        places = [(code, view.engine.name(code)) for code in codes]
        return [("", "—" if dispute else words.whole), *places]
    if name == "indicador":
        return [("", "—" if dispute else words.no_indicator), *_indicators(view)]
    return None


def _indicators(view: MesaView) -> Iterator[tuple[str, str]]:
    language = view.texts.language
    for axis in Axis:
        for key, indicator in view.map.indicators.items():
            if indicator.axis is axis:
                yield key, f"{view.texts.axes[axis]} · {in_language(indicator.title, language)}"
