/** What the twin of the oxidation-state maps says about the claims on valence and charge (C12–C20, C27, C36, C37, C39, Q8–Q10). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { composition } from "../../science/material/composition.js";
import { capacityOf } from "../../science/xanes/charge-balance.js";
import { defaultRixsInstrument, rixsParameters } from "../../science/xanes/rixs-instrument.js";
import { edgeElements, fitWindows, measuredRanges, type EdgeElement } from "../../science/xanes/windows.js";
import {
  derived,
  halfWidth,
  least,
  less,
  most,
  over,
  sum,
  times,
  type Derived,
  type Measured
} from "./measured.js";

export interface MeanRow extends Measured {
  state: string;
  element: string;
  /** between the pixels, as found and in the sample, and the error of one pixel */
  deviation: number;
  trueDeviation: number;
  pixelError: number;
}

export interface ZoneRow extends Measured {
  state: string;
  element: string;
  zone: number;
}

export interface OverlapRow extends Measured {
  state: string;
}

/** Shares of oxidised oxygen out of the scattering maps at the default counts. */
export interface RixsRow extends Measured {
  rate: number;
  voltage: number;
  detectionLimit: number;
}

/** Share of an element in the charge of a discharge, and that charge in mAh/g. */
export interface CycleRow extends Measured {
  rate: number;
  cycle: number;
  element: string;
  capacity: number;
}

export interface OxidationRows {
  means: readonly MeanRow[];
  zones: readonly ZoneRow[];
  overlaps: readonly OverlapRow[];
  rixs: readonly RixsRow[];
  cycles: readonly CycleRow[];
}

const fromModel = "of the pathway model; no valence is printed";
const twice =
  "twice the standard error from the counts and what the maps used are off by, in squares; one seed";
const metals = ["Mn", "Co", "Ni"] as const;

/** What a claim is judged by, out of the tables, and what is said of it. */
interface Answer {
  id: string;
  number: Derived;
  note: string;
  own: Partial<ComputedClaim>;
}

/** The number of each claim, with the error of the counts and what is off apart. @throws as `oxidationClaims` */
export const oxidationNumbers = (rows: OxidationRows): Map<string, Derived> =>
  new Map(answers(rows).map(({ id, number }) => [id, number]));

/** @throws where a table lacks a state, an element or a zone */
export const oxidationClaims = (rows: OxidationRows): ComputedClaim[] => [
  ...answers(rows).map(({ id, number, note, own }): ComputedClaim => ({
    ...{ id, kind: "recovered", value: number.found, unit: "", error: halfWidth(number), note },
    ...{ errorMeaning: twice, set: { value: number.truth, what: fromModel } },
    ...own
  })),
  ...settings()
];

