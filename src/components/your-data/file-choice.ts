// Where a file comes in: chosen, dropped, or made by a twin to try the page with.
import { h, uniqueId } from "../element.js";
import { exampleNames, examples, type ExampleName } from "./example-names.js";

export interface FileChoiceOptions {
  onFile: (file: File) => void;
  onExample: (name: ExampleName) => void;
}

const accept =
  ".csv,.txt,.tsv,.dat,.mpt,.dta,.xdi,.xmu,.nor,.xsp,.msa,.xye,.xy,.cif,.parquet,.xlsx,.xlsm,.tif,.tiff,.h5,.hdf5,.nxs,.hdf,.raw,.vol,.bin";

export function fileChoice({ onFile, onExample }: FileChoiceOptions): HTMLElement {
  const id = uniqueId("your-file");
  const input = h("input", { type: "file", id, accept });
  input.addEventListener("change", (event) => {
    event.stopPropagation();
    const [file] = input.files ?? [];
    if (file) onFile(file);
    // so that the same file can be chosen again after it was mended
    input.value = "";
  });
  const zone = h(
    "div",
    { class: "your-drop" },
    h("label", { for: id }, "Choose a file, or drop it here"),
    input,
    h(
      "small",
      {},
      "CSV, text of cyclers, Parquet, XDI, .msa, .xye, .xlsx, TIFF, HDF5 and NeXus, plain numbers (.raw). It stays in this browser: nothing is uploaded."
    )
  );
  let depth = 0;
  const over = (by: number) => {
    depth = Math.max(0, depth + by);
    zone.classList.toggle("over", depth > 0);
  };
  zone.addEventListener("dragenter", (event) => {
    event.preventDefault();
    over(1);
  });
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("dragleave", () => over(-1));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(-depth);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) onFile(file);
  });
  const buttons = exampleNames.map((name) =>
    h("button", { type: "button", class: "button", onclick: () => onExample(name) }, examples[name])
  );
  return h(
    "div",
    { class: "your-choice" },
    zone,
    h(
      "div",
      { class: "your-examples", role: "group", "aria-label": "Try with an example" },
      h("span", {}, "Or try an example, made here by a twin:"),
      ...buttons
    )
  );
}
