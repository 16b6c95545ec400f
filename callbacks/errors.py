"""Turn an exception in any callback into a sentence for the reader and a line in the log."""

import logging

from dash import no_update, set_props

from geodata.errors import UserFacingError
from layouts import ids
from layouts.text.es import ES

log = logging.getLogger(__name__)


def show_error(error: Exception) -> object:
    """Open the message bar. The text of an unexpected error goes to the log, not to the reader."""
    if isinstance(error, UserFacingError):
        message = str(error)
    else:
        log.error("Callback failed", exc_info=error)
        message = ES.error
    set_props(ids.Page.MESSAGE, {"children": message, "is_open": True})
    return no_update
