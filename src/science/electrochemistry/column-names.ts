// What a column of a cycler's file holds, from its name: the quantity and the unit, as in "Time [s]", "I/mA",
// "Test_Time(h)", "Ewe/V", "Cycle_Index".

export type Quantity = "time" | "current" | "voltage" | "cycle" | "step" | "capacity";

const patterns: Record<Quantity, RegExp> = {
  time: /\btime\b|^t$|\belapsed\b/,
  current: /\bcurrent\b|^i$|^<i>$/,
  voltage: /\bvoltage\b|\bpotential\b|^ewe$|^ecell$|^[vue]$|\bvolt\b|\bvolts\b/,
  cycle: /\bcycle\b/,
  step: /\bstep\b|^ns$/,
  capacity: /\bcapacity\b|^q$/
};
/** words that make of a name something else than the quantity */
const misleading: Record<Quantity, RegExp> = {
  time: /\bdate\b|\bstep\b|\bcycle\b|\bstamp\b|\bsystem\b|\bcpu\b/,
  current: /\bset\b|\blimit\b|\bdensity\b|\brange\b/,
  voltage: /\bset\b|\blimit\b|\brange\b|\baux\b|\bcounter\b/,
  cycle: /\btime\b|\bcapacity\b/,
  step: /\btime\b|\bcapacity\b|\btype\b|\bname\b/,
  capacity: /\bspecific\b/
};

/** SI value of one such unit. */
export const unitFactors: Record<"time" | "current" | "voltage" | "capacity", Record<string, number>> = {
  time: {
    s: 1,
    sec: 1,
    second: 1,
    seconds: 1,
    ms: 1e-3,
    min: 60,
    minutes: 60,
    h: 3600,
    hr: 3600,
    hour: 3600,
    hours: 3600,
    d: 86400,
    days: 86400
  },
  current: { a: 1, ma: 1e-3, ua: 1e-6, µa: 1e-6, μa: 1e-6 },
  voltage: { v: 1, mv: 1e-3 },
  // Ah
  capacity: { ah: 1, mah: 1e-3, "a.h": 1, "ma.h": 1e-3, uah: 1e-6 }
};

export interface ColumnName {
  /** the name without its unit, in lower case, words apart */
  words: string;
  /** as written; "" where there is none */
  unit: string;
}

const wordsOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.\s-]+/g, " ")
    .trim()
    .toLowerCase();

/** "Test_Time (h)" → "test time", "h". */
export function splitName(name: string): ColumnName {
  const plain = name.replace(/^\uFEFF/, "").trim();
  const [, head = plain, unit = ""] =
    /^(.*?)\s*[[({]\s*([^\])}]*)\s*[\])}]\s*$/.exec(plain) ?? /^(.+?)\s*\/\s*([^/\s]+)$/.exec(plain) ?? [];
  if (unit) return { words: wordsOf(head), unit: unit.trim() };
  // "time_s", "current mA": before words are parted at capitals, which would make A of mA
  const [, front = "", last = ""] = /^(.+)[_\s]([^_\s]+)$/.exec(plain) ?? [];
  const known = Object.values(unitFactors).some((units) => Object.hasOwn(units, last.toLowerCase()));
  return known ? { words: wordsOf(front), unit: last } : { words: wordsOf(plain), unit: "" };
}

/**
 * The column that holds a quantity; null where none does.
 * @throws where several could
 */
export function findColumn(names: readonly string[], quantity: Quantity): number | null {
  const fitting = names
    .map((name, index) => ({ index, ...splitName(name) }))
    .filter(({ words }) => patterns[quantity].test(words));
  const clear = fitting.filter(({ words }) => !misleading[quantity].test(words));
  const exact = clear.filter(({ words }) => words === quantity);
  const chosen = exact.length === 1 ? exact : clear;
  if (chosen.length === 0) return null;
  // a consistency check only: any of several will do
  if (chosen.length > 1 && quantity === "capacity") return null;
  if (chosen.length > 1)
    throw new Error(
      `ambiguous ${quantity}: columns ${chosen.map(({ index }) => `"${names[index]}"`).join(" and ")}; name which one to read`
    );
  return chosen[0].index;
}
