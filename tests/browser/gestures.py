"""Where things are on the map, and what a hand does there."""

import re

from playwright.sync_api import expect

BOUNDS = """async () => {
  const { map } = await import(`${location.origin}/assets/mirador/map.mjs`);
  return map().getBounds().toBBoxString();
}"""


def chosen(page):
    found = re.search(r"seleccion=([^&]*)", page.url)
    return set(found[1].split("%2C")) if found else set()


def settled(page, count):
    expect(page.locator("#side-chosen")).to_contain_text(f"{count} a la vista")


def centre(page, code):
    box = page.locator(f'path[data-territory="{code}"]').first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, *points):
    (x, y), *others = points
    page.mouse.move(x, y)
    page.mouse.down()
    for x, y in others:
        page.mouse.move(x, y, steps=4)
    page.mouse.up()


def around(page, code, reach=14):
    """A rhombus, so that a box between its ends would not do."""
    x, y = centre(page, code)
    return (x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y), (x, y - reach)
