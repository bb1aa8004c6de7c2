/** What the stress model says about the claims on stress and on its inputs (C23, C24, C25, C48, C49). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { activationTemperature, diffusivity, temperatureWindow } from "../../science/material/diffusivity.js";
import { stressModel, type StressModel } from "../../science/mechanics/model.js";
import {
  defaultStressParameters,
  stressParameters,
  type StressParameters
} from "../../science/mechanics/parameters.js";
import type { HalfCycle } from "../../science/mechanics/programme.js";
import { uncertainInputs, type UncertainName } from "../../science/mechanics/sensitivity.js";
import { geometryOf, simulate } from "../../science/mechanics/simulate.js";
import { capacityPerLithium } from "../../science/material/composition.js";
import { meshParticle } from "../../science/particle/mesh.js";

/** Hoop stress at A in N/m², on discharge, at a depth of discharge of 20 %.
 *  @param resolution of the mesh, 1 by default */
export type HoopAtA = (parameters: StressParameters, resolution: number) => Promise<number>;

const slow = 0.1;
const fast = 10;
const depthOfDischarge = 0.2;
/** Mesh to estimate the error with: edges longer by the inverse of it. */
const coarse = 0.7;

/** The finite elements of the stress page; meshes are kept from run to run. */
export function hoopByFiniteElements(): HoopAtA {
  const models = new Map<string, StressModel>();
  return async (parameters, resolution) => {
    const geometry = geometryOf(parameters);
    const key = JSON.stringify([geometry, parameters.poissonRatio, resolution]);
    let model = models.get(key);
    if (!model) {
      model = stressModel(meshParticle(geometry, { resolution }), geometry.radius, parameters.poissonRatio);
      models.set(key, model);
    }
    const programme: HalfCycle[] = [{ phase: "discharge", until: depthOfDischarge }];
    const { bridge, stopped } = await simulate(parameters, { programme, frames: [depthOfDischarge], model });
    const hoop = bridge.hoop.at(-1);
    if (stopped || hoop === undefined) {
      throw new Error(
        `missing stress at a depth of discharge of ${depthOfDischarge}: ${stopped?.reason ?? "no frame"}`
      );
    }
    return hoop;
  };
}

/**
 * The inputs that the study does not give and that scale the stress, at the ends of the ranges of the sensitivity study
 * at which the stress is least and greatest; the volume change no larger than the model takes.
 */
export function extremes(): [least: StressParameters, greatest: StressParameters] {
  const base = { ...defaultStressParameters(), rate: fast };
  const at = (end: "min" | "max", gapEnd: "min" | "max"): StressParameters => {
    const range = (name: UncertainName) =>
      uncertainInputs.find((input) => input.name === name) ?? missing(name);
    const volumeChange = (range("slope")[end] * base.capacity) / capacityPerLithium();
    return {
      ...base,
      youngsModulus: range("youngsModulus")[end],
      volumeChange: Math.min(volumeChange, stressParameters.volumeChange.max),
      gap: range("gap")[gapEnd]
    };
  };
  return [at("min", "max"), at("max", "min")];
}

function missing(name: string): never {
  throw new Error(`missing range of ${name}; the sensitivity study must have one`);
}

/** The inputs at which the claims are judged, for a table's metadata. */
export function stressInputs(): Record<string, unknown> {
  return { stress: { ...defaultStressParameters(), rate: [slow, fast], depthOfDischarge } };
}

/** All claims that the stress model computes or takes as inputs. */
export async function computeStressClaims(
  hoopAtA: HoopAtA = hoopByFiniteElements()
): Promise<ComputedClaim[]> {
  const base = defaultStressParameters();
  const at10 = await hoopAtA({ ...base, rate: fast }, 1);
  const at01 = await hoopAtA({ ...base, rate: slow }, 1);
  const at10coarse = await hoopAtA({ ...base, rate: fast }, coarse);
  const at01coarse = await hoopAtA({ ...base, rate: slow }, coarse);
  const [least, greatest] = extremes();
  const errorMeaning = "change from a mesh with edges longer by a factor of 1.4";
  const c23: ComputedClaim = {
    id: "C23",
    kind: "predicted",
    value: at10,
    unit: "N/m²",
    error: Math.abs(at10 - at10coarse),
    errorMeaning,
    span: {
      min: await hoopAtA(least, 1),
      max: await hoopAtA(greatest, 1),
      over: "Young's modulus, the volume change and the gap between void and pore"
    },
    note: "finite elements with the default inputs, none of them set to meet the printed number"
  };
  const c24: ComputedClaim = {
    id: "C24",
    kind: "predicted",
    value: at10 / at01,
    unit: "",
    error: Math.abs(at10 / at01 - at10coarse / at01coarse),
    errorMeaning,
    baseline: {
      value: fast / slow,
      what: "once the lithium gradient has formed, a linear model with constant D gives the ratio of the rates, 100, whatever the stiffness and the volume change"
    },
    note: "both rates with the same default inputs"
  };
  return [c23, c24, ...inputs()];
}

function inputs(): ComputedClaim[] {
  const {
    particleRadius,
    voidRadius,
    poreRadius,
    poreCount,
    gap,
    diffusivity: d,
    volumeChange
  } = defaultStressParameters();
  const µm = (metres: number): string => String(+(metres * 1e6).toPrecision(6));
  const [coldest, hottest] = temperatureWindow;
  return [
    {
      id: "C25",
      kind: "reported",
      value: null,
      text: `${µm(particleRadius)}, ${µm(voidRadius)} and ${µm(poreRadius)} µm`,
      unit: "µm",
      error: null,
      note: `used as printed; ${poreCount} pores on the axis and a gap of ${µm(gap)} µm are assumed`
    },
    {
      id: "C48",
      kind: "reported",
      value: diffusivity(298, d),
      text: `${d.toExponential()} m²/s at 298 K; ${activationTemperature} K; ${coldest}–${hottest} K`,
      unit: "m²/s",
      error: null,
      note: "used as printed, with the missing exponential put back"
    },
    {
      id: "C49",
      kind: null,
      value: null,
      text: `assumed: linear, ${+(100 * volumeChange).toPrecision(3)} % over one discharge`,
      unit: "",
      error: null,
      note: "the curve of reference 44 is not printed; a straight line is assumed, and the stress laboratory shows what other slopes give"
    }
  ];
}
