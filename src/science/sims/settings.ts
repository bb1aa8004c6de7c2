// What a reader may choose in the analysis of ion maps.

/** counts: as they are; total: each pixel over the sum of the three; maximum, median: over that of the map */
export const normalisations = ["counts", "total", "maximum", "median"] as const;
export type Normalisation = (typeof normalisations)[number];

export interface SimsSettings {
  normalisation: Normalisation;
  /** m, full width at half height of the Gaussian that smooths before thresholds; 0 for none */
  smoothing: number;
  /** share of the measured area that is called rich (Mn: poor): the threshold is the value of that rank */
  share: number;
  /** m from the particle's edge, pores and cracks that are left out */
  margin: number;
  /** rings and angles on which areas are turned against each other */
  rings: number;
  angles: number;
}

export const defaultSimsSettings: SimsSettings = {
  normalisation: "counts",
  smoothing: 0.4e-6,
  share: 0.3,
  margin: 0.2e-6,
  rings: 48,
  angles: 180
};

/** @throws where a setting makes no sense */
export function checkSettings({ normalisation, smoothing, share, margin }: SimsSettings): void {
  if (!normalisations.includes(normalisation))
    throw new Error(
      `unknown normalisation: ${normalisation as string}; there are ${normalisations.join(", ")}`
    );
  if (!(share > 0 && share < 1))
    throw new Error(`invalid share of rich area: ${share}; must be between 0 and 1`);
  if (!(smoothing >= 0 && margin >= 0 && smoothing < Infinity && margin < Infinity))
    throw new Error(`invalid smoothing or margin: ${smoothing} m, ${margin} m; must be 0 or more`);
}
