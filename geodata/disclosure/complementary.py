"""Which other cells must go, so that no sum gives a secret away.

The method is the hypercube (Giessing and Repsilber, 2002), extended to hierarchies and to tables
with missing rows. For each secret it looks for an *exchange*: another table with the same shown
cells and the same sums, in which the secret is another whole number. One woman more in a sector
is one man fewer there, one woman fewer in another sector, and one man more in that one: eight
cells with a second municipality. If all cells of the exchange are withheld, no reader can tell
the two tables apart, whatever he adds or subtracts; that is the whole proof. The cheapest
exchange is taken, and cells that are withheld already cost nothing.

The reader is taken to know the rule: that zeros are shown, so a withheld count is at least 1. No
exchange goes below that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Final, Self

import numpy as np

from geodata.disclosure.policy import Policy
from geodata.disclosure.relations import Exchanges, Path, Tree
from geodata.disclosure.table import Floats, Known, Marks, Places, Table

IMPOSSIBLE: Final = 2.0**40
"""Cost of a change that cannot be: larger than that of all cells together."""

COST_OF_ZERO: Final = 2.0**20
"""A withheld zero is easily guessed: only where nothing else can be done."""

COST_OF_LEVEL: Final = 64.0
"""What each step from a detail towards the total adds to the cost of withholding a cell."""

COST_OF_DOUBLING: Final = 8.0
"""What a count twice as large adds. Costs are whole numbers: no machine rounds them its way."""

TERRITORY: Final = "territory_code"
SURE: Final = (Known.SHOWN, Known.IMPLIED)


def complementary(table: Table, policy: Policy, secret: Marks, withheld: Marks) -> Marks:
    """Rows to withhold: the secrets, what is withheld already, and what protects both.

    First the counts that are in the table, then the rests that a reader may take for one: what
    is uncertain must not protect what is certain. Where a secret has no exchange at all, because
    the table says too little of its sums, no row of the table leaves.
    """
    shown: Marks = np.equal(table.known, Known.SHOWN)
    unsure: Marks = np.equal(table.known, Known.UNSURE)
    withheld = (withheld | secret) & shown
    for some, movable in ((secret & ~unsure, SURE), (secret & unsure, (*SURE, Known.UNSURE))):
        search = Search.start(table, policy, withheld, movable)
        if not all(search.safe[cell] or search.protect(cell) for cell in _in_order(table, some)):
            return shown
        withheld = search.withheld
    return withheld


def _in_order(table: Table, secret: Marks) -> list[Path]:
    """Details before totals, smaller counts before larger ones, then by position."""
    cells = np.argwhere(secret)
    places = tuple(cells.T)
    size = np.nan_to_num(table.value[places])
    order = np.lexsort((size, _levels(table)[places]))
    return [tuple(cell) for cell in cells[order].tolist()]


def _levels(table: Table) -> Places:
    """Steps from a detail up to each cell, over all dimensions."""
    heights = []
    for tree in table.trees:
        height = np.zeros(len(tree), np.int64)
        for node in tree.bottom_up:
            height[node] = 1 + max(height[child] for child in tree.children[node])
        heights.append(height)
    return reduce(np.add.outer, heights)


def prices(table: Table) -> Floats:
    """What is lost when a cell is withheld: little for small details, much for totals."""
    size = np.maximum(np.nan_to_num(table.value), 0.0)
    price: Floats = np.rint(COST_OF_DOUBLING * np.log2(1 + size)) + COST_OF_LEVEL * _levels(table)
    price[size == 0] += COST_OF_ZERO
    return price


@dataclass
class Search:
    """The state of the solution.

    Attributes:
        withheld: rows that do not leave.
        safe: cells for which an exchange is withheld.
        movable: cells that a reader cannot take for zero.
        totals: cells that are one in some dimension.
        rises: cost of withholding what a cell needs to be one more.
        falls: the same for one less.
        down: by dimension and node, paths to some of its details.
    """

    table: Table
    policy: Policy
    withheld: Marks
    safe: Marks
    movable: Marks
    totals: Marks
    rises: Floats
    falls: Floats
    down: tuple[tuple[tuple[Path, ...], ...], ...]
    _ways: dict[tuple[int, Path, bool], Exchanges] = field(default_factory=dict, repr=False)

    @classmethod
    def start(cls, table: Table, policy: Policy, withheld: Marks, kinds: Sequence[Known]) -> Self:
        """With nothing safe yet; only cells of ``kinds`` may change."""
        movable = np.isin(table.known, kinds)
        free = withheld | (movable & (table.known != Known.SHOWN))
        rises = np.where(free, 0.0, prices(table))
        rises[~movable] = IMPOSSIBLE
        least = np.where(table.known == Known.SHOWN, 2.0, 1.0)
        falls = np.where(table.value >= least, rises, IMPOSSIBLE)  # a missing value never falls
        down = tuple(
            tree.ways_down(_details(tree, axis, table, movable))
            for axis, tree in enumerate(table.trees)
        )
        safe = np.zeros(withheld.shape, np.bool_)
        totals: Marks = np.greater(_levels(table), 0)
        return cls(table, policy, withheld.copy(), safe, movable, totals, rises, falls, down)

    def protect(self, cell: Path) -> bool:
        """Withhold the cheapest exchange of ``cell``; ``False`` where there is none.

        A detail is exchanged inside its own department if that can be.
        """
        paths = self._paths(cell)
        for far in (False, True):
            ways = [self._exchanges(axis, path, far=far) for axis, path in enumerate(paths)]
            if not all(len(way.signs) for way in ways):
                continue
            signs, cost = self._cheapest(cell, ways)
            if cost < IMPOSSIBLE:
                self._withhold(ways, signs)
                return True
        return False

    def _cheapest(self, cell: Path, ways: Sequence[Exchanges]) -> tuple[Floats, float]:
        """Signs of the cheapest exchange over the columns of ``ways``, and what it costs.

        A cell that rises costs ``rises``, one that falls ``falls``. With s = 1, 0 or -1 that is
        half of |s| (rises + falls) + s (rises - falls), summed for all exchanges at once.
        """
        block = np.ix_(*(way.columns for way in ways))
        rises, falls = self.rises[block], self.falls[block]
        signs = [way.signs for way in ways]
        both = _contracted(rises + falls, [way.touched for way in ways])
        turn = _contracted(rises - falls, signs)
        cost, sign = self._preferred(cell, both + turn, both - turn)
        best = np.unravel_index(int(cost.argmin()), cost.shape)
        chosen = reduce(np.multiply.outer, [s[i] for s, i in zip(signs, best, strict=True)])
        return sign * chosen, float(cost[best]) / 2

    def _preferred(self, cell: Path, up: Floats, down: Floats) -> tuple[Floats, int]:
        """One more or one less, whichever is cheaper.

        The largest small count falls if it can: the other possible count is small as well.
        """
        largest = self.table.value[cell] == self.policy.threshold - 1
        falls = down.min() < (2 * IMPOSSIBLE if largest else up.min())
        return (down, -1) if falls else (up, 1)

    def _exchanges(self, axis: int, path: Path, *, far: bool) -> Exchanges:
        """Ways to change the end of ``path`` in one dimension."""
        key = (axis, path, far)
        if key not in self._ways:
            node, down = path[-1], self.down[axis]
            own = (path, *(other for other in down[node] if other != path))
            down = (*down[:node], own, *down[node + 1 :])
            tree = self.table.trees[axis]
            self._ways[key] = tree.exchanges(
                node, down, far=far or self.table.names[axis] != TERRITORY
            )
        return self._ways[key]

    def _paths(self, cell: Path) -> list[Path]:
        """By dimension: from the largest detail of ``cell`` up to it."""
        trees = self.table.trees
        if not self.totals[cell]:
            return [(node,) for node in cell]
        below = [tree.leaves(node) for tree, node in zip(trees, cell, strict=True)]
        block = np.ix_(*below)
        size = np.where(self.movable[block], np.nan_to_num(self.table.value[block]) + 1, 0)
        largest = np.unravel_index(int(size.argmax()), size.shape)
        leaves = [leaf[i] for leaf, i in zip(below, largest, strict=True)]
        return [t.path(leaf, node) for t, leaf, node in zip(trees, leaves, cell, strict=True)]

    def _withhold(self, ways: Sequence[Exchanges], signs: Floats) -> None:
        """Withhold the cells of an exchange; all of them are safe now, also the new ones."""
        touched = np.nonzero(signs)
        cells = tuple(way.columns[at] for way, at in zip(ways, touched, strict=True))
        self.withheld[cells] |= np.equal(self.table.known[cells], Known.SHOWN)
        self.rises[cells] = 0.0
        self.falls[cells] = np.where(self.falls[cells] < IMPOSSIBLE, 0.0, IMPOSSIBLE)
        largest = np.equal(self.table.value[cells], self.policy.threshold - 1)
        self.safe[cells] |= np.less(signs[touched], 0) | ~largest


def _details(tree: Tree, axis: int, table: Table, movable: Marks) -> Path:
    """Nodes without children that have any cell, those with the largest counts first."""
    others = tuple(other for other in range(len(table.trees)) if other != axis)
    total = np.where(movable, np.nan_to_num(table.value), 0.0).sum(axis=others)
    alive: Marks = np.logical_or.reduce(movable, axis=others)
    nodes = [node for node in range(len(tree)) if alive[node] and not tree.children[node]]
    return tuple(sorted(nodes, key=lambda node: -total[node]))


def _contracted(block: Floats, signs: Sequence[Floats]) -> Floats:
    """The sum over ``block`` of each product of one row of every matrix of ``signs``."""
    for rows in signs:
        first, *others = block.shape
        summed = rows @ block.reshape(first, -1)
        block = summed.T.reshape(*others, len(rows))  # the next dimension comes to the front
    return block
