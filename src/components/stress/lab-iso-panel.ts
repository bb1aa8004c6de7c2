// All that gives 3.17e8 N/m²: the volume change that is needed against the stiffness, and their product against the
// diffusivity, with published values on both; gap, diffusivity and Poisson's ratio are the reader's.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { elasticCandidates } from "../../science/material/elasticity.js";
import { diffusivityCandidates } from "../../science/material/diffusivity.js";
import { volumeSlopes, volumeTables } from "../../science/material/volume-change.js";
import {
  bridgeResponse,
  responseRange,
  type BridgeResponse
} from "../../science/mechanics/bridge-response.js";
import {
  overDischarge,
  printedStress,
  requiredProduct,
  requiredVolumeChange
} from "../../science/mechanics/iso-stress.js";
import { defaultStressParameters, stressParameters } from "../../science/mechanics/parameters.js";
import type { Parameter } from "../../science/parameters.js";
import { sequential } from "../colours.js";
import { parameterForm } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { numberField, urlState } from "../url-state.js";
import { numbers } from "./columns.js";
import { halfWidth, columns } from "./lab-table.js";

const names = ["gap", "diffusivity", "poissonRatio"] as const;
type Name = (typeof names)[number];
export type IsoChoice = Record<Name, number>;

const limits: Record<Name, [number, number]> = {
  gap: responseRange.gap,
  diffusivity: [2e-14, 2e-12],
  poissonRatio: responseRange.poissonRatio
};
const units = { gap: { unit: "µm", factor: 1e-6 } };

/** Sliders for gap, D and ν; its value is in SI units, kept in the link. */
export function isoControls(tolerated: readonly string[] = []): HTMLElement & { value: IsoChoice } {
  const ranged = (name: Name): Parameter => {
    const [min, max] = limits[name];
    return { ...stressParameters[name], min, max };
  };
  const definitions = Object.fromEntries(names.map((name) => [name, ranged(name)])) as Record<
    Name,
    Parameter
  >;
  const link = urlState(
    Object.fromEntries(
      names.map((name) => {
        const { value, min, max, unit } = definitions[name];
        return [name, numberField({ default: value, min, max, unit, ...(name === "gap" ? units.gap : {}) })];
      })
    ),
    tolerated
  );
  const form = parameterForm<Name>(definitions, { names, values: link.values, units });
  const root = Object.assign(h("div", {}, form, errorNote(link.problems)), {
    value: form.value
  });
  form.addEventListener("input", () => {
    root.value = form.value;
    link.set(form.value);
  });
  return root;
}

/** The response out of its table. */
export function responseOf(table: Table): BridgeResponse {
  const column = (name: string, factor = 1) => [
    ...new Set(numbers(table, name).map((v) => Number((v * factor).toPrecision(14))))
  ];
  return bridgeResponse({
    gap: column("gap_um", 1e-6),
    poreRadius: column("pore_radius_um", 1e-6),
    poissonRatio: column("poisson_ratio"),
    fourier: column("fourier"),
    response: numbers(table, "response")
  });
}

/** Letters on lines. */
const halo = { fill: "currentColor", stroke: "var(--theme-background)", strokeWidth: 3 };

const gaps = [0.05, 0.1, 0.2, 0.5, 1].map((gap) => gap * 1e-6);
const µm = (metres: number) => `${Number((1e6 * metres).toPrecision(3))} µm`;
const logSpaced = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, k) => from * (to / from) ** (k / (count - 1)));

