"""What each rule says, in Spanish and English. ``{detail}`` is what is known of the cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, as a clause, and what to do, as a sentence."""

    what_es: str
    remedy_es: str
    what_en: str
    remedy_en: str


SENTENCES: Final[Mapping[str, Sentence]] = MappingProxyType({
    "columna_faltante": Sentence(
        "el archivo no tiene esta columna, que es obligatoria",
        "Agréguela, diga cuál es o escriba su valor (--map columna=campo, --set campo=valor).",
        "the file lacks this column, which is required",
        "Add it, say which it is or write its value (--map column=field, --set field=value)."),
    "columna_sin_usar": Sentence(
        "no corresponde a ningún campo y no se importa",
        "Si hace falta, asígnela con --map columna=campo.",
        "matches no field and is not imported",
        "If it is needed, assign it with --map column=field."),
    "archivo_vacio": Sentence(
        "el archivo no tiene filas con datos", "Compruebe la hoja y la fila de encabezado.",
        "the file has no rows with data", "Check the sheet and the header row."),
    "demasiados_hallazgos": Sentence(
        "hay más hallazgos de esta regla", "Hay {detail} más; descargue la lista completa.",
        "there are more findings of this rule", "{detail} more; download the full list."),
    "celda_vacia": Sentence(
        "está vacía y es obligatoria", "Escriba un valor.",
        "is empty and is required", "Write a value."),
    "valor_por_omision": Sentence(
        "está vacía", "Se toma el valor usual del campo; confírmelo.",
        "is empty", "The usual value of the field is taken; confirm it."),
    "codigo_desconocido": Sentence(
        "no es un código DIVIPOLA",
        "Use los 5 dígitos del municipio, los 2 del departamento o 00 para la nación.",
        "is not a DIVIPOLA code",
        "Use the 5 digits of the municipality, the 2 of the department, or 00 for the nation."),
    "nombre_desconocido": Sentence(
        "no es el nombre de un territorio", "Escriba su código DIVIPOLA. {detail}",
        "is not the name of a territory", "Write its DIVIPOLA code. {detail}"),
    "nombre_ambiguo": Sentence(
        "es el nombre de varios territorios",
        "Agregue la columna departamento o escriba el código: {detail}.",
        "is the name of several territories",
        "Add a department column or write the code: {detail}."),
    "codigo_sin_cero": Sentence(
        "perdió el cero inicial", "Se completó: {detail}.",
        "lost its leading zero", "It was completed: {detail}."),
    "codigo_obsoleto": Sentence(
        "es un código retirado", "Se tomó el código vigente: {detail}.",
        "is a retired code", "The code in force was taken: {detail}."),
    "codigo_de_centro_poblado": Sentence(
        "es el código de la cabecera, no del municipio", "Se tomó el municipio: {detail}.",
        "is the code of the seat, not of the municipality",
        "The municipality was taken: {detail}."),
    "nombre_por_codigo": Sentence(
        "es un nombre, no un código", "Se tomó como {detail}; confírmelo.",
        "is a name, not a code", "It was taken as {detail}; confirm it."),
    "nivel_distinto": Sentence(
        "no es un municipio en un archivo de municipios",
        "Se guarda con su propio nivel ({detail}); si es un total, retire la fila.",
        "is not a municipality in a file of municipalities",
        "It keeps its own level ({detail}); if it is a total, remove the row."),
    "nombre_no_corresponde": Sentence(
        "no es el nombre del código de su fila, {detail}",
        "Compruebe cuál de los dos está bien; se usa el código.",
        "is not the name of the code in its row, {detail}",
        "Check which of the two is right; the code is used."),
    "indicador_desconocido": Sentence(
        "no es la clave de un indicador", "Use una clave de Metodología.",
        "is not the key of an indicator", "Use a key from Methodology."),
    "periodo_invalido": Sentence(
        "no es una fecha ni un periodo", "Escriba AAAA, AAAA-MM, AAAA-MM-DD o inicio/fin.",
        "is not a date or a period", "Write YYYY, YYYY-MM, YYYY-MM-DD or start/end."),
    "fecha_serial": Sentence(
        "es una fecha escrita como número por la hoja de cálculo", "Se tomó como {detail}.",
        "is a date that the spreadsheet wrote as a number", "It was taken as {detail}."),
    "fecha_futura": Sentence(
        "es una fecha que no ha llegado", "Corrija la fecha; solo se admiten proyecciones.",
        "is a date yet to come", "Correct the date; only projections are accepted."),
    "sector_desconocido": Sentence(
        "no es una sección CIIU", "Use una letra de la A a la U.",
        "is not an ISIC section", "Use a letter from A to U."),
    "sector_por_clase": Sentence(
        "es una división o clase CIIU", "Se tomó su sección, la {detail}.",
        "is an ISIC division or class", "Its section, {detail}, was taken."),
    "palabra_desconocida": Sentence(
        "no es una palabra admitida", "Use una de estas: {detail}.",
        "is not an accepted word", "Use one of these: {detail}."),
    "letra_ambigua": Sentence(
        "puede ser «mujer» o «masculino»", "Escriba «mujeres» u «hombres».",
        "may stand for «mujer» or «masculino»", "Write «mujeres» or «hombres»."),
    "fuente_desconocida": Sentence(
        "no está en la tabla de fuentes",
        "Importe primero la fuente con --kind fuentes o corrija la clave.",
        "is not in the table of sources",
        "Import the source first with --kind fuentes, or correct the key."),
    "persona_identificable": Sentence(
        "parece un documento, un teléfono, un correo o un nombre",
        "Reemplácelo por un seudónimo que no permita reconocer a la persona.",
        "looks like a document, a telephone, an e-mail or a name",
        "Replace it with a pseudonym that does not reveal the person."),
    "numero_invalido": Sentence(
        "no es un número", "Escriba solo cifras; si no hay dato, deje la celda vacía.",
        "is not a number", "Write digits only; leave the cell empty if there is no figure."),
    "numero_ambiguo": Sentence(
        "puede ser un millar o un decimal",
        "Diga el separador decimal del archivo con --decimal , o --decimal .",
        "may be a thousand or a decimal",
        "Say the decimal mark of the file with --decimal , or --decimal ."),
    "suprimido": Sentence(
        "es una cifra reservada por la fuente", "Se guarda como suprimido, sin número.",
        "is a figure that the source withholds", "It is kept as suppressed, without a number."),
    "numero_oculto": Sentence(
        "es una cifra reservada", "Deje la celda vacía.",
        "is a withheld figure", "Leave the cell empty."),
    "negativo": Sentence(
        "es negativo", "Corrija la cifra: este campo empieza en 0.",
        "is negative", "Correct the figure: this field starts at 0."),
    "no_entero": Sentence(
        "no es un número entero", "Escriba el conteo sin decimales.",
        "is not a whole number", "Write the count without decimals."),
    "fuera_de_rango": Sentence(
        "es un valor imposible para el indicador", "Debe estar entre {detail}.",
        "is impossible for the indicator", "It must lie between the limits: {detail}."),
    "unidad_distinta": Sentence(
        "no es la unidad del indicador", "El indicador se mide en {detail}.",
        "is not the unit of the indicator", "The indicator is measured in {detail}."),
    "suprimido_con_cifra": Sentence(
        "dice suprimido y trae una cifra", "Retire la cifra o la palabra «suprimido».",
        "says suppressed and brings a figure", "Remove the figure or the word."),
    "clave_repetida": Sentence(
        "repite la celda de la fila {detail}", "Deje una sola fila.",
        "repeats the cell of row {detail}", "Keep one row."),
    "clave_repetida_nota": Sentence(
        "es otra cifra de la misma fuente para la celda de la fila {detail}",
        "Se guardan las dos, con su nota.",
        "is another figure of the same source for the cell of row {detail}",
        "Both are kept, with their notes."),
    "fuera_de_colombia": Sentence(
        "es una coordenada fuera de Colombia",
        "Escriba grados decimales, con la longitud negativa.",
        "is a coordinate outside Colombia", "Write decimal degrees, longitude negative."),
    "coordenadas_cambiadas": Sentence(
        "parece la latitud en el lugar de la longitud", "Intercambie las dos columnas.",
        "looks like the latitude in the place of the longitude", "Swap the two columns."),
    "coordenada_incompleta": Sentence(
        "falta una de las dos coordenadas", "Escriba las dos o ninguna.",
        "one of the two coordinates is missing", "Write both or neither."),
    "lejos_del_municipio": Sentence(
        "queda fuera de {detail}", "Compruebe el punto o el código.",
        "lies outside {detail}", "Check the point or the code."),
    "fin_antes_del_inicio": Sentence(
        "es anterior al inicio", "Corrija una de las dos fechas.",
        "is before the start", "Correct one of the two dates."),
    "limites_faltantes": Sentence(
        "el archivo no trae los límites de {detail}",
        "Debe traer todos los municipios del país: use el archivo oficial entero.",
        "the file lacks the boundaries of {detail}",
        "It must hold every municipality of the country: use the whole official file."),
    "poligonos_unidos": Sentence(
        "hay varios polígonos con este código", "Se unen en uno: {detail}.",
        "several polygons have this code", "They become one: {detail}."),
    "limites_no_encajan": Sentence(
        "los límites se solapan o dejan vacíos que no se pueden cerrar",
        "Corríjalos en el programa de mapas o use otra edición.",
        "the boundaries overlap or leave gaps that cannot be closed",
        "Mend them in the mapping program or use another edition."),
    "limite_en_otro_lugar": Sentence(
        "el polígono no está donde se conoce {detail}", "Revise el código o las coordenadas.",
        "the polygon is not where {detail} is known to be", "Check the code or the coordinates."),
    "frontera_distinta": Sentence(
        "con estos límites no tocan la frontera los mismos municipios que en la lista revisada: "
        "{detail}", "Compruebe esos polígonos.",
        "with these boundaries the municipalities on the border are not those of the reviewed "
        "list: {detail}", "Check those polygons."),
    "franja_distinta": Sentence(
        "con estos límites cambian de lado de la franja de 50 km, por menos de 1 km: {detail}",
        "Se mantiene la lista revisada.",
        "with these boundaries some change sides of the 50 km belt, by less than 1 km: {detail}",
        "The reviewed list is kept."),
    "municipio_nuevo": Sentence(
        "es un municipio que aquí no existía",
        "Se agrega sin límites: estará en las listas, y en el mapa cuando se importen.",
        "is a municipality that did not exist here",
        "It is added without boundaries: listed now, mapped once they are imported."),
    "municipio_ausente": Sentence(
        "la lista no trae {detail}", "Se conserva. Si ya no existe, hace falta decir su sucesor.",
        "the list lacks {detail}", "It is kept. If it is gone, its successor must be stated."),
    "mas_que_el_pais": Sentence(
        "son más personas que las que tiene el país", "Corrija la cifra o su unidad.",
        "is more people than the country has", "Correct the figure or its unit."),
    "numerador_mayor": Sentence(
        "el numerador es mayor que el denominador, o este no es mayor que cero",
        "Corrija uno de los dos.",
        "the numerator exceeds the denominator, or the latter is not above zero",
        "Correct one of the two."),
})  # fmt: skip
