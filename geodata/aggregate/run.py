"""Records in, observations out: open the engine, check the columns, run the sums."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pandas as pd
from ibis.expr import types as ir

from geodata.aggregate import expressions, rows
from geodata.aggregate.address import parse
from geodata.aggregate.engines import Opened, opened
from geodata.aggregate.errors import RecordsUnfitError
from geodata.aggregate.figures import Records
from geodata.aggregate.inputs import records
from geodata.errors import UserFacingError
from geodata.schema import FEWEST_PERSONS, Quality

Complement = Callable[[pd.DataFrame], pd.DataFrame]
"""Observations in, the same rows out, with more of them suppressed."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to add up.

    Attributes:
        engine: ``duckdb``, ``postgresql://…`` or ``sc://…``.
        place: path or table, see ``engines.opened``.
        source: ``source_id`` of the observations.
        fewest: the smallest count that is shown; for persons it can only be raised.
        monthly: vacancies by month instead of by year.
    """

    kind: Records
    engine: str
    place: str
    source: str = ""
    fewest: int = FEWEST_PERSONS
    monthly: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be asked.

        Raises:
            UserFacingError: the threshold is too low, or months were asked of persons.
        """
        lowest = FEWEST_PERSONS if self.kind is Records.FOLLOW_UP else 1
        if self.fewest < lowest:
            raise UserFacingError(
                f"El umbral de {self.kind.value} es al menos {lowest}: súbalo o quite la opción."
            )
        if self.monthly and self.kind is not Records.VACANCIES:
            raise UserFacingError("Solo las vacantes se suman por mes. Quite la opción.")


@dataclass(frozen=True, slots=True)
class Sums:
    """What came out.

    Attributes:
        rows: columns of ``geodata.schema.OBSERVATIONS``.
        read: records read.
        unplaced: records left out: no municipality, no date or cohort, or an impossible number.
        in_total_only: records whose section, sex or group is not a known word.
    """

    rows: pd.DataFrame
    read: int
    unplaced: int
    in_total_only: int

    @property
    def suppressed(self) -> int:
        """Rows whose figure is hidden."""
        return int((self.rows["quality"] == Quality.SUPPRESSED.value).sum())


def aggregate(request: Request, complement: Complement | None = None) -> Sums:
    """Run the sums of ``request``.

    Args:
        request: what to add up, and where.
        complement: complementary suppression, applied to the rows before anybody sees them. Counts
            under the threshold are hidden already; without it a total can still give one away.

    Raises:
        UserFacingError: the engine, the records or their columns are not what was asked for.
    """
    with opened(parse(request.engine), request.place) as source:
        table = records(source, request.kind)
        made, read = MAKERS[request.kind](source, table, request)
    counts = read.iloc[0]
    return Sums(
        rows=complement(made) if complement else made,
        read=int(counts["read"]),
        unplaced=int(counts["unplaced"]),
        in_total_only=int(counts["in_total_only"]),
    )


def _vacancies(
    source: Opened, offers: ir.Table, asked: Request
) -> tuple[pd.DataFrame, pd.DataFrame]:
    sums = source.run(expressions.vacancies(offers, asked.fewest, monthly=asked.monthly))
    made = rows.vacancies(sums, asked.source, monthly=asked.monthly)
    return made, source.run(expressions.offers_read(offers))


def _follow_up(
    source: Opened, interviews: ir.Table, asked: Request
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Refuses repeated persons before anything is added up: they would count twice."""
    repeated = int(source.run(expressions.repeated(interviews))["repeated"].sum())
    if repeated:
        raise RecordsUnfitError(
            f"{repeated} personas tienen varias filas en la misma cohorte y el mismo mes. "
            "Deje una sola fila por persona, cohorte y mes."
        )
    cells = source.run(expressions.follow_up(interviews, asked.fewest))
    pairs = source.run(expressions.moves(interviews, asked.fewest))
    people = rows.follow_up(cells, asked.source)
    made = [people, rows.linked(rows.moves(pairs, asked.source), people)]
    read = source.run(expressions.interviews_read(interviews))
    return pd.concat(made, ignore_index=True), read


Maker = Callable[[Opened, ir.Table, Request], tuple[pd.DataFrame, pd.DataFrame]]
MAKERS: Final[Mapping[Records, Maker]] = MappingProxyType(
    {Records.VACANCIES: _vacancies, Records.FOLLOW_UP: _follow_up}
)
