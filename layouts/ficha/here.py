"""Programmes and organisations of a place, what others publish of it, and what nobody does."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.frameworks import slug
from indicators.spec import Indicator
from indicators.units import PERCENT
from layouts.ficha.axes import title_of
from layouts.ficha.centres import MOST_LISTED, folded, source_cell
from layouts.ficha.cohesion import absent_row
from layouts.ficha.row import Row, observation_row, of_source, publisher, row, whose_name
from layouts.ficha.sectors import columns
from layouts.format import listed, numbers, period_words
from layouts.profile import PERSONS, Profile
from layouts.proof_link import proven, reference_of_observation
from layouts.provenance import caution_words
from layouts.reading import data, table
from layouts.text import in_language

PROGRAMMES: Final = "programas"
ACTORS: Final = "actores"
RIVALS: Final = "cifras_en_competencia"
ABSENT: Final = "falta"
FIRST_SHOWN: Final = 6


def inside(rows: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """Rows whose territories, joined by ``|``, are of the place."""
    mine = profile.place.own_codes
    kept = [not mine.isdisjoint(str(codes).split("|")) for codes in rows["territory_code"]]
    return rows[kept]


def programmes_section(profile: Profile) -> html.Section:
    """Published results of programmes in which the place takes part."""
    words, texts = profile.words, profile.view.texts
    results = newest(inside(profile.view.engine.snapshot.results, profile))
    if results.empty:
        return html.Section([html.H3(texts.programmes, id=PROGRAMMES),
                             html.P(words.no_programme, className="whose")])  # fmt: skip
    head = [words.programme, words.result, words.value, words.when, words.source]
    lines = [_result(r, profile) for _, r in results.head(MOST_LISTED).iterrows()]
    return html.Section(
        [html.H3(texts.programmes, id=PROGRAMMES), *folded(head, lines, FIRST_SHOWN, profile),
         *_beyond(len(results), profile)],
        className="listed",
    )  # fmt: skip


def newest(results: pd.DataFrame) -> pd.DataFrame:
    """The newest of each result, those of all people before those of women or of men."""
    same = ["programme", "indicator", "sex", "population_group", "territory_code"]
    last = results.sort_values("period", kind="stable").drop_duplicates(same, keep="last")
    kept = results[results.index.isin(last.index)]
    return kept.iloc[(kept["sex"] != TOTAL).to_numpy().argsort(kind="stable")]


def _result(result: pd.Series, profile: Profile) -> list[Component | str]:
    texts, engine = profile.view.texts, profile.view.engine
    codes = str(result["territory_code"]).split("|")
    names = listed([engine.name(code) for code in codes], texts)
    joint = f" ({texts.joint_result.format(names)})" if len(codes) > 1 else ""
    alone = f" ({names})" if profile.place.many and not joint else ""
    sex = _sex(result, profile)
    actual = texts.no_figure if pd.isna(result["actual"]) else numbers(texts)(result["actual"])
    unit = " %" if result["unit"] == "percent" else ""
    return [
        _programme(str(result["programme"]), profile),
        f"{result['indicator']}{sex}{joint}{alone}", f"{actual}{unit}",
        period_words(str(result["period"] or ""), texts) or profile.words.undated,
        html.Span(source_cell(str(result["source_id"]), profile)),
    ]  # fmt: skip


def _programme(name: str, profile: Profile) -> html.A:
    """The programme, as a link to what it did in this place."""
    here = "" if profile.place.many else f"&municipio={profile.code}"
    return html.A(name, href=f"/programas?programa={slug(name)}{here}", **data(keep="yes"))


def _sex(result: pd.Series, profile: Profile) -> str:
    """Of women or of men, where the name of the result does not say it."""
    if result["sex"] == TOTAL or str(result["sex"]) in str(result["indicator"]):
        return ""
    return f", {profile.view.texts.sexes[str(result['sex'])].lower()}"


def _beyond(n: int, profile: Profile) -> list[Component]:
    rest = n - MOST_LISTED
    return [html.P(profile.words.beyond.format(rest), className="whose")] if rest > 0 else []


def programme_rows(profile: Profile) -> Iterator[Row]:
    """A line for each result."""
    for _, result in inside(profile.view.engine.snapshot.results, profile).iterrows():
        codes = str(result["territory_code"])
        yield row(
            profile, PROGRAMMES, indicador=f"{result['programme']} · {result['indicator']}",
            eje=profile.view.texts.axes.get(str(result["axis"]), ""), codigo=codes,
            territorio=", ".join(profile.view.engine.name(c) for c in codes.split("|")),
            periodo=result["period"], valor=result["actual"], unidad=result["unit"],
            estado="sin_dato" if pd.isna(result["actual"]) else "valor", nota=result["note"],
            **of_source(profile, str(result["source_id"])),
        )  # fmt: skip


def actors_section(profile: Profile) -> html.Section:
    """Organisations that work in the place, by programme and axis."""
    texts, words, engine = profile.view.texts, profile.words, profile.view.engine
    found = inside(engine.snapshot.actors, profile)
    head = [words.organisation, texts.programmes, texts.axis, words.source]
    lines = _present(found, profile)
    if not lines:
        return html.Section([html.H3(words.actors), html.P(words.no_actors, className="whose")])
    return html.Section(
        [html.H3(words.actors), *folded(head, lines[:MOST_LISTED], FIRST_SHOWN, profile),
         *_beyond(len(lines), profile)],
        className="listed",
    )  # fmt: skip


def _present(found: pd.DataFrame, profile: Profile) -> list[list[Component | str]]:
    """Each organisation once for each of its programmes, with all its axes there."""
    axes, together = profile.view.texts.axes, ["organisation", "programme", "source_id"]
    lines: list[list[Component | str]] = []
    for (organisation, programme, source_id), rows in found.groupby(together, sort=False):
        told = dict.fromkeys(axes.get(str(axis), str(axis)) for axis in rows["axis"])
        source = publisher(profile, str(source_id))
        lines.append([str(organisation), str(programme), ", ".join(told), source])
    return lines


def actor_rows(profile: Profile) -> Iterator[Row]:
    """A line for each organisation, programme and axis."""
    for _, actor in inside(profile.view.engine.snapshot.actors, profile).iterrows():
        codes = str(actor["territory_code"])
        yield row(
            profile, ACTORS, indicador=f"{actor['organisation']} · {actor['programme']}",
            eje=profile.view.texts.axes.get(str(actor["axis"]), ""), codigo=codes,
            territorio=", ".join(profile.view.engine.name(code) for code in codes.split("|")),
            periodo=actor["period"], **of_source(profile, str(actor["source_id"])),
        )  # fmt: skip


def competing(profile: Profile) -> Iterator[tuple[str, pd.Series]]:
    """Key and observation of every figure that another publication disputes.

    Of migrants, all dates are told: their counts differ most, and by date most of all. The years
    of one single publication are a series.
    """
    for key in profile.known:
        rows = profile.rivals.get(key)
        if key == PERSONS:
            known = profile.view.engine.figures(PERSONS)
            chosen = {"territory_code": profile.code, "sex": "total"}
            rows = known.only(known.where(**chosen)).chosen()
        if rows is None or not _disputed(rows):
            continue
        for _, observation in rows.iloc[::-1].iterrows():
            yield key, observation


def _disputed(rows: pd.DataFrame) -> bool:
    """Whether two publications give two values."""
    values, publications = set(rows["value"].dropna()), set(rows["source_id"])
    return len(values) > 1 and len(publications) > 1


def _in_use(key: str, observation: pd.Series, profile: Profile) -> bool:
    return bool(observation.equals(profile.known[key].observation))


def rivals_section(profile: Profile) -> list[Component]:
    """Several publications, side by side, with the one in use."""
    words, texts = profile.words, profile.view.texts
    found = list(competing(profile))
    if not found:
        return []
    head = [texts.indicator, words.value, words.when, texts.caveat, words.source]
    lines = [_rival(*one, profile) for one in found]
    dates = words.rivals_dates if found[0][0] == PERSONS else ""
    rule = html.P(f"{texts.in_use_rule} {dates}".strip(), className="whose")
    return [
        html.Section(
            [html.H3(words.rivals, id="cifras"), rule,
             *folded(head, lines, FIRST_SHOWN, profile)],
            className="listed",
        )
    ]  # fmt: skip


def _rival(key: str, observation: pd.Series, profile: Profile) -> list[Component | str]:
    texts, indicator = profile.view.texts, profile.view.indicators[key]
    value, unit = observation["value"], in_language(indicator.unit.symbol, texts.language)
    written = texts.no_figure if pd.isna(value) else numbers(texts)(value, indicator.decimals)
    if pd.notna(value) and indicator.unit == PERCENT:
        written = f"{written}\N{NO-BREAK SPACE}{unit}"
    period = period_words(str(observation["period"] or ""), texts) or profile.words.undated
    cautions = caution_words(str(observation["flags"] or ""), texts)
    said = [*(one for one in cautions if one != period), str(observation["note"] or "")]
    number = proven(written, reference_of_observation(key, observation), texts)
    used = _in_use(key, observation, profile)
    shown = html.B([number, f" ({texts.in_use})"]) if used else number
    return [
        _of_whom(indicator, observation, profile), shown, period,
        "; ".join(part for part in said if part),
        html.Span(source_cell(str(observation["source_id"]), profile)),
    ]  # fmt: skip


def _of_whom(indicator: Indicator, observation: pd.Series, profile: Profile) -> str:
    """The indicator and, where it is not of this place, whose figure it is."""
    title, code = title_of(indicator, profile), str(observation["territory_code"])
    return title if code == profile.code else f"{title} ({whose_name(code, profile)})"


def rival_rows(profile: Profile) -> Iterator[Row]:
    """A line for each of them."""
    for key, observation in competing(profile):
        word = profile.view.texts.in_use if _in_use(key, observation, profile) else ""
        indicator = profile.view.indicators[key]
        yield observation_row(profile, RIVALS, indicator, observation, referencia=word)


def missing(profile: Profile) -> list[Indicator]:
    """Indicators without a figure; what is known by sector is not missing."""
    by_sector = {column.indicator.key for column in columns(profile)}
    return [indicator for indicator in profile.missing if indicator.key not in by_sector]


def missing_section(profile: Profile) -> html.Section:
    """Indicators that nobody publishes for this place, and who holds them."""
    words, texts, absent = profile.words, profile.view.texts, missing(profile)
    if not absent:
        return html.Section([html.H3(words.missing), html.P(words.missing_none)])
    rows = [
        [texts.axes[i.axis], title_of(i, profile), in_language(i.source_rule, texts.language)]
        for i in absent
    ]
    told = words.missing_lead.format(n=len(absent))
    head = [texts.axis, texts.indicator, texts.who_publishes]
    listed = html.Details([html.Summary(told), html.Div(table(head, rows), className="listed")])
    return html.Section([html.H3(words.missing), listed], className="missing")


def missing_rows(profile: Profile) -> Iterator[Row]:
    """A line for each of them, with who holds it."""
    return (absent_row(indicator, ABSENT, profile) for indicator in missing(profile))
