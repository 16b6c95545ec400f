"""A slice of the map as it travels: whole numbers that follow from the year before, as text.

Rates and counts change little from one year to the next, so each number is written as its
difference from what the earlier years foretell, in printable characters: five bits at a time, the
lowest first, as encoded polylines do. ``assets/mirador/values.mjs`` reads it. A national slice
takes a third of the bytes of plain JSON, after compression.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.states import State

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
States = npt.NDArray[np.uint8]

MOST_DIGITS: Final = 4
"""Decimals beyond which no figure of the map is told apart."""

CHUNK_BITS: Final = 5
MOST_CHUNKS: Final = 11
"""Five bits each: all numbers below 2 ** 54, which a browser holds exactly."""

FIRST: Final = 63
MORE: Final = 32
"""A character is its five bits, plus 32 where the next one belongs to the same number."""

WITH_VALUE: Final = np.isin(list(State), (State.VALUE, State.EARLIER, State.UNRELIABLE))
"""By state: whether a number is painted for it."""

ZERO: Final = np.uint8(ord("0"))


def compact(slice_: Mapping[str, Any]) -> dict[str, Any]:
    """``slice_`` of ``layouts.slice.map_slice`` with its codes and numbers packed."""
    scope = slice_["scope"]
    return {
        **slice_,
        "scope": packed_codes(scope),
        "fill": packed_fill(slice_["fill"], scope),
        "layers": {name: packed_layer(layer, scope) for name, layer in slice_["layers"].items()},
    }


def packed_codes(scope: Sequence[str]) -> str:
    """Municipal codes, in increasing order, as text."""
    return packed(np.diff([int(code) for code in scope], prepend=0))


def packed_fill(fill: Mapping[str, Any], scope: Sequence[str]) -> dict[str, Any]:
    """The figures that fill a map, of ``layouts.payload.payload``, packed."""
    used = [_used(fill["codes"], years) for years in fill["used"]]
    return _table(fill, scope, _digits_of(fill["states"])) | {"used": used}


def packed_layer(layer: Mapping[str, Any], scope: Sequence[str]) -> dict[str, Any]:
    """The figures of a layer of circles, packed."""
    return _table(layer, scope, None)


def packed(numbers: npt.ArrayLike) -> str:
    """Whole numbers as text."""
    signed = np.asarray(numbers, dtype=np.int64)
    folded = (signed << 1) ^ (signed >> 63)
    longest = int(folded.max(initial=0)).bit_length()
    most = min(MOST_CHUNKS, max(1, -(-longest // CHUNK_BITS)))
    left = folded[:, None] >> (CHUNK_BITS * np.arange(most + 1))
    chunks = (left[:, :-1] & (MORE - 1)) + FIRST + np.where(left[:, 1:] > 0, MORE, 0)
    written = np.column_stack([np.ones(len(folded), dtype=bool), left[:, 1:-1] > 0])
    return bytes(chunks[written].astype(np.uint8)).decode("ascii")


def _table(table: Mapping[str, Any], scope: Sequence[str], states: States | None) -> dict[str, Any]:
    """A table of one row per year, with its codes by their place in the scope.

    Args:
        table: ``codes``, and ``values`` by year.
        scope: codes of the whole slice.
        states: for each value, as digits; without them, whether there is one.
    """
    rows = np.array(table["values"], dtype=float).reshape(len(table["values"]), len(table["codes"]))
    lost = np.isnan(rows)
    shown = lost.astype(np.uint8) if states is None else states.reshape(rows.shape)
    # A state that promises a value where there is none says "no data", as the map paints it.
    shown = np.where(lost & WITH_VALUE[shown], np.uint8(State.NO_DATA), shown)
    return {
        **table,
        "codes": _places(table["codes"], scope),
        "states": [(row + ZERO).tobytes().decode("ascii") for row in shown],
        "values": _numbers(rows, WITH_VALUE[shown]),
    }


def _digits_of(states: Sequence[str]) -> States:
    """States that are written as digits, one text per year, as one row of numbers."""
    return np.frombuffer("".join(states).encode("ascii"), dtype=np.uint8) - ZERO


def _places(codes: Sequence[str], scope: Sequence[str]) -> dict[str, Any] | None:
    """``None`` for the whole scope in its order; else places in it, and codes outside of it."""
    if list(codes) == list(scope):
        return None
    place = {code: i for i, code in enumerate(scope)}
    inside = [code for code in codes if code in place]
    outside = [code for code in codes if code not in place]
    if inside + outside != list(codes):
        return {"at": "", "more": list(codes)}
    return {"at": packed(np.diff([place[code] for code in inside], prepend=0)), "more": outside}


def _numbers(rows: Floats, known: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Figures where there is one, year by year, in the shorter of two forms."""
    digits = _digits(rows)
    whole = np.round(np.nan_to_num(rows) * 10**digits).astype(np.int64)
    forms = {order: packed(_surprises(whole, known, order)) for order in (1, 2)}
    order = min(forms, key=lambda name: len(forms[name]))
    return {"digits": digits, "order": order, "text": forms[order]}


def _digits(rows: Floats) -> int:
    """Decimals that the figures carry."""
    shown = rows[~np.isnan(rows)]
    exact = (d for d in range(MOST_DIGITS) if np.array_equal(np.round(shown, d), shown))
    return next(exact, MOST_DIGITS)


def _surprises(whole: Ints, known: npt.NDArray[np.bool_], order: int) -> Ints:
    """What each figure adds to the foretold one: the last one, or the line through two."""
    last = np.zeros(whole.shape[1], dtype=np.int64)
    step = np.zeros_like(last)
    seen = np.zeros(whole.shape[1], dtype=bool)
    parts = []
    for row, has in zip(whole, known, strict=True):
        parts.append((row - last - step)[has])
        moved = np.where(seen, row - last, 0) if order > 1 else np.zeros_like(last)
        step = np.where(has, moved, step)
        last = np.where(has, row, last)
        seen = seen | has
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _used(codes: Sequence[str], years: Mapping[str, int]) -> dict[str, Any]:
    """Years of older figures, by place in the table."""
    places = [i for i, code in enumerate(codes) if code in years]
    return {
        "at": packed(np.diff(places, prepend=0)),
        "years": packed([years[codes[i]] for i in places]),
    }
