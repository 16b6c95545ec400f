"""Sentences of the view of data, in both languages.

Longer than 300 lines because it is one list: every sentence, where a translator looks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class DataWords:
    """Sentences of one language."""

    tabs: Mapping[str, str]
    tabs_label: str
    tables: Mapping[str, str]
    tables_label: str
    about: Mapping[str, str]
    levels: Mapping[str, str]
    form: str
    municipalities: str
    show: str
    year: str
    years: str
    none: str
    rows: str
    one_row: str
    rows_of: str
    all_words: str
    clear: str
    grid: str
    grid_help: str
    download: str
    download_help: str
    download_map: str
    formats: Mapping[str, str]
    sheets: tuple[str, str, str]
    proof_open: str
    proof_title: str
    proof_close: str
    proof_loading: str
    proof_failed: str
    proof_none: str
    proof_not_in_use: str
    proof_steps: tuple[str, str, str, str]
    proof_lead: str
    proof_other: str
    proof_formula: str
    proof_rivals: str
    proof_ships: str
    proof_made: str
    proof_sum: str
    proof_import: str
    proof_snapshot: str
    proof_api: str
    proof_set: str
    proof_set_rest: str
    proof_gap: str
    proof_gap_known: str
    proof_gap_weight: str
    proof_gap_absent: str
    fields: Mapping[str, str]
    publisher: str
    original: str
    title: str
    published: str
    no_licence: str
    not_stated: str
    notes: Mapping[str, str]
    gap_total: str
    gap_unit: str
    gap_source: str
    reference_names: Mapping[str, str]
    stands_for: str
    tests: Mapping[str, str]
    search_sources: str
    search_sources_none: str
    too_many: str
    too_long: str
    wrong: str
    locale: Mapping[str, str]


ES: Final = DataWords(
    tabs={
        "tabla": "Tabla y descargas",
        "indicadores": "Indicadores",
        "fuentes": "Fuentes",
        "cortes": "Cortes",
        "importar": "Importar",
    },
    tabs_label="Partes de esta vista",
    tables={
        "mapa": "Mapa: un indicador",
        "serie": "Mapa: todos los años",
        "ficha": "Ficha de un municipio",
        "comparar": "Comparación",
        "brechas": "Brechas por eje",
        "lugares": "Unidades y centros",
    },
    tables_label="Qué tabla",
    about={
        "mapa": "Una fila por territorio: el mismo indicador, ámbito y periodo que en el mapa.",
        "serie": "Una fila por territorio y año del indicador elegido.",
        "ficha": "Todos los indicadores del municipio, con las referencias que se muestran a su "
        "lado. Donde no hay cifra propia está la del territorio mayor más cercano, y la columna "
        "«Territorio» dice cuál.",
        "comparar": "Las cifras de Comparar: cada indicador de los territorios elegidos, uno al "
        "lado del otro. Donde no hay cifra propia está la de un territorio mayor; la fila lo dice.",
        "lugares": "Una fila por unidad productiva o centro del ámbito, con los mismos filtros "
        "que la "
        "vista Unidades y centros.",
        "brechas": "La brecha de cada municipio en cada eje y en total; por encima de 0 está peor "
        "que el promedio del ámbito.",
    },
    levels={
        "municipio": "Municipio",
        "area_no_municipalizada": "Área no municipalizada",
        "departamento": "Departamento",
        "nacion": "Nación",
        "dominio": "Dominio de encuesta",
    },
    form="Qué filas se muestran",
    municipalities="Territorios: códigos con comas",
    show="Ver la tabla",
    year="Año {}",
    years="{} a {}",
    none="Sin filas: nadie publica esta cifra para lo elegido. Cambie el ámbito, el sector o el "
    "indicador.",
    rows="{n} filas",
    one_row="1 fila",
    rows_of="{n} de {of} filas",
    all_words="todos",
    clear="Quitar filtros",
    grid="Filas de la tabla",
    grid_help="Con las flechas se recorre la tabla; con Entrar sobre una fuente se abre la prueba "
    "de la cifra.",
    download="Descargar",
    download_help="Exactamente estas filas, con los filtros y el orden que ve.",
    download_map="Ver y descargar las filas de este mapa",
    formats={
        "csv": "CSV",
        "csv-punto-y-coma": "CSV con punto y coma",
        "xlsx": "Excel (XLSX)",
        "gpkg": "GeoPackage",
        "parquet": "GeoParquet",
        "json": "JSON",
    },
    sheets=("datos", "notas", "columnas"),
    proof_open="Ver de dónde sale: {}",
    proof_title="De dónde sale esta cifra",
    proof_close="Cerrar",
    proof_loading="Buscando la prueba…",
    proof_failed="No llegó la prueba de la cifra. Compruebe la conexión y vuelva a intentarlo.",
    proof_none="Este corte no tiene la cifra «{}». Puede ser de otro corte o de otro espacio.",
    proof_not_in_use="Esta publicación no es la que muestran las vistas para ese año: hay otra más "
    "reciente o preferida.",
    proof_steps=("La cifra", "Las observaciones", "El archivo", "La publicación"),
    proof_lead="Cifra publicada",
    proof_other="También se usa",
    proof_formula="Cómo se calcula",
    proof_rivals="Otras publicaciones de la misma cifra",
    proof_ships="Viene con el proyecto, en data/; nadie la importó en este corte.",
    proof_made="Ninguno: el proyecto genera las cifras de demostración.",
    proof_sum="Suma de comprobación del archivo de la fuente: SHA-256 {}",
    proof_import="{file}, importado por {who} el {when}; SHA-256 {sha256}…",
    proof_snapshot="Corte {}",
    proof_api="Las observaciones en la API",
    proof_set="Las cifras que se reúnen, de mayor a menor; cada una lleva a su prueba",
    proof_set_rest="Ver las {} restantes",
    proof_gap="Brecha: {}",
    proof_gap_known="desviación: {gap}",
    proof_gap_weight="peso {} %",
    proof_gap_absent="sin cifra que pueda usarse",
    fields={
        "numerator": "Numerador",
        "denominator": "Denominador",
        "sample_size": "Tamaño de la muestra",
        "margin": "Margen",
        "flags": "Advertencias",
        "series": "Serie",
        "note": "Nota",
    },
    publisher="Editor",
    original="Productor original",
    title="Título",
    published="Publicada",
    no_licence="no vista",
    not_stated="no se dice",
    notes={
        "table": "Tabla",
        "what": "Qué contiene",
        "filters": "Filtros",
        "no_filters": "ninguno",
        "order": "Orden",
        "rows": "Filas",
        "period": "Cortes de las cifras",
        "source": "Fuente",
        "snapshot": "Corte de los datos",
        "workspace": "Espacio",
        "suppression": "Reserva",
        "suppression_words": "Los conteos pequeños de registros individuales se suprimen antes de "
        "salir del motor de indicadores; «suprimido» no es cero.",
        "states": "Estados",
        "crs": "Coordenadas",
        "crs_words": "Grados en WGS 84 (EPSG:4326); equivale a MAGNA-SIRGAS (EPSG:4686) dentro de "
        "la precisión de estos límites. Límites de referencia, no sirven para deslindes.",
        "view": "Esta vista",
    },
    gap_total="Total ponderado",
    gap_unit="desviaciones estándar",
    gap_source="Calculada con: {}",
    stands_for="en lugar de {}",
    reference_names={
        "department": "departamento",
        "scope": "mediana del ámbito",
        "nation": "nación",
        "peers": "mediana de municipios parecidos",
    },
    tests={
        "contiene": "contiene",
        "no_contiene": "no contiene",
        "es": "es igual a",
        "empieza": "empieza por",
        "vacio": "vacía",
        "lleno": "no vacía",
        "mas": "mayor que",
        "min": "como mínimo",
        "menos": "menor que",
        "max": "como máximo",
        "entre": "entre",
        "de": "es una de:",
    },
    search_sources="Buscar una fuente",
    search_sources_none="Ninguna fuente dice eso. Pruebe con otra palabra del editor o del título.",
    too_many="La consulta da {n} filas y el límite es {limit}. Elija un ámbito menor o agregue "
    "filtros.",
    too_long="La dirección es demasiado larga: el límite es {limit} caracteres.",
    wrong="No se entiende {field} = «{value}». Corríjalo o quítelo de la dirección.",
    locale={
        "page": "Página",
        "to": "a",
        "of": "de",
        "noRowsToShow": "Ninguna fila cumple los filtros.",
        "loadingOoo": "Cargando…",
        "filterOoo": "Filtrar…",
        "equals": "Es igual a",
        "contains": "Contiene",
        "notContains": "No contiene",
        "startsWith": "Empieza por",
        "lessThan": "Menor que",
        "lessThanOrEqual": "Como máximo",
        "greaterThan": "Mayor que",
        "greaterThanOrEqual": "Como mínimo",
        "inRange": "Entre",
        "inRangeStart": "Desde",
        "inRangeEnd": "Hasta",
        "blank": "Vacía",
        "notBlank": "No vacía",
        "applyFilter": "Aplicar",
        "resetFilter": "Restablecer",
        "clearFilter": "Quitar",
        "cancelFilter": "Cancelar",
        "textFilter": "Filtro de texto",
        "numberFilter": "Filtro de número",
        "columnFilter": "Filtro de la columna",
        "sortAscending": "Ordenar de menor a mayor",
        "sortDescending": "Ordenar de mayor a menor",
        "sortUnSort": "Quitar el orden",
        "pinColumn": "Fijar columna",
        "pinLeft": "A la izquierda",
        "pinRight": "A la derecha",
        "noPin": "Sin fijar",
        "autosizeThisColumn": "Ajustar esta columna",
        "autosizeAllColumns": "Ajustar todas las columnas",
        "resetColumns": "Restablecer columnas",
        "ariaFilterInput": "Valor del filtro",
        "ariaFilteringOperator": "Operador del filtro",
        "ariaFilterFromValue": "Filtrar desde",
        "ariaFilterToValue": "Filtrar hasta",
        "ariaFilterValue": "Valor del filtro",
        "ariaFilterMenuOpen": "Abrir el filtro",
        "ariaFilterColumnsInput": "Filtrar columnas",
        "ariaFilterColumn": "Pulse Ctrl+Entrar para abrir el filtro",
        "ariaSortableColumn": "Pulse Entrar para ordenar",
        "ariaMenuColumn": "Pulse Alt+Abajo para abrir el menú de la columna",
        "ariaHeaderSelection": "Columna con selección en el encabezado",
        "ariaColumnFiltered": "Columna con filtro",
        "ariaLabelColumnMenu": "Menú de la columna",
        "ariaLabelColumnFilter": "Filtro de la columna",
        "ariaLabelSelectField": "Elegir campo",
        "ariaSearch": "Buscar",
        "ariaChecked": "marcado",
        "ariaUnchecked": "sin marcar",
        "ariaVisible": "visible",
        "ariaHidden": "oculto",
        "thousandSeparator": ".",
        "decimalSeparator": ",",
    },
)

EN: Final = DataWords(
    tabs={
        "tabla": "Table and downloads",
        "indicadores": "Indicators",
        "fuentes": "Sources",
        "cortes": "Snapshots",
        "importar": "Import",
    },
    tabs_label="Parts of this view",
    tables={
        "mapa": "Map: one indicator",
        "serie": "Map: every year",
        "ficha": "Profile of a municipality",
        "comparar": "Comparison",
        "brechas": "Gaps by axis",
        "lugares": "Units and centres",
    },
    tables_label="Which table",
    about={
        "mapa": "One row per territory: the indicator, scope and period of the map.",
        "serie": "One row per territory and year of the chosen indicator.",
        "ficha": "Every indicator of the municipality, with the references shown beside it. Where "
        "it has no figure of its own, that of the closest larger territory stands in, and the "
        "column “Territory” says which.",
        "comparar": "The figures of Compare: every indicator of the chosen territories, side by "
        "side. Where there is no figure of its own, that of a larger territory; the row says so.",
        "lugares": "One row per productive unit or centre of the scope, with the same filters as "
        "the "
        "view Units and centres.",
        "brechas": "The gap of each municipality by axis and in total; above 0 is worse than the "
        "average of the scope.",
    },
    levels={
        "municipio": "Municipality",
        "area_no_municipalizada": "Non-municipal area",
        "departamento": "Department",
        "nacion": "Nation",
        "dominio": "Survey domain",
    },
    form="Which rows are shown",
    municipalities="Territories: codes with commas",
    show="Show the table",
    year="Year {}",
    years="{} to {}",
    none="No rows: nobody publishes this figure for what was chosen. Change the scope, the sector "
    "or the indicator.",
    rows="{n} rows",
    one_row="1 row",
    rows_of="{n} of {of} rows",
    all_words="all",
    clear="Clear filters",
    grid="Rows of the table",
    grid_help="Arrow keys walk the table; Enter on a source opens the proof of the figure.",
    download="Download",
    download_help="Exactly these rows, with the filters and the order that you see.",
    download_map="See and download the rows of this map",
    formats={
        "csv": "CSV",
        "csv-punto-y-coma": "CSV with semicolons",
        "xlsx": "Excel (XLSX)",
        "gpkg": "GeoPackage",
        "parquet": "GeoParquet",
        "json": "JSON",
    },
    sheets=("data", "notes", "columns"),
    proof_open="See where it is from: {}",
    proof_title="Where this figure is from",
    proof_close="Close",
    proof_loading="Looking for the proof…",
    proof_failed="The proof of the figure did not arrive. Check the connection and try again.",
    proof_none="This snapshot does not have the figure “{}”. It may be of another snapshot or "
    "workspace.",
    proof_not_in_use="This publication is not the one that the views show for that year: another "
    "one is newer or preferred.",
    proof_steps=("The figure", "The observations", "The file", "The publication"),
    proof_lead="Published figure",
    proof_other="Also used",
    proof_formula="How it is computed",
    proof_rivals="Other publications of the same figure",
    proof_ships="Ships with the project, in data/; nobody imported it into this snapshot.",
    proof_made="None: the project generates the figures of the demonstration.",
    proof_sum="Checksum of the publisher's file: SHA-256 {}",
    proof_import="{file}, imported by {who} on {when}; SHA-256 {sha256}…",
    proof_snapshot="Snapshot {}",
    proof_api="The observations in the API",
    proof_set="The figures put together, the largest first; each leads to its proof",
    proof_set_rest="See the other {}",
    proof_gap="Gap: {}",
    proof_gap_known="departure: {gap}",
    proof_gap_weight="weight {} %",
    proof_gap_absent="no figure that may be used",
    fields={
        "numerator": "Numerator",
        "denominator": "Denominator",
        "sample_size": "Sample size",
        "margin": "Margin",
        "flags": "Cautions",
        "series": "Series",
        "note": "Note",
    },
    publisher="Publisher",
    original="Original producer",
    title="Title",
    published="Published",
    no_licence="not seen",
    not_stated="not stated",
    notes={
        "table": "Table",
        "what": "What it holds",
        "filters": "Filters",
        "no_filters": "none",
        "order": "Order",
        "rows": "Rows",
        "period": "Periods of the figures",
        "source": "Source",
        "snapshot": "Snapshot of the data",
        "workspace": "Workspace",
        "suppression": "Disclosure control",
        "suppression_words": "Small counts of single records are withheld before they leave the "
        "indicator engine; “suppressed” is not zero.",
        "states": "States",
        "crs": "Coordinates",
        "crs_words": "Degrees in WGS 84 (EPSG:4326); equal to MAGNA-SIRGAS (EPSG:4686) within the "
        "precision of these lines. Reference boundaries, not for demarcation.",
        "view": "This view",
    },
    gap_total="Weighted total",
    gap_unit="standard deviations",
    gap_source="Computed from: {}",
    stands_for="in place of {}",
    reference_names={
        "department": "department",
        "scope": "median of the scope",
        "nation": "nation",
        "peers": "median of similar municipalities",
    },
    tests={
        "contiene": "contains",
        "no_contiene": "does not contain",
        "es": "equals",
        "empieza": "starts with",
        "vacio": "is empty",
        "lleno": "is not empty",
        "mas": "more than",
        "min": "at least",
        "menos": "less than",
        "max": "at most",
        "entre": "between",
        "de": "is one of:",
    },
    search_sources="Search a source",
    search_sources_none="No source says that. Try another word of the publisher or the title.",
    too_many="The query gives {n} rows and the limit is {limit}. Choose a smaller scope or add "
    "filters.",
    too_long="The address is too long: the limit is {limit} characters.",
    wrong="{field} = “{value}” is not understood. Correct it or take it out of the address.",
    locale={},
)

DATA_WORDS: Final[Mapping[str, DataWords]] = MappingProxyType({"es": ES, "en": EN})
