"""From a sum or a median to the figure of each territory, their files and their publications."""

from collections.abc import Hashable, Mapping
from typing import Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.engine import Engine
from indicators.proof import Reference
from indicators.proof_sets import SetProof
from indicators.scopes import SCOPES
from indicators.states import State
from layouts.ficha.spreads import spread_of, spread_words
from layouts.format import numbers, period_words
from layouts.proof_link import proven
from layouts.proof_view import formula, origin_steps, step
from layouts.sectors import branch_words
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS
from layouts.text.profile_words import PROFILE_WORDS

FIRST_SHOWN: Final = 12


def set_proof_tree(
    proof: SetProof, engine: Engine, texts: Catalogue, *, demo: bool
) -> list[Component]:
    """The same four steps as of a single figure; see ``layouts.proof_view.proof_tree``."""
    words = DATA_WORDS[texts.language]
    first, second, *_ = words.proof_steps
    invented = [html.P(texts.watermark, className="note")] if demo else []
    return [
        *invented,
        step(first, _figure(proof, engine, texts)),
        step(second, [html.P(words.proof_set, className="whose"), *_members(proof, engine, texts),
                      *formula(proof.told.indicator, texts)]),
        *origin_steps(proof.told.source_ids, engine, texts, demo=demo),
    ]  # fmt: skip


def _figure(proof: SetProof, engine: Engine, texts: Catalogue) -> list[Component]:
    told, indicator, words = proof.told, proof.told.indicator, DATA_WORDS[texts.language]
    title = in_language(indicator.title, texts.language)
    sector = proof.reference.cell.sector
    of_sector = [] if sector == TOTAL else [branch_words(sector, texts)]
    unit = in_language(indicator.unit.symbol, texts.language).strip()
    scope = in_language(SCOPES[proof.reference.territory].title, texts.language)
    universe = in_language(indicator.universe, texts.language)
    return [
        html.P(" · ".join([title, *of_sector]), className="kick"),
        html.P([spread_words(told, texts), html.Small(f" {unit}")],
               className="value"),
        html.P(f"{scope} · {_of(proof, texts)}"),
        html.P([html.B(f"{texts.universe}: "), universe], className="whose"),
        html.P(words.proof_snapshot.format(engine.snapshot.snapshot_id), className="whose"),
    ]  # fmt: skip


def _of(proof: SetProof, texts: Catalogue) -> str:
    """A sum or a median, of how many of how many, of when."""
    told, words = proof.told, PROFILE_WORDS[texts.language]
    late = words.earlier.format(told.earlier) if told.earlier else ""
    return f"{spread_of(told, texts)}, {period_words(told.period, texts)}{late}"


def _members(proof: SetProof, engine: Engine, texts: Catalogue) -> list[Component]:
    entries = [_member(str(code), row, proof, engine, texts)
               for code, row in zip(proof.members.index, proof.members.to_dict("records"),
                                    strict=True)]  # fmt: skip
    rest = entries[FIRST_SHOWN:]
    more = DATA_WORDS[texts.language].proof_set_rest.format(len(rest))
    shown: list[Component] = [html.Ul(entries[:FIRST_SHOWN])]
    return [*shown, *([html.Details([html.Summary(more), html.Ul(rest)])] if rest else [])]


def _member(
    code: str, row: Mapping[Hashable, object], proof: SetProof, engine: Engine, texts: Catalogue
) -> html.Li:
    indicator, period = proof.told.indicator, str(row["period"])
    name = Reference(indicator.key, code, period, proof.reference.cell)
    number = numbers(texts)(float(str(row["value"])), indicator.decimals)
    earlier = int(str(row["state"])) == State.EARLIER
    when = f" ({period_words(period, texts)})" if earlier else ""
    return html.Li([f"{engine.name(code)}: ", proven(number, name, texts), when])
