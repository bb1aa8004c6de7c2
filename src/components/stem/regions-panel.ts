// Figure 1h–l: the bulk after 20 fast cycles by both signals, regions by column intensity and rotation, and the zooms they give.
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { boxes, dots, rings, together } from "./column-marks.js";
import { columnTable, foundColumns, foundRegions, type FoundColumn } from "./found-columns.js";
import { contrast, stretch } from "./contrast.js";
import { pixelOf, signals } from "./images-panel.js";
import { legendOf } from "./legend.js";
import type { Colours } from "./paint.js";
import { crop, packedRaster, rangeOf, valueAt } from "./raster.js";
import { comparedOf, comparisonTable } from "./rows.js";
import type { SurfaceData } from "./surface-panel.js";
import type { TileSpec } from "./tile.js";
import { sayNumber, sayPlace, tiles } from "./tiles.js";

const letters = { regular: "j", "low intensity": "k", twisted: "l" } as const;

const overlays = ["nothing", "intensity", "rotation", "spacing", "regions found", "true domains"] as const;
type Overlay = (typeof overlays)[number];

const shares = [
  "metal-deficient columns found",
  "columns of the metal-deficient region that are",
  "twisted columns found",
  "columns of the twisted region that are",
  "position of columns",
  "spacing of slabs",
  "exx",
  "eyy",
  "exy",
  "rotation"
];

/** Greatest deficit, rotation (°) and spacing off the mean (Å) that the colours tell apart. */
const limits = { intensity: 0.4, rotation: 7, spacing: 0.4 };

