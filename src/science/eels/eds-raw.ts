// What the X-ray detector hands over: a spectrum of counts for every pixel.

/** eV of the first channel's centre, eV a channel, channels */
export const edsGrid = { start: 200, step: 20, channels: 450 } as const;

export interface EdsRaw {
  /** pixels along an edge */
  size: number;
  /** m */
  pixel: number;
  start: number;
  step: number;
  /** [x][y][channel] */
  counts: Float32Array;
  channels: number;
  beamEnergy: number;
}
