/** What every page gets after it is there: cards on references, links from named sources, and a word when the network is gone. */
import { h } from "../element.js";

/** Links that have a card. */
const selector = 'a.citation, a.source-link, a[href^="https://doi.org/"]';

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(selector) : null;

// fetched when a reader first points at a reference
const cards = () => import("./reference-card.js");

function referenceCards(): void {
  let wanted: HTMLAnchorElement | null = null;
  const show = (link: HTMLAnchorElement) => {
    wanted = link;
    void cards().then(({ showCard }) => {
      if (wanted === link) showCard(link);
    });
  };
  const leave = (event: PointerEvent | FocusEvent) => {
    if (!linkAt(event.target) && !wanted) return;
    void cards().then(({ hideSoon, staysOpen }) => {
      if (staysOpen(event.relatedTarget)) return;
      wanted = null;
      hideSoon();
    });
  };
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "touch" ? null : linkAt(event.target);
    if (link) show(link);
  });
  document.addEventListener("pointerout", leave);
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !wanted) return;
    const link = wanted;
    wanted = null;
    void cards().then(({ hideCard, staysOpen }) => {
      if (staysOpen(document.activeElement)) link.focus();
      hideCard();
      // the focus that came back must not show the card again
      wanted = null;
    });
  });
}

/** The site's root, by the script's place: a page at any depth has the same. */
export function siteRoot(): string {
  const home = document.querySelector<HTMLAnchorElement>("#observablehq-sidebar a[href]")?.href;
  return home === undefined ? new URL("./", location.href).href : new URL("./", home).href;
}

function namedSources(): void {
  const main = document.querySelector("#observablehq-main");
  if (!main) return;
  let waiting = false;
  const link = () => {
    waiting = false;
    if (main.querySelector(".parameter-table")) {
      void import("./linked-sources.js").then(({ linkSources }) => linkSources(main, siteRoot()));
    }
  };
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(link, 500);
  };
  later();
  new MutationObserver(later).observe(main, { childList: true, subtree: true });
}

/** Says that the network is gone, and that what was kept can still be read. */
function offlineNote(): void {
  const note = h("p", { class: "offline-note", role: "status", hidden: true });
  document.querySelector("#observablehq-footer")?.prepend(note);
  const say = () => {
    note.hidden = navigator.onLine;
    note.textContent = navigator.onLine
      ? ""
      : "No network: this is the copy kept on your device. What was kept, figures included, works as before.";
  };
  addEventListener("online", say);
  addEventListener("offline", say);
  say();
}

if (typeof document !== "undefined") {
  referenceCards();
  namedSources();
  offlineNote();
}
