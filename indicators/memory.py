"""What was asked last, up to a weight."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass
class Memory(Generic[V]):
    """What was asked last, up to a total weight; the oldest goes first. Safe between threads."""

    room: int
    _kept: dict[Hashable, tuple[V, int]] = field(default_factory=dict, repr=False)
    _weight: int = 0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def get(self, key: Hashable) -> V | None:
        """What is kept under ``key``, or ``None``."""
        with self._lock:
            return self._kept.get(key, (None, 0))[0]

    def keep(self, key: Hashable, value: V, weight: int = 1) -> V:
        """Keep ``value``, forgetting older ones until there is room; two equal answers are one."""
        with self._lock:
            if key in self._kept:
                return self._kept[key][0]
            while self._kept and self._weight + weight > self.room:
                self._weight -= self._kept.pop(next(iter(self._kept)))[1]
            self._kept[key] = (value, weight)
            self._weight += weight
        return value
