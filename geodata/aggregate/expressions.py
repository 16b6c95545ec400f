"""Sums of single records as ibis expressions: one text for every engine, bound to none of them.

What engines do differently decides how this is written: denominators pass through ``nullif``,
numbers are float64 before they are added up again or divided, true and false are counted and never
cast, words are compared and never sorted, no window is used, and rounding is ``floor(x + 0.5)``
because engines round halves in different ways. Incomes are made whole before they are added up:
sums of whole numbers are the same in any order.

Counts of 1 to ``fewest - 1`` are emptied here, before anything leaves the engine, and a column
``…_hidden`` says so.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Final

import ibis
from ibis.expr import types as ir

from geodata.aggregate.figures import (
    ANSWERS,
    BEGAN,
    CODE_DIGITS,
    EMPLOYED,
    FIGURES,
    GROUPS,
    INCOME,
    MONTHS,
    MOST_INCOME,
    SEXES,
    Figure,
)
from geodata.schema import SECTIONS, TOTAL

CELL: Final = ("territory_code", "cohort", "month", "sex", "population_group")
TRIP: Final = ("territory_code", "destination", "cohort", "month")
CODE: Final = f"^[0-9]{{{CODE_DIGITS}}}$"
COHORT: Final = "^[0-9]{4}(-[0-9]{2}(/[0-9]{4}-[0-9]{2})?)?$"
"""A year, a month or months from one to another: no free text of a record leaves the engine."""

COHORT_LENGTHS: Final = (4, 7, 15)
"""Lengths are compared too, because Spark's ``$`` lets a last line break through."""

HALF: Final = 0.5


def vacancies(offers: ir.Table, fewest: int, *, monthly: bool = False) -> ir.Table:
    """Posts by municipality, period and CIIU section, and the total of all sections.

    Args:
        offers: one offer per row; without ``positions`` it is one post. Offers without a section
            count in the total only.
        fewest: the smallest count that is shown.
        monthly: periods are months, ``2025-03``; otherwise years.

    Returns:
        ``territory_code``, ``period``, ``sector``, ``posts`` (float64, null where hidden) and
        ``posts_hidden``.
    """
    parts = {"year": offers.date.year()} | ({"month": offers.date.month()} if monthly else {})
    posts = offers.positions.fill_null(1).sum().cast("float64")
    keys = ["territory_code", "sector", *parts]
    read = offers.filter(_offered(offers)).mutate(**parts).group_by(keys).agg(posts=posts)
    cells = read.filter(_is_code(read.territory_code)).select(
        "territory_code", "sector", "posts", period=_period(read, monthly=monthly)
    )
    every = _with_total(cells, "sector", SECTIONS)
    summed = every.group_by("territory_code", "period", "sector").agg(posts=every.posts.sum())
    return _hidden(summed, "posts", few(summed.posts, fewest))


def _period(cells: ir.Table, *, monthly: bool) -> ir.StringValue:
    year = cells.year.cast("string")
    return year + "-" + cells.month.cast("string").lpad(2, "0") if monthly else year


def follow_up(interviews: ir.Table, fewest: int) -> ir.Table:
    """Persons by cohort, months since leaving, municipality, sex and group, totals included.

    Args:
        interviews: one row per person and month. Answers of whoever was not reached are not read;
            a person of unknown sex or group counts in the totals only.
        fewest: the smallest count that is shown.

    Returns:
        The columns of ``CELL``; ``followed``; and for each figure of persons its count, ``…_base``
        (those who could have said so) and ``…_hidden``. ``income`` is the mean in whole pesos of
        the ``income_base`` persons who told it. Everything hidden is null; so is what nobody
        answered.
    """
    placed = interviews.filter(_interviewed(interviews))
    read = placed.group_by(CELL).agg(**_counts(placed))
    cells = read.filter(_is_named(read))
    numbers = [name for name in cells.columns if name not in CELL]
    cells = cells.mutate(**{name: cells[name].cast("float64") for name in numbers})
    every = _with_total(_with_total(cells, "sex", SEXES), "population_group", GROUPS)
    summed = every.group_by(CELL).agg(**{name: every[name].sum() for name in numbers})
    return _disclosed(summed, fewest)


