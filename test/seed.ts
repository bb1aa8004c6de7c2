// One seed for every property test, so that a run is the same on every machine; `FC_SEED=7 npx vitest run …` tries others.
import * as fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_240_601) });
