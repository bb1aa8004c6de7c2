/** Sources that tables name in words become links to the References page. */
import { h } from "../element.js";
import { anchorOf, namedIn } from "./reference-text.js";

const done = new WeakSet<Element>();

/** @param root what may hold tables of parameters; @param home address of the site's root, ending with a slash */
export function linkSources(root: ParentNode, home: string): void {
  for (const cell of root.querySelectorAll(".parameter-table tbody tr > :last-child")) {
    if (done.has(cell)) continue;
    done.add(cell);
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) if (!text.parentElement?.closest("a")) linkText(text, home);
  }
}

function linkText(node: Text, home: string): void {
  const text = node.data;
  const named = namedIn(text);
  if (named.length === 0) return;
  const parts: (string | Node)[] = [];
  let from = 0;
  for (const { reference, start, end } of named) {
    parts.push(text.slice(from, start));
    parts.push(
      h(
        "a",
        { class: "source-link", href: `${home}references#${anchorOf(reference)}` },
        text.slice(start, end)
      )
    );
    from = end;
  }
  node.replaceWith(...parts, text.slice(from));
}
