"""Colours of the map on paper, by the names that ``assets/theme.css`` gives them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

INKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ink": "#14232b",
        "ink-2": "#44545c",
        "ink-3": "#5e6b72",
        "card": "#ffffff",
        "line": "#e0dacf",
        "control-line": "#8d9499",
        "teal": "#0b5560",
        "teal-0": "#e6f1f0",
        "amber": "#c8772e",
        "amber-deep": "#9a5413",
        "indigo": "#3a3f87",
        "plum": "#7a2e5d",
        "gone": "#8b8171",
        "warn": "#5f3a0d",
        "warn-paper": "#fff6e8",
        "warn-line": "#e9c99a",
        "sea": "#dce7ec",
        "map-land": "#efece5",
        "map-paper": "#f7f5f0",
        "map-paper-line": "#d9d3c8",
        "map-country-line": "#cfc8ba",
        "map-country-name": "#6f6759",
        "map-department": "#4f5d65",
        "map-edge": "#ffffff",
        "map-mark": "#14232b",
        "map-halo": "#ffffff",
        "ramp-1": "#badbd7",
        "ramp-2": "#8cc2bf",
        "ramp-3": "#559fa1",
        "ramp-4": "#277c83",
        "ramp-5": "#0b5560",
        "count-fill": "#e2edeb",
        "count-ink": "#2a8288",
        "hatch-paper": "#f6f0e4",
        "hatch-line": "#c4af8c",
        "secret-paper": "#e5e1da",
        "secret-dot": "#14232b",
        "never-paper": "#f4f1ec",
        "never-line": "#7a868c",
        "circle-line": "#0b5560",
        "unit-line": "#8a4a12",
        "below-2": "#6953ac",
        "below-1": "#ab9ee2",
        "level": "#d1d1d0",
        "above-1": "#75b8ac",
        "above-2": "#117569",
        "cross-1": "#d8c2cb",
        "cross-2": "#899bcf",
        "cross-3": "#376fce",
        "cross-4": "#cc997a",
        "cross-5": "#847579",
        "cross-6": "#405071",
        "cross-7": "#bd6e04",
        "cross-8": "#7b4c19",
        "cross-9": "#3e2c19",
    }
)
"""A test compares them with the style sheet: paper is always light."""

RAMP: Final = ("ramp-1", "ramp-2", "ramp-3", "ramp-4", "ramp-5")
DIVERGING: Final = ("below-2", "below-1", "level", "above-1", "above-2")
DIVERGING_OF: Final[Mapping[int, tuple[int, ...]]] = MappingProxyType(
    {1: (2,), 2: (1, 3), 3: (1, 2, 3), 4: (0, 1, 3, 4)}
)
"""Which of the five are taken where there are fewer classes."""


def ramp(classes: int) -> tuple[str, ...]:
    """Names of the shades of ``classes`` classes, spread over the ramp; one takes the middle."""
    if classes <= 1:
        return (RAMP[2],)
    step = (len(RAMP) - 1) / (classes - 1)
    return tuple(RAMP[int(i * step + 0.5)] for i in range(classes))  # half up, as browsers round


def palette(classes: int, *, signed: bool) -> tuple[str, ...]:
    """Names of the colours of ``classes`` classes, from the lowest."""
    if not signed:
        return ramp(classes)
    return tuple(DIVERGING[i] for i in DIVERGING_OF.get(classes, range(len(DIVERGING))))
