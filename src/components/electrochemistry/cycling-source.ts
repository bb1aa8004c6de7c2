// Lets a reader open a cycler's file: read in the browser, with what is wrong said in a sentence; the last good one stays.
import { analyseCycling, curveOf, type CyclingAnalysis } from "../../science/electrochemistry/analysis.js";
import { readCycling, type ReadSettings } from "../../science/electrochemistry/read-cycling.js";
import type { CyclingRecord } from "../../science/electrochemistry/record.js";
import { h, uniqueId } from "../element.js";
import { tableView } from "../table-view.js";
import { parseNumber } from "../units.js";
import { columnsOfText } from "./cycling-file.js";

export interface OwnCycling {
  /** name of the file */
  name: string;
  record: CyclingRecord;
  analysis: CyclingAnalysis;
}

export interface CyclingSource extends HTMLElement {
  /** the last file that could be read; null before one */
  value: OwnCycling | null;
}

/** @throws one sentence on what is wrong with the text */
export function ownCycling(text: string, name: string, settings: Partial<ReadSettings> = {}): OwnCycling {
  const record = readCycling(columnsOfText(text), settings);
  return { name, record, analysis: analyseCycling(record) };
}

/** Curves of a file's half-cycles; in mAh/g where the mass is known, else scaled so that its largest one is `largest`. */
export function ownCurves({ record, analysis, name }: OwnCycling, largest: number, most = 12) {
  const passing = analysis.segments.filter(({ kind }) => kind !== "rest");
  const factor =
    analysis.grams === null
      ? largest / Math.max(...passing.map(({ capacity }) => capacity))
      : 1000 / analysis.grams;
  return passing.slice(0, most).map((segment) => {
    const { capacity, voltage } = curveOf(record, segment, 300);
    return { name: `${name}, ${segment.kind}`, capacity: capacity.map((q) => q * factor), voltage };
  });
}

const digits = (value: unknown, count: number): string =>
  typeof value === "number" && Number.isFinite(value) ? value.toFixed(count) : "–";

function cyclesTable({ analysis, name }: OwnCycling): HTMLElement {
  const { grams, cycles } = analysis;
  const [unit, factor, places] =
    grams === null ? (["Ah", 1, 5] as const) : (["mAh/g", 1000 / grams, 1] as const);
  const capacity = (key: "charge" | "discharge") => ({
    ...{ name: key, unit },
    value: (row: (typeof cycles)[number]) => row[key] * factor,
    show: (v: unknown) => digits(v, places)
  });
  return tableView({
    caption: `Cycles of ${name}`,
    limit: 100,
    rows: cycles,
    columns: [
      { name: "cycle", value: (row) => row.number },
      capacity("charge"),
      capacity("discharge"),
      {
        name: "efficiency",
        unit: "%",
        value: (row) => 100 * (row.coulombicEfficiency ?? NaN),
        show: (v) => digits(v, 2)
      },
      { name: "mean charge", unit: "V", value: (row) => row.chargeVoltage, show: (v) => digits(v, 4) },
      { name: "mean discharge", unit: "V", value: (row) => row.dischargeVoltage, show: (v) => digits(v, 4) }
    ]
  });
}

/** Works with `view`; sends `input` when a file has been read. */
export function cyclingSource(): CyclingSource {
  const [fileId, massId] = [uniqueId("cycling-file"), uniqueId("cycling-mass")];
  const file = h("input", { type: "file", id: fileId, accept: ".csv,.txt,.tsv,.mpt,text/plain,text/csv" });
  const mass = h("input", { type: "text", id: massId, inputmode: "decimal", autocomplete: "off" });
  const box = (words: string) => {
    const input = h("input", { type: "checkbox" });
    return [input, h("label", { class: "control" }, input, ` ${words}`)] as const;
  };
  const [join, joinLabel] = box("put parts whose time begins anew one after another");
  const [bridge, bridgeLabel] = box("bridge gaps with the current on both sides");
  const said = h("p", { class: "invalid", role: "status" });
  const notes = h("p", { class: "figure-readout", role: "status" });
  const result = h("div");
  let own: OwnCycling | null = null;
  let last: { text: string; name: string } | null = null;
  const root = h(
    "div",
    { class: "spectra-source", role: "group", "aria-label": "Own cycling record" },
    h(
      "div",
      { class: "spectra-row" },
      h(
        "div",
        { class: "control" },
        h("label", { for: fileId }, "File"),
        file,
        h(
          "small",
          {},
          "Text with named columns: time, current, voltage, each with its unit. Nothing leaves this page."
        )
      ),
      h("div", { class: "control" }, h("label", { for: massId }, "Active mass (mg), if known"), mass)
    ),
    joinLabel,
    bridgeLabel,
    said,
    notes,
    result
  );
  const read = () => {
    if (!last) return;
    const typed = mass.value.trim() === "" ? null : parseNumber(mass.value);
    const wrong = typed !== null && !(typed > 0);
    mass.setAttribute("aria-invalid", String(wrong));
    try {
      if (wrong) throw new Error(`invalid active mass: ${mass.value}; must be a positive number of mg`);
      own = ownCycling(last.text, last.name, {
        mass: typed === null ? null : typed * 1e-6,
        restarts: join.checked ? "join" : "refuse",
        gaps: bridge.checked ? "bridge" : "refuse"
      });
      said.textContent = "";
      const { record, analysis } = own;
      const decay = analysis.voltageDecay;
      notes.textContent = [
        `${last.name}: ${record.time.length.toLocaleString("en")} rows, ${analysis.cycles.length} cycles.`,
        ...record.notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`),
        decay
          ? `Mean voltage of discharge: ${(1000 * decay.slope).toFixed(2)} ± ${(1000 * decay.standardError).toFixed(2)} mV a cycle.`
          : "",
        typed === null ? "Without the mass its curves are scaled to the widest of ours." : ""
      ]
        .join(" ")
        .trim();
      result.replaceChildren(cyclesTable(own));
      root.dispatchEvent(new Event("input", { bubbles: true }));
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  // the fields' own events must not pass as the source's
  root.addEventListener("input", (event) => {
    if (event.target !== root) event.stopImmediatePropagation();
  });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    void chosen.text().then((text) => {
      last = { text, name: chosen.name };
      read();
    });
  });
  for (const input of [mass, join, bridge]) input.addEventListener("change", read);
  return Object.defineProperty(root, "value", { get: () => own }) as unknown as CyclingSource;
}
