"""Text that any document may hold: nothing of it steers whoever reads the file."""

import re
from typing import Final

CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
"""What XML cannot hold, what a terminal obeys, and marks that turn the direction of reading."""


def plain(text: str) -> str:
    """``text`` without control characters; tabs and line breaks stay."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
