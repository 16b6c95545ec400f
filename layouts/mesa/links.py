"""Addresses of a roundtable: every change of it is another link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from layouts.mesa.order import Scene, written

PATH: Final = "/mesa"
SHOW: Final = "/mesa/presentar"
EDIT: Final = "/mesa/escena"
RECORD: Final = "/mesa/registro"
EVIDENCE: Final = "/mesa/evidencia"
MINUTES: Final = "/mesa/acta"
CSV: Final = "/mesa/acta.csv"
PDF: Final = "/mesa/acta.pdf"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses around one query.

    Attributes:
        query: what the address says, by field; the snapshot is always named.
    """

    query: Mapping[str, str]

    def page(self, **changes: str) -> str:
        """The running order with ``changes``; an empty value leaves a field out."""
        return PATH + self.text(**changes)

    def order(self, scenes: Sequence[Scene]) -> str:
        """The running order of ``scenes``."""
        return self.page(guion=written(scenes))

    def show(self) -> str:
        """The show of the running order."""
        return SHOW + self.text()

    def at(self, path: str) -> str:
        """Another address of the same roundtable."""
        return path + self.text()

    def chosen(self, codes: Sequence[str]) -> str:
        """The same order about other municipalities."""
        return self.page(seleccion=",".join(codes), municipio="")

    def text(self, **changes: str) -> str:
        """The query with ``changes``, as an address writes it."""
        fields = {name: value for name, value in {**self.query, **changes}.items() if value}
        return f"?{urlencode(fields, safe='*,')}" if fields else ""
