"""Honest notices: about the link that was opened, and about what the map had to do."""

from collections.abc import Iterator, Sequence

import pandas as pd

from geodata.schema import TOTAL
from indicators.engine import Engine
from indicators.scopes import SCOPES
from layouts.payload import Question
from layouts.text import in_language
from layouts.text.catalogue import Catalogue


def notice_sentences(
    dropped: Sequence[tuple[str, str]],
    replaced: Sequence[tuple[str, str]],
    names: pd.Series,
    texts: Catalogue,
    *,
    demo_missing: bool,
) -> tuple[str, ...]:
    """One sentence per thing that the reader asked for and does not get.

    Args:
        dropped: field and value of what was not understood.
        replaced: retired code and the code that follows it.
        names: territory names by code.
        texts: sentences of the language.
        demo_missing: the demonstration workspace was asked for and is not prepared.
    """
    sentences = [
        texts.replaced_code.format(old=old, name=names[new], new=new) for old, new in replaced
    ]
    if dropped:
        items = (texts.dropped_item.format(field=field, value=value) for field, value in dropped)
        sentences.append(texts.dropped.format(", ".join(items)))
    if demo_missing:
        sentences.append(texts.demo_missing)
    return tuple(sentences)


def view_notes(question: Question, sector: str, engine: Engine, texts: Catalogue) -> list[str]:
    """What the reader should know of a map: filters that could not be followed to the letter.

    Args:
        question: what the map shows.
        sector: the section that the reader chose, or ``total``.
        engine: the snapshot.
        texts: sentences of the language.
    """
    department = _department_note(question, engine, texts)
    sectors = _sector_note(question, sector, engine, texts) if sector != TOTAL else ()
    return [*department, *sectors]


def _department_note(question: Question, engine: Engine, texts: Catalogue) -> Iterator[str]:
    department = question.department
    if not department:
        return
    if department not in engine.departments(engine.codes(question.scope, "")):
        scope = in_language(SCOPES[question.scope].sentence, texts.language)
        yield texts.department_outside.format(department=engine.name(department), scope=scope)


def _sector_note(
    question: Question, sector: str, engine: Engine, texts: Catalogue
) -> Iterator[str]:
    indicator = question.indicator
    if not indicator.by_sector:
        title = in_language(indicator.title, texts.language)
        yield texts.sector_ignored.format(indicator=title)
        return
    published = set(engine.snapshot.observations(indicator.needs[0].key)["sector"].unique())
    together = sorted(s for s in published - {TOTAL, sector} if sector in s)
    if sector not in published and together:
        others = ", ".join(letter for letter in together[0] if letter != sector)
        yield texts.sector_together.format(section=sector, others=others)
