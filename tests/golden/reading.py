"""A page as a person reads it aloud: one line for each sentence, figure and row of a table."""

from collections.abc import Iterator

LINES = ("P", "H2", "H3", "H4", "Li", "Summary", "Figcaption")
LEFT_OUT = ("Svg", "Dl")


def read(node) -> str:
    """The page as text; drawings and definitions are left out, whatever is folded is not."""
    return "\n".join(line for line in _lines(node) if line.strip()) + "\n"


def _lines(node) -> Iterator[str]:
    if isinstance(node, str | int | float):
        yield str(node)
    elif isinstance(node, list | tuple):
        for child in node:
            yield from _lines(child)
    elif isinstance(node, dict):
        yield from _lines(node.get("tree", node.get("props", node).get("children", [])))
    elif node is not None:
        yield from _element(node)


def _element(node) -> Iterator[str]:
    name, classes = type(node).__name__, getattr(node, "className", "") or ""
    tree = getattr(node, "data", None)
    if isinstance(tree, dict) and "tree" in tree:
        yield from _lines(tree)
    elif name in LEFT_OUT or "method" in classes.split():
        return
    elif name == "Tr":
        yield "  " + " | ".join(flat(cell) for cell in node.children)
    elif "item" in classes.split():
        yield "- " + " · ".join(filter(None, map(flat, _parts(node))))
    elif name in LINES:
        mark = {"H2": "# ", "H3": "\n## ", "H4": "### ", "Summary": "> "}.get(name, "")
        yield mark + flat(node)
    else:
        yield from _lines(getattr(node, "children", None) or [])


def _parts(node) -> Iterator[object]:
    """What stands one under the other in an item."""
    for child in node.children:
        name, classes = type(child).__name__, getattr(child, "className", "") or ""
        if name in LEFT_OUT or classes in ("drawings", "method") or "method" in classes:
            continue
        yield from child.children if name == "Div" else [child]


def flat(node) -> str:
    """All words of a node, in one line."""
    if isinstance(node, str | int | float):
        return str(node)
    if isinstance(node, list | tuple):
        return "".join(flat(child) for child in node)
    if isinstance(node, dict):
        return flat(node.get("props", node).get("children", []))
    if node is None or type(node).__name__ in LEFT_OUT:
        return ""
    return " ".join(flat(getattr(node, "children", None) or "").split(" ")).strip("\n")
