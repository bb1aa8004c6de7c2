// The same simulation on a sphere with a central void only, beside the exact solution of the same equations.

import { capacityPerLithium } from "../material/composition.js";
import { diffusivity } from "../material/diffusivity.js";
import { hour } from "../material/constants.js";
import { linearStrain } from "../material/volume-change.js";
import { sphereDiffusion, sphereStress } from "./exact.js";
import { chargedLithium, type StressParameters } from "./parameters.js";
import { simulate, type SimulateOptions } from "./simulate.js";

/** A row a moment and radius. Stress in Pa. */
export interface SphereProof {
  /** Fourier number D t/R² of each row */
  fourier: Float64Array;
  /** m */
  radius: Float64Array;
  lithium: Float64Array;
  exactLithium: Float64Array;
  hoop: Float64Array;
  exactHoop: Float64Array;
  radial: Float64Array;
  exactRadial: Float64Array;
  /** largest deviation over all rows: of lithium as a share of its largest range, of stress of the largest hoop stress */
  lithiumError: number;
  hoopError: number;
  radialError: number;
  /** largest deviation of the hoop stress at the void's surface, as a share of the exact value there */
  voidHoopError: number;
}

/** @param fourier numbers D t/R² to compare at, ascending; the discharge must last that long */
export async function proveSphere(
  parameters: StressParameters,
  fourier: readonly number[],
  options: SimulateOptions = {}
): Promise<SphereProof> {
  const p = { ...parameters, poreCount: 0 };
  const D = diffusivity(p.temperature, p.diffusivity);
  const times = fourier.map((f) => (f * p.particleRadius ** 2) / D);
  const depths = times.map((t) => (t * p.rate) / hour);
  const { line, frames } = await simulate(p, {
    ...options,
    frames: depths,
    programme: [{ phase: "discharge", until: depths[depths.length - 1] }]
  });
  const depthPerLithium = capacityPerLithium() / p.capacity;
  const [a, b] = [p.voidRadius, p.particleRadius];
  const flux = ((p.rate / hour / depthPerLithium) * (b ** 3 - a ** 3)) / (3 * b * b);
  const exact = sphereDiffusion({ inner: a, outer: b, diffusivity: D, flux });
  const strain = linearStrain(p.volumeChange, depthPerLithium);
  const material = { youngsModulus: p.youngsModulus, poissonRatio: p.poissonRatio, strain };
  const charged = chargedLithium(p);

  const count = line.radius.length;
  const rows = () => new Float64Array(count * times.length);
  const proof = {
    fourier: rows(),
    radius: rows(),
    lithium: rows(),
    exactLithium: rows(),
    hoop: rows(),
    exactHoop: rows(),
    radial: rows(),
    exactRadial: rows()
  };
  let [lithiumError, hoopError, radialError, voidHoopError, range, largest] = [0, 0, 0, 0, 0, 0];
  times.forEach((time, k) => {
    // frame 0 is the uniform start
    const f = k + 1;
    if (Math.abs(frames[f].time - time) > 1e-6 * time)
      throw new Error(`missing frame at ${time} s; the surface saturates before, choose a lower rate`);
    for (let i = 0; i < count; ++i) {
      const row = k * count + i;
      const r = Math.min(b, Math.max(a, line.radius[i]));
      const stress = sphereStress(exact, material, r, time);
      proof.fourier[row] = fourier[k];
      proof.radius[row] = r;
      proof.lithium[row] = line.lithium[f][i];
      proof.exactLithium[row] = charged + exact.concentration(r, time);
      proof.hoop[row] = line.hoop[f][i];
      proof.exactHoop[row] = stress.hoop;
      proof.radial[row] = line.sphericalRadial[f][i];
      proof.exactRadial[row] = stress.radial;
      lithiumError = Math.max(lithiumError, Math.abs(proof.lithium[row] - proof.exactLithium[row]));
      hoopError = Math.max(hoopError, Math.abs(proof.hoop[row] - stress.hoop));
      radialError = Math.max(radialError, Math.abs(proof.radial[row] - stress.radial));
      largest = Math.max(largest, Math.abs(stress.hoop));
    }
    range = Math.max(range, exact.concentration(b, time) - exact.concentration(a, time));
    const first = k * count;
    const deviation = Math.abs(proof.hoop[first] / proof.exactHoop[first] - 1);
    voidHoopError = Math.max(voidHoopError, deviation);
  });
  return {
    ...proof,
    lithiumError: lithiumError / range,
    hoopError: hoopError / largest,
    radialError: radialError / largest,
    voidHoopError
  };
}
