/** The card of a reference beside the link that names it: shown on hover and focus, closed by Escape, kept while the pointer is on it. */
import { h, uniqueId } from "../element.js";
import { allReferences, byDoi, doiLink, referenceLine } from "./reference-text.js";
import type { Reference } from "./references.js";

/** The reference that a link leads to: by its anchor on the References page, or by its DOI. */
export function referenceOf(link: HTMLAnchorElement): Reference | undefined {
  const key = /#ref-([\w-]+)$/.exec(link.href)?.[1];
  if (key !== undefined) return allReferences.find((reference) => reference.key === key);
  const doi = /^https:\/\/doi\.org\/(.+)$/.exec(link.href)?.[1];
  return doi === undefined ? undefined : byDoi(decodeURIComponent(doi));
}

let open: { link: HTMLAnchorElement; card: HTMLElement } | undefined;
let timer = 0;

/** Shows the card of a link, if its reference is known and the browser has popovers. */
export function showCard(link: HTMLAnchorElement): void {
  clearTimeout(timer);
  if (open?.link === link) return;
  hideCard();
  const reference = referenceOf(link);
  if (!reference || !("showPopover" in HTMLElement.prototype)) return;
  const url = doiLink(reference);
  // a link that is the DOI itself needs no second one
  const doi =
    url === undefined || link.href === url
      ? null
      : h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `doi:${reference.doi ?? ""}`);
  const card = h(
    "span",
    { class: "reference-card", id: uniqueId("reference-card"), popover: "manual", role: "note" },
    `${referenceLine(reference)} `,
    doi,
    reference.note === undefined ? null : h("small", {}, ` ${reference.note}`)
  );
  link.after(card);
  link.setAttribute("aria-describedby", card.id);
  card.showPopover();
  place(card, link);
  open = { link, card };
  card.addEventListener("pointerenter", () => {
    clearTimeout(timer);
  });
  card.addEventListener("pointerleave", () => hideSoon());
}

export function hideCard(): void {
  clearTimeout(timer);
  if (!open) return;
  open.link.removeAttribute("aria-describedby");
  open.card.remove();
  open = undefined;
}

/** Leaves time to move the pointer onto the card. */
export function hideSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (!open?.card.contains(document.activeElement)) hideCard();
  }, 250);
}

/** Whether the focus or the pointer that goes there stays with the card or its link. */
export const staysOpen = (target: EventTarget | null): boolean =>
  open !== undefined && target instanceof Node && (open.card.contains(target) || open.link.contains(target));

/** Below the link, or above where there is no room, inside the window's edges. */
function place(card: HTMLElement, link: HTMLElement): void {
  const gap = 6;
  const at = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - width - gap));
  const below = at.bottom + gap;
  const top =
    below + height > window.innerHeight && at.top - gap - height > 0 ? at.top - gap - height : below;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
