"""The reference of every figure as one text, rendered from what the engine itself reads.

``docs/indicators.md`` is this text; a test compares the two. Nothing is written twice.
"""

import ast
import math
from collections.abc import Iterator, Sequence
from typing import Final

from indicators.compare import Against
from indicators.details import SENTENCES
from indicators.evaluate import WINDOW_RULE
from indicators.follow_up.cohorts import OF_THE_FOLLOWED, OUTCOMES
from indicators.follow_up.mobility import SHOWN_ONLY
from indicators.follow_up.perception import PAIRED, UNPAIRED
from indicators.gaps.items import ITEMS
from indicators.gaps.method import METHOD as GAP_METHOD
from indicators.margins import METHOD as MARGIN_METHOD
from indicators.measures.registry import MEASURES
from indicators.measures.spec import Measure
from indicators.peers import METHOD as PEER_METHOD
from indicators.registry import INDICATORS, UNPUBLISHED
from indicators.sector_gap import RANGE_METHOD
from indicators.sector_terms import FORMULAS, TERMS
from indicators.spec import Axis, Indicator, Need, Text

AXES: Final = {
    Axis.REGULARISATION: "Regularisation and profile",
    Axis.TRAINING: "Training and recognition",
    Axis.EMPLOYMENT: "Employment",
    Axis.ENTREPRENEURSHIP: "Entrepreneurship",
    Axis.FINANCIAL_INCLUSION: "Financial inclusion",
    Axis.SOCIAL_PROTECTION: "Social protection",
    Axis.COHESION: "Social cohesion",
    Axis.CONTEXT: "Context",
}
NEVER: Final = "No publication holds it: it enters by import, or in the demonstration."
OPENING: Final = """# Indicators and measures

Rendered from the registry, the declared methods and the specification tests; do not edit by hand:

    cat tests/spec/*.py | python -m indicators > docs/indicators.md
"""


def document(specifications: str) -> str:
    """The whole reference.

    Args:
        specifications: source of the specification tests, one after the other; the tables of
            their docstrings become the last chapter.
    """
    chapters = (
        [OPENING.rstrip()],
        _states(),
        _indicators(),
        _measures(),
        _comparison(),
        _gaps(),
        _sector(),
        _follow_up(),
        _examples(specifications),
    )
    return "\n\n".join(block for chapter in chapters for block in chapter) + "\n"


def described(indicator: Indicator) -> str:
    """One indicator in words: a heading and a list."""
    facts = {
        "Definition": indicator.definition.en,
        "Definición": indicator.definition.es,
        "Formula": indicator.formula.en,
        "Reads": "; ".join(map(_need, indicator.needs)) + ".",
        "Unit": f"{indicator.unit.symbol.en}, {_possible(*indicator.valid_range)}.",
        "Universe": indicator.universe.en,
        "Source": f"{indicator.source_rule.en} Reference: {indicator.reference}.",
        "Caveat": indicator.caveat.en,
        "Time": (
            f"{indicator.window.value}; a figure up to {indicator.tolerance_years} years older is "
            "shown as earlier."
        ),
        "Better": indicator.better.value,
        "Levels": ", ".join(level.value for level in indicator.levels),
        "Choices": _choices(indicator),
    }
    if any(need.key in UNPUBLISHED for need in indicator.needs):
        facts["Published"] = NEVER
    return _entry(indicator.title, indicator.key, facts)


def measured(measure: Measure) -> str:
    """One measure in words: a heading and a list."""
    facts = {
        "Definition": measure.definition.en,
        "Definición": measure.definition.es,
        "Formula": measure.formula.en,
        "Reads": ", ".join(f"`{key}`" for key in measure.keys),
        "Unit": measure.unit.symbol.en,
        "Universe": measure.universe.en,
        "Reference": measure.reference,
        "Caveat": measure.caveat.en,
        "Computed by": f"`{measure.function}`",
    }
    return _entry(measure.title, measure.key, facts)


def tables(specifications: str) -> Iterator[str]:
    """Docstrings of test modules that hold a table, in the order of the source."""
    for node in ast.parse(specifications).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            text = node.value.value
            if isinstance(text, str) and "\n|" in text:
                yield text.strip()


def _states() -> list[str]:
    sentences = [f"- {reason.name.lower()}: {text.en}" for reason, text in SENTENCES.items()]
    return ["## States and windows", WINDOW_RULE.en, "\n".join(sentences)]


def _indicators() -> list[str]:
    blocks = ["## Indicators"]
    for axis, title in AXES.items():
        blocks.append(f"### {title}")
        blocks += [described(entry) for entry in INDICATORS.values() if entry.axis is axis]
    return blocks


def _measures() -> list[str]:
    return ["## Measures", *map(measured, MEASURES.values())]


def _comparison() -> list[str]:
    references = ", ".join(against.value for against in Against)
    words = [PEER_METHOD.en, MARGIN_METHOD.en]
    return ["## Comparison", f"References: {references}.", *words]


def _gaps() -> list[str]:
    items = [
        f"- {AXES[axis]}: " + ", ".join(f"`{item.key}`" for item in inside) + "."
        for axis, inside in ITEMS.items()
    ]
    choices = [f"- {choice.en}" for choice in GAP_METHOD.choices]
    reference = f"Reference: {GAP_METHOD.reference}."
    return ["## Matrix of gaps", "\n".join(choices), reference, "\n".join(items)]


def _sector() -> list[str]:
    terms = [f"- {term.name.en}: `{term.key}`." for term in TERMS.values()]
    entries = [
        _entry(formula.title, name, {"Formula": formula.text.en, "Caveat": formula.caveat.en})
        for name, formula in FORMULAS.items()
    ]
    return ["## Sector gap, in people", "\n".join(terms), *entries, RANGE_METHOD.en]


def _follow_up() -> list[str]:
    outcomes = [f"- {text.en}: `{key}`." for key, text in OUTCOMES.items()]
    words = [text.en for text in (OF_THE_FOLLOWED, SHOWN_ONLY, PAIRED, UNPAIRED)]
    return ["## Follow-up", "\n".join(outcomes), *words]


def _examples(specifications: str) -> list[str]:
    found = (text.partition("\n") for text in tables(specifications))
    return [
        "## Examples that the tests check",
        *(_example(first, rest) for first, _, rest in found),
    ]


def _example(title: str, rest: str) -> str:
    return f"### {title.rstrip('.')}\n\n{rest.strip()}"


def _entry(title: Text, key: str, facts: dict[str, str]) -> str:
    lines = [f"- **{name}**: {words}" for name, words in facts.items()]
    return f"#### {title.en} · {title.es} (`{key}`)\n\n" + "\n".join(lines)


def _possible(low: float, high: float) -> str:
    """The valid range in words; a bound that is not finite is left out."""
    return f"from {low:g}" + (f" to {high:g}" if math.isfinite(high) else "")


def _need(need: Need) -> str:
    group = f" of {need.group.value}" if need.group else ""
    series = f", series {' or '.join(need.series)}" if need.series else ""
    return f"`{need.key}`{group}{series}"


def _choices(indicator: Indicator) -> str:
    words: Sequence[str] = [group.value for group in indicator.groups]
    sex = ["by sex"] if indicator.by_sex else []
    sector = ["by CIIU section"] if indicator.by_sector else []
    return ", ".join([*words, *sex, *sector])
