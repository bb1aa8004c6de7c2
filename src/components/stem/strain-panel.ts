// Supplementary Figure 18: strain and rotation by geometrical phase analysis, beside the truth, and what is between them.
import { segmented, select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import type { TableLike } from "../table-meta.js";
import { gridTable } from "./grid-table.js";
import { legendOf } from "./legend.js";
import type { Colours } from "./paint.js";
import { difference, packedRaster, strainNames, valueAt, type Raster, type StrainName } from "./raster.js";
import { comparedOf, comparisonTable } from "./rows.js";
import type { TileSpec } from "./tile.js";
import { sayNumber, sayPlace, tiles } from "./tiles.js";

export const strainLabels: Record<StrainName, string> = {
  exx: "ε_xx",
  eyy: "ε_yy",
  exy: "ε_xy",
  rotation: "rotation"
};

/** Shown in per cent, rotation in degrees. */
export const strainUnit = (name: StrainName): string => (name === "rotation" ? "°" : "%");
const factor = (name: StrainName) => (name === "rotation" ? 180 / Math.PI : 100);

export const inShownUnits = (name: StrainName, raster: Raster): Raster => ({
  ...raster,
  values: raster.values.map((value) => value * factor(name))
});

export const strainColours = (name: StrainName, limit: number): Colours => ({
  kind: "signed",
  limit,
  label: name === "rotation" ? "rotation (°)" : "strain (%)"
});

const scenes = [
  { id: "fast", label: "bulk, 10 C" },
  { id: "slow", label: "surface, 0.1 C" },
  { id: "fast-surface", label: "surface, 10 C" }
] as const;

const tops = [1, 2, 4, 6, 8];

/** @param maps stem-maps @param comparison stem-comparison */
export function strainPanel(
  maps: PackedFile,
  comparison: TableLike,
  o: { id: string; label: string; width: number }
): FigureFrame {
  const scene = segmented({ label: "Lamella after 20 cycles", options: scenes, format: (s) => s.label });
  const top = select({ label: "Colours end at", options: tops, value: 6, format: (t) => `±${t} % or °` });
  const layers = () => {
    const { id } = scene.value;
    const { step_A: step } = maps.facts[id] as { step_A: number };
    return strainNames.map((name) => {
      const [found, truth] = [`${id} ${name}`, `${id} true ${name}`].map((array) =>
        inShownUnits(name, packedRaster(maps, array, step))
      );
      return { name, found, truth, error: difference(found, truth) };
    });
  };
  let now = layers();
  const specs = (): TileSpec[] =>
    now.flatMap(({ name, found, truth, error }) =>
      (
        [
          ["found", found],
          ["true", truth],
          ["found − true", error]
        ] as const
      ).map(([what, raster]) => ({
        ...{ name: `${strainLabels[name]} ${what}`, raster, crisp: true },
        colours: strainColours(name, top.value)
      }))
    );
  const side = now[0].found.columns * now[0].found.step;
  const group = tiles(specs(), {
    ...{ width: o.width, across: 3, widest: 250, at: [0.7 * side, 0.68 * side], field: [side, side] },
    say: (x, y) =>
      `${sayPlace(x, y)}, found (true): ${now
        .map(
          ({ name, found, truth }) =>
            `${strainLabels[name]} ${sayNumber(valueAt(found, x, y), 1)} (${sayNumber(valueAt(truth, x, y), 1)}) ${strainUnit(name)}`
        )
        .join(", ")}.`
  });
  const legends = h("div", { class: "stem-legends" });
  const table = h("div");
  const show = () => {
    now = layers();
    group.update(specs());
    legends.replaceChildren(
      legendOf(strainColours("exx", top.value), o.width),
      legendOf(strainColours("rotation", top.value), o.width)
    );
    const wanted = ["exx", "eyy", "exy", "rotation"];
    table.replaceChildren(
      comparisonTable(
        comparedOf(comparison, scene.value.id).filter(({ quantity }) => wanted.includes(quantity)),
        `${scene.value.label}: strain (dimensionless) and rotation (rad) at the columns`
      )
    );
  };
  for (const control of [scene, top])
    control.addEventListener("input", (event) => {
      event.stopPropagation();
      show();
    });
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Strain and rotation, found and true" },
    content: h(
      "div",
      { class: "stem-panel" },
      h("div", { class: "stem-controls" }, scene, top),
      group,
      legends,
      table
    ),
    caption:
      "Two frequencies of each dark-field image, a Gaussian mask, and the lattice at each place as a deformation of that of the reference area; the maps average over 3.8 Å (one standard deviation). White is zero. Left: found; middle: the sample’s own, at each point that of the nearest column, hence its steps; right: the difference, which is noise, the averaging, and at the image’s rim the join of opposite edges. Rock salt and spinel are wider along the layers than the layered structure, which the surfaces’ ε_xx shows.",
    alt: "Maps of three components of strain and of rotation: found, true, and their difference.",
    interactive: true,
    provenance: "recovered",
    table: () =>
      gridTable(
        `${o.id}-${scene.value.id}`,
        now.flatMap(({ name, found, truth }) =>
          [
            { what: "found", raster: found },
            { what: "true", raster: truth }
          ].map(({ what, raster }) => ({
            ...{ name: `${name}_${what}`, unit: strainUnit(name), raster },
            description: `${strainLabels[name]}, ${what}`
          }))
        )
      ),
    meta: maps.meta,
    code: ["src/science/stem/strain.ts", "src/science/numerics/gpa.ts"]
  });
}
