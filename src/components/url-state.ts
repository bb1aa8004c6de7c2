/** Keeps the values of a page's controls in its link, so that the link brings them back. */
import { readLink, writeLink } from "./url-fields.js";
import type { Fields, Values } from "./url-fields.js";

export { choiceField, numberField, numbersField, switchField, textField } from "./url-fields.js";

export interface UrlState<F extends Fields> {
  /** what the link says, with defaults for the rest; kept up to date by `set` */
  values: Values<F>;
  /** sentences for an error note; empty where the link is sound */
  problems: string[];
  /** Changes some values and the link with them; the reader's history stays as it is. */
  set: (changes: Partial<Values<F>>) => void;
  /** the whole link with the present values */
  href: () => string;
}

/** @param tolerated names that other parts of the page read from the link */
export function urlState<F extends Fields>(fields: F, tolerated: readonly string[] = []): UrlState<F> {
  const { values, problems } = readLink(fields, location.search, tolerated);
  const href = () => {
    const url = new URL(location.href);
    url.search = writeLink(fields, values, url.search);
    return url.href;
  };
  return {
    values,
    problems,
    href,
    set(changes) {
      Object.assign(values, changes);
      const next = href();
      // browsers refuse more than a hundred changes in a few seconds; a refused one is made up for by the next
      try {
        if (next !== location.href) history.replaceState(history.state, "", next);
      } catch {
        return;
      }
    }
  };
}
