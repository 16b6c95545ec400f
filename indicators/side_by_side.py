"""One indicator in several territories: who may be set against whom, and what stands beside."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from indicators.benchmark import Reference, comparable, like_level
from indicators.contrast import ABSENT, Contrast, against_median, contrast, refusal
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.nearest import NATION, Figure, Origin, figure_of, nearest_figure
from indicators.spec import Indicator, Kind
from indicators.states import State


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference on the scale of a row.

    Attributes:
        code: territory that it is of; empty for a median.
        n: how many territories a median stands on; 1 otherwise.
        period: of the figure; empty for a median.
    """

    reference: Reference
    code: str
    value: float
    n: int = 1
    period: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator, territory by territory in the order asked for.

    Attributes:
        figures: the newest of each, its own or that of a larger territory; ``None`` without any.
        alike: territories whose own figures share window, series and period: one scale fits them.
        marks: references of that very series and period.
        first: each against the first of ``alike``; ``None`` for that one itself.
        against: each against the reference that the reader chose.
    """

    indicator: Indicator
    codes: tuple[str, ...]
    figures: tuple[Figure | None, ...]
    alike: tuple[str, ...]
    marks: tuple[Mark, ...]
    first: tuple[Contrast | None, ...]
    against: tuple[Contrast, ...]

    @property
    def lead(self) -> str:
        """The territory that the others are set against first."""
        return self.alike[0] if self.alike else self.codes[0]

    @property
    def own(self) -> int:
        """How many territories have a figure of their own."""
        return sum(one is not None and one.origin is Origin.OWN for one in self.figures)

    @property
    def known(self) -> bool:
        """Whether any territory has a figure, be it of a larger one."""
        return any(one is not None for one in self.figures)

    def figure(self, code: str) -> Figure | None:
        """The figure of one of the territories."""
        return self.figures[self.codes.index(code)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the territories are set against.

    Attributes:
        reference: department of each, median of ``scope``, nation, or median of its ``peers``.
        peers: municipalities like each territory; none for a department.
    """

    reference: Reference
    scope: pd.Index
    peers: Mapping[str, pd.Index]


def side_by_side(
    engine: Engine, indicator: Indicator, cell: Cell, codes: Sequence[str], asked: Asked
) -> Row:
    """``indicator`` in each of ``codes``, compared only as far as it may be."""
    figures = tuple(nearest_figure(engine, indicator, code, cell) for code in codes)
    alike = _alike(codes, figures)
    lead = figures[tuple(codes).index(alike[0])] if alike else None
    around = Surroundings(engine, asked, tuple(codes))
    return Row(
        indicator=indicator,
        codes=tuple(codes),
        figures=figures,
        alike=alike,
        marks=_marks(around, lead, alike) if lead else (),
        first=_first(codes, figures, alike),
        against=tuple(
            _against(around, code, figure) for code, figure in zip(codes, figures, strict=True)
        ),
    )


@dataclass(frozen=True)
class Surroundings:
    """References of the very series and period of a figure, read once for all that share them."""

    engine: Engine
    asked: Asked
    codes: tuple[str, ...]
    _read: dict[tuple[str, str, int], tuple[Result, ...]] = field(default_factory=dict)

    def figure(self, figure: Figure, code: str) -> Figure | None:
        """What ``code`` has of the series and period of ``figure``, of its year for a stock."""
        for result in self._results(figure):
            if int(result.table["state"].get(code, State.NO_DATA)) == State.VALUE:
                return figure_of(result, code, Origin.OWN, result.year)
        return None

    def median(self, figure: Figure, among: pd.Index) -> Mark | None:
        """Median of those of ``among`` of the figure's level, in its very series and period."""
        like = like_level(self.engine, figure, among)
        table = self._results(figure)[0].table.reindex(like)
        values = table.loc[table["state"] == State.VALUE, "value"]
        if len(values) < 2:  # noqa: PLR2004 - a median of one is that one
            return None
        return Mark(Reference.SCOPE, "", float(values.median()), len(values))

    def _results(self, figure: Figure) -> tuple[Result, ...]:
        row = figure.observation
        key = (str(row["period"]), str(row["series"]), figure.year)
        if key not in self._read:
            self._read[key] = tuple(comparable(self.engine, figure, self._everyone))
        return self._read[key]

    @cached_property
    def _everyone(self) -> pd.Index:
        """Every territory that a reference may be read from."""
        wholes = [code[:2] for code in self.codes]
        scope = self.asked.scope
        many = [scope, self.engine.departments(scope), *self.asked.peers.values()]
        named = [code for index in many for code in index]
        return pd.Index(sorted({*named, *wholes, NATION}), dtype=scope.dtype)


def _alike(codes: Sequence[str], figures: Sequence[Figure | None]) -> tuple[str, ...]:
    """The largest set of own figures that share a scale; of equals, that of the first."""
    own = [
        (code, figure)
        for code, figure in zip(codes, figures, strict=True)
        if figure is not None and figure.origin is Origin.OWN and figure.value is not None
    ]
    groups = [[c for c, other in own if _share(figure, other)] for _, figure in own]
    sizes = Counter({i: len(group) for i, group in enumerate(groups)})
    return tuple(groups[sizes.most_common(1)[0][0]]) if groups else ()


def _share(figure: Figure, other: Figure) -> bool:
    """Whether two own figures stand on one scale: counts may, though they are not subtracted."""
    if figure is other:
        return True
    if figure.indicator.kind is Kind.COUNT:
        rows = (figure.observation, other.observation)
        return len({(str(row["period"]), str(row["series"])) for row in rows}) == 1
    return refusal(figure, other) is None


def _first(
    codes: Sequence[str], figures: Sequence[Figure | None], alike: Sequence[str]
) -> tuple[Contrast | None, ...]:
    """Each against the first territory, or where that one stands apart the first that may be."""
    lead = alike[0] if alike else codes[0]
    base = figures[list(codes).index(lead)]
    return tuple(
        None if code == lead else contrast(figure, base)
        for code, figure in zip(codes, figures, strict=True)
    )


def _marks(around: Surroundings, lead: Figure, alike: Sequence[str]) -> tuple[Mark, ...]:
    if lead.indicator.kind is Kind.COUNT:
        return ()
    departments = dict.fromkeys(code[:2] for code in alike if len(code) > len(NATION))
    places = [(Reference.DEPARTMENT, code) for code in departments if code not in alike]
    places.append((Reference.NATION, NATION))
    found = [(which, code, around.figure(lead, code)) for which, code in places]
    named = [
        Mark(which, code, figure.value, period=str(figure.observation["period"]))
        for which, code, figure in found
        if figure is not None and figure.value is not None and refusal(lead, figure) is None
    ]
    median = around.median(lead, around.asked.scope)
    return (*named, *([median] if median else []))


def _against(around: Surroundings, code: str, figure: Figure | None) -> Contrast:
    """A figure against the reference asked for; why not, where it alone is reason enough."""
    asked = around.asked
    if figure is None or figure.value is None:
        return Contrast(reason=ABSENT)
    alone = refusal(figure, figure)
    if alone is not None:
        return Contrast(reason=alone)
    if asked.reference in (Reference.DEPARTMENT, Reference.NATION):
        whole = code[:2] if asked.reference is Reference.DEPARTMENT else NATION
        return contrast(figure, None if whole == code else around.figure(figure, whole))
    among = asked.scope if asked.reference is Reference.SCOPE else asked.peers.get(code)
    found = None if among is None else around.median(figure, among)
    return Contrast(reason=ABSENT) if found is None else against_median(figure, found.value)
