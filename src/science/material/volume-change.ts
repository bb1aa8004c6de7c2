// Volume against lithium content: ΔV/V0 = S · DOD, linear in the depth of discharge, V0 that of the charged state; the
// strain in each direction is ε = ((1 + ΔV/V0)^{1/3} − 1) → S/3 · DOD in the small-strain limit.
// The table that the study used (its reference 44) is not given; the slope S is an assumption.

/** Small-strain limit of the linear strain at a depth of discharge (0 … 1). @param volumeChange S */
export function linearStrain(volumeChange: number, depthOfDischarge: number): number {
  return (volumeChange / 3) * depthOfDischarge;
}

/** Stretch of the stress-free material, (1 + ΔV/V0)^{1/3}. */
export function freeStretch(volumeChange: number, depthOfDischarge: number): number {
  return Math.cbrt(1 + volumeChange * depthOfDischarge);
}

export interface VolumeTable {
  material: string;
  /** lithium per formula unit, descending, and ΔV/V0 relative to the first row */
  lithium: number[];
  change: number[];
  source: string;
}

/** Measured on other layered oxides; shapes to compare a slope with. */
export const volumeTables: VolumeTable[] = [
  {
    material: "NMC811",
    lithium: [1, 0.73, 0.49, 0.34, 0.245, 0.15],
    change: [0, -0.0043, -0.0121, -0.0211, -0.0392, -0.0653],
    source: "Koerver et al., Energy Environ. Sci. 11 (2018) 2142, as in COMSOL's material library"
  },
  {
    material: "NMC111",
    lithium: [1, 0.5, 0.27, 0.24],
    change: [0, -0.0071, -0.0167, -0.0202],
    source: "Koerver et al., Energy Environ. Sci. 11 (2018) 2142, as in COMSOL's material library"
  }
];

/** d(ΔV/V0)/dx of each interval of a table. */
export function volumeSlopes({ lithium, change }: VolumeTable): number[] {
  return lithium.slice(1).map((x, i) => (change[i + 1] - change[i]) / (x - lithium[i]));
}
