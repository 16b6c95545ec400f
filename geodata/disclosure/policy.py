"""How many records a count needs to be shown, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geodata.errors import UserFacingError
from geodata.schema import FEWEST_PERSONS


class PolicyError(UserFacingError):
    """A threshold that would show more than the published minimum allows."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The rule of one role.

    Attributes:
        threshold: counts from 1 to one less than this are withheld; zero is a value.

    Raises:
        PolicyError: the threshold is below ``FEWEST_PERSONS``, the minimum for everyone.
    """

    threshold: int = FEWEST_PERSONS

    def __post_init__(self) -> None:
        """Refuse to show anybody more than the minimum."""
        if self.threshold < FEWEST_PERSONS:
            raise PolicyError(
                f"El umbral de reserva {self.threshold} es menor que el mínimo publicado, "
                f"{FEWEST_PERSONS}. Indique {FEWEST_PERSONS} o más."
            )


MINIMUM: Final = Policy()
"""What everyone sees at most. A stricter role is shown a part of it, never another table."""

POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {"publico": MINIMUM, "mesa": MINIMUM, "analista": MINIMUM}
)
"""Rule of each role. An installation may be stricter with any of them."""
