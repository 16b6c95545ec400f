"""Why a file is not read at all: one sentence for the person who chose it."""

from typing import Final

from geodata.errors import UserFacingError


class UnreadableFileError(UserFacingError):
    """The file cannot be read as a table or as boundaries."""


TOO_BIG: Final = "El archivo pasa de {limit:,} MB. Divídalo en partes o quite las hojas que sobren."
TOO_MANY_ROWS: Final = "La tabla pasa de {limit:,} filas. Divídala en varios archivos."
TOO_MANY_COLUMNS: Final = "La tabla pasa de {limit:,} columnas. Deje solo las que va a importar."
TOO_MANY_CELLS: Final = (
    "La hoja «{sheet}» abarca más de {limit:,} celdas, porque hay un valor muy lejos, en {cell}. "
    "Bórrelo o copie la tabla a una hoja nueva."
)
OUT_OF_MEMORY: Final = (
    "El archivo necesita más memoria de la que se concede a una lectura. "
    "Divídalo en partes o guárdelo como CSV."
)
OUT_OF_TIME: Final = (
    "El archivo tarda demasiado en leerse y se detuvo la lectura. "
    "Divídalo en partes o guárdelo como CSV."
)
BROKEN: Final = (
    "El archivo está dañado o no es lo que dice su nombre. Ábralo con el programa que lo hizo, "
    "guárdelo de nuevo y repita."
)
ABSENT: Final = "El archivo ya no está donde se dejó. Elíjalo de nuevo."
EMPTY: Final = "El archivo no tiene ninguna tabla: está vacío. Elija otro archivo u otra hoja."
HTML: Final = (
    "El archivo es una página web guardada con nombre de hoja de cálculo. "
    "Ábralo en Excel o LibreOffice y guárdelo como XLSX."
)
XML_SPREADSHEET: Final = (
    "El archivo es XML y no una hoja de cálculo de las que se leen. "
    "Ábralo en Excel o LibreOffice y guárdelo como XLSX."
)
ENCRYPTED: Final = (
    "El archivo está protegido con contraseña. Quítesela en Excel o LibreOffice y repita."
)
BINARY_WORKBOOK: Final = "El archivo es un libro binario (XLSB). Guárdelo como XLSX y repita."
UNKNOWN: Final = (
    "El archivo no es CSV, TSV, XLSX, XLS, ODS ni Parquet. Guárdelo en uno de esos formatos."
)
NUL: Final = (
    "El archivo de texto tiene bytes nulos en la fila {row}: está dañado o no es texto. "
    "Expórtelo de nuevo como CSV UTF-8."
)
UNDECODABLE: Final = (
    "El texto no se puede leer como {encoding}. Elija otra codificación y mire la vista previa."
)
LONG_LINE: Final = (
    "La fila {row} pasa de {limit:,} caracteres: el archivo no es una tabla o perdió los saltos "
    "de línea. Expórtelo de nuevo."
)
BAD_QUOTES: Final = (
    "La fila {row} abre o cierra mal las comillas, o tiene una celda larguísima, así que no se "
    "sabe dónde acaban sus celdas. Corríjala y repita."
)
BOMB: Final = (
    "El archivo comprimido se expande demasiado y no se abre. Guárdelo de nuevo con el programa "
    "que lo hizo; si vuelve a ocurrir, divídalo."
)
UNSAFE_MEMBER: Final = (
    "El archivo comprimido trae rutas o enlaces que salen de su carpeta y no se abre. "
    "Hágalo de nuevo con los archivos sueltos, sin carpetas ni accesos directos."
)
DOCTYPE: Final = (
    "El archivo declara un DOCTYPE, que las hojas de cálculo no llevan y que puede traer órdenes "
    "ocultas. Ábralo en Excel o LibreOffice, guárdelo de nuevo y repita."
)
NO_SHEET: Final = "El libro no tiene la hoja «{sheet}». Elija una de estas: {sheets}."
NO_HEADER: Final = (
    "El archivo no llega a la fila de encabezado {row} que se indicó. Indique una menor."
)
NESTED: Final = (
    "La columna «{column}» del Parquet no es un valor simple. Déjela fuera o conviértala en texto."
)
NOT_BOUNDARIES: Final = (
    "El archivo no es GeoPackage, GeoJSON, FlatGeobuf ni Shapefile comprimido en ZIP. "
    "Guárdelo en uno de esos formatos."
)
SHAPE_PARTS: Final = (
    "El ZIP debe traer un solo Shapefile con sus partes .shp, .shx y .dbf (y .prj). "
    "Comprima esas partes juntas y repita."
)
NO_LAYER: Final = "El archivo no tiene esa capa de territorios. Capas que trae: {layers}."
NO_CRS: Final = (
    "El archivo no dice su sistema de coordenadas. Indique cuál es, por ejemplo EPSG:4686 "
    "(MAGNA-SIRGAS) o EPSG:9377 (Origen-Nacional)."
)
TOO_MANY_FEATURES: Final = "El archivo pasa de {limit:,} elementos. Deje solo los territorios."
TOO_MANY_VERTICES: Final = "Los contornos pasan de {limit:,} vértices. Simplifíquelos y repita."


def refuse(sentence: str, **words: object) -> UnreadableFileError:
    """The error to raise, its numbers with a point for thousands as in Colombia."""
    shown = {
        key: f"{value:,}".replace(",", ".") if type(value) is int else value
        for key, value in words.items()
    }
    return UnreadableFileError(sentence.replace(":,}", "}").format(**shown))
