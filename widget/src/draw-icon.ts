/** Draws an icon of 24 by 24 in the colour of its text. */
export function drawIcon(path: string): Element {
  const draw = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const [icon, shape] = [draw("svg"), draw("path")];
  icon.ariaHidden = "true";
  icon.setAttribute("viewBox", "0 0 24 24");
  shape.setAttribute("fill", "currentColor");
  shape.setAttribute("d", path);
  icon.append(shape);
  return icon;
}
