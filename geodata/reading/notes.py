"""The findings of reading: every rule with its words, declared once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from geodata.findings import Finding, Severity
from geodata.reading.limits import LIMITS

SHOWN_CHARACTERS: Final = 80


@dataclass(frozen=True, slots=True)
class Rule:
    """The sentence of one rule in both languages; ``{words}`` are filled for each finding."""

    severity: Severity
    what_es: str
    remedy_es: str
    what_en: str
    remedy_en: str


_E, _W = Severity.ERROR, Severity.WARNING
_LOOK: Final = ("Revise que así sea.", "Check that this is right.")

RULES: Final[Mapping[str, Rule]] = MappingProxyType({
    "formula_sin_valor": Rule(
        _E, "la fórmula no tiene un resultado guardado",
        "Abra el archivo en Excel o LibreOffice, guárdelo y repita, o pegue los valores.",
        "the formula has no stored result",
        "Open the file in Excel or LibreOffice, save it and repeat, or paste the values."),
    "celda_con_error": Rule(
        _E, "la fórmula da un error", "Corrija la fórmula o deje la celda vacía.",
        "the formula gives an error", "Mend the formula or leave the cell empty."),
    "numero_como_texto": Rule(
        _E, "es un texto en una columna de números y no se sabe si el separador es de miles",
        "Conviértalo en número en la hoja de cálculo.",
        "is text in a column of numbers, and its separator may be one of thousands",
        "Turn it into a number in the spreadsheet."),
    "numero_ambiguo": Rule(
        _E, "puede ser un decimal o un número con separador de miles",
        "Indique el separador decimal del archivo.",
        "may be a decimal or a number with a thousands separator",
        "Say which decimal sign the file uses."),
    "numero_invalido": Rule(
        _E, "no es un número", "Escriba un número, o deje la celda vacía si no hay dato.",
        "is not a number", "Write a number, or leave the cell empty if there is no figure."),
    "fila_irregular": Rule(
        _E, "la fila tiene {found} celdas y el encabezado {expected}",
        "Revise separadores, comillas y saltos de línea de esa fila.",
        "the row has {found} cells and the header {expected}",
        "Check the separators, quotes and line breaks of that row."),
    "sin_encabezado": Rule(
        _E, "la primera fila completa trae números, así que falta el encabezado",
        "Agregue una fila con los nombres de las columnas o indique en qué fila están.",
        "the first complete row holds numbers, so the header is missing",
        "Add a row with the names of the columns or say which row has them."),
    "encabezado_repetido": Rule(
        _W, "el encabezado se repite y se llamó «{new}»", "Ponga a cada columna su nombre.",
        "the header is repeated and was renamed «{new}»", "Give each column its own name."),
    "encabezado_vacio": Rule(
        _W, "la columna no tiene encabezado y se llamó así", "Póngale nombre o bórrela.",
        "the column has no header and was named so", "Name it or delete it."),
    "encabezado_unido": Rule(
        _W, "el encabezado ocupa dos filas y se unieron, como en «{example}»", _LOOK[0],
        "the header takes two rows, which were joined, as in «{example}»", _LOOK[1]),
    "fila_de_titulo": Rule(
        _W, "la fila está encima del encabezado y no se importa", _LOOK[0],
        "the row stands above the header and is not imported", _LOOK[1]),
    "fila_de_seccion": Rule(
        _W, "la fila es un título que abarca toda la tabla y no se importa", _LOOK[0],
        "the row is a heading across the whole table and is not imported", _LOOK[1]),
    "fila_de_total": Rule(
        _W, "la fila es un total y no se importa", _LOOK[0],
        "the row is a total and is not imported", _LOOK[1]),
    "nota_al_pie": Rule(
        _W, "la fila es una nota y no se importa", _LOOK[0],
        "the row is a note and is not imported", _LOOK[1]),
    "celdas_combinadas": Rule(
        _W, "la celda está combinada ({cells}) y su valor se repitió en todas", _LOOK[0],
        "the cell is merged ({cells}) and its value was repeated in all", _LOOK[1]),
    "hojas_ocultas": Rule(
        _W, "las hojas ocultas no se leen: {sheets}", "Muéstrelas si traen datos que importan.",
        "hidden sheets are not read: {sheets}", "Unhide them if they hold data that matter."),
    "fecha_de_serie": Rule(
        _W, "es una fecha guardada como número y se leyó {date}", _LOOK[0],
        "is a date stored as a number and was read as {date}", _LOOK[1]),
    "codificacion_dudosa": Rule(
        _W, "las tildes y eñes parecen escritas con otra codificación",
        "Mire la vista previa y elija la codificación en la que se lea bien, quizá cp850.",
        "accented letters look written in another encoding",
        "Look at the preview and choose the encoding that reads well, perhaps cp850."),
    "dato_personal_encabezado": Rule(
        _E, "la columna es de datos personales ({kind}) y no se aceptan por debajo del municipio",
        "Borre la columna y deje solo cifras por municipio o códigos sin relación con la persona.",
        "the column holds personal data ({kind}), which are not accepted below municipal level",
        "Delete the column and leave only figures by municipality or codes that name nobody."),
    "dato_personal_contenido": Rule(
        _E, "hay {count} celdas que parecen datos personales ({kind}), que no se aceptan por debajo"
        " del municipio",
        "Borre la columna; si es un código, póngale ese nombre al encabezado.",
        "{count} cells look like personal data ({kind}), which are not accepted below municipal"
        " level", "Delete the column; if it is a code, say so in its header."),
    "geometria_vacia": Rule(
        _E, "el elemento no tiene geometría", "Dibújela o borre el elemento.",
        "the feature has no geometry", "Draw it or delete the feature."),
    "geometria_invalida": Rule(
        _W, "el contorno se cruza consigo mismo o no cierra", "Corríjalo en el programa de mapas.",
        "the outline crosses itself or does not close", "Mend it in the mapping program."),
    "coordenadas_imposibles": Rule(
        _E, "las coordenadas no caben en la Tierra con el sistema {crs}",
        "Revise el sistema de coordenadas del archivo.",
        "the coordinates are not on Earth in the system {crs}",
        "Check the coordinate system of the file."),
    "capas_sin_leer": Rule(
        _W, "el archivo trae más capas y no se leen: {layers}", "Indique la capa si es otra.",
        "the file has more layers, which are not read: {layers}", "Name another layer."),
    "hallazgos_omitidos": Rule(
        _E, "hay más hallazgos de la regla «{key}»: {count}", "Corrija los primeros y repita.",
        "there are more findings of the rule «{key}»: {count}", "Mend the first ones and repeat."),
})  # fmt: skip


def note(
    rule: str, row: int | None = None, column: str = "", value: str = "", **words: object
) -> Finding:
    """One finding of a declared rule."""
    said = RULES[rule]
    return Finding(
        rule, said.severity, row, column, value[:SHOWN_CHARACTERS],
        said.what_es.format(**words), said.remedy_es.format(**words),
        said.what_en.format(**words), said.remedy_en.format(**words),
    )  # fmt: skip


@dataclass(slots=True)
class Notebook:
    """Findings as they are met, at most ``LIMITS.findings`` of each rule."""

    kept: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, finding: Finding) -> None:
        """Keep one more, or only count it."""
        self.counts[finding.rule] += 1
        if self.counts[finding.rule] <= LIMITS.findings:
            self.kept.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Keep several."""
        for finding in findings:
            self.add(finding)

    def close(self) -> tuple[Finding, ...]:
        """By row, those of the whole file first; then what was only counted."""
        ordered = sorted(self.kept, key=lambda finding: finding.row or 0)
        return (*ordered, *self._omitted())

    def _omitted(self) -> Iterable[Finding]:
        for rule, count in self.counts.items():
            if count > LIMITS.findings:
                omitted = note("hallazgos_omitidos", count=count - LIMITS.findings, key=rule)
                severity = RULES[rule].severity
                yield omitted if severity is Severity.ERROR else _softened(omitted)


def _softened(finding: Finding) -> Finding:
    """As a warning: what it counts are warnings."""
    return Finding(
        finding.rule, Severity.WARNING, None, "", "",
        finding.what_es, finding.remedy_es, finding.what_en, finding.remedy_en,
    )  # fmt: skip
