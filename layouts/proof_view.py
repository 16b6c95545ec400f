"""From a figure to its observations, their file and their publication: what the drawer shows."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL, Quality
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.proof import Proof
from indicators.spec import Indicator
from indicators.states import STATE_OF_QUALITY, State
from layouts.format import numbers, period_words
from layouts.provenance import caution_words, source_link
from layouts.sectors import branch_words
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS


def no_proof(name: str, texts: Catalogue) -> list[Component]:
    """What is said where the snapshot has no such figure."""
    return [html.P(DATA_WORDS[texts.language].proof_none.format(name), className="note")]


def proof_tree(proof: Proof, engine: Engine, texts: Catalogue, *, demo: bool) -> list[Component]:
    """Four steps: the figure, its observations, the file, the publication.

    Args:
        proof: the figure and what it is made from.
        engine: over its snapshot.
        texts: sentences of the reader's language.
        demo: whether the figure is invented, which is said first.
    """
    words = DATA_WORDS[texts.language]
    first, second, *_ = words.proof_steps
    others = [_observation(row, words.proof_other, texts) for row in proof.others.values()]
    sources = _sources(proof)
    invented = [html.P(texts.watermark, className="note")] if demo else []
    return [
        *invented,
        step(first, [*_figure(proof, engine, texts), _api(proof, engine, texts, demo=demo)]),
        step(second, [_observation(proof.lead, words.proof_lead, texts), *others,
                       *formula(proof.indicator, texts)]),
        *origin_steps(sources, engine, texts, demo=demo),
        *_rivals(proof, engine, texts),
    ]  # fmt: skip


def origin_steps(
    sources: Sequence[str], engine: Engine, texts: Catalogue, *, demo: bool
) -> list[Component]:
    """The last two steps: the files that brought the figures, and their publications."""
    words = DATA_WORDS[texts.language]
    _, _, third, fourth = words.proof_steps
    brought = [part for one in sources for part in files(one, engine, texts)]
    return [
        step(third, [words.proof_made] if demo else brought),
        step(fourth, [publication(engine.source(one), texts) for one in sources]),
    ]


def _api(proof: Proof, engine: Engine, texts: Catalogue, *, demo: bool) -> html.P:
    """The observations behind the figure, for a program."""
    asked = {
        "indicator": proof.indicator.key,
        "territory": proof.reference.territory,
        "period": proof.reference.period,
        "snapshot": engine.snapshot.snapshot_id,
    } | ({"workspace": "demostracion"} if demo else {})
    words = DATA_WORDS[texts.language].proof_api
    return html.P(html.A(words, href=f"/api/v1/observations?{urlencode(asked)}"))


def step(title: str, children: Sequence[Any]) -> html.Section:
    """One of the steps from a figure to its publication."""
    return html.Section([html.H3(title), *children])


def _figure(proof: Proof, engine: Engine, texts: Catalogue) -> list[Component]:
    words, indicator = DATA_WORDS[texts.language], proof.indicator
    place = engine.name(proof.reference.territory)
    period = period_words(proof.reference.period, texts)
    cell = [*_cell_words(proof.reference.cell, texts)]
    universe = in_language(indicator.universe, texts.language)
    snapshot = words.proof_snapshot.format(engine.snapshot.snapshot_id)
    return [
        html.P(in_language(indicator.title, texts.language), className="kick"),
        html.P(_value(proof, texts), className="value"),
        html.P(" · ".join([place, period, *cell])),
        html.P([html.B(f"{texts.universe}: "), universe], className="whose"),
        html.P(snapshot, className="whose"),
        *([] if proof.in_use else [html.P(words.proof_not_in_use, className="note")]),
    ]


def _value(proof: Proof, texts: Catalogue) -> list[Component | str]:
    symbol = in_language(proof.indicator.unit.symbol, texts.language)
    if proof.value is not None:
        state = f" ({texts.states[proof.state]})" if proof.state is not State.VALUE else ""
        number = numbers(texts)(proof.value, proof.indicator.decimals)
        return [number, html.Small(f" {symbol.strip()}{state}")]
    own = proof.lead["value"]
    if proof.in_use or pd.isna(own):
        return [texts.states[proof.state]]
    return [_number(own, texts)]


def _cell_words(cell: Cell, texts: Catalogue) -> Iterator[str]:
    if cell.population_group != TOTAL:
        yield texts.groups[cell.population_group]
    if cell.sex != TOTAL:
        yield texts.sexes[cell.sex]
    if cell.sector != TOTAL:
        yield branch_words(cell.sector, texts)


def _observation(row: pd.Series, title: str, texts: Catalogue) -> html.Dl:
    """One observation, field by field, of those that are known."""
    words = DATA_WORDS[texts.language]
    state = STATE_OF_QUALITY[Quality(str(row["quality"] or ""))]
    known = state.has_value and pd.notna(row["value"])
    value = _number(row["value"], texts) if known else texts.states[_without(state)]
    cautious = f" ({texts.states[state]})" if known and state is not State.VALUE else ""
    pairs = (
        (title, f"{value}{cautious} · {period_words(str(row['period']), texts)}"),
        (words.fields["numerator"], _number(row["numerator"], texts)),
        (words.fields["denominator"], _number(row["denominator"], texts)),
        (words.fields["sample_size"], _number(row["sample_size"], texts)),
        (words.fields["margin"], str(row["margin"] or "")),
        (words.fields["flags"], ", ".join(caution_words(str(row["flags"] or ""), texts))),
        (words.fields["series"], str(row["series"] or "").replace("|", ", ")),
        (words.fields["note"], str(row["note"] or "")),
    )
    return _terms(pairs)


def _without(state: State) -> State:
    """The state of an observation that has no number."""
    return State.NO_DATA if state.has_value else state


def _number(value: float, texts: Catalogue) -> str:
    """As published: up to four decimals, without zeros at the end."""
    if pd.isna(value):
        return ""
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return numbers(texts)(float(value), len(text.partition(".")[2]))


def _terms(pairs: Sequence[tuple[str, Any]]) -> html.Dl:
    known = [(name, words) for name, words in pairs if words]
    return html.Dl([part for name, words in known for part in (html.Dt(name), html.Dd(words))])


def formula(indicator: Indicator, texts: Catalogue) -> list[Component]:
    """How an indicator is computed, and its caution."""
    words, language = DATA_WORDS[texts.language], texts.language
    told = in_language(indicator.formula, language)
    return [
        html.P([html.B(f"{words.proof_formula}: "), told], className="whose"),
        html.P(
            [html.B(f"{texts.caveat}: "), in_language(indicator.caveat, language)],
            className="whose",
        ),
    ]


def _sources(proof: Proof) -> list[str]:
    """Publications of all observations, that of the leading one first."""
    rows = [proof.lead, *proof.others.values()]
    return list(dict.fromkeys(str(row["source_id"]) for row in rows))


def files(source_id: str, engine: Engine, texts: Catalogue) -> list[Component]:
    """The files that brought the figures of a publication: name, checksum, who and when."""
    words, imported = DATA_WORDS[texts.language], engine.files_of(source_id)
    if imported:
        return [html.P(words.proof_import.format(**one)) for one in imported]
    digest = str(engine.source(source_id)["sha256"] or "")
    checksum = [html.P(words.proof_sum.format(digest), className="whose")] if digest else []
    return [html.P(f"{source_id}: {words.proof_ships}"), *checksum]


def publication(source: pd.Series, texts: Catalogue) -> html.Dl:
    """Who published it, under which title, when, and with which licence."""
    words = DATA_WORDS[texts.language]
    return _terms(
        (
            (words.publisher, str(source["publisher"])),
            (words.original, str(source["original"] or "")),
            (words.title, _titled(source)),
            (words.published, str(source["published"] or words.not_stated)),
            (texts.accessed, str(source["accessed"] or words.not_stated)),
            (texts.licence, str(source["licence"] or words.no_licence)),
        )
    )


def _titled(source: pd.Series) -> Component | str:
    """The title, as a link where the publication has a safe address."""
    title, url = str(source["title"]), str(source["url"] or "")
    if not url.startswith(("http://", "https://")):
        return title
    return html.A(title, href=url, target="_blank", rel="noopener noreferrer")


def _rivals(proof: Proof, engine: Engine, texts: Catalogue) -> list[Component]:
    """Other publications of the same figure, side by side."""
    words = DATA_WORDS[texts.language]
    if proof.rivals.empty:
        return []
    entries = [
        html.Li([html.B(_number(row["value"], texts) or texts.no_figure), " · ",
                 source_link(engine.source(str(row["source_id"])), texts)])
        for _, row in proof.rivals.iterrows()
    ]  # fmt: skip
    return [step(words.proof_rivals, [html.Ul(entries)])]
