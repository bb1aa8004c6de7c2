/** The same cell by other means: spherical shells, implicit Euler in small steps, kinetics by nested bisection. Slow, and shares no code with the model but the constants. */
import { faraday } from "../../../src/science/material/constants.js";
import { capacityPerLithium, molarMass } from "../../../src/science/material/composition.js";
import type { HalfCellParameters } from "../../../src/science/electrochemistry/parameters.js";
import type { ParticleSizes } from "../../../src/science/electrochemistry/particle-sizes.js";

/** A charge from x = 1.2, sampled every 10 s up to 100 s. α = 0.5. */
export function finiteVolumes(
  p: HalfCellParameters,
  { radius, share }: ParticleSizes,
  E: (x: number) => number,
  shells: number
) {
  const count = radius.length;
  const D = p.diffusivity;
  const dt = 0.1;
  const speed = (p.rate * p.capacity) / capacityPerLithium() / 3600;
  const formulaUnits = p.density / (molarMass * 1e-3);
  // faces closer together towards the surface
  const face = Array.from({ length: shells + 1 }, (_, k) => 1 - (1 - k / shells) ** 1.5);
  const x: Float64Array[] = Array.from(radius, () => new Float64Array(shells).fill(1.2));
  const f = 96485.33212 / (8.31446261815324 * p.temperature);
  /** x after a step with an inward flux, and the surface's value: both linear in the flux */
  const step = (k: number, flux: number): { next: Float64Array; surface: number } => {
    const R = radius[k];
    const [a, b, c, d] = [0, 1, 2, 3].map(() => new Float64Array(shells));
    for (let i = 0; i < shells; ++i) {
      const volume = (face[i + 1] ** 3 - face[i] ** 3) / 3;
      const middle = (j: number) => 0.5 * (face[j] + face[j + 1]);
      const left = i > 0 ? (face[i] ** 2 * D * dt) / (R * R * (middle(i) - middle(i - 1)) * volume) : 0;
      const right =
        i < shells - 1 ? (face[i + 1] ** 2 * D * dt) / (R * R * (middle(i + 1) - middle(i)) * volume) : 0;
      a[i] = -left;
      c[i] = -right;
      b[i] = 1 + left + right;
      d[i] = x[k][i] + (i === shells - 1 ? (flux * dt) / (R * volume) : 0);
    }
    for (let i = 1; i < shells; ++i) {
      const m = a[i] / b[i - 1];
      b[i] -= m * c[i - 1];
      d[i] -= m * d[i - 1];
    }
    d[shells - 1] /= b[shells - 1];
    for (let i = shells - 2; i >= 0; --i) d[i] = (d[i] - c[i] * d[i + 1]) / b[i];
    const half = 0.5 * (1 - face[shells - 1]);
    return { next: d, surface: d[shells - 1] + (flux * R * half) / D };
  };
  const bisect = (low: number, high: number, rises: (v: number) => boolean) => {
    for (let k = 0; k < 45; ++k) {
      const middle = 0.5 * (low + high);
      if (rises(middle)) high = middle;
      else low = middle;
    }
    return 0.5 * (low + high);
  };
  const times: number[] = [0];
  const voltages: number[] = [NaN];
  for (let n = 1; n <= 1000; ++n) {
    const zero = Array.from(radius, (_, k) => step(k, 0));
    const gain = Array.from(radius, (_, k) => step(k, 1e-9).surface - zero[k].surface);
    const fluxAt = (k: number, phi: number) =>
      // outward flux: the anodic current falls as lithium leaves, so the mismatch is monotone
      bisect(-1e-6, 1e-6, (j) => {
        const surface = zero[k].surface + (gain[k] / 1e-9) * j;
        // what the film takes of the potential at this flux is not there for the reaction
        const film = -j * faraday * formulaUnits * p.filmResistance;
        const i = 2 * p.exchangeCurrent * Math.sinh(0.5 * f * (phi - film - E(surface)));
        return j > -i / (faraday * formulaUnits);
      });
    const rateAt = (phi: number) => Array.from(radius, (_, k) => fluxAt(k, phi));
    const enough = (phi: number) =>
      -rateAt(phi).reduce((sum, j, k) => sum + (3 * share[k] * j) / radius[k], 0) > speed;
    const phi =
      count === 1
        ? E(zero[0].surface - ((gain[0] / 1e-9) * speed * radius[0]) / 3) +
          (2 / f) * Math.asinh((faraday * formulaUnits * speed * radius[0]) / 6 / p.exchangeCurrent) +
          (p.filmResistance * faraday * formulaUnits * speed * radius[0]) / 3
        : bisect(2, 5.2, enough);
    const flux = count === 1 ? [(-speed * radius[0]) / 3] : rateAt(phi);
    flux.forEach((j, k) => (x[k] = step(k, j).next));
    if (n % 100 === 0) {
      times.push(n * dt);
      const area = p.rate * p.capacity * p.loading;
      voltages.push(
        phi +
          (area * p.separatorThickness) / (p.conductivity * p.separatorPorosity ** 1.5) +
          (2 / f) * Math.asinh(area / 2 / p.lithiumExchangeCurrent)
      );
    }
  }
  return { time: times, voltage: voltages };
}
