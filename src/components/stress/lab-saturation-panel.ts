// How far a discharge gets at a rate and a diffusivity, for a radius that the reader chooses.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { diffusivityCandidates } from "../../science/material/diffusivity.js";
import { defaultStressParameters, stressParameters } from "../../science/mechanics/parameters.js";
import { loadNumber } from "../../science/mechanics/bridge-response.js";
import { largestRadius, reachableDepth } from "../../science/mechanics/saturation-map.js";
import { sequential } from "../colours.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { numberField, urlState } from "../url-state.js";
import { labRows } from "./lab-table.js";
import { legendMargin } from "./legend-margin.js";

const µm = { unit: "µm", factor: 1e-6 };
/** the void's share of the radius, as in the study */
const inner = 0.5 / 8;

/** A slider for the particle's radius, kept in the link. */
export function radiusControl(tolerated: readonly string[] = []): HTMLElement & { value: number } {
  const particleRadius = {
    ...stressParameters.particleRadius,
    min: 0.05e-6,
    max: 20e-6,
    scale: "log" as const
  };
  const { value, min, max } = particleRadius;
  const link = urlState({ radius: numberField({ default: value, min, max, ...µm }) }, tolerated);
  const form = parameterForm(
    { particleRadius },
    {
      names: ["particleRadius"],
      values: { particleRadius: link.values.radius },
      units: { particleRadius: µm }
    }
  );
  const root = Object.assign(h("div", {}, form, errorNote(link.problems)), {
    value: form.value.particleRadius
  });
  form.addEventListener("input", () => {
    root.value = form.value.particleRadius;
    link.set({ radius: root.value });
  });
  return root;
}

const [Dlow, Dhigh] = [3e-17, 2e-12];
const [slow, fast] = [0.05, 20];
const across = 90;
const up = 50;

