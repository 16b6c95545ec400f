"""The page of a ficha: sentences, axes, panels of work and cohesion, and what is in the place."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.nearest import Origin
from indicators.spec import Axis
from layouts.export_menu import place_menu
from layouts.ficha.axes import axis_section
from layouts.ficha.centres import centres_section
from layouts.ficha.cohesion import cohesion_section
from layouts.ficha.facts import facts_line
from layouts.ficha.headlines import headlines
from layouts.ficha.here import actors_section, missing_section, programmes_section, rivals_section
from layouts.ficha.members import members_section
from layouts.ficha.sectors import sector_section
from layouts.ficha.sentence import Headline
from layouts.ficha.trail import inside_border, trail
from layouts.ficha.work import work_section
from layouts.format import marked
from layouts.frame import Frame
from layouts.place import PlaceKind
from layouts.profile import CONCENTRATION, Profile
from layouts.proof_link import proven
from layouts.reading import data, reading_page


def ficha_page(frame: Frame, profile: Profile, tree: Sequence[Component]) -> html.Div:
    """The page around ``tree``; see ``ficha_tree``."""
    titles = profile.name, _kick(profile)
    return reading_page(frame, titles, tree, over=trail(profile), before=[place_menu(frame)])


def _kick(profile: Profile) -> str:
    kind = profile.words.kinds[profile.place.kind]
    if profile.place.kind is PlaceKind.BORDER:
        return kind
    row = profile.view.engine.territory(profile.code)
    department = profile.words.of_department.format(row["department_name"])
    names = [department] if not profile.place.many else []
    return " · ".join([kind, *names, profile.code])


def ficha_tree(profile: Profile) -> list[Component]:
    """Everything that is read of a place."""
    parts: list[Component] = [
        html.Section(
            [
                facts_line(profile),
                *_notes(profile),
                *sentences(profile),
                links(profile),
                html.P(profile.words.proof_hint, className="links hint"),
            ],
            className="first",
        ),
        *(part for axis in Axis for part in axis_section(axis, profile)),
        html.Div(
            [
                work_section(profile),
                cohesion_section(profile),
                sector_section(profile),
                centres_section(profile),
                *members_section(profile),
            ],
            className="panels",
        ),
        html.Div(
            [
                programmes_section(profile),
                actors_section(profile),
                *rivals_section(profile),
                missing_section(profile),
            ],
            className="panels more-panels",
        ),
    ]
    size = "profile larger" if profile.place.many else "profile"
    return [html.Div(parts, className=size)]


def _notes(profile: Profile) -> list[Component]:
    """What the reader has to know of the territory itself."""
    if profile.place.kind is PlaceKind.BORDER:
        return []
    note = str(profile.view.engine.territory(profile.code)["note"] or "")
    return [html.P(note, className="note")] if note else []


def sentences(profile: Profile) -> list[Component]:
    """The headlines; where nobody counts the migrants of the place, that is said first."""
    told = [html.P(_sentence(one, profile), className="headline") for one in headlines(profile)]
    if _published(profile):
        return list(told)
    none = profile.view.texts.lead_none.format(place=profile.name)
    return [html.P(none, className="headline none"), *told]


def _sentence(told: Headline, profile: Profile) -> list[str | Component]:
    """A sentence whose first marked figure leads to its proof."""
    parts = marked(told.sentence)
    first = next((i for i, part in enumerate(parts) if isinstance(part, html.B)), None)
    if first is not None and told.proof is not None:
        words = told.sentence.split("**")[1]
        parts[first] = html.B(proven(words, told.proof, profile.view.texts))
    return parts


def _published(profile: Profile) -> bool:
    """Whether anybody counts the migrants of the place itself, however surely."""
    figure = profile.known.get(CONCENTRATION)
    return CONCENTRATION in profile.spreads or (figure is not None and figure.origin is Origin.OWN)


def links(profile: Profile) -> html.P:
    """To the map, the gaps, the comparison, and the figures as a file.

    From a place that is not of the border, the border is one more link: see ``trail``.
    """
    words, place = profile.words, profile.place
    query = f"?{place.kind}={place.code}"
    if place.kind is PlaceKind.BORDER:
        query = f"?ambito={place.code}"
    targets = [
        (words.map, f"/{query}"),
        (words.gaps, f"/brechas{query}"),
        *([] if place.many else [(words.compare, f"/comparar?comparar={place.code}")]),
        *([] if inside_border(profile) else [(words.border_profile, "/frontera")]),
        (words.download, f"{place.path}.csv"),
    ]
    shown = [html.A(name, href=href, **data(keep="yes")) for name, href in targets]
    return html.P([part for link in shown for part in (link, " · ")][:-1], className="links")
