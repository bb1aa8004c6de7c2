// A spectral stack: energies, light, references; then maps as in Figure 3.
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { select } from "../segmented.js";
import { numbersView, oneMap, ownFrame, stacked } from "./drawn.js";
import { chooser, fields, neededNumber, textField, tick, type Option } from "./form.js";
import type { Numbers } from "./requests.js";
import type { StackAnswer } from "./stack-analysis.js";
import { hint, type ImagesContext, type UseContext, type UsePanel } from "./use-panel.js";
import type { KeptList } from "./use-spectrum.js";

const code = [
  "src/components/your-data/stack-analysis.ts",
  "src/science/xanes/fit-element.ts",
  "src/science/numerics/nnls-stack.ts"
];
const enough = 4e6;

/** Datasets of one axis that could be a list for so many images. */
export const listsOf = ({ opened }: UseContext, count: number): string[] =>
  opened.parts.filter(({ shape }) => shape?.length === 1 && shape[0] === count).map(({ name }) => name);

/** Numbers out of a dataset, or typed. */
export function numbersField(
  label: string,
  paths: readonly string[],
  first: string | undefined,
  typed: string,
  example: string
) {
  const options: Option<string | null>[] = [
    ...paths.map((path) => ({ value: path, label: path })),
    { value: null, label: "as typed" }
  ];
  const source = chooser<string | null>(label, options, first ?? null);
  const field = textField(`${label}, typed`, typed, example);
  return {
    element: h("div", {}, paths.length > 0 ? source.element : null, field.element),
    get: (): Numbers => {
      const path = paths.length > 0 && field.input.value.trim() === "" ? source.get() : null;
      return path === null ? { typed: field.input.value } : { path };
    }
  };
}

export function stackPanel(context: ImagesContext, store: KeptList): UsePanel {
  const { reader, shown, opened, width } = context;
  const lists = listsOf(context, shown.count);
  const energies = numbersField(
    `Energies of the ${shown.count} images (eV)`,
    lists,
    lists.find((p) => /energ/i.test(p)),
    hint(context, "energies"),
    "a list, from:to, or from:step:to"
  );
  const numbers = chooser<"counts" | "density">("The numbers are", [
    { value: "counts", label: "counts or transmitted light" },
    { value: "density", label: "optical densities" }
  ]);
  const light = chooser<string | null>("Light without sample", [
    { value: null, label: "the brightest pixels" },
    ...lists.map((path) => ({ value: path, label: path })),
    { value: "", label: "as typed" }
  ]);
  const typed = textField("Light without sample, typed", "", "one number an image");
  const asked = hint(context, "references");
  const references = chooser<EdgeElement | "kept" | "none">(
    "Fit with",
    [
      ...edgeElements.map((element) => ({
        value: element,
        label: `our references of ${element} (${element === "O" ? "K" : "L"})`
      })),
      { value: "kept", label: `the ${store.list.length} references that I kept` },
      { value: "none", label: "nothing: optical density only" }
    ],
    edgeElements.find((e) => e === asked) ?? (store.list.length > 1 ? "kept" : "Mn")
  );
  const pixel = textField("Pixel (nm)", hint(context, "pixel") || "10");
  let by = 1;
  while ((shown.count * shown.columns * shown.rows) / by ** 2 > enough) ++by;
  const binning = textField("Pixels merged along an edge", String(by));
  const register = tick("undo the drift between images (counts only)");
  return {
    form: h(
      "div",
      {},
      fields(energies.element, numbers.element, h("div", {}, light.element, typed.element)),
      fields(references.element, pixel.element, binning.element),
      register.element,
      h(
        "p",
        { class: "figure-readout" },
        "Other elements and edges are fitted with your own references: open each spectrum and keep it, then open the stack."
      )
    ),
    async analyse(task) {
      const path = light.get();
      const i0: Numbers | null =
        typed.input.value.trim() !== "" || path === ""
          ? { typed: typed.input.value }
          : path === null
            ? null
            : { path };
      const answer = await reader.ask(
        "stack",
        {
          ...{ energies: energies.get(), numbers: numbers.get(), i0, references: references.get() },
          ...{ register: register.input.checked, pixel: neededNumber(pixel), binning: neededNumber(binning) }
        },
        task
      );
      return {
        frames: [mapsFrame(answer, opened.name, width)],
        notes: [`${answer.pixels} pixels hold sample.`, ...answer.notes]
      };
    }
  };
}

function mapsFrame({ nx, ny, pixel, maps, rows }: StackAnswer, file: string, width: number) {
  const box = h("div");
  const which = select({ label: "Map", options: maps, format: ({ name }) => name });
  const show = () => {
    const { name, unit, values } = which.value;
    const drawn = {
      id: "your-stack",
      title: name,
      x: { label: "pixel", unit: "" },
      value: { label: name, unit },
      names: { found: name, reference: "" }
    };
    box.replaceChildren(oneMap(drawn, values, nx, ny, Math.min(width, 520)));
  };
  which.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  const places = Array.from({ length: nx * ny }, (_, p) => p);
  return ownFrame({
    ...{
      id: "stack",
      title: "Your stack, pixel by pixel",
      alt: "Maps of what was fitted in each pixel.",
      file,
      code
    },
    method: "the analysis of Figure 3: src/science/xanes/analysis.ts, or a sum of kept references",
    content: stacked(which, box, numbersView(rows, "All pixels together")),
    caption: `Each pixel is ${pixel} nm wide. Optical densities are fitted as sums of references that are not negative; the valence is their mean valence by weight.`,
    columns: () => [
      { name: "x", unit: "pixel", values: places.map((p) => Math.floor(p / ny)) },
      { name: "y", unit: "pixel", values: places.map((p) => p % ny) },
      ...maps.map(({ name, unit, values }) => ({ name: name.replace(/\W+/g, "_"), unit, values }))
    ]
  });
}
