"""Every id of the page."""

from enum import StrEnum, unique


@unique
class Page(StrEnum):
    """The frame around the views."""

    URL = "page-url"
    MESSAGE = "page-message"
    NOTICES = "page-notices"
    ADDRESS_REQUEST = "page-address-request"
    RESOLVED = "page-resolved"
    SELECTION = "page-selection"
    CATALOGUE = "page-catalogue"
    LANGUAGE_LINK = "page-language-link"
    WORKSPACE = "page-workspace"
    PERMALINK = "page-permalink"
    THEME = "page-theme"
    SEARCH = "page-search"


@unique
class Filter(StrEnum):
    """Controls. Each value is the name of the field of the selection with a prefix."""

    SCOPE = "filter-ambito"
    DEPARTMENT = "filter-departamento"
    INDICATOR = "filter-indicador"
    SECTOR = "filter-sector"
    GROUP = "filter-grupo"
    SEX = "filter-sexo"
    YEAR = "filter-periodo"
    LAYERS = "filter-capas"
    MEASURE = "filter-medida"
    SECOND = "filter-segundo"


@unique
class Map(StrEnum):
    """The map and the cards that float over it."""

    MAP = "map-map"
    LAND = "map-land"
    COUNTRIES = "map-countries"
    TERRITORIES = "map-territories"
    DEPARTMENTS = "map-departments"
    DEPARTMENTS_CASE = "map-departments-case"
    SELECTED = "map-selected"
    HALO = "map-halo"
    LABELS = "map-labels"
    COUNTRY_LABELS = "map-country-labels"
    COUNTS = "map-counts"
    PERSONS = "map-persons"
    DEMAND = "map-demand"
    UNITS = "map-units"
    UNIT_POINTS = "map-unit-points"
    CENTRES = "map-centres"
    INSET_BOX = "map-inset-box"
    POINTS = "map-points"
    PICKED = "map-picked"
    SLICE = "map-slice"
    PAINTED = "map-painted"
    ANSWER = "map-answer"
    LEGEND = "map-legend"
    LEGEND_LAYERS = "map-legend-layers"
    TIME = "map-time"
    ISLANDS = "map-islands"
    HOME = "map-home"
    GROUND = "map-ground"
    BOX = "map-box"
    LASSO = "map-lasso"


@unique
class Data(StrEnum):
    """The view of tables, sources and imports."""

    TREE = "data-tree"
    SHOWN = "data-shown"
    BODY = "data-body"
    IMPORT = "data-import"
    GRID = "data-grid"
    HEAD = "data-head"
    FOOT = "data-foot"


@unique
class Places(StrEnum):
    """The map of units and centres."""

    MAP = "places-map"
    DATA = "places-data"
    LAND = "places-land"
    COUNTRIES = "places-countries"
    AREAS = "places-areas"
    DEPARTMENTS = "places-departments"
    UNITS = "places-units"
    CENTRES = "places-centres"
    CHOSEN = "places-chosen"


@unique
class Side(StrEnum):
    """The list and the panel beside the map."""

    TAB_LIST = "side-tab-list"
    TAB_PANEL = "side-tab-panel"
    CHOSEN = "side-chosen"
    COMPARE = "side-compare"
    CLEAR = "side-clear"
    ONLY = "side-only"
    CLOSE = "side-close"
    LIST = "side-list"
    LIST_BOX = "side-list-box"
    PANEL = "side-panel"
    PANEL_HEAD = "side-panel-head"
    PANEL_TREE = "side-panel-tree"
    PANEL_SHOWN = "side-panel-shown"
    CHART = "side-chart"
    PANEL_BOX = "side-panel-box"
    PANEL_REQUEST = "side-panel-request"
