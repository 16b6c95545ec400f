"""What is wrong, or worth a look, in a file that somebody imports: one sentence per cell."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Severity(StrEnum):
    """An error blocks the import; a warning is listed and accepted by a person."""

    ERROR = "error"
    WARNING = "aviso"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in the words of whoever has the file open.

    Attributes:
        rule: key of the rule, stable, for tests and for the CSV of findings.
        row: row as the spreadsheet numbers it, from 1; ``None`` for the whole file.
        column: header of the column as the file writes it; empty for the whole row.
        value: the offending text, cut to 80 characters.
        what_es: what is wrong, as a clause: ``no es una sección CIIU``.
        remedy_es: what to do, as a sentence: ``Use una letra de la A a la U.``
    """

    rule: str
    severity: Severity
    row: int | None
    column: str
    value: str
    what_es: str
    remedy_es: str
    what_en: str
    remedy_en: str

    def sentence(self, language: str = "es") -> str:
        """``Fila 10138, columna «sector», valor «Z»: no es una sección CIIU. Use una letra …``."""
        spanish = language == "es"
        words = ("Fila", "columna", "valor") if spanish else ("Row", "column", "value")
        what, remedy = (self.what_es, self.remedy_es) if spanish else (self.what_en, self.remedy_en)
        places = [
            f"{words[0]} {self.row}" if self.row is not None else "",
            f"{words[1]} «{self.column}»" if self.column else "",
            f"{words[2]} «{self.value}»" if self.value else "",
        ]
        place = ", ".join(part for part in places if part)
        return f"{place}: {what}. {remedy}" if place else f"{what[0].upper()}{what[1:]}. {remedy}"
