"""Which territories a question means: codes replaced where they were retired, unknown ones told."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from callbacks.api.problems import unknown_name
from callbacks.api.questions import Where
from callbacks.api.replies import Notice
from callbacks.desk import Desk
from geodata.schema import LOCAL_LEVELS, Level
from indicators.scopes import DEFAULT_SCOPE
from indicators.spec import Text

TERRITORY: Final = Text("el territorio", "territory")
DEPARTMENT: Final = Text("el departamento", "department")
NO_WORDS: Final[Mapping[str, Iterable[str]]] = MappingProxyType({})
WHOLE_COUNTRY: Final = "pais"


def in_force(code: str, desk: Desk) -> tuple[str, tuple[Notice, ...]]:
    """``code``, or the one that replaced it, with a notice.

    Raises:
        ApiError: there is no such code.
    """
    known = desk.engine.snapshot.territories.index
    if code not in known:
        raise unknown_name(TERRITORY, code, known.tolist(), "territory")
    successor = desk.vocabulary.successors.get(code)
    if successor is None:
        return code, ()
    old, new = desk.engine.name(code), desk.engine.name(successor)
    words = Text(
        f"El código {code} ({old}) fue retirado: se responde con {successor} ({new}).",
        f"The code {code} ({old}) was retired: the answer is for {successor} ({new}).",
    )
    return successor, (Notice("code_replaced", words, code, successor),)


def territories_of(where: Where, desk: Desk) -> tuple[frozenset[str] | None, tuple[Notice, ...]]:
    """Codes that meet every condition, ``None`` where there is no condition.

    Raises:
        ApiError: a territory or the department does not exist.
    """
    replaced = [in_force(code, desk) for code in where.territory]
    notices = tuple(notice for _, found in replaced for notice in found)
    sets = []
    if where.territory:
        sets.append(frozenset(code for code, _ in replaced))
    if where.level:
        levels = desk.engine.snapshot.territories["level"]
        sets.append(frozenset(levels.index[levels.isin(where.level)]))
    if where.scope or where.department:
        sets.append(frozenset(scope_of(where, desk)))
    return (frozenset.intersection(*sets) if sets else None), notices


def conditions(
    codes: frozenset[str] | None, words: Mapping[str, Iterable[str]] = NO_WORDS
) -> dict[str, frozenset[str]]:
    """Words that count by column, for ``indicators.paging.Wanted``; without those not asked for."""
    asked = {column: frozenset(map(str, found)) for column, found in words.items()}
    places = {} if codes is None else {"territory_code": codes}
    return places | {column: found for column, found in asked.items() if found}


def scope_of(where: Where, desk: Desk) -> list[str]:
    """Codes of the scope and department of ``where``, in order; the whole country without them.

    Raises:
        ApiError: the department does not exist.
    """
    if where.department and where.department not in desk.vocabulary.departments:
        known = sorted(desk.vocabulary.departments)
        raise unknown_name(DEPARTMENT, where.department, known, "department")
    scope, department = where.scope or WHOLE_COUNTRY, where.department or ""
    codes: list[str] = desk.engine.codes(scope, department).tolist()
    return codes


def drawn_by_default(desk: Desk) -> list[str]:
    """Codes of the default scope."""
    codes: list[str] = desk.engine.codes(DEFAULT_SCOPE, "").tolist()
    return codes


def families(where: Where, chosen: frozenset[str] | None, desk: Desk) -> list[list[str]]:
    """Codes to evaluate together: those of the scope, all departments, the nation, all domains.

    A value may depend on what stands beside it (``indicators.evaluate.WINDOW_RULE``), so the rest
    of its family is there although only ``chosen`` is told.
    """
    levels = desk.engine.snapshot.territories["level"]
    told = set(levels[sorted(chosen)]) if chosen is not None else set(LOCAL_LEVELS)
    groups = []
    if told & set(LOCAL_LEVELS):
        groups.append(scope_of(where, desk))
    wider = [w for w in (Level.DEPARTMENT, Level.NATION, Level.SURVEY_DOMAIN) if w in told]
    return groups + [levels.index[levels == level].tolist() for level in wider]
