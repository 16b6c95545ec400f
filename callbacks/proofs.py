"""The proof of whatever figure an address names: of one territory, of several together, a gap."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from dash.development.base_component import Component

from callbacks.desk import Desk, Desks
from indicators.gaps.items import PROVABLE
from indicators.gaps.proof import GapReference
from indicators.proof import Reference, prove
from indicators.proof_sets import names_a_set, prove_set
from layouts.proof_gap_view import gap_proof_tree, gap_view_of
from layouts.proof_set_view import set_proof_tree
from layouts.proof_view import no_proof, proof_tree
from layouts.text import catalogue
from layouts.text.catalogue import Catalogue

Tree = Sequence[Component]


def answered(query: str, desks: Desks) -> tuple[Tree, bool]:
    """The proof as a tree that the browser writes, or a sentence; and whether there is a proof."""
    selection = desks.parse(query).selection
    texts, desk = catalogue(selection.idioma), desks.of(selection)
    asked = dict(parse_qsl(query)).get("cifra", "")
    tree = _of_gap(asked, desk, texts) or _of_figure(asked, desk, texts)
    return tree or no_proof(asked[:80], texts), bool(tree)


def _of_gap(asked: str, desk: Desk, texts: Catalogue) -> Tree:
    reference = GapReference.read(asked)
    view = gap_view_of(reference, desk.engine, texts) if reference else None
    if reference is None or view is None:
        return []
    return gap_proof_tree(reference, view, demo=desk.store.is_demo)


def _of_figure(asked: str, desk: Desk, texts: Catalogue) -> Tree:
    reference = Reference.read(asked)
    indicator = PROVABLE.get(reference.indicator) if reference else None
    if reference is None or indicator is None:
        return []
    demo = desk.store.is_demo
    if names_a_set(reference):
        together = prove_set(desk.engine, indicator, reference)
        return set_proof_tree(together, desk.engine, texts, demo=demo) if together else []
    proof = prove(desk.engine, indicator, reference)
    return proof_tree(proof, desk.engine, texts, demo=demo) if proof else []
