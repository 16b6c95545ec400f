"""From the sums of an engine to rows of the table of observations."""

from typing import Final

import pandas as pd

from geodata.aggregate.figures import BEGAN, FIGURES, INCOME, MOVED, MOVES, VACANCIES, Figure
from geodata.schema import OBSERVATIONS, TOTAL, Group, Quality, Sex

REGISTER: Final = "registro_importado"
NOTE: Final = "suma de los registros importados"
MONTHLY: Final = "mensual"
SERIES: Final = "seguimiento|"
BASELINE: Final = f"{SERIES}linea_base"
DESTINATION: Final = "destino|"
KEYS: Final = [
    *("indicator", "territory_code", "period", "series"),
    *("sex", "population_group", "sector"),
]


def vacancies(sums: pd.DataFrame, source: str, *, monthly: bool = False) -> pd.DataFrame:
    """Observations of ``expressions.vacancies``; months are a series of their own."""
    shown = sums.rename(columns={"posts": "value", "posts_hidden": "hidden"})
    return _observations(
        shown,
        indicator=VACANCIES,
        unit=VACANCIES_UNIT,
        sex=Sex.TOTAL.value,
        population_group=Group.TOTAL.value,
        series=f"{REGISTER}|{MONTHLY}" if monthly else REGISTER,
        source_id=source,
    )


VACANCIES_UNIT: Final = "vacancies"


def follow_up(sums: pd.DataFrame, source: str) -> pd.DataFrame:
    """Observations of ``expressions.follow_up``: one row per figure of each cell.

    ``period`` is the cohort and ``series`` the months since it left the programme, or the
    baseline, which counts all who began. A count says its own numerator and denominator; the mean
    income says how many told it in ``sample_size``. What nobody answered has no row.
    """
    cells = sums.assign(period=sums["cohort"], series=SERIES + _moment(sums["month"]))
    parts = [_baseline(cells), *(_figure(cells, one) for one in FIGURES if one is not BEGAN)]
    return _observations(pd.concat(parts), sector=TOTAL, source_id=source)


def moves(sums: pd.DataFrame, source: str) -> pd.DataFrame:
    """Observations of ``expressions.moves``: the place is the origin, ``series`` the destination.

    A series is a text of its own because an observation has one territory.
    """
    series = DESTINATION + sums["destination"] + "|" + _moment(sums["month"])
    pairs = sums.rename(columns={"persons": "value", "persons_hidden": "hidden"})
    return _observations(
        pairs.assign(period=sums["cohort"], series=series),
        indicator=MOVES.key,
        unit=MOVES.unit,
        sex=Sex.TOTAL.value,
        population_group=Group.TOTAL.value,
        sector=TOTAL,
        source_id=source,
    )


def _moment(months: pd.Series) -> pd.Series:
    return months.astype("int64").astype("str") + "_meses"


def _baseline(cells: pd.DataFrame) -> pd.DataFrame:
    """All who began, as the first moment of each cell has them."""
    key = ["cohort", "territory_code", "sex", "population_group"]
    first = cells.sort_values("month").drop_duplicates(key)
    return first.assign(
        value=first["followed"],
        hidden=first["followed_hidden"],
        series=BASELINE,
        indicator=BEGAN.key,
        unit=BEGAN.unit,
    )


def _figure(cells: pd.DataFrame, figure: Figure) -> pd.DataFrame:
    name = figure.column
    rows = cells.assign(
        value=cells[name], hidden=cells[f"{name}_hidden"], indicator=figure.key, unit=figure.unit
    )
    if figure is INCOME:
        rows = rows.assign(sample_size=cells[f"{name}_base"])
    else:
        rows = rows.assign(numerator=cells[name], denominator=cells[f"{name}_base"])
    return rows[rows["hidden"] | rows["value"].notna()]


def _observations(rows: pd.DataFrame, **constant: str) -> pd.DataFrame:
    """Rows with every column of the table, in a stable order."""
    quality = pd.Series("", index=rows.index).mask(
        rows["hidden"].astype("bool"), Quality.SUPPRESSED.value
    )
    filled = rows.assign(quality=quality, note=NOTE, **constant).sort_values(KEYS)
    filled = filled.reset_index(drop=True)
    columns = {}
    for column in OBSERVATIONS:
        number = column.kind == "number"
        empty = pd.Series(float("nan") if number else "", index=filled.index)
        cells = filled.get(column.name, empty)
        columns[column.name] = cells.astype("float64" if number else "str")
    return pd.DataFrame(columns)


def linked(moves: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """``moves`` without those that, with the persons who moved, would give a hidden number away.

    All the moves of an origin add up to its persons who moved (``seguimiento_trasladadas``, both
    sexes, all groups). One hidden move is what is left of that total, and a hidden total is the
    sum of its moves: in either case the smallest shown move is hidden too.
    """
    both = (cells["sex"] == TOTAL) & (cells["population_group"] == TOTAL)
    totals = cells[(cells["indicator"] == MOVED.key) & both]
    moment = totals["series"].str.removeprefix(SERIES)
    keys = zip(totals["territory_code"], totals["period"], moment, strict=True)
    unsaid = {key for key, value in zip(keys, totals["value"], strict=True) if pd.isna(value)}
    place = [moves["territory_code"], moves["period"], moves["series"].str.split("|").str[-1]]
    hide = []
    for key, flows in moves.groupby(place, sort=False):
        shown, hidden = flows["value"].dropna(), int(flows["value"].isna().sum())
        if len(shown) and (hidden == 1 or (key in unsaid and not hidden)):
            hide.append(shown.idxmin())
    gone = moves.index.isin(hide)
    return moves.assign(
        value=moves["value"].mask(gone),
        quality=moves["quality"].mask(gone, Quality.SUPPRESSED.value),
    )
