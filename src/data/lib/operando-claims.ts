/** What the operando twin says about c during the first charge: C07, C45, C46, Q4. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { ComputedClaim } from "../../science/claims/claim.js";
import {
  frameInstrument,
  patternTime,
  scanInstrument
} from "../../science/diffraction/operando-instrument.js";
import { paceOf, type Rise, steepestRise } from "../../science/diffraction/operando-pace.js";
import { capacityPerLithium, composition } from "../../science/material/composition.js";
import { latticeState } from "../../science/particle/lattice-states.js";

/** c from (003) alone in one pattern of the charge, found and true. */
export interface BasalRow {
  rate: number;
  /** s, when (003) was counted */
  time: number;
  lithium: number;
  capacity: number;
  c: number;
  error: number;
  truth: number;
}

/** Rows of the charge out of the table that the data build made first. @throws where it handed over none */
export function readBasalRows(): BasalRow[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === "data/operando-lattice.arrow");
  if (!found) throw new Error("missing table operando-lattice; run npm run data");
  return basalRows(
    tableFromIPC(readFileSync(found.file))
      .toArray()
      .map((row: { toJSON: () => Record<string, unknown> }) => row.toJSON())
  );
}

/** @param table rows of operando-lattice */
export function basalRows(table: readonly Record<string, unknown>[]): BasalRow[] {
  return table
    .filter((row) => row["treatment"] === "own moments" && row["branch"] === "charge")
    .map((row) => {
      const time = Number(row["basal_time_s"]);
      // the current is constant: the charge at which (003) was counted is that of the middle, in proportion
      const capacity = (Number(row["capacity_mAh_g"]) * time) / Number(row["time_s"]);
      return {
        ...{ rate: Number(row["rate_C"]), time, capacity },
        lithium: composition.Li - capacity / capacityPerLithium(),
        ...{ c: Number(row["basal_c_A"]), error: Number(row["basal_c_error_A"]) },
        truth: Number(row["true_basal_c_A"])
      };
    });
}

const set =
  "c against lithium is recalled from like compounds and bent to the study's words, lithium at the voltages from the pathway model; no value is printed";

/** @throws where a rate has fewer than two patterns on charge */
export function operandoClaims(rows: readonly BasalRow[]): ComputedClaim[] {
  const [slow, fast] = [0.1, 10].map((rate) => rows.filter((row) => row.rate === rate));
  if (slow.length < 2 || fast.length < 2)
    throw new Error("missing patterns of the charge at 0.1 C or 10 C; build the data anew with npm run data");
  // both over the charge that two frames are apart
  const width = paceOf(10, frameInstrument()).perPattern;
  const rise = (of: readonly BasalRow[], c: (row: BasalRow) => number): Rise =>
    steepestRise(
      of.map((row) => ({ capacity: row.capacity, c: c(row), error: row.error })),
      width
    );
  const ratio = (c: (row: BasalRow) => number) => {
    const [quick, calm] = [rise(fast, c), rise(slow, c)];
    return {
      value: quick.slope / calm.slope,
      error: (quick.slope / calm.slope) * Math.hypot(quick.error / quick.slope, calm.error / calm.slope)
    };
  };
  const fall = (c: (row: BasalRow) => number) => {
    const at = latticeState("0.1C-4.6V").lithium;
    const after = slow.findIndex((row) => row.lithium <= at);
    const [p, q, last] = [slow[after - 1], slow[after], slow[slow.length - 1]];
    const share = (p.lithium - at) / (p.lithium - q.lithium);
    return {
      value: c(last) - c(p) - share * (c(q) - c(p)),
      error: Math.hypot(last.error, (1 - share) * p.error, share * q.error)
    };
  };
  const found = { rise: ratio((row) => row.c), fall: fall((row) => row.c) };
  const twice = "twice the standard error from the counts; one seed";
  const reported = { kind: "reported", error: null } as const;
  const [scan, frame] = [scanInstrument(), frameInstrument()];
  return [
    {
      ...{ id: "C07", kind: "recovered", unit: "Å", value: found.fall.value, error: 2 * found.fall.error },
      errorMeaning: twice,
      set: { value: fall((row) => row.truth).value, what: set },
      note: "c from (003) in the last scan of the charge less that at 4.6 V; what dissolves or migrates, diffraction of this kind does not say"
    },
    {
      ...{ id: "Q4", kind: "recovered", unit: "", value: found.rise.value, error: 2 * found.rise.error },
      errorMeaning: twice,
      set: { value: ratio((row) => row.truth).value, what: set },
      note: "steepest rise of c from (003) by the charge passed, 10 C over 0.1 C, both over the charge of one frame; a rise within the first frame is not seen"
    },
    {
      ...{ ...reported, id: "C45", value: scan.lines[0].wavelength, unit: "Å" },
      note: `used as printed: ${scan.from}–${scan.to}° in ${scan.step}° at ${scan.speed}°/min, ${patternTime(scan) / 60} min a pattern`
    },
    {
      ...{ ...reported, id: "C46", value: patternTime(frame), unit: "s" },
      note: `used as printed: ${frame.lines[0].wavelength} Å over ${frame.from}–${frame.to}°; the step between points is assumed`
    }
  ];
}
