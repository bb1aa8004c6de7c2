import { h } from "./element.js";

export interface ErrorNote extends HTMLElement {
  /** Shows these sentences instead; none hides the note. */
  show: (messages: string | readonly string[]) => void;
}

/** Sentences about what went wrong, in the place where the reader looks; always text, never HTML. */
export function errorNote(messages: string | readonly string[] = []): ErrorNote {
  const note = h("div", { class: "error-note", role: "alert" });
  const show = (next: string | readonly string[]) =>
    note.replaceChildren(...[next].flat().map((message) => h("p", {}, message)));
  show(messages);
  return Object.assign(note, { show });
}
