// Supplementary Figure 16: an X-ray map over a nanovoid as counts, and O over Mn in rings around the void beside the truth.
import type { Table } from "npm:apache-arrow";
import { defaultEdsInstrument } from "../../science/eels/eds-instrument.js";
import { edsMaps, type MappedLine } from "../../science/eels/eds-analysis.js";
import { nanovoid, plainVoid } from "../../science/eels/eds-sample.js";
import { measureEds } from "../../science/eels/eds-twin.js";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { edsMap } from "./eds-map.js";
import { withError } from "./found-table.js";
import { numberOf, rowsOf } from "./rows.js";

const samples = { "rim without oxygen": nanovoid, "void alone": plainVoid } as const;
const shown: readonly MappedLine[] = ["O K", "Mn K", "Ni K", "Co K"];
const doses = [1, 10, 100] as const;

/** @param table eels-eds */
export function edsPanel(
  table: Table,
  { id, label, width }: { id: string; label: string; width: number }
): FigureFrame {
  const sample = segmented({ label: "Sample", options: Object.keys(samples) as (keyof typeof samples)[] });
  const dose = segmented<number>({ label: "Dose, over 21 000 electrons per Å²", options: doses });
  const holder = h("div");
  const rows = rowsOf(table);
  const alt = "Maps of the counts of O K, Mn K, Ni K and Co K over a nanovoid.";
  const across = width >= 760 ? 4 : 2;
  const own = Math.min(220, Math.floor((width - 16 * (across - 1)) / across));
  const show = () => {
    const instrument = { ...defaultEdsInstrument, time: defaultEdsInstrument.time * dose.value };
    const raw = measureEds(samples[sample.value], instrument, 1);
    const { maps, size, pixel } = edsMaps(raw);
    const mine = rows.filter((r) => r["sample"] === sample.value && numberOf(r, "dose") === dose.value);
    const style = `display: grid; gap: 1rem 16px; grid-template-columns: repeat(${across}, ${own}px)`;
    holder.replaceChildren(
      h(
        "div",
        { style },
        ...shown.map((line) => edsMap(maps[line], { width: own, title: line, size, pixel: pixel * 1e9 }))
      ),
      tableView({
        caption: "Rings around the void's centre: counts by a fit of all lines, O over Mn by atoms",
        rows: mine,
        sortable: false,
        columns: [
          { name: "ring (nm)", value: (r) => `${numberOf(r, "from_nm")} to ${numberOf(r, "to_nm")}` },
          { name: "O K", value: (r) => numberOf(r, "oxygen_counts").toFixed(0) },
          { name: "Mn K", value: (r) => numberOf(r, "manganese_counts").toFixed(0) },
          {
            name: "O over Mn",
            value: (r) => withError(numberOf(r, "recovered"), numberOf(r, "standard_error"))
          },
          { name: "true", value: (r) => numberOf(r, "true_value").toFixed(3) },
          {
            name: "below the outermost ring by",
            value: (r) => `${numberOf(r, "deficit_sigma").toFixed(1).replace("-", "−")} standard errors`
          }
        ]
      })
    );
  };
  const frame = figureFrame({
    ...{ id, label, title: "Is oxygen missing at a nanovoid? By X-rays", alt, table },
    content: h("div", {}, h("div", { class: "map-controls" }, sample, dose), holder),
    caption:
      "Counts as they are, in windows around the lines, 48 × 48 pixels of 1 nm. A void 8 nm across in 50 nm is a dip of a sixth in every element, with or without oxygen missing, and a map of a few counts a pixel shows it hardly at all. That the rim has lost 40 % of its oxygen changes O over Mn by 7 % in projection: two standard errors at ten times the dose of the first map, four at a hundred times. Absorption in the lamella is left out.",
    interactive: true,
    provenance: "recovered"
  });
  const change = () => {
    frame.setState("busy");
    requestAnimationFrame(() =>
      setTimeout(() => {
        show();
        frame.setState("idle");
      })
    );
  };
  for (const control of [sample, dose]) control.addEventListener("input", change);
  show();
  return frame;
}
