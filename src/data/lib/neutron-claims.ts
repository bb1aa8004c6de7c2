/** What the neutron twin says about the claims on oxygen loss and its instrument (C04, C40). */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { ComputedClaim } from "../../science/claims/claim.js";
import { neutronParameters } from "../../science/diffraction/neutron-instrument.js";
import { latticeState } from "../../science/particle/lattice-states.js";
import { shownState } from "./neutron.js";

export interface OxygenRow {
  state: string;
  /** %, found, its standard error, and in the sample */
  loss: number;
  error: number;
  truth: number;
}

export interface BiasRow {
  held: string;
  offset: number;
  /** %, of the oxygen occupancy */
  bias: number;
}

export interface NeutronRows {
  fits: readonly OxygenRow[];
  biases: readonly BiasRow[];
}

/** by what the numbers that the refinement holds may well be wrong: Ni/Li exchange, lithium in the metal layer */
const plausible = [
  ["mixing", 0.005],
  ["lithiumInMetalLayer", 0.02]
] as const;

/** @throws where a table lacks the state or an offset */
export function neutronClaims({ fits, biases }: NeutronRows): ComputedClaim[] {
  const find = <T>(row: T | undefined, what: string): T => {
    if (row === undefined) throw new Error(`missing ${what}; build the data anew with npm run data`);
    return row;
  };
  const fit = find(
    fits.find(({ state }) => state === shownState),
    `neutron refinement of ${shownState}`
  );
  const aged = find(
    fits.find(({ state }) => state === "0.1C-20cycles"),
    "neutron refinement after 20 cycles"
  );
  // found less true occupancy: a loss is off by as much the other way
  const worst = plausible.map(([held, offset]) => {
    const row = biases.find((r) => r.held === held && Math.abs(r.offset - offset) < 1e-9);
    return Math.abs(find(row, `bias of ${held} by ${offset}`).bias);
  });
  const reach = Math.max(...worst);
  const percent = (value: number) => value.toFixed(1);
  return [
    {
      ...{ id: "C04", kind: "recovered", value: fit.loss, unit: "%" },
      error: 2 * fit.error,
      errorMeaning: "two standard errors from the counts of one pattern of 3 h; the count rate is assumed",
      span: {
        min: fit.loss - reach,
        max: fit.loss + reach,
        over: `Ni/Li exchange known to ${plausible[0][1]} only, or the metal layer's lithium to ${plausible[1][1]}: neutrons cannot tell either from oxygen`
      },
      set: {
        value: 100 * (1 - latticeState(shownState).values.oxygen),
        what: "the sample's loss of oxygen, from the pathway model, which is calibrated to the study's number"
      },
      note: `After 20 cycles ${percent(aged.loss)} ± ${percent(2 * aged.error)} % comes back, with ${percent(aged.truth)} % in the sample.`
    },
    {
      ...{
        id: "C40",
        kind: "reported",
        value: 100 * neutronParameters.resolution.value,
        unit: "%",
        error: null
      },
      note: "used as printed; that the 0.25 % are a full width at half height, and the count rate, are assumed"
    }
  ];
}

type Row = Record<string, unknown>;

/** The tables that the data build made first. @throws where it handed over none of a name */
export function readNeutronTables(): NeutronRows {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const rowsOf = (name: string) => {
    const found = tables.find(({ path }) => path === `data/${name}.arrow`);
    if (!found) throw new Error(`missing table ${name}; run npm run data`);
    return tableFromIPC(readFileSync(found.file))
      .toArray()
      .map((row: { toJSON: () => Row }) => row.toJSON());
  };
  return {
    fits: rowsOf("neutron-fits").map((row) => ({
      state: String(row["state"]),
      loss: Number(row["oxygen_loss"]),
      error: Number(row["oxygen_loss_error"]),
      truth: Number(row["true_oxygen_loss"])
    })),
    biases: rowsOf("neutron-bias").map((row) => ({
      held: String(row["held"]),
      offset: Number(row["offset"]),
      bias: Number(row["oxygen_bias"])
    }))
  };
}
