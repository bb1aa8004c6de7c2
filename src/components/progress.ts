import { h } from "./element.js";

export interface ProgressOptions {
  /** what is being done, for example "Simulating the discharge" */
  label: string;
  onCancel?: () => void;
}

export interface Progress extends HTMLElement {
  /** @param fraction 0 to 1; @param what a few words on the present step */
  update: (fraction: number, what?: string) => void;
  /** Takes the bar away (its room stays, so that nothing moves) and leaves a last word. */
  done: () => void;
}

/** A bar that fills, with a button to stop; hidden until the first update. */
export function progressBar({ label, onCancel }: ProgressOptions): Progress {
  const bar = h("progress", { max: 1, value: 0, "aria-label": label });
  const what = h("span", { class: "progress-what" }, label);
  const cancel = h("button", { type: "button", class: "button", onclick: () => onCancel?.() }, "Cancel");
  const element = h("div", { class: "progress", hidden: true }, bar, onCancel ? cancel : null, what);
  return Object.assign(element, {
    update(fraction: number, step = "") {
      const x = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
      element.hidden = false;
      bar.value = x;
      what.textContent = `${step || label} · ${Math.round(100 * x)} %`;
    },
    done() {
      element.hidden = true;
      bar.value = 0;
    }
  });
}