export function regionsPanel(
  { images, maps, columns, comparison }: SurfaceData,
  o: { id: string; label: string; width: number }
): FigureFrame {
  const pixel = pixelOf(images, "fast");
  const rasters = (["haadf", "idpc"] as const).map((signal) => ({
    ...signals[signal],
    raster: packedRaster(images, `fast ${signal}`, pixel)
  }));
  const ranges = rasters.map(({ raster }) => rangeOf(raster));
  const found = foundColumns(columns, "fast");
  const spaced = found.filter(({ spacing }) => Number.isFinite(spacing));
  const meanSpacing = spaced.reduce((sum, { spacing }) => sum + spacing, 0) / spaced.length;
  const all = foundRegions(maps.facts["fast"]);
  const regions = (["regular", "low intensity", "twisted"] as const).flatMap((kind) => {
    const region = all.find((each) => each.kind === kind);
    return region ? [{ ...region, kind, name: letters[kind] }] : [];
  });
  const overlay = segmented<Overlay>({
    label: "Over the images",
    options: overlays,
    value: "regions found"
  });
  const levels = contrast();
  const grey = (i: number): Colours => ({
    ...{ kind: "grey", domain: stretch(ranges[i], levels.value), label: rasters[i].label }
  });
  const dash = (name: string) => (/deficient|low/.test(name) ? "none" : "2,2");
  const apart = (of: (column: FoundColumn) => string) =>
    rings(
      found.filter((column) => !["regular", "none"].includes(of(column))),
      (column) => dash(of(column))
    );
  const overlayMarks = () =>
    ({
      nothing: () => [],
      intensity: dots(found, ({ deficit }) => deficit, limits.intensity),
      rotation: dots(found, ({ rotation }) => rotation, limits.rotation),
      spacing: dots(found, ({ spacing }) => spacing - meanSpacing, limits.spacing),
      "regions found": apart(({ region }) => region),
      "true domains": apart(({ truth }) => truth)
    })[overlay.value];
  const trueSpacing = dots(found, (column) => column.trueSpacing - meanSpacing, limits.spacing);
  // the spacing alone is shown twice: the true one lies over the other image, in the same colours
  const whole = (): TileSpec[] => {
    const spacing = overlay.value === "spacing";
    return rasters.map(({ name, raster }, i) => ({
      ...{ raster, colours: grey(i) },
      name: `${i ? "i" : "h"} · ${name}${spacing ? `, spacing ${i ? "in the sample" : "found"}` : ""}`,
      marks: together(...(i ? (spacing ? [trueSpacing] : []) : [overlayMarks()]), boxes(regions))
    }));
  };
  const zooms = (): TileSpec[] =>
    rasters.flatMap(({ name, raster }, i) =>
      regions.map((region) => ({
        ...{
          name: `${region.name} · ${region.kind}, ${name}`,
          raster: crop(raster, region.box),
          colours: grey(i)
        }
      }))
    );
  const side = rasters[0].raster.columns * pixel;
  const say = (x: number, y: number) => {
    const [nearest] = found
      .map((column) => ({ column, far: Math.hypot(column.x - x, column.y - y) }))
      .sort((a, b) => a.far - b.far);
    const values = rasters.map(
      ({ name, raster, digits }) => `${name} ${sayNumber(valueAt(raster, x, y), digits)}`
    );
    const own =
      nearest.far < 2
        ? `; the column there: intensity around it ${sayNumber(100 * nearest.column.deficit, 0)} % off the median, rotation ${sayNumber(nearest.column.rotation, 1)}° (true ${sayNumber(nearest.column.trueRotation, 1)}°), slabs ${sayNumber(nearest.column.spacing, 2)} Å apart (true ${sayNumber(nearest.column.trueSpacing, 2)}), ${nearest.column.region} (true: ${nearest.column.truth})`
        : "";
    return `${sayPlace(x, y)}: ${values.join(", ")}${own}.`;
  };
  const at = [all[0]?.x ?? side / 2, all[0]?.y ?? side / 2] as const;
  const field = [side, side] as const;
  const large = tiles(whole(), {
    ...{ width: o.width, across: o.width >= 560 ? 2 : 1, widest: 470, at, field, say }
  });
  const small = tiles(zooms(), {
    ...{ width: o.width, across: 3, widest: 230, at, field }
  });
  large.addEventListener("input", () => (small.value = large.value));
  small.addEventListener("input", () => (large.value = small.value));
  const legends = h("div", { class: "stem-legends" });
  const show = () => {
    large.update(whole());
    small.update(zooms());
    const signed: Partial<Record<Overlay, Colours>> = {
      intensity: { kind: "signed", limit: 100 * limits.intensity, label: "intensity off the median (%)" },
      rotation: { kind: "signed", limit: limits.rotation, label: "rotation (°)" },
      spacing: {
        ...{ kind: "signed", limit: limits.spacing, centre: meanSpacing },
        label: `slab spacing (Å); white: the mean, ${sayNumber(meanSpacing, 2)}`
      }
    };
    const own = signed[overlay.value];
    legends.replaceChildren(
      ...[0, 1].map((i) => legendOf(grey(i), o.width)),
      ...(own ? [legendOf(own, o.width)] : [])
    );
  };
  for (const control of [overlay, levels])
    control.addEventListener("input", (event) => {
      event.stopPropagation();
      show();
    });
  show();
  const rows = comparedOf(comparison, "fast");
  return figureFrame({
    ...{
      id: o.id,
      label: o.label,
      title: "Regular, metal-poor and twisted, as the analysis tells them apart"
    },
    content: h(
      "div",
      { class: "stem-panel" },
      ...[overlay, large, legends, levels, small],
      comparisonTable(
        shares.flatMap((name) => rows.filter(({ quantity }) => quantity === name)),
        "Bulk at 10 C: found beside true"
      )
    ),
    caption:
      "The squares were not drawn: k is where the columns’ intensities lie below the image’s median by more than their noise allows and by more than a tenth, l where the lattice is turned by more than 3°, j the calmest place elsewhere. Rings: columns of such regions, whole for low intensity, broken for twisted. The missing metal is the pathway model’s; the bend and the turned patch are ours, to agree with the study’s words. The zooms share the cursor of the images. Spacing: each column in the colour of the mean distance to the slabs above and below, found over h, the sample’s own over i; the bend that was set draws slabs together and apart.",
    alt: "Dark-field and integrated phase contrast images of a bent lattice with three boxed regions, and their zooms: regular, metal-poor, twisted. Columns can be coloured by the spacing of the slabs, found over the one and true over the other.",
    interactive: true,
    provenance: "recovered",
    table: () => columnTable(o.id, found),
    meta: maps.meta,
    code: ["src/science/stem/regions.ts", "src/science/stem/columns.ts", "src/science/stem/spacing.ts"]
  });
}
