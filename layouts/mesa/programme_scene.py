"""The scene of programmes: what was reached of each target, newest period, never added wrongly."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from indicators.measures.execution import SAME, Execution, execution
from layouts.format import numbers, period_words
from layouts.mesa.order import Scene
from layouts.mesa.shown import Bar, Shown
from layouts.mesa.view import MesaView
from layouts.text import in_language

MOST_BARS: Final = 5


def programme_scene(scene: Scene, view: MesaView) -> Shown:
    """Results of one programme, or the newest of each, in the municipalities that are looked at."""
    rows = results_of(scene.get("programa"), view)
    groups = list(_groups(rows))
    ids = list(dict.fromkeys(str(one) for _, group in groups for one in group["source_id"]))
    return Shown(
        kind=scene.kind,
        title=scene.get("programa") or view.words.kinds["programas"],
        lines=() if groups else (view.words.no_results,),
        kick=view.place,
        bars=tuple(_bar(group, view, alone=bool(scene.get("programa"))) for _, group in groups),
        sources=view.publishers(ids),
        publications=view.publications(ids),
        filters=(view.place,),
        notes=scene.get("nota"),
    )


def results_of(programme: str, view: MesaView) -> pd.DataFrame:
    """Results for both sexes in the municipalities looked at, or that speak of all of them."""
    rows = view.engine.snapshot.results
    rows = rows[(rows["sex"] == TOTAL) & (rows["unit"] != "percent")]
    if programme:
        rows = rows[rows["programme"] == programme]
    around = {code[:2] for code in view.codes} | (set() if view.chosen else {"00"})
    mine = {*view.codes, *around}
    inside = [not mine.isdisjoint(str(codes).split("|")) for codes in rows["territory_code"]]
    return rows[inside]


def _groups(rows: pd.DataFrame) -> Iterator[tuple[object, pd.DataFrame]]:
    """What may be added, by result: its newest period; one of each programme comes first."""
    if rows.empty:
        return
    newest = rows.groupby(["programme", "indicator"])["period"].transform("max")
    grouped = list(
        rows[rows["period"] == newest].groupby(["component", *SAME], sort=False, dropna=False)
    )
    seen: dict[str, int] = {}
    ranked = []
    for key, group in grouped:
        programme = str(group["programme"].iloc[0])
        seen[programme] = seen.get(programme, 0) + 1
        ranked.append((seen[programme], key, group))
    for _, key, group in sorted(ranked, key=lambda one: one[0])[:MOST_BARS]:
        yield key, group


def _bar(group: pd.DataFrame, view: MesaView, *, alone: bool) -> Bar:
    done, first = execution(group), group.iloc[0]
    when = period_words(str(first["period"] or ""), view.texts)
    programme = "" if alone else f"{first['programme']} · "
    told = f"{first['component']}: {first['indicator']}"
    name = f"{programme}{told}" + (f" ({when})" if when else "")
    return Bar(name, _told(done, group, view), done.percent)


def _told(done: Execution, group: pd.DataFrame, view: MesaView) -> str:
    """``150 de 200 (75 %)``; else what is known and why there is no more."""
    write, words, language = numbers(view.texts), view.words, view.texts.language
    if done.percent is not None and done.target is not None and done.actual is not None:
        return words.reached.format(
            actual=write(done.actual), target=write(done.target), percent=write(done.percent)
        )
    why = in_language(done.reason, language) if done.reason else ""
    alone = group["actual"].iloc[0] if len(group) == 1 else None
    known = write(float(alone)) if alone is not None and pd.notna(alone) else ""
    return " · ".join(part for part in (known, why) if part)