function answers({ means, zones, overlaps, rixs, cycles }: OxidationRows): Answer[] {
  const find = <T>(row: T | undefined, what: string): T => {
    if (row === undefined) throw new Error(`missing ${what}; build the data anew with npm run data`);
    return row;
  };
  const mean = (state: string, element: EdgeElement) =>
    find(
      means.find((row) => row.state === state && row.element === element),
      `valence of ${element} in state ${state}`
    );
  const zone = (state: string, element: EdgeElement, which: number) =>
    find(
      zones.find((row) => row.state === state && row.element === element && row.zone === which),
      `zone ${which} of ${element} in state ${state}`
    );
  const gradient = (state: string, element: EdgeElement) =>
    less(derived(zone(state, element, 1)), derived(zone(state, element, 5)));
  const since = (state: string, element: EdgeElement) =>
    less(derived(mean(state, element)), derived(mean("pristine", element)));
  /** electrons a formula unit that the metals have given since the pristine state */
  const given = (state: string) =>
    sum(metals.map((element) => times(since(state, element), composition[element])));
  const oxygen = (state: string) => since(state, "O");
  const charge = (rate: string) => ["4.4V", "4.6V", "4.8V"].map((voltage) => `${rate}-${voltage}`);
  const total = most(charge("0.1C").map(given));
  const claim = (id: string, number: Derived, note: string, own: Partial<ComputedClaim> = {}): Answer => ({
    id,
    number,
    note,
    own
  });
  const spread = (["Co", "Ni"] as const).map((element) => {
    const { deviation, trueDeviation, pixelError } = mean("0.1C-4.6V", element);
    return derived({ found: deviation / pixelError, error: 0, truth: trueDeviation / pixelError });
  });
  const manganese = ["pristine", ...charge("0.1C"), ...charge("10C")].map((state) =>
    derived(mean(state, "Mn"))
  );
  const left = sum(
    (["Co", "Ni"] as const).map((element) =>
      times(since("10C-discharged", element), capacityOf(composition[element]))
    )
  );
  const lost = [0.1, 10].map((rate) => {
    const at = (voltage: number) =>
      find(
        rixs.find((row) => row.rate === rate && row.voltage === voltage),
        `scattering map at ${rate} C, ${voltage} V`
      );
    return times(less(derived(at(4.8)), derived(at(2))), 1 / at(2).detectionLimit);
  });
  const surface = ["0.1C-4.8V", "10C-4.8V"].flatMap((state) => [
    gradient(state, "Ni"),
    times(gradient(state, "O"), -1)
  ]);
  const changes = ["0.1C-discharged", "10C-discharged"].flatMap((state) =>
    (["Co", "Ni", "O"] as const).map((element) => since(state, element))
  );
  // the particle that should show nothing: what a surface less a centre is off by where hardly any difference is
  const control = gradient("pristine", "O");
  const offs = ["pristine", "0.1C-discharged", "10C-discharged"].map(
    (state) => derived(mean(state, "O")).off
  );
  const inCycle = (rate: number, cycle: number, element: EdgeElement) =>
    find(
      cycles.find((row) => row.rate === rate && row.cycle === cycle && row.element === element),
      `charge of ${element} in cycle ${cycle} at ${rate} C`
    );
  const gained = (element: EdgeElement) =>
    less(derived(inCycle(0.1, 20, element)), derived(inCycle(0.1, 1, element)));
  const percent = (element: EdgeElement) => (100 * gained(element).found).toFixed(1).replace("-", "−");
  const ofMetals = (cycle: number) =>
    metals.reduce((total, element) => total + inCycle(10, cycle, element).capacity, 0).toFixed(0);
  return [
    claim(
      "C12",
      over(given("0.1C-4.4V"), total),
      "electrons given by Mn, Co and Ni from pristine to 4.4 V over the most that they give on slow charge"
    ),
    claim(
      "C13",
      least(spread),
      "spread between the pixels at 4.6 V over the median error of a pixel, the smaller of Co and Ni; noise alone would give 1",
      { errorMeaning: "twice what is off; one particle" }
    ),
    claim(
      "C14",
      less(most([gradient("0.1C-4.8V", "Mn"), gradient("0.1C-4.8V", "Ni")]), gradient("0.1C-4.8V", "Co")),
      "valence of the outermost zone less that of the central one, 0.1 C at 4.8 V"
    ),
    claim(
      "C15",
      least([
        over(given("0.1C-4.6V"), total),
        over(less(oxygen("0.1C-4.8V"), oxygen("0.1C-4.6V")), oxygen("0.1C-4.8V"))
      ]),
      "share of the metals' oxidation below 4.6 V, and of oxygen's above, the smaller"
    ),
    claim(
      "C16",
      most([over(given("10C-4.8V"), given("0.1C-4.8V")), over(oxygen("10C-4.8V"), oxygen("0.1C-4.8V"))]),
      "oxidation from pristine to 4.8 V at 10 C over that at 0.1 C, the larger of metals and oxygen"
    ),
    claim(
      "C17",
      most(manganese, ({ found }) => Math.abs(found - 4)),
      "of the pristine and all charged states the one farthest from +4; pixels count alike, so that thin edges weigh more than their atoms"
    ),
    claim(
      "C18",
      derived(
        find(
          overlaps.find(({ state }) => state === "0.1C-discharged"),
          "overlap of the discharged state"
        )
      ),
      "mean product of the shares of Mn2+ and Ni3+ over that of shuffled maps, within the outermost zone, so that the gradient from the surface inwards is not counted",
      { errorMeaning: "twice the standard deviation between shuffles and what is off, in squares" }
    ),
    claim("C19", left, "pristine to discharged at 10 C, the rate at which the model is calibrated so", {
      unit: "mAh/g",
      set: { value: left.truth, what: "of the pathway model, calibrated to 39 mAh/g" }
    }),
    claim(
      "C20",
      least(lost),
      "share of oxidised oxygen lost over the smallest share seen, the smaller of both rates",
      {
        set: {
          value: least(lost).truth,
          what: "oxidised oxygen of the pathway model; the feature's strength is assumed"
        }
      }
    ),
    claim(
      "Q8",
      most(surface),
      `zones of the projection at 4.8 V, the larger of Ni and O at both rates. For O the pristine particle shows ${digits(control.found)} of surface less centre, where it has ${digits(control.truth)}`
    ),
    claim(
      "Q9",
      least(changes),
      `pristine to discharged, both rates; for O the states used are off by ${digits(Math.min(...offs))} to ${digits(Math.max(...offs))}`
    ),
    claim(
      "Q10",
      most([gained("Ni"), times(gained("Mn"), -1), times(gained("Co"), -1)]),
      `shares of the charge on discharge; those of Mn, Co and Ni change by ${percent("Mn")} %, ${percent("Co")} % and ${percent("Ni")} % of the whole; at 10 C the metals carry ${ofMetals(20)} mAh/g in the twentieth cycle after ${ofMetals(1)} in the first`
    )
  ];
}

const digits = (value: number): string => value.toFixed(4).replace("-", "−");

function settings(): ComputedClaim[] {
  const reported = { kind: "reported", error: null } as const;
  const ranges = (of: typeof fitWindows) =>
    edgeElements.map((element) => `${element} ${of[element].join("–")}`).join("; ") + " eV";
  return [
    {
      ...{ ...reported, id: "C27", value: 5, unit: "zones" },
      note: "used as printed: equal to one pixel, by the distance from the nearest pixel outside"
    },
    {
      ...{ ...reported, id: "C36", value: null, unit: "", text: ranges(fitWindows) },
      note: "used as the default windows of the fit; the page shows what others would give"
    },
    {
      ...{ ...reported, id: "C37", value: null, unit: "", text: ranges(measuredRanges) },
      note: "used as printed; the step of 0.25 eV is assumed"
    },
    {
      ...{ ...reported, id: "C39", value: defaultRixsInstrument.excitationResolution, unit: "eV" },
      note: `used as ${rixsParameters.excitationResolution.label.toLowerCase()}; the pressure enters nothing`
    }
  ];
}
