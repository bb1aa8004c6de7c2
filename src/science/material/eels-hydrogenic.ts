// Cross-sections of K and L shells in the hydrogenic model with relativistic kinematics, the equations of Egerton's SIGMAK
// and SIGMAL: dσ/dE = (4π a0² R/T)(R/E) ∫ df/dE(Q, E) d(ln (q a0)²), from
//   (q a0)²_min = E²/(4RT) + E³/(8γ³RT²) to (q a0)²_min + 4 (p0² p²)^(1/2) sin²(β/2),
// and the generalised oscillator strength df/dE of a hydrogen-like atom of effective charge Z_s. Egerton, Ultramicroscopy 4
// (1979) 169, doi 10.1016/S0304-3991(79)80021-6, and Electron Energy-Loss Spectroscopy in the Electron Microscope, 3rd ed.
// (2011), sections 3.6, 3.7, B.13, B.14. White lines are in none of it; at L edges an empirical factor stands for the edge's shape.

import { bohrRadiusSquared, kinematics, restEnergy, rydberg } from "./eels-kinematics.js";

export interface Shell {
  atomicNumber: number;
  shell: "K" | "L";
  /** eV */
  onset: number;
}

/** By atomic number: onset of L1 (eV) and the exponent of the empirical factor. */
const lShells: Record<number, { l1: number; l3: number; power: number }> = {
  22: { l1: 564, l3: 455, power: 0.13 },
  25: { l1: 769, l3: 641, power: 0.16 },
  27: { l1: 926, l3: 779, power: 0.19 },
  28: { l1: 1008, l3: 855, power: 0.22 }
};

/** df/dE, 1/eV, of the K shell. @param q (q a0)² */
export function oscillatorStrengthK(loss: number, q2: number, atomicNumber: number): number {
  const zs = atomicNumber - 0.5;
  const q = q2 / zs ** 2;
  const k2 = loss / (rydberg * zs ** 2) - 1;
  const k = Math.max(0.1, Math.sqrt(Math.abs(k2)));
  const [c, d] = continuumFactors(k2, k, q - k2 + 1, 2);
  const a = ((q - k2 + 1) ** 2 + 4 * k2) ** 3;
  return (((256 * loss) / (rydberg * zs) ** 2 / zs ** 2) * (c / d) * (q + k2 / 3 + 1 / 3)) / a;
}

/** df/dE, 1/eV, of the L shell. @throws for atoms without tabulated factors */
export function oscillatorStrengthL(loss: number, q2: number, atomicNumber: number): number {
  const facts = lShells[atomicNumber];
  if (!facts)
    throw new Error(
      `unsupported L shell: atomic number ${atomicNumber}; must be one of ${Object.keys(lShells).join(", ")}`
    );
  const { l1, l3, power } = facts;
  const zs = atomicNumber - 4.15;
  const q = q2 / zs ** 2;
  const k2 = loss / (rydberg * zs ** 2) - 0.25;
  const k = Math.sqrt(Math.abs(k2));
  const [c, d] = continuumFactors(k2, k, q - k2 + 0.25, 1);
  const a = (q - k2 + 0.25) ** 2 + k2;
  const shape =
    loss <= l1
      ? (2.25 * q ** 4 -
          (0.75 + 3 * k2) * q ** 3 +
          (0.59375 - 0.75 * k2 - 0.5 * k2 ** 2) * q ** 2 +
          (0.11146 + 0.85417 * k2 + 1.8833 * k2 ** 2 + k2 ** 3) * q +
          (0.0035807 + k2 / 21.333 + k2 ** 2 / 4.5714 + k2 ** 3 / 2.4 + k2 ** 4 / 4)) /
        a ** 5
      : (q ** 3 -
          ((5 / 3) * k2 + 11 / 12) * q ** 2 +
          (k2 ** 2 / 3 + 1.5 * k2 + 65 / 48) * q +
          (k2 ** 3 / 3 + 0.75 * k2 ** 2 + (23 / 48) * k2 + 5 / 64)) /
        a ** 4;
  // within 20 eV of L3 a constant stands for the white lines of a metal with holes
  const factor = loss - l3 <= 20 ? 1 : ((loss + 0.1 - l3) / (1.8 * atomicNumber ** 2)) ** power;
  return ((((factor * 32 * loss) / rydberg ** 2 / zs ** 4) * c) / d) * shape;
}

/** The Coulomb wave's factors below and above the ideal threshold. */
function continuumFactors(k2: number, k: number, x: number, twice: number): [number, number] {
  if (k2 < 0) return [((x + twice * k) / (x - twice * k)) ** (-1 / k), 1];
  const angle = Math.atan2(twice * k, x);
  return [Math.exp((-2 / k) * angle), 1 - Math.exp((-2 * Math.PI) / k)];
}

const steps = 24;

/** m²/eV an atom of losses E (eV) inside the collection angle. @param beta rad @param beamEnergy eV */
export function hydrogenicCrossSection(
  { atomicNumber, shell }: Shell,
  loss: number,
  beta: number,
  beamEnergy: number
): number {
  const { gamma, kinetic: t } = kinematics(beamEnergy);
  const r = rydberg;
  const least = loss ** 2 / (4 * r * t) + loss ** 3 / (8 * r * t ** 2 * gamma ** 3);
  const before = t / (r * (1 - (2 * t) / restEnergy));
  const after = before - (loss / r) * (gamma - loss / (2 * restEnergy));
  const most = least + 4 * Math.sqrt(before * after) * Math.sin(beta / 2) ** 2;
  const strength = shell === "K" ? oscillatorStrengthK : oscillatorStrengthL;
  // Simpson's rule in ln q²
  const h = Math.log(most / least) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; ++i) {
    const weight = i === 0 || i === steps ? 1 : i % 2 ? 4 : 2;
    sum += weight * strength(loss, least * Math.exp(i * h), atomicNumber);
  }
  return ((4 * Math.PI * bohrRadiusSquared * r * r) / (t * loss)) * ((sum * h) / 3);
}

/** m² an atom: losses from the onset to `window` eV above it. */
export function partialCrossSection(shell: Shell, window: number, beta: number, beamEnergy: number): number {
  if (!(window > 0)) throw new Error(`invalid window: ${window} eV; must be positive`);
  const n = 2 * Math.max(10, Math.ceil(window / 2));
  const h = window / n;
  let sum = 0;
  for (let i = 0; i <= n; ++i) {
    const weight = i === 0 || i === n ? 1 : i % 2 ? 4 : 2;
    sum += weight * hydrogenicCrossSection(shell, shell.onset + i * h, beta, beamEnergy);
  }
  return (sum * h) / 3;
}
