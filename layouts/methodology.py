"""The method page: every figure, measure and rule, generated from what the engine computes with."""

from collections.abc import Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from indicators.details import SENTENCES, Reason
from indicators.evaluate import WINDOW_RULE
from indicators.gaps import METHOD
from indicators.gaps.items import ITEMS
from indicators.margins import METHOD as MARGIN_METHOD
from indicators.measures.registry import MEASURES
from indicators.measures.spec import Measure
from indicators.peers import METHOD as PEER_METHOD
from indicators.sector_gap import RANGE_METHOD
from indicators.sector_terms import FORMULAS
from indicators.spec import Axis, Indicator, Text
from layouts.frame import Frame
from layouts.reading import reading_page
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.method_words import METHOD_WORDS, MethodWords


def methodology_page(frame: Frame) -> html.Div:
    """Contents, rules, gaps, measures, then every indicator by axis."""
    texts, words = frame.texts, METHOD_WORDS[frame.texts.language]
    tree = [
        contents(texts),
        rules_section(texts),
        gaps_section(texts),
        measures_section(texts),
        *(axis_section(axis, frame) for axis in Axis),
    ]
    return reading_page(frame, (words.title, words.lead), tree)


def contents(texts: Catalogue) -> html.Nav:
    """Links to the parts of the page."""
    words = METHOD_WORDS[texts.language]
    parts = [("reglas", words.rules), ("brechas", words.gaps)]
    parts += [("medidas", words.measures)]
    parts += [(str(axis), texts.axes[axis]) for axis in Axis]
    return html.Nav(
        html.Ul([html.Li(html.A(title, href=f"#{key}")) for key, title in parts]),
        className="contents",
    )


def rules_section(texts: Catalogue) -> html.Section:
    """States, windows, margins and withholding: what holds for every figure."""
    words = METHOD_WORDS[texts.language]
    told = [in_language(SENTENCES[reason], texts.language) for reason in Reason]
    return _section(
        "reglas",
        words.rules,
        [
            html.P(in_language(WINDOW_RULE, texts.language)),
            html.P(in_language(MARGIN_METHOD, texts.language)),
            html.P(words.withheld),
            html.H4(words.states),
            html.Ul([html.Li(sentence) for sentence in told]),
        ],
    )


def gaps_section(texts: Catalogue) -> html.Section:
    """How gaps by axis, peers and the sector gap are computed."""
    language, words = texts.language, METHOD_WORDS[texts.language]
    formulas = [x for one in FORMULAS.values() for x in _formula(one.title, one.text, one.caveat,
                                                                 texts)]  # fmt: skip
    return _section(
        "brechas",
        words.gaps,
        [
            html.H4(words.by_axis),
            html.Ol([html.Li(in_language(choice, language)) for choice in METHOD.choices]),
            html.P(words.reference_line.format(METHOD.reference)),
            html.Dl([x for axis, inside in ITEMS.items() for x in _items(axis, inside, texts)]),
            html.H4(words.sector_gap),
            html.Dl(formulas),
            html.P(in_language(RANGE_METHOD, language)),
            html.H4(words.peers),
            html.P(in_language(PEER_METHOD, language)),
        ],
    )


def _items(axis: Axis, inside: Sequence[Indicator], texts: Catalogue) -> Iterator[Component]:
    yield html.Dt(texts.axes[axis])
    yield html.Dd("; ".join(in_language(item.title, texts.language) for item in inside))


def _formula(title: Text, formula: Text, caveat: Text, texts: Catalogue) -> Iterator[Component]:
    yield html.Dt(in_language(title, texts.language))
    yield html.Dd([html.P(in_language(part, texts.language)) for part in (formula, caveat)])


def measures_section(texts: Catalogue) -> html.Section:
    """Measures over several figures: growth, structure, reach, survival."""
    words = METHOD_WORDS[texts.language]
    entries = [_measure(measure, texts) for measure in MEASURES.values()]
    return _section("medidas", words.measures, entries)


def _measure(measure: Measure, texts: Catalogue) -> html.Details:
    language, words = texts.language, METHOD_WORDS[texts.language]
    pairs = [
        (texts.definition, in_language(measure.definition, language)),
        (texts.formula, in_language(measure.formula, language)),
        (words.unit, in_language(measure.unit.noun, language)),
        (texts.universe, in_language(measure.universe, language)),
        (texts.caveat, in_language(measure.caveat, language)),
        (words.reference, measure.reference),
    ]
    return _entry(f"medida-{measure.key}", in_language(measure.title, language), pairs)


def axis_section(axis: Axis, frame: Frame) -> html.Section:
    """Every indicator of one axis."""
    inside = [i for i in frame.indicators.values() if i.axis is axis]
    entries = [_indicator(indicator, frame.texts) for indicator in inside]
    return _section(str(axis), f"{frame.texts.axes[axis]} · {len(inside)}", entries)


def _indicator(indicator: Indicator, texts: Catalogue) -> html.Details:
    language, words = texts.language, METHOD_WORDS[texts.language]
    pairs = [
        (texts.definition, in_language(indicator.definition, language)),
        (texts.formula, in_language(indicator.formula, language)),
        (words.unit, in_language(indicator.unit.noun, language)),
        (texts.universe, in_language(indicator.universe, language)),
        (words.source, in_language(indicator.source_rule, language)),
        (words.reference, indicator.reference),
        (texts.caveat, in_language(indicator.caveat, language)),
        (words.tolerance, _tolerance(indicator, words)),
        (words.levels, ", ".join(words.level_names[level] for level in indicator.levels)),
        (words.better, words.ends[indicator.better]),
    ]
    title = in_language(indicator.title, language)
    link = html.P(html.A(words.on_the_map, href=f"/?indicador={indicator.key}"))
    return _entry(indicator.key, title, pairs, link)


def _tolerance(indicator: Indicator, words: MethodWords) -> str:
    years = indicator.tolerance_years
    return words.tolerance_years.format(years) if years else words.tolerance_none


def _entry(
    key: str, title: str, pairs: Sequence[tuple[str, str]], *more: Component
) -> html.Details:
    terms = [x for name, words in pairs if words for x in (html.Dt(name), html.Dd(words))]
    return html.Details([html.Summary(title), html.Dl(terms), *more], id=key, className="entry")


def _section(key: str, title: str, children: Sequence[Component]) -> html.Section:
    return html.Section([html.H3(title), *children], id=key)