def _counts(rows: ir.Table) -> dict[str, ir.IntegerScalar]:
    """Counts of one cell, before any suppression."""
    reached = ~rows.attrition
    told = _whole_income(rows)
    answers = {"employed": rows.employed, "contract_kept": rows.contract_kept,
               "regularised": rows.regularised}  # fmt: skip
    counts = {"followed": rows.count(), "reached": rows.count(where=reached)}
    for name, answer in answers.items():
        counts[name] = rows.count(where=reached & answer)
        counts[f"{name}_base"] = rows.count(where=reached & answer.notnull())
    counts["moved"] = rows.count(where=reached & _moved(rows))
    counts["income_base"] = rows.count(where=reached & told.notnull())
    counts["income_sum"] = told.sum(where=reached)
    return counts


def _whole_income(rows: ir.Table) -> ir.FloatingColumn:
    """Income in whole pesos; null where it is negative, not a number or impossibly large."""
    income = rows.income.cast("float64")
    likely = (income >= 0) & (income <= MOST_INCOME)
    return ibis.ifelse(likely, _rounded(income), ibis.null("float64"))


def _rounded(number: ir.FloatingColumn) -> ir.FloatingColumn:
    return (number + HALF).floor().cast("float64")


def _disclosed(sums: ir.Table, fewest: int) -> ir.Table:
    """The sums as they may leave the engine."""
    whole = sums.mutate(
        reached_base=sums.followed,
        moved_base=sums.reached,
        income=sums.income_sum / sums.income_base.nullif(0),
    )
    judged = whole.mutate(
        **{f"{figure.column}_hidden": _small(whole, figure, fewest) for figure in FIGURES}
    )
    return judged.select(*CELL, **_left(judged))


def _left(sums: ir.Table) -> dict[str, ir.Column]:
    """What is left of each figure once the hidden and the unanswered are emptied."""
    left: dict[str, ir.Column] = {}
    for figure in FIGURES:
        count, hidden = sums[figure.column], sums[f"{figure.column}_hidden"]
        left[f"{figure.column}_hidden"] = hidden
        left[figure.column] = _emptied(hidden, count)
        if figure is not BEGAN:
            base = sums[f"{figure.column}_base"]
            left[figure.column] = _emptied(hidden | (base == 0), count)
            left[f"{figure.column}_base"] = _emptied(hidden, base)
    left[INCOME.column] = _rounded(left[INCOME.column])
    return left


def _small(sums: ir.Table, figure: Figure, fewest: int) -> ir.BooleanColumn:
    """Where a figure speaks of too few persons."""
    count = sums[figure.column]
    if figure is BEGAN:
        return few(count, fewest)
    base = sums[f"{figure.column}_base"]
    if figure is INCOME:
        # Who tells an income works: their number gives away a hidden number of employed persons.
        return few(base, fewest) | ((base > 0) & _small(sums, EMPLOYED, fewest))
    small = few(base, fewest) | few(count, fewest)
    return small | few(base - count, fewest) if figure in ANSWERS else small


def moves(interviews: ir.Table, fewest: int) -> ir.Table:
    """Persons who live in another municipality, by cohort, months, origin and destination.

    Returns:
        The columns of ``TRIP`` (``territory_code`` is the origin), ``persons`` (float64, null
        where hidden) and ``persons_hidden``. Pairs that nobody made have no row.
    """
    away = interviews.moved_to.length() == CODE_DIGITS
    elsewhere = away & (interviews.moved_to != interviews.territory_code)
    gone = interviews.filter(_interviewed(interviews) & ~interviews.attrition & elsewhere).mutate(
        destination=interviews.moved_to
    )
    read = gone.group_by(TRIP).agg(persons=gone.count().cast("float64"))
    cells = read.filter(_is_named(read) & _is_code(read.destination))
    return _hidden(cells, "persons", few(cells.persons, fewest))


