/** What the maps panel asks of its worker, and what comes back. */
import type { Ion } from "../../science/sims/raw.js";
import type { Normalisation } from "../../science/sims/settings.js";

export interface SimsRequest {
  /** maps of the same name have the same measured area */
  state: string;
  width: number;
  /** m */
  pixel: number;
  counts: Record<Ion, Float32Array>;
  normalisation: Normalisation;
  /** m */
  smoothing: number;
  share: number;
}

export interface SimsAnswer {
  maps: Record<Ion, Float32Array>;
  areas: Record<Ion, Uint8Array>;
  contrasts: Record<Ion, number>;
  overlaps: { pair: string; overlap: number; mean: number; deviation: number; p: number }[];
}

/** The latest request only: one that is overtaken is never answered. */
export interface LiveSims {
  ask: (request: SimsRequest) => Promise<SimsAnswer | null>;
  dispose: () => void;
}