export function isoPanel(
  table: Table,
  choice: IsoChoice,
  { width, rate = 10 }: { width: number; rate?: number }
): FigureFrame {
  const response = responseOf(table);
  const base = { ...defaultStressParameters(), ...choice, rate };
  const small = halfWidth(width);
  const own = { name: `${µm(choice.gap)} (chosen)`, gap: choice.gap };
  const lines = [...gaps.map((gap) => ({ name: µm(gap), gap })), own];
  const dark = isDark();
  const color = {
    domain: lines.map(({ name }) => name),
    range: [
      ...gaps.map((_, k) => sequential((dark ? 0.35 : 0.02) + (0.6 * k) / (gaps.length - 1))),
      "var(--theme-foreground-focus)"
    ]
  };
  const width2 = (d: { name: string }) => (d.name === own.name ? 3 : 1.3);
  const needed = lines.flatMap(({ name, gap }) =>
    [50e9, 450e9].map((youngsModulus) => ({
      name,
      x: 1e-9 * youngsModulus,
      y: 100 * requiredVolumeChange(response, { ...base, gap, youngsModulus })
    }))
  );
  const stiff = elasticCandidates.map(({ youngsModulus, material, source }) => ({
    x: 1e-9 * youngsModulus,
    y: 100 * requiredVolumeChange(response, { ...base, youngsModulus }),
    material,
    source
  }));
  const slopes = volumeTables.flatMap((volume) =>
    volumeSlopes(volume).map((slope, i) => ({
      y: 100 * overDischarge(slope, base.capacity),
      what: `${volume.material}, x = ${volume.lithium[i + 1]}–${volume.lithium[i]}`,
      source: volume.source
    }))
  );
  const altE = `Volume change over one discharge that gives ${printedStress / 1e6} MPa at A, against Young's modulus, one line for each gap; published moduli and slopes are marked.`;
  const left = Plot.plot({
    width: small,
    height: 340,
    marginLeft: 52,
    ariaLabel: altE,
    x: {
      type: "log",
      label: "Young's modulus (GPa)",
      domain: [50, 450],
      ticks: [50, 100, 200, 400],
      tickFormat: "d"
    },
    y: {
      type: "log",
      label: "ΔV/V₀ needed over one discharge (%)",
      domain: [1, 100],
      grid: true,
      ticks: [1, 2, 5, 10, 20, 50, 100],
      tickFormat: String
    },
    color,
    clip: true,
    marks: [
      Plot.ruleY(slopes, { y: "y", strokeDasharray: "2,3", strokeOpacity: 0.7 }),
      Plot.text(
        slopes.filter(({ y }) => y > 5),
        { x: 445, y: "y", text: "what", textAnchor: "end", dy: -5, ...halo }
      ),
      Plot.ruleX(stiff, { x: "x", strokeOpacity: 0.35 }),
      Plot.line(needed, { x: "x", y: "y", z: "name", stroke: "name", strokeWidth: width2 }),
      Plot.dot(stiff, { x: "x", y: "y", fill: "currentColor", r: 4 }),
      Plot.tip(
        stiff,
        Plot.pointer({
          x: "x",
          y: "y",
          channels: { material: "material", source: "source" },
          format: { x: ".3s", y: ".3s" }
        })
      )
    ]
  });
  const [Dlow, Dhigh] = [2e-14, 2e-12];
  const product = lines.flatMap(({ name, gap }) =>
    logSpaced(Dlow, Dhigh, 40).map((diffusivity) => ({
      name,
      x: diffusivity,
      y: 1e-9 * requiredProduct(response, { ...base, gap, diffusivity })
    }))
  );
  const published = diffusivityCandidates
    .filter(({ value }) => value >= Dlow && value <= Dhigh)
    .map(({ value, material, source }) => ({ x: value, material, source }));
  const nmc532 = diffusivityCandidates.filter(({ max }) => max !== undefined && max > Dlow);
  const levels = [0.5, 1, 2, 5, 10, 20, 50, 100];
  const right = Plot.plot({
    width: small,
    height: 340,
    marginLeft: 52,
    ariaLabel:
      "Product of stiffness and volume change that gives the printed stress, against the diffusivity, one curve for each gap.",
    x: { type: "log", label: "diffusivity (m²/s)", domain: [Dlow, Dhigh], ticks: 3, tickFormat: ".0e" },
    y: { type: "log", label: "E · ΔV/V₀ needed (GPa)", domain: [0.3, 100] },
    color,
    clip: true,
    marks: [
      // a logarithmic scale leaves out labels of its own choice; these are ours
      Plot.axisY(levels, { text: levels.map(String), clip: false }),
      Plot.gridY(levels),
      Plot.ruleX(published, { x: "x", strokeOpacity: 0.4 }),
      Plot.text(published, {
        x: "x",
        text: "material",
        frameAnchor: "top",
        rotate: 90,
        textAnchor: "start",
        dx: 12,
        dy: 2,
        ...halo
      }),
      Plot.ruleX([choice.diffusivity], { stroke: "var(--theme-foreground-focus)", strokeDasharray: "4,3" }),
      Plot.rectX(nmc532, { x1: Dlow, x2: (d: { max: number }) => d.max, fillOpacity: 0.06 }),
      Plot.ruleY([78 * 0.03], { strokeDasharray: "2,3" }),
      Plot.text([78 * 0.03], {
        y: (d: number) => d,
        text: () => "78 GPa × 3 %",
        frameAnchor: "right",
        dy: -6,
        dx: -4,
        ...halo
      }),
      Plot.line(product, { x: "x", y: "y", z: "name", stroke: "name", strokeWidth: width2 }),
      Plot.tip(product, Plot.pointer({ x: "x", y: "y", stroke: "name", format: { x: ".2e", y: ".3s" } }))
    ]
  });
  const legend = Plot.legend({ color: { type: "ordinal", ...color }, width });
  const said = stiff.map(({ x, y }) => `${x.toFixed(0)} GPa with ${y.toPrecision(2)} %`).join(", ");
  return figureFrame({
    id: "lab-iso",
    label: "Laboratory, 2",
    title: "Everything that gives 3.17 × 10⁸ N/m²",
    content: h(
      "div",
      {},
      legend,
      columns(width, [left, right]),
      h("p", { class: "figure-readout", role: "status" }, `At the chosen gap and diffusivity: ${said}.`)
    ),
    caption:
      "At 10 C and a depth of discharge of 20 %. Every point of a line has the printed stress. Left: dots are published moduli of layered oxides, dotted lines the slopes of published volume tables over 250 mAh/g. Right: published diffusivities; the shaded range is NMC532 by GITT, those below 2 × 10⁻¹⁴ m²/s are off the axis.",
    alt: altE,
    provenance: "predicted",
    table: {
      name: "iso-stress",
      columns: [
        { name: "gap", values: needed.map((d) => d.name) },
        { name: "youngs_modulus", unit: "GPa", values: needed.map((d) => d.x) },
        { name: "volume_change", unit: "%", values: needed.map((d) => d.y) }
      ]
    },
    code: ["src/science/mechanics/iso-stress.ts", "src/science/mechanics/bridge-response.ts"],
    interactive: true
  });
}
