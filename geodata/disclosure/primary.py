"""Which counts are too small to be shown by themselves."""

from typing import Final

import numpy as np

from geodata.disclosure.policy import Policy
from geodata.disclosure.relations import DENOMINATOR
from geodata.disclosure.table import Known, Marks, Table

PART: Final = "part"


def secrets(table: Table, policy: Policy) -> Marks:
    """Cells that must not be known: small counts, and what the source withheld.

    A small rest is one too: nobody wrote it, but a subtraction finds it. A rate is secret with
    its numerator, with the rest of its denominator, and whole where its denominator is small.
    """
    few = (table.value > 0) & (table.value < policy.threshold)
    stated = np.isin(table.known, (Known.SHOWN, Known.UNSURE))
    stated |= (table.known == Known.IMPLIED) & table.rest
    small = (few | np.isnan(table.value)) & stated
    if PART in table.names:
        axis = table.names.index(PART)
        whole = table.trees[axis].place(DENOMINATOR)
        small |= small.take([whole], axis=axis) & stated
    return small
