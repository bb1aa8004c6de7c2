import { copyText } from "./downloads.js";
import { h, uniqueId } from "./element.js";

/** A modal sheet over the page; closes by its button, by Escape or by a click beside it, and leaves nothing behind. */
export function openSheet(title: string, body: HTMLElement, small = false): HTMLDialogElement {
  const id = uniqueId("sheet");
  const close = h("button", { type: "button", class: "button" }, "Close");
  const head = h("div", { class: "sheet-head" }, h("h2", { id }, title), close);
  const dialog = h("dialog", { class: small ? "sheet small" : "sheet", "aria-labelledby": id }, head, body);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A sheet with text to take away, and a button that copies it. */
export function openTextSheet(title: string, text: string, explanation = ""): HTMLDialogElement {
  const said = h("span", { role: "status" });
  const copy = async () => {
    said.textContent = (await copyText(text)) ? " Copied." : " Copying is not allowed here; select the text.";
  };
  const button = h("button", { type: "button", class: "button", onclick: () => void copy() }, "Copy");
  const pre = h("pre", { tabindex: 0 }, text);
  const body = h(
    "div",
    { class: "sheet-body" },
    explanation ? h("p", {}, explanation) : null,
    pre,
    button,
    said
  );
  return openSheet(title, body, true);
}
