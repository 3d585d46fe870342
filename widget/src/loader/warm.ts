/** Fetches a module once the page is idle, without running it; not for a visitor who saves data. */
export function warm(address: string): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  const fetchAhead = () => (window.requestIdleCallback ?? setTimeout)(() => document.head.append(link));
  if (document.readyState === "complete") fetchAhead();
  else addEventListener("load", fetchAhead);
}
