"""The list of sentences that a language must have. A missing one does not type-check or import.

Sentences with ``{}`` fields are filled with ``str.format``; a test compares the fields of the
languages.
"""

from dataclasses import dataclass

from indicators.states import State


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """Sentences of one language."""

    language: str
    locale: str
    product: str
    skip_to_list: str
    # header
    nav: dict[str, str]
    cut_off: str
    permalink: str
    other_language: str
    other_language_label: str
    theme: str
    workspace: str
    workspace_published: str
    workspace_demo: str
    watermark: str
    # filters
    scope: str
    department: str
    all_departments: str
    indicator: str
    sector: str
    all_sectors: str
    group: str
    sex: str
    period: str
    newest: str
    filters: str
    layers: str
    layer_names: dict[str, str]
    layer_absent: str
    axes: dict[str, str]
    sexes: dict[str, str]
    groups: dict[str, str]
    sections: dict[str, str]
    not_split: str
    # map
    map_label: str
    home: str
    inset: str
    attribution: str
    attribution_own: str
    countries: dict[str, str]
    # legend
    states: dict[State, str]
    state_explained: dict[State, str]
    below: str
    between: str
    or_more: str
    legend_title: str
    by_department: str
    method: str
    source_and_method: str
    sources_of_map: str
    median_scope: str
    nation: str
    circles_area: str
    as_picture: str
    classes: str
    rule_natural: str
    rule_count: str
    rule_signed: str
    rule_cross: str
    rule_limits: str
    analysts: str
    measure: str
    measure_level: str
    measure_gap: str
    gap_title: str
    gap_none: str
    second: str
    second_none: str
    cross_count: str
    cross_level: str
    cross_cell: str
    # answer
    answer_rate: str
    answer_rate_one: str
    answer_count: str
    answer_count_all: str
    answer_none: str
    answer_department: str
    answer_department_one: str
    of_earlier: str
    of_year: str
    # list
    list_tab: str
    list_title: str
    list_title_department: str
    list_kick: str
    list_profile: str
    list_without: str
    list_more: str
    list_domains: str
    rank: str
    place: str
    value: str
    no_place: str
    no_place_hint: str
    # panel
    kick_border: str
    kick_belt: str
    kick_area: str
    lead: str
    lead_one_in: str
    more_than: str
    nearly: str
    lead_beside: str
    lead_none: str
    lead_persons: str
    from_department: str
    from_nation: str
    from_domain: str
    from_city: str
    from_elsewhere: str
    from_nation_to_larger: str
    from_elsewhere_to_larger: str
    no_figure: str
    no_figure_who: str
    employment: str
    cohesion: str
    productive_units: str
    labour_demand: str
    centres: str
    programmes: str
    competing_more: str
    imported_from: str
    in_use_rule: str
    play: str
    pause: str
    years: str
    side_by_side: str
    every_sector: str
    many_keys: str
    many_left: str
    many_none: str
    zoom_in: str
    zoom_out: str
    close: str
    chosen: str
    chosen_sum: str
    chosen_middle: str
    chosen_none: str
    chosen_clear: str
    chosen_most: str
    chosen_only: str
    chosen_rest: str
    choose: str
    choose_several: str
    choose_box: str
    choose_lasso: str
    chosen_compare: str
    chosen_compare_first: str
    islands: str
    profile: str
    api: str
    in_use: str
    benchmark: str
    mark_department: str
    mark_scope: str
    mark_nation: str
    mark_peers: str
    series_label: str
    series_break: str
    sample: str
    source_by: str
    source_quoted: str
    universe: str
    definition: str
    formula: str
    caveat: str
    who_publishes: str
    see_more: str
    earlier: str
    sector_together: str
    sector_none: str
    vacancies_none: str
    no_centre: str
    nearest_centre: str
    chosen_indicator: str
    no_programme: str
    no_units: str
    centre_status: dict[str, str]
    centre_kinds: dict[str, str]
    centre_since: str
    centre_until: str
    centre_verified: str
    centre_operator: str
    centre_seat: str
    centre_services: str
    centre_served: str
    unit_status: dict[str, str]
    open_list: str
    open_card: str
    unit_card: str
    joint_result: str
    last_of_list: str
    windows: dict[str, str]
    flags: dict[str, str]
    months: tuple[str, ...]
    quarter: str
    # data view
    data_title: str
    data_lead: str
    import_title: str
    import_closed: str
    importing: dict[str, str]
    snapshots_title: str
    snapshot_id: str
    snapshot_created: str
    snapshot_author: str
    snapshot_note: str
    snapshot_rows: str
    snapshot_import: str
    indicators_title: str
    axis: str
    figures: str
    territories: str
    sources_title: str
    source: str
    licence: str
    accessed: str
    # notices
    dropped: str
    dropped_item: str
    replaced_code: str
    department_outside: str
    sector_ignored: str
    demo_missing: str
    error: str
    loading: str
    loading_page: str
    failed: str
    failed_again: str
    no_script: str
    map_table: str
    figures_api: str
    values_stale: str
    values_failed: str
