/** Keeps `--viewport-height` and `--viewport-top` of an element at what the on-screen keyboard leaves free. */
export function fitToKeyboard(element: HTMLElement): () => void {
  const viewport = window.visualViewport;
  const fit = () => {
    if (!viewport) return;
    element.style.setProperty("--viewport-height", `${viewport.height}px`);
    element.style.setProperty("--viewport-top", `${viewport.offsetTop}px`);
  };
  for (const change of ["resize", "scroll"]) viewport?.addEventListener(change, fit);
  fit();
  return () => {
    for (const change of ["resize", "scroll"]) viewport?.removeEventListener(change, fit);
  };
}
