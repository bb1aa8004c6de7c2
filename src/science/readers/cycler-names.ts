// Names that common cyclers give their columns (Arbin, BioLogic, Neware, Maccor, BaSyTec, Landt, Gamry) → names that say quantity and
// unit, as the reader of cycling records expects them; and which column is most likely time, current, voltage.

export type CyclingQuantity = "time" | "current" | "voltage" | "cycle" | "step";

/** Lower case, without blanks, underscores and tildes → the name that is understood. */
const aliases: Readonly<Record<string, string>> = {
  // Maccor
  testtime: "Time [s]",
  "test(sec)": "Time [s]",
  "testtime(sec)": "Time [s]",
  "testtime(s)": "Time [s]",
  "testtime(h)": "Time [h]",
  "testtime(min)": "Time [min]",
  amps: "Current [A]",
  volts: "Voltage [V]",
  "cyc#": "Cycle",
  "amp-hr": "Capacity [Ah]",
  // BaSyTec
  "time[h]": "Time [h]",
  "time[s]": "Time [s]",
  "u[v]": "Voltage [V]",
  "i[a]": "Current [A]",
  "i[ma]": "Current [mA]",
  "cyc-count": "Cycle",
  line: "Step",
  "ah[ah]": "Capacity [Ah]",
  // BioLogic
  cyclenumber: "Cycle",
  ns: "Step",
  "<i>/ma": "Current [mA]",
  "i/ma": "Current [mA]",
  "ewe/v": "Voltage [V]",
  // Arbin
  cycleindex: "Cycle",
  stepindex: "Step",
  "current(a)": "Current [A]",
  "voltage(v)": "Voltage [V]",
  // Neware, Landt
  "totaltime[s]": "Time [s]",
  totaltime: "Time [s]",
  cycleid: "Cycle",
  stepid: "Step",
  "cur(ma)": "Current [mA]",
  "current(ma)": "Current [mA]",
  "vol(v)": "Voltage [V]",
  "voltage/v": "Voltage [V]",
  "current/ma": "Current [mA]",
  // Gamry
  "t[s]": "Time [s]",
  "im[a]": "Current [A]",
  "vf[vvs.ref.]": "Voltage [V]",
  "vf[v]": "Voltage [V]"
};

const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_~]/g, "");

/** The name that is understood, or the same again. */
export const cyclerName = (name: string): string => {
  const key = keyOf(name);
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? name) : name;
};

const likely: Record<CyclingQuantity, readonly RegExp[]> = {
  time: [/^(?:total|test)\s*time/, /^time\b/, /\belapsed\b/, /\btime\b(?!.*(?:step|stamp|date))/, /^t\b/],
  current: [/^current\b/, /^i\b/, /^<i>/, /current|amps/, /^im\b/],
  voltage: [/^voltage\b/, /^ewe/, /^ecell/, /^[vue]\b/, /voltage|volt|potential/, /^vf\b/],
  cycle: [/^cycle$/, /^cycle\b(?!.*(?:time|capacity))/, /^cyc/],
  step: [/^step$/, /^step\b(?!.*(?:time|capacity|type|name))/, /^ns$/]
};

/** The likeliest column, by name; null where none fits. @param names as the file gives them */
export function likelyColumn(names: readonly string[], quantity: CyclingQuantity): number | null {
  const plain = names.map((name) => cyclerName(name).replace(/_/g, " ").trim().toLowerCase());
  for (const pattern of likely[quantity]) {
    const at = plain.findIndex((name) => pattern.test(name));
    if (at >= 0) return at;
  }
  return null;
}
