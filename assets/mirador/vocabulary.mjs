// Words and menus of the page: they travel once, from an address that never changes, and are put back
// into the layout before Dash builds it. See layouts/vocabulary.py.

/** What a link leads to; nothing where a view has no link. */
export async function vocabularyAt(link) {
  if (!link) return {};
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

const isPlain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Puts values of properties into a layout, by id and property; an object keeps what it has. */
export function putBack(node, parts) {
  if (Array.isArray(node)) return node.forEach((child) => putBack(child, parts));
  const { props } = node ?? {};
  if (!props) return;
  for (const [name, value] of Object.entries(parts[props.id] ?? {})) props[name] = isPlain(value) ? { ...value, ...props[name] } : value;
  putBack(props.children, parts);
}
