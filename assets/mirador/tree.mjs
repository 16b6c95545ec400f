// Dash components written from the browser: the same trees that Python sends.

const make = (namespace) => (type, props = {}, ...children) => ({
  type,
  namespace,
  props: { ...props, children: children.length === 1 ? children[0] : children },
});

export const html = make("dash_html_components");
export const svg = make("dash_svg");
