// Questions that open on the SQL page with their query filled in.
import { h } from "./element.js";

export interface SqlQuestion {
  question: string;
  query: string;
}

/** @param page address of the SQL page from here, for example "../explore/sql" */
export function sqlLinks(questions: readonly SqlQuestion[], page = "../explore/sql"): HTMLElement {
  const items = questions.map(({ question, query }) =>
    h("li", {}, h("a", { href: `${page}?q=${encodeURIComponent(query.trim())}` }, question))
  );
  return h("ul", {}, ...items);
}
