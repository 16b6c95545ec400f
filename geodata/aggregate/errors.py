"""What can go wrong between a command and an engine. No sentence repeats an address's secrets."""

from geodata.errors import UserFacingError


class UnknownEngineError(UserFacingError):
    """The address names no engine that is known here."""


class MissingDriverError(UserFacingError):
    """The packages that speak with the engine are not installed."""


class EngineUnreachableError(UserFacingError):
    """Nobody answers at the address, or the answer is a refusal."""


class RecordsMissingError(UserFacingError):
    """The engine does not have the file or the table."""


class RecordsUnfitError(UserFacingError):
    """Columns are missing, hold something else, or persons are repeated."""


class EngineFailedError(UserFacingError):
    """The engine began and did not finish."""
