// A reader's energy-loss spectrum (.msa): zero-loss peak and thickness where it holds them, counts of each edge over its background
// where it holds those, and with low losses kept from another file the valence of Mn and the pre-peak, by the analysis of Figure 4.
import { edgeIntegral } from "../../science/eels/background.js";
import { thicknessRatio } from "../../science/eels/low-loss.js";
import { fitPrePeak } from "../../science/eels/pre-peak.js";
import type { MsaSpectrum } from "../../science/eels/read-msa.js";
import { defaultEelsSettings } from "../../science/eels/settings.js";
import { energiesOf, lastEnergy } from "../../science/eels/spectrum.js";
import { fitManganese, whiteLines } from "../../science/eels/white-lines.js";

export interface LossRow {
  what: string;
  value: number;
  /** NaN where there is none */
  error: number;
  unit: string;
}

export interface LossAnswer {
  title: string;
  energies: Float64Array;
  counts: Float64Array;
  /** backgrounds under the edges, each over its background and signal window */
  backgrounds: { name: string; energies: Float64Array; values: Float64Array }[];
  rows: LossRow[];
  /** sentences on what could not be told, and why */
  notes: string[];
  hasZeroLoss: boolean;
}

const edges = { "O K": "oxygen", "Mn L": "manganese", "Co L": "cobalt", "Ni L": "nickel" } as const;

/** @param low the low losses of the same place, from a file opened before */
export function lossAnswer(s: MsaSpectrum, low: MsaSpectrum | null): LossAnswer {
  const rows: LossRow[] = [];
  const notes: string[] = [];
  const energies = energiesOf(s);
  const backgrounds: LossAnswer["backgrounds"] = [];
  const hasZeroLoss = s.start < 0 && lastEnergy(s) > 20;
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      notes.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
    }
  };
  if (hasZeroLoss)
    attempt(() => {
      const { ratio, error, zeroLoss } = thicknessRatio(s);
      rows.push(
        { what: "zero-loss peak", value: zeroLoss.energy, error: NaN, unit: "eV" },
        { what: "full width at half height", value: zeroLoss.width, error: NaN, unit: "eV" },
        { what: "thickness over mean free path", value: ratio, error, unit: "" }
      );
    });
  for (const [name, key] of Object.entries(edges)) {
    const { background, signal } = defaultEelsSettings.windows[key];
    if (s.start > background[0] || lastEnergy(s) < signal[1]) continue;
    attempt(() => {
      const edge = edgeIntegral(s, background, signal, name);
      rows.push({
        what: `counts of ${name} over its background`,
        value: edge.counts,
        error: edge.error,
        unit: ""
      });
      const drawn = energies.filter((e) => e >= background[0] && e <= signal[1]);
      backgrounds.push({ name, energies: drawn, values: drawn.map(edge.background.at) });
    });
  }
  const core = lastEnergy(s) > 682 && s.start < 585;
  if (core && low) attempt(() => rows.push(...withLowLosses(s, low)));
  else if (core)
    notes.push(
      "With the low losses of the same place the valence of Mn and the pre-peak can be told: open them, press “Keep as low losses”, and open this file again."
    );
  if (rows.length === 0 && notes.length === 0)
    notes.push(
      `From ${s.start.toFixed(1)} to ${lastEnergy(s).toFixed(1)} eV it holds neither a zero-loss peak nor an edge of O, Mn, Co or Ni with its background.`
    );
  return { title: s.title, energies, counts: s.counts, backgrounds, rows, notes, hasZeroLoss };
}

function withLowLosses(core: MsaSpectrum, lowLoss: MsaSpectrum): LossRow[] {
  const time = ({ metadata }: MsaSpectrum) => Number.parseFloat(metadata["INTEGTIME"] ?? "") || 1;
  const beamEnergy = core.beamEnergy > 0 ? core.beamEnergy : lowLoss.beamEnergy;
  const beta = core.beta > 0 ? core.beta : lowLoss.beta;
  if (!(beamEnergy > 0 && beta > 0))
    throw new Error(
      "missing beam energy or collection angle: the files name no BEAMKV and COLLANGLE; add them to the header"
    );
  const raw = {
    core,
    lowLoss,
    times: { core: time(core), lowLoss: time(lowLoss), lithium: 1 },
    beamEnergy,
    beta
  };
  const lines = whiteLines(raw, defaultEelsSettings);
  const fit = fitManganese(raw, defaultEelsSettings);
  const rows: LossRow[] = [
    { what: "white lines of Mn, L3 over L2", value: lines.ratio.value, error: lines.ratio.error, unit: "" },
    {
      what: "valence of Mn by white lines",
      value: lines.valence.value,
      error: lines.valence.error,
      unit: ""
    },
    { what: "valence of Mn by references", value: fit.valence.value, error: fit.valence.error, unit: "" }
  ];
  const peak = fitPrePeak(raw, defaultEelsSettings);
  return [
    ...rows,
    { what: "pre-peak of O K", value: peak.energy.value, error: peak.energy.error, unit: "eV" },
    { what: "pre-peak of O K, area", value: peak.area.value, error: peak.area.error, unit: "O/nm²" }
  ];
}
