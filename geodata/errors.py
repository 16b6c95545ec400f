"""What can go wrong in a way that a user should read about."""


class UserFacingError(Exception):
    """Base of every error whose text is a full sentence for the user: what happened, what to do."""


class DataUnavailableError(UserFacingError):
    """A file that the application needs is absent or is not the one it was built with."""
