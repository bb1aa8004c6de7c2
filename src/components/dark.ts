/** Whether the page is dark just now: what its own stylesheet says, else what the reader's system prefers. */
export function isDark(): boolean {
  const scheme = getComputedStyle(document.body).getPropertyValue("color-scheme");
  const [light, dark] = [scheme.includes("light"), scheme.includes("dark")];
  return light === dark ? matchMedia("(prefers-color-scheme: dark)").matches : dark;
}

/** Calls back whenever the page turns dark or light. @returns a function that stops it */
export function onDark(changed: (dark: boolean) => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const listener = () => changed(isDark());
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** Whether the reader asked for less motion. */
export const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
