// The worker in which a particle is aged with the reader's values, on the reduced grid.
import { agedParticle } from "../../science/pathways/aged-particle.js";
import { reduced } from "../../science/pathways/calibrate.js";
import { defaultPathwayParameters } from "../../science/pathways/parameters.js";
import type { PathwayReply, PathwayRequest } from "./live-request.js";

const send = (reply: PathwayReply) => self.postMessage(reply);

self.onmessage = ({ data: { id, request } }: MessageEvent<{ id: number; request: PathwayRequest }>) => {
  const { rate, cycles, off, changes } = request;
  try {
    const begun = performance.now();
    const run = agedParticle(
      { ...defaultPathwayParameters(), ...changes },
      { ...reduced, rate, cycles, off },
      { onProgress: (fraction, what) => send({ id, fraction, what }) }
    );
    send({ id, answer: { run, seconds: (performance.now() - begun) / 1000 } });
  } catch (error) {
    send({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
