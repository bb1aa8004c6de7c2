// What the page asks of the model in its worker, and what comes back.
import type { AgedResult } from "../../science/pathways/aged-particle.js";
import type { Mechanism } from "../../science/pathways/mechanisms.js";
import type { PathwayParameters } from "../../science/pathways/parameters.js";

export interface PathwayRequest {
  rate: number;
  cycles: number;
  off: Mechanism[];
  changes: Partial<PathwayParameters>;
}

export interface PathwayAnswer {
  run: AgedResult;
  seconds: number;
}

export type PathwayReply =
  | { id: number; fraction: number; what: string }
  | { id: number; answer: PathwayAnswer }
  | { id: number; error: string };
