"""What adds up to what: the sums that a reader may use to find a figure that is not shown.

Each dimension is a tree whose parents are the sum of their children. Every parent has one more
child, its *rest*: the persons of unknown sex, the offers without a section, the municipalities
that the table leaves out. With it every sum is exact.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from geodata.schema import SECTIONS, SURVEY_BRANCHES, TOTAL

NATION: Final = "00"
DEPARTMENT_DIGITS: Final = 2
MUNICIPALITY_DIGITS: Final = 5
NO_PARENT: Final = -1
REST: Final = " (resto)"
NUMERATOR: Final = "numerator"
COMPLEMENT: Final = "complement"
DENOMINATOR: Final = "denominator"
"""A rate is two counts that add up: its numerator, and the denominator without it."""

EXAMPLES: Final = 3
"""Leaves tried below a node that has many."""

Signs = npt.NDArray[np.float64]
Path = tuple[int, ...]


def is_territory(code: str) -> bool:
    """Whether a code has a place between municipality and nation; survey domains overlap."""
    return code.isdigit() and len(code) in (DEPARTMENT_DIGITS, MUNICIPALITY_DIGITS)


def is_sector(label: str) -> bool:
    """Whether a label is the total, a section or sections that the survey joins."""
    return label in (TOTAL, *SECTIONS, *SURVEY_BRANCHES)


def territory_parent(code: str, _labels: Sequence[str]) -> str:
    """Municipality, department, nation; ``""`` above the nation."""
    if code == NATION:
        return ""
    return code[:DEPARTMENT_DIGITS] if len(code) == MUNICIPALITY_DIGITS else NATION


def sector_parent(label: str, labels: Sequence[str]) -> str:
    """The smallest set of sections in the table that contains this one, or the total."""
    if label == TOTAL:
        return ""
    around = [other for other in labels if other != TOTAL and set(label) < set(other)]
    return min(around, key=lambda other: (len(other), other), default=TOTAL)


def part_parent(label: str, _labels: Sequence[str]) -> str:
    """The denominator is numerator and complement together."""
    return "" if label == DENOMINATOR else DENOMINATOR


def total_parent(label: str, _labels: Sequence[str]) -> str:
    """Sexes and groups: every record has one, and all together are the total."""
    return "" if label == TOTAL else TOTAL


@dataclass(frozen=True, slots=True)
class Exchanges:
    """Ways to change one node of a tree and keep every sum.

    Attributes:
        columns: the nodes that any of them touches.
        signs: by exchange and column: 1 for one more, -1 for one less, 0 for no change.
        touched: their absolute values.
    """

    columns: npt.NDArray[np.int64]
    signs: Signs
    touched: Signs

    @classmethod
    def of(cls, moves: Sequence[tuple[Path, Path]], size: int) -> Self:
        """From the nodes that gain and the nodes that lose."""
        signs = np.zeros((len(moves), size))
        for row, (gain, lose) in zip(signs, moves, strict=True):
            row[list(gain)] = 1
            row[list(lose)] = -1
        columns = np.flatnonzero(signs.any(axis=0))
        return cls(columns, signs[:, columns], np.abs(signs[:, columns]))


@dataclass(frozen=True)
class Tree:
    """One dimension of a table.

    Attributes:
        labels: what is in the table, what stands above it, and the rests, in this order.
        parents: position of each label's parent, ``NO_PARENT`` for the root.
        exact: parents have no rest: their children are all there is.
    """

    labels: tuple[str, ...]
    parents: tuple[int, ...]
    exact: bool = False
    _place: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Remember where each label stands."""
        object.__setattr__(self, "_place", {label: n for n, label in enumerate(self.labels)})

    @classmethod
    def over(
        cls,
        found: Iterable[str],
        parent_of: Callable[[str, Sequence[str]], str],
        *,
        exact: bool = False,
    ) -> Self:
        """The tree over the labels of a table, with all that stands above them."""
        known = set(found)
        labels = sorted(known)
        above = {label: parent_of(label, labels) for label in labels}
        while unknown := set(above.values()) - set(above) - {""}:
            above |= {label: parent_of(label, labels) for label in sorted(unknown)}
        if not exact:
            above |= {parent + REST: parent for parent in sorted(set(above.values()) - {""})}
        place = {label: n for n, label in enumerate(above)} | {"": NO_PARENT}
        return cls(tuple(above), tuple(place[parent] for parent in above.values()), exact)

    def __len__(self) -> int:
        """Number of nodes."""
        return len(self.labels)

    def place(self, label: str) -> int:
        """Position of a label."""
        return self._place[label]

    @cached_property
    def children(self) -> tuple[Path, ...]:
        """Positions of each node's children, its rest last."""
        below: list[list[int]] = [[] for _ in self.labels]
        for node, parent in enumerate(self.parents):
            if parent != NO_PARENT:
                below[parent].append(node)
        return tuple(map(tuple, below))

    @cached_property
    def bottom_up(self) -> Path:
        """Nodes with children, each after those below it."""
        inner = [node for node in range(len(self)) if self.children[node]]
        return tuple(sorted(inner, key=lambda node: -len(self.above(node))))

    def rest_of(self, node: int) -> int:
        """The parent whose rest ``node`` is, or ``NO_PARENT``."""
        parent = self.parents[node]
        is_rest = parent != NO_PARENT and not self.exact and self.children[parent][-1] == node
        return parent if is_rest else NO_PARENT

    def named(self, node: int) -> Path:
        """Children without the rest."""
        return self.children[node] if self.exact else self.children[node][:-1]

    def above(self, node: int) -> Path:
        """Ancestors, the closest first."""
        chain: list[int] = []
        while (node := self.parents[node]) != NO_PARENT:
            chain.append(node)
        return tuple(chain)

    def path(self, leaf: int, node: int) -> Path:
        """From a leaf up to ``node``, both included."""
        chain = (leaf, *self.above(leaf))
        return chain[: chain.index(node) + 1]

    def leaves(self, node: int) -> Path:
        """Details below ``node``; itself where it has no children."""
        if not self.children[node]:
            return (node,)
        return tuple(leaf for child in self.children[node] for leaf in self.leaves(child))

    def ways_down(self, order: Path) -> tuple[tuple[Path, ...], ...]:
        """By node: paths up to it from a few of the leaves of ``order``, the first ones."""
        found: list[list[Path]] = [[] for _ in self.labels]
        for leaf in order:
            path: Path = (leaf,)
            found[leaf].append(path)
            for ancestor in self.above(leaf):
                path = (*path, ancestor)
                if len(found[ancestor]) < EXAMPLES:
                    found[ancestor].append(path)
        return tuple(map(tuple, found))

    def exchanges(self, node: int, down: Sequence[Sequence[Path]], *, far: bool) -> Exchanges:
        """Ways to have one more of ``node``: one less of another, or one more of all above.

        Args:
            node: what changes.
            down: what ``ways_down`` found.
            far: also exchange with what has another parent, and change the root.
        """
        moves: list[tuple[Path, Path]] = []
        for tail in down[node]:
            climbed = tail
            for ancestor in self.above(node)[: None if far else 1]:
                others = (path for child in self.children[ancestor] for path in down[child])
                moves += [(climbed, path) for path in others if path[-1] != climbed[-1]]
                climbed = (*climbed, ancestor)
            if far:
                moves.append((climbed, ()))
        return Exchanges.of(moves, len(self))