def offers_read(offers: ir.Table) -> ir.Table:
    """One row: ``read`` offers, those left out (``unplaced``), those in totals only."""
    placed = offers.filter(_offered(offers))
    cells = placed.group_by("territory_code", "sector").agg(rows=placed.count())
    return _read(offers, cells.filter(_is_code(cells.territory_code)), {"sector": SECTIONS})


def interviews_read(interviews: ir.Table) -> ir.Table:
    """One row: ``read`` interviews, those left out (``unplaced``), those in totals only."""
    placed = interviews.filter(_interviewed(interviews))
    words = {"sex": SEXES, "population_group": GROUPS}
    cells = placed.group_by("territory_code", "cohort", *words).agg(rows=placed.count())
    return _read(interviews, cells.filter(_is_named(cells)), words)


def repeated(interviews: ir.Table) -> ir.Table:
    """One row: how many (``repeated``) persons have several interviews at the same months."""
    key = ["person_id", "cohort", "month"]
    counted = interviews.filter(_interviewed(interviews)).group_by(key).agg(rows=ibis._.count())
    return counted.filter(counted.rows > 1).agg(repeated=ibis._.count())


def _read(rows: ir.Table, placed: ir.Table, words: Mapping[str, Sequence[str]]) -> ir.Table:
    """What was read against what could be placed; words are judged once per cell, not per row."""
    known = reduce(and_, (placed[name].isin(those) for name, those in words.items()))
    every = rows.agg(read=rows.count())
    used = placed.agg(
        placed=placed.rows.sum().fill_null(0).cast("int64"),
        known=placed.rows.sum(where=known).fill_null(0).cast("int64"),
    )
    both = every.cross_join(used)
    return both.select(
        "read", unplaced=both.read - both.placed, in_total_only=both.placed - both.known
    )


def few(count: ir.NumericColumn, fewest: int) -> ir.BooleanColumn:
    """Where ``count`` is from 1 to ``fewest - 1``."""
    return (count >= 1) & (count < fewest)


def _emptied(where: ir.BooleanColumn, column: ir.Column) -> ir.Column:
    return ibis.ifelse(where, ibis.null(column.type()), column)


def _hidden(sums: ir.Table, name: str, small: ir.BooleanColumn) -> ir.Table:
    emptied = {name: _emptied(small, sums[name]), f"{name}_hidden": small}
    return sums.select(*(column for column in sums.columns if column != name), **emptied)


def _with_total(cells: ir.Table, name: str, known: Sequence[str]) -> ir.Table:
    """Cells of the ``known`` words of a column, and all cells again under the word ``TOTAL``."""
    return cells.filter(cells[name].isin(known)).union(cells.mutate(**{name: ibis.literal(TOTAL)}))


def _is_code(column: ir.StringColumn) -> ir.BooleanColumn:
    return (column.length() == CODE_DIGITS) & column.re_search(CODE)


def _is_named(table: ir.Table) -> ir.BooleanColumn:
    period = table.cohort.length().isin(COHORT_LENGTHS) & table.cohort.re_search(COHORT)
    return _is_code(table.territory_code) & period


def _offered(offers: ir.Table) -> ir.BooleanColumn:
    """Where an offer has a place, a day and no impossible number of posts."""
    posts = offers.positions.fill_null(1)
    return offers.territory_code.notnull() & offers.date.notnull() & (posts >= 0)


def _interviewed(interviews: ir.Table) -> ir.BooleanColumn:
    """Where an interview has a person, a cohort, a place and one of the months."""
    named = interviews.person_id.notnull() & interviews.cohort.notnull()
    return named & interviews.territory_code.notnull() & interviews.month.isin(MONTHS)


def _moved(interviews: ir.Table) -> ir.BooleanColumn:
    """Where the person lives in another municipality; no word is no move."""
    return _is_code(interviews.moved_to) & (interviews.moved_to != interviews.territory_code)
