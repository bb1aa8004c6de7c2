// The refinement of a reader's own pattern: what of a crystal is free by its symmetry, and in which order it is set free.
import { readCif } from "../../science/diffraction/cif.js";
import { neutronAmplitude } from "../../science/diffraction/neutron-twin.js";
import {
  constantWavelength,
  timeOfFlight,
  type PowderGeometry
} from "../../science/diffraction/powder-geometry.js";
import {
  refinementModel,
  type RefinementResult,
  type RefinementSettings
} from "../../science/diffraction/rietveld.js";
import type { Amplitude } from "../../science/diffraction/structure-factor.js";
import type { Crystal } from "../../science/material/crystal.js";
import { layeredOxide } from "../../science/material/structures.js";
import { dispersion, energyOf } from "../../science/material/x-ray-anomalous.js";
import { formFactor } from "../../science/material/x-ray-form-factors.js";
import type { Tie } from "../../science/numerics/fit-parameters.js";
import type { OwnRequest } from "./live-request.js";
import type { RefinedRow } from "./refined-table.js";

const xRays =
  (wavelength: number): Amplitude =>
  (element, s) => {
    const [real, imaginary] = dispersion(element, energyOf(wavelength));
    return [formFactor(element, s) + real, imaginary];
  };

/** Sites at one place move and shake together: the later ones follow the first. */
export function placeTies({ sites }: Pick<Crystal, "sites">): Tie[] {
  return sites.flatMap((site, s) => {
    const first = sites.findIndex(({ x, y, z }) => x === site.x && y === site.y && z === site.z);
    if (first === s) return [];
    return ["bIso", "x", "y", "z"].map((of) => ({
      name: `${site.label}.${of}`,
      of: [{ name: `${sites[first].label}.${of}`, factor: 1 }]
    }));
  });
}

/** Scale, background, cell, zero and widths; coordinates that the symmetry leaves free; B of each place. Occupancies stay. */
export function ownRefinement({ pattern, cif, radiation, wavelength }: OwnRequest): RefinementSettings {
  const crystal = cif ? readCif(cif) : layeredOxide();
  const repeated = crystal.sites.find(
    ({ label }, s) => crystal.sites.findIndex((other) => other.label === label) < s
  );
  if (repeated)
    throw new Error(
      `ambiguous site: ${repeated.label} stands twice in the CIF; give each site a label of its own`
    );
  if (radiation === "X-rays" && pattern.axis === "d")
    throw new Error("unsupported pattern: X-rays against d; give the pattern against 2θ with its wavelength");
  if (pattern.axis === "two-theta" && !(wavelength > 0.1 && wavelength < 10))
    throw new Error(`invalid wavelength: ${wavelength} Å; must be from 0.1 to 10 Å`);
  const geometry: PowderGeometry =
    pattern.axis === "d"
      ? timeOfFlight({ gauss: 0.0025 })
      : constantWavelength({
          wavelength,
          U: 0.05,
          V: -0.05,
          W: 0.06,
          Y: 0.05,
          polarised: radiation === "X-rays"
        });
  const ties = placeTies(crystal);
  const settings: RefinementSettings = {
    ...{ crystal, geometry, ties, refine: ["scale"] },
    amplitude: radiation === "neutrons" ? neutronAmplitude : xRays(wavelength),
    background: { kind: "chebyshev", count: 8, coordinate: pattern.axis === "d" ? "logarithmic" : "linear" }
  };
  const model = refinementModel(pattern, settings);
  const followers = new Set(ties.map(({ name }) => name));
  const columns = model.names.flatMap((name, j) => (/\.(?:[xyz]|bIso)$/.test(name) ? [j] : []));
  const slopes = new Float64Array(model.names.length * model.points);
  model.slopes(Float64Array.from(model.start), slopes, columns);
  // with those that follow it: what moves nothing, by symmetry or for want of atoms, cannot be refined
  const moves = (name: string) => {
    const along = [name, ...ties.filter(({ of }) => of[0].name === name).map((tie) => tie.name)];
    const rows = along.map((each) => model.names.indexOf(each) * model.points);
    for (let i = 0; i < model.points; ++i)
      if (Math.abs(rows.reduce((sum, row) => sum + slopes[row + i], 0)) > 1e-9) return true;
    return false;
  };
  const own = columns.map((j) => model.names[j]).filter((name) => !followers.has(name) && moves(name));
  const widths = pattern.axis === "d" ? ["gauss"] : ["U", "V", "W", "Y"];
  return { ...settings, refine: ["scale", "background", "cell", "zero", ...widths, ...own] };
}

const units: Record<string, string> = { a: "Å", b: "Å", c: "Å", alpha: "°", beta: "°", gamma: "°" };

/** What was refined but for the background's terms and what only follows. */
export function ownRows(
  { refined, model }: Pick<RefinementResult, "refined" | "model">,
  { ties = [] }: Pick<RefinementSettings, "ties">
): (RefinedRow & { name: string })[] {
  const followers = new Set([...model.ties, ...ties].map(({ name }) => name));
  return refined
    .filter(({ name }) => !name.startsWith("background.") && !followers.has(name))
    .map(({ name, value, error }) => ({
      ...{ name, symbol: name, value, error, truth: NaN },
      label: name.endsWith(".bIso") ? "displacement parameter" : name in units ? "cell" : "refined",
      unit: name.endsWith(".bIso") ? "Å²" : (units[name] ?? "")
    }));
}
