"""The six states of a cell. A zero is a value; a missing figure is never one."""

from enum import IntEnum, unique

from geodata.schema import Quality


@unique
class State(IntEnum):
    """What a cell holds. The numbers travel to the browser and into exports: never reuse one."""

    VALUE = 0
    NO_DATA = 1
    SUPPRESSED = 2
    NOT_APPLICABLE = 3
    EARLIER = 4
    UNRELIABLE = 5

    @property
    def code(self) -> str:
        """Word that exports carry."""
        return _CODES[self]

    @property
    def has_value(self) -> bool:
        """Whether a number stands beside the state."""
        return self in _WITH_VALUE


_CODES = {
    State.VALUE: "valor",
    State.NO_DATA: "sin_dato",
    State.SUPPRESSED: "suprimido",
    State.NOT_APPLICABLE: "no_aplica",
    State.EARLIER: "dato_anterior",
    State.UNRELIABLE: "poco_confiable",
}
_WITH_VALUE = (State.VALUE, State.EARLIER, State.UNRELIABLE)

STATE_OF_QUALITY = {
    Quality.GOOD: State.VALUE,
    Quality.SUPPRESSED: State.SUPPRESSED,
    Quality.NOT_APPLICABLE: State.NOT_APPLICABLE,
    Quality.UNRELIABLE: State.UNRELIABLE,
}
"""State of an observation by its published quality, when it is of the period asked for."""
