"""One table of counts, whole: what it shows, and what follows from it by subtraction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from types import MappingProxyType
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.disclosure.relations import (
    NO_PARENT,
    Tree,
    part_parent,
    sector_parent,
    territory_parent,
    total_parent,
)

PARENTS: Final[Mapping[str, Callable[[str, Sequence[str]], str]]] = MappingProxyType(
    {
        "territory_code": territory_parent,
        "sector": sector_parent,
        "sex": total_parent,
        "population_group": total_parent,
        "part": part_parent,
    }
)
"""The dimensions of a table, and what each of their labels is a part of."""

DIMENSIONS: Final = tuple(PARENTS)
DECIMALS: Final = 6
"""Smaller differences are rounding, not persons."""

Floats = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]
Places = npt.NDArray[np.int64]
Fill = Callable[[Tree, Floats, Codes], None]


class Known(IntEnum):
    """What the table says of a cell."""

    NOTHING = 0
    """No row: a reader takes it for zero."""
    SHOWN = 1
    """A row; it leaves unless it is withheld."""
    IMPLIED = 2
    """No row, but a sum needs it: a rest, or a subtotal that nobody wrote."""
    EMPTY = 3
    """A rest for which the sum leaves nothing."""
    UNSURE = 4
    """A rest that may as well belong to the rows that are missing from the sum."""


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by territory, sector, sex, group and part of a rate, every sum complete.

    Attributes:
        names: the dimensions in which the table has more than one label, one at least.
        trees: one for each of ``names``; their positions index the arrays.
        value: counts; missing where the source withheld them.
        known: a ``Known`` for each cell.
        contradicted: totals that their own parts deny. They are shown to nobody.
    """

    names: tuple[str, ...]
    trees: tuple[Tree, ...]
    value: Floats
    known: Codes
    contradicted: Marks

    @classmethod
    def of(cls, cells: pd.DataFrame) -> Self:
        """Complete the sums of a table.

        Args:
            cells: ``DIMENSIONS`` and ``value``, a count of zero or more, missing where the source
                withheld it. Of a cell that is written twice the lower count stands.
        """
        every = {
            name: Tree.over(cells[name].unique(), parent, exact=name == "part")
            for name, parent in PARENTS.items()
        }
        names = tuple(name for name in every if len(every[name]) > 1) or DIMENSIONS[:1]
        trees = tuple(every[name] for name in names)
        shape = tuple(map(len, trees))
        value, known = np.zeros(shape), np.zeros(shape, np.int8)
        at, count = positions(names, trees, cells), cells["value"].to_numpy(float)
        falling = np.argsort(-count, kind="stable")  # missing ones last: they stand
        value.flat[at[falling]] = count[falling]
        known.flat[at] = Known.SHOWN
        return cls(names, trees, *_consistent(trees, value, known))

    def at(self, cells: pd.DataFrame) -> Places:
        """Flat position of each cell in the arrays."""
        return positions(self.names, self.trees, cells)

    @property
    def rest(self) -> Marks:
        """Cells that are the rest of a sum in some dimension."""
        return reduce(np.logical_or.outer, map(_is_rest, self.trees))


def positions(names: Sequence[str], trees: Sequence[Tree], cells: pd.DataFrame) -> Places:
    """Flat position of each cell in arrays with one dimension for each tree."""
    each = []
    for name, tree in zip(names, trees, strict=True):
        numbers, labels = pd.factorize(cells[name])
        each.append(np.array([tree.place(label) for label in labels], np.int64)[numbers])
    return np.ravel_multi_index(tuple(each), tuple(map(len, trees))).astype(np.int64)


def _is_rest(tree: Tree) -> Marks:
    marks = np.zeros(len(tree), np.bool_)
    if not tree.exact:
        marks[[tree.children[node][-1] for node in tree.bottom_up]] = True
    return marks


def _consistent(trees: Sequence[Tree], value: Floats, known: Codes) -> tuple[Floats, Codes, Marks]:
    """Complete, without the totals whose parts are more than the total."""
    contradicted = np.zeros(value.shape, np.bool_)
    while True:
        whole, whole_known = _completed(trees, value, known)
        below_zero = np.argwhere(whole < 0)
        if not len(below_zero):
            return whole, whole_known, contradicted
        shown = known == Known.SHOWN
        denied = _totals_over(trees, below_zero, shown) & shown
        contradicted |= denied
        value, known = np.where(denied, 0.0, value), np.where(denied, Known.NOTHING, known)


