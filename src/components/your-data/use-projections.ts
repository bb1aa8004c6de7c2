// Projections: angles, fields without sample and beam, row, axis; then a slice by the kernels of Figure 2.
import { filterNames, type FilterName } from "../../science/numerics/ramp-filter.js";
import { h } from "../element.js";
import { numbersView, oneMap, ownFrame, stacked } from "./drawn.js";
import { chooser, fields, neededNumber, numberIn, textField, type Option } from "./form.js";
import type { ProjectionAnswer } from "./projection-analysis.js";
import { hint, type ImagesContext, type UsePanel } from "./use-panel.js";
import { listsOf, numbersField } from "./use-stack.js";

const code = [
  "src/components/your-data/projection-analysis.ts",
  "src/science/numerics/filtered-back-projection.ts",
  "src/science/numerics/rotation-centre.ts"
];

export function projectionsPanel(context: ImagesContext): UsePanel {
  const { reader, shown, opened, width } = context;
  const lists = listsOf(context, shown.count);
  const angles = numbersField(
    `Angles of the ${shown.count} projections`,
    lists,
    lists.find((p) => /theta|angle/i.test(p)),
    hint(context, "angles"),
    "a list, from:to, or from:step:to"
  );
  const radians = chooser<boolean>("Angles are in", [
    { value: false, label: "degrees" },
    { value: true, label: "radians" }
  ]);
  const numbers = chooser<"counts" | "integrals">("The numbers are", [
    { value: "counts", label: "intensities" },
    { value: "integrals", label: "line integrals" }
  ]);
  const others = opened.parts
    .filter(({ name, shape }) => shape?.length === 3 && name !== shown.part)
    .map(({ name }) => name);
  const field = (label: string, pattern: RegExp) => {
    const options: Option<string | null>[] = [
      { value: null, label: "none" },
      ...others.map((path) => ({ value: path, label: path }))
    ];
    return chooser<string | null>(label, options, others.find((path) => pattern.test(path)) ?? null);
  };
  const flat = field("Images without sample", /white|flat/i);
  const dark = field("Images without beam", /dark/i);
  const row = textField(`Row of the detector, 1 to ${shown.rows}`, String(Math.ceil(shown.rows / 2)));
  const axis = textField("Rotation axis (columns from the middle)", "", "found where empty");
  const filter = chooser<FilterName>(
    "Filter",
    filterNames.map((name) => ({ value: name, label: name })),
    "shepp-logan"
  );
  return {
    form: h(
      "div",
      {},
      fields(angles.element, radians.element, numbers.element),
      others.length > 0 ? fields(flat.element, dark.element) : null,
      fields(row.element, axis.element, filter.element)
    ),
    async analyse(task) {
      const answer = await reader.ask(
        "projections",
        {
          ...{
            angles: angles.get(),
            radians: radians.get(),
            numbers: numbers.get(),
            flat: flat.get(),
            dark: dark.get()
          },
          ...{ row: neededNumber(row) - 1, axis: numberIn(axis), filter: filter.get() }
        },
        task
      );
      return { frames: framesOf(answer, opened.name, width), notes: answer.notes };
    }
  };
}

/** A map given row by row, as [x][y]. */
function turned(rows: Float32Array, nx: number, ny: number): Float32Array {
  const out = new Float32Array(nx * ny);
  for (let y = 0; y < ny; ++y) for (let x = 0; x < nx; ++x) out[x * ny + y] = rows[y * nx + x] ?? NaN;
  return out;
}

function framesOf(answer: ProjectionAnswer, file: string, width: number) {
  const { size, slice, sinogram, tilts, axisBy, rows } = answer;
  const drawn = (title: string, label: string, x: string) => ({
    id: "your-slice",
    title,
    x: { label: x, unit: "" },
    value: { label, unit: "" },
    names: { found: title, reference: "" }
  });
  const room = Math.min(width, 560);
  const common = {
    file,
    code,
    method: "the kernels of Figure 2: src/science/numerics/filtered-back-projection.ts"
  };
  const columns = (values: Float32Array, nx: number) => () => [
    { name: "x", values: Array.from(values, (_, p) => p % nx) },
    { name: "row", values: Array.from(values, (_, p) => Math.floor(p / nx)) },
    { name: "value", values }
  ];
  return [
    ownFrame({
      ...{
        ...common,
        id: "slice",
        title: "A slice through your sample",
        alt: "The slice by filtered back-projection."
      },
      content: stacked(
        oneMap(drawn("slice", "attenuation per pixel", "pixel"), turned(slice, size, size), size, size, room),
        numbersView(rows, "Checks")
      ),
      caption: `Filtered back-projection of one row of the detector; the axis is that of ${axisBy}. What not all projections see, outside the circle about the axis, is set to zero. A reprojection near the noise says that axis and angles are right.`,
      columns: columns(slice, size)
    }),
    ownFrame({
      ...{ ...common, id: "sinogram", title: "What it was made of", alt: "The sinogram of the row." },
      content: oneMap(
        drawn("line integrals", "line integral", "column, projection"),
        turned(sinogram, size, tilts),
        size,
        tilts,
        room
      ),
      caption: "Line integrals of the row: columns to the right, projections down.",
      columns: columns(sinogram, size)
    })
  ];
}