/** @param radius m */
export function saturationPanel(table: Table, radius: number, { width }: { width: number }): FigureFrame {
  const base = { ...defaultStressParameters(), particleRadius: radius };
  const reach = reachableDepth(inner);
  // one function of P alone, sampled once
  const [low, high] = [-14, 14];
  const samples = Float64Array.from({ length: 200 }, (_, k) =>
    reach(Math.exp(low + ((high - low) * k) / 199))
  );
  const depthAt = (rate: number, diffusivity: number): number => {
    const at = ((Math.log(loadNumber({ ...base, rate, diffusivity })) - low) / (high - low)) * 199;
    const i = Math.min(198, Math.max(0, Math.floor(at)));
    const s = Math.min(1, Math.max(0, at - i));
    return 100 * (samples[i] + s * (samples[i + 1] - samples[i]));
  };
  const map = new Float64Array(across * up);
  for (let j = 0; j < up; ++j)
    for (let i = 0; i < across; ++i)
      map[j * across + i] = depthAt(
        slow * (fast / slow) ** ((j + 0.5) / up),
        Dlow * (Dhigh / Dlow) ** ((i + 0.5) / across)
      );
  const own = Math.abs(radius / 8e-6 - 1) < 1e-6;
  const runs = labRows(table, ["rate_C", "diffusivity_m2_s", "computed_depth"]).map((row) => ({
    x: Math.log10(Number(row.diffusivity_m2_s)),
    y: Math.log10(Number(row.rate_C)),
    depth: 100 * Number(row.computed_depth)
  }));
  const shown = diffusivityCandidates.map(({ material, value, source }) => ({
    x: Math.log10(value),
    material,
    source,
    rich: material.startsWith("Li-rich")
  }));
  // labels of neighbours are kept apart, 15 pixels at least
  const apart = (15 / Math.max(200, width - 116)) * Math.log10(Dhigh / Dlow);
  const labels = [...shown].sort((a, b) => a.x - b.x).map((d) => ({ ...d, at: d.x }));
  for (let k = 1; k < labels.length; ++k) labels[k].at = Math.max(labels[k].at, labels[k - 1].at + apart);
  const color = {
    domain: [0, 100],
    interpolate: (t: number) => sequential(t),
    label: "depth of discharge reached (%)"
  };
  const alt = `Map of the depth of discharge at which the surface is full, over diffusivity and rate, for a particle of ${(1e6 * radius).toPrecision(3)} µm; published diffusivities are marked.`;
  const decade = (v: number) => (Number.isInteger(v) ? `1e${v}` : "");
  const plot = Plot.plot({
    width,
    height: Math.min(460, Math.max(340, 0.55 * width)),
    marginLeft: 52,
    marginTop: 96,
    // the last label leans over the edge
    marginRight: 64,
    ariaLabel: alt,
    x: {
      label: "diffusivity (m²/s)",
      domain: [Math.log10(Dlow), Math.log10(Dhigh)],
      ticks: 6,
      tickFormat: decade
    },
    y: {
      label: "rate (C)",
      domain: [Math.log10(slow), Math.log10(fast)],
      ticks: [-1, 0, 1],
      tickFormat: (v: number) => `${10 ** v}`
    },
    color: { ...color, legend: true, ...legendMargin },
    marks: [
      Plot.raster(map, {
        width: across,
        height: up,
        x1: Math.log10(Dlow),
        x2: Math.log10(Dhigh),
        y1: Math.log10(slow),
        y2: Math.log10(fast),
        interpolate: "nearest"
      }),
      Plot.contour(map, {
        width: across,
        height: up,
        x1: Math.log10(Dlow),
        x2: Math.log10(Dhigh),
        y1: Math.log10(slow),
        y2: Math.log10(fast),
        thresholds: [1, 20, 50, 90],
        stroke: "white",
        strokeOpacity: 0.7,
        fill: "none"
      }),
      Plot.ruleX(shown, {
        x: "x",
        stroke: "white",
        strokeWidth: (d: { rich: boolean }) => (d.rich ? 2.5 : 1)
      }),
      ...[true, false].map((rich) =>
        Plot.text(
          labels.filter((d) => d.rich === rich),
          {
            x: "at",
            text: "material",
            frameAnchor: "top",
            rotate: -35,
            textAnchor: "start",
            dy: -6,
            fontWeight: rich ? "bold" : "normal"
          }
        )
      ),
      own
        ? [
            Plot.dot(
              runs.filter((d) => !Number.isNaN(d.depth)),
              {
                x: "x",
                y: "y",
                r: 5,
                fill: "depth",
                stroke: "white",
                title: (d: { depth: number }) => `${d.depth.toFixed(1)} % by finite elements`
              }
            ),
            Plot.dot(
              runs.filter((d) => Number.isNaN(d.depth)),
              {
                x: "x",
                y: "y",
                r: 6,
                symbol: "times",
                stroke: "white",
                strokeWidth: 2,
                title: () => "ends before 1 %"
              }
            )
          ]
        : null
    ]
  });
  const need = (D: number) => {
    const r = 1e6 * largestRadius(0.9, 10, D, inner);
    return r < 1 ? `${Number((1000 * r).toPrecision(2))} nm` : `${r.toPrecision(2)} µm`;
  };
  return figureFrame({
    id: "lab-saturation",
    label: "Laboratory, 8",
    title: `Where a radius of ${Number((1e6 * radius).toPrecision(3))} µm is too large`,
    content: h(
      "div",
      {},
      plot,
      h(
        "p",
        { class: "figure-readout", role: "status" },
        `To reach 90 % at 10 C a particle may have a radius of at most ${need(5e-13)} with 5 × 10⁻¹³ m²/s, ${need(4.59e-15)} with 4.59 × 10⁻¹⁵ m²/s and ${need(1e-16)} with 10⁻¹⁶ m²/s.`
      )
    ),
    caption:
      "Colour: depth of discharge at which the surface is full, in closed form for a hollow sphere; white lines at 1, 20, 50 and 90 %. Vertical lines: published diffusivities, Li-rich ones bold. Circles: finite elements (at 8 µm), coloured by what they reached; crosses: ended before 1 %.",
    alt,
    provenance: "predicted",
    table
  });
}