def _totals_over(trees: Sequence[Tree], cells: Places, shown: Marks) -> Marks:
    """The totals that impossible rests were taken from; all totals where those are not shown."""
    over = np.zeros(shown.shape, np.bool_)
    for cell in cells:
        over[_box_over(trees, cell)] = True
    if not (over & shown).any():
        detail = [np.array([not children for children in tree.children]) for tree in trees]
        over = ~reduce(np.logical_and.outer, detail)
    return over


def _box_over(trees: Sequence[Tree], cell: Places) -> tuple[Places, ...]:
    """The totals of a rest in the first dimension where it is one."""
    parents = [tree.rest_of(int(node)) for tree, node in zip(trees, cell, strict=True)]
    first = next(axis for axis, parent in enumerate(parents) if parent != NO_PARENT)
    box = []
    for axis, (tree, node, parent) in enumerate(zip(trees, cell, parents, strict=True)):
        here = [int(node)] if parent == NO_PARENT else [parent, *tree.named(parent)]
        box.append(here[:1] if axis == first else here)
    return np.ix_(*box)


def _completed(trees: Sequence[Tree], value: Floats, known: Codes) -> tuple[Floats, Codes]:
    """With the subtotals that nobody wrote and the rests of all sums."""
    value, known = value.copy(), known.copy()
    for _ in trees:  # a subtotal of one dimension is a part in the next
        _along(trees, _add_subtotals, value, known)
    least = value.copy()
    value[known == Known.IMPLIED] = np.nan  # at least so many: no rest can be told from it
    _along(trees, _add_rests, value, known)
    _along(trees, _size_of_undivided, value, known)
    value = np.where(np.isnan(value) & (known != Known.SHOWN), np.nan_to_num(least), value)
    _along(trees, _add_subtotals, value, known)
    return value, known


def _along(trees: Sequence[Tree], fill: Fill, value: Floats, known: Codes) -> None:
    """Fill both arrays along one dimension after the other."""
    for axis, tree in enumerate(trees):
        fill(tree, np.moveaxis(value, axis, 0), np.moveaxis(known, axis, 0))


def _add_subtotals(tree: Tree, value: Floats, known: Codes) -> None:
    """Where a parent has no row, it is at least the sum of its children. Fills its arguments."""
    for node in tree.bottom_up:
        children = list(tree.children[node])
        stated = np.isin(known[children], (Known.SHOWN, Known.IMPLIED)).any(axis=0)
        unwritten = stated & np.isin(known[node], (Known.NOTHING, Known.IMPLIED))
        least = np.fmax(value[node], np.nansum(value[children], axis=0))
        value[node] = np.where(unwritten, least, value[node])
        known[node] = np.where(unwritten, Known.IMPLIED, known[node])


def _add_rests(tree: Tree, value: Floats, known: Codes) -> None:
    """What remains of a parent without its children. Fills its arguments.

    Where a part is withheld or unwritten a reader may know the rest: it counts as nothing. Where
    no part has a row the rest is all there is. What follows from an unsure rest is unsure.
    """
    for node in () if tree.exact else tree.bottom_up:
        *named, rest = tree.children[node]
        left = np.round(value[node] - value[named].sum(axis=0), DECIMALS)
        unsure = (known[[node, *named]] == Known.UNSURE).any(axis=0)
        left = np.where(unsure & (left < 0), np.nan, left)
        subtotal = np.isnan(value[node]) & (known[node] == Known.IMPLIED)
        parent = np.where(subtotal, Known.NOTHING, known[node])
        undivided = (known[named] == Known.NOTHING).all(axis=0) & ~unsure & ~(left <= 0)
        kinds = _kind_of_rest(left, parent, known[named], unsure)
        known[rest] = np.where(undivided & (parent != Known.NOTHING), Known.IMPLIED, kinds)
        left = np.where(undivided, np.nan, left)  # of unknown parts: no sum is made with it
        value[rest] = np.where(parent == Known.NOTHING, 0.0, left)


def _kind_of_rest(left: Floats, parent: Codes, children: Codes, unsure: Marks) -> Codes:
    """What is known of a rest, from how much is left and what is known of the other cells."""
    doubt = unsure | (children == Known.NOTHING).any(axis=0)
    cases = (parent == Known.NOTHING, (left > 0) & doubt, left > 0)
    return np.select(cases, (Known.NOTHING, Known.UNSURE, Known.IMPLIED), Known.EMPTY)


def _size_of_undivided(tree: Tree, value: Floats, known: Codes) -> None:
    """Of a total without parts, its rest is as large as the total. Fills its arguments."""
    for node in () if tree.exact else reversed(tree.bottom_up):
        rest = tree.children[node][-1]
        unsized = np.isnan(value[rest]) & (known[rest] == Known.IMPLIED)
        value[rest] = np.where(unsized, value[node], value[rest])
