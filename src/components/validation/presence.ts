// One clear sentence where measured data are not there, all or some of them.
import type { Overview } from "../../data/lib/validation/tables.js";
import { h } from "../element.js";

/** Nothing where every folder was present. */
export function presenceNote({ present, problems }: Overview): HTMLElement {
  if (problems.length === 0) return h("div");
  const sentence =
    present.length === 0
      ? "The measured data were not present when this site was built, so no check is listed here, and the tests that need them are skipped. What is said below is of a build that had them."
      : `Some of the measured data could not be read when this site was built, so their checks are not listed: ${problems.join("; ")}.`;
  return h("div", { class: "note", role: "note" }, sentence);
}

/** In place of what there is no data for; the room kept free for it closes. */
export const nothing = (sentence = ""): HTMLElement => h("p", { class: "nothing" }, sentence);
