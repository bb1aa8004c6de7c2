// Values of Arrow columns as text: what DuckDB returns includes BigInt, decimals, dates, times, lists and structs,
// and each must read the same in the table and in the CSV.
/** The part of an Arrow type that is read here; the ids are those of Arrow's Type enumeration. */
export interface ColumnType {
  typeId: number;
  scale?: number;
  unit?: number;
  bitWidth?: number;
  dictionary?: ColumnType;
  children?: readonly { name: string; type: ColumnType }[] | null;
}

const id = {
  int: 2,
  float: 3,
  binary: 4,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11
} as const;
const nested = { list: 12, struct: 13, fixedBinary: 15, fixedList: 16, map: 17 } as const;
const dictionary = -1;
const millisecondsPerUnit = [1000, 1, 1e-3, 1e-6];

/** "number", "date" or "other": how a column may be drawn. */
export function kindOf(type: ColumnType): "number" | "date" | "other" {
  const inner = resolved(type);
  if (inner.typeId === id.int || inner.typeId === id.float || inner.typeId === id.decimal) return "number";
  return inner.typeId === id.date || inner.typeId === id.timestamp ? "date" : "other";
}

const resolved = (type: ColumnType): ColumnType =>
  type.typeId === dictionary && type.dictionary ? type.dictionary : type;

/** The value in full as text; undefined for null. Nothing is rounded. */
export function textOf(value: unknown, type: ColumnType): string | undefined {
  if (value === null || value === undefined) return undefined;
  const t = resolved(type);
  switch (t.typeId) {
    case id.decimal:
      return decimalText(value, t.scale ?? 0);
    case id.date:
      // Unit 0 counts days: no time of day to show.
      return instantText(Number(value), t.unit === 0);
    case id.timestamp:
      return instantText(Number(value), false);
    case id.time:
      return timeText(Number(value) * (millisecondsPerUnit[t.unit ?? 1] ?? 1));
    case id.interval:
      return intervalText(value);
    case id.binary:
    case nested.fixedBinary:
      return value instanceof Uint8Array ? `0x${Array.from(value, hex).join("")}` : plain(value);
    case nested.list:
    case nested.fixedList:
    case nested.struct:
    case nested.map:
      return JSON.stringify(jsonOf(value, t));
    default:
      return plain(value);
  }
}

/** What Arrow gives for the remaining types has a telling text of its own. */
const plain = (value: unknown): string =>
  typeof value === "object"
    ? JSON.stringify(value)
    : (value as number | bigint | boolean | string).toString();

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/** The value for reading in a table: numbers that are not whole with six significant digits. */
export function shortText(value: unknown, type: ColumnType): string | undefined {
  if (typeof value !== "number" || kindOf(type) !== "number") return textOf(value, type);
  if (!Number.isFinite(value) || Number.isInteger(value)) return textOf(value, type);
  const size = Math.abs(value);
  const short = size >= 1e6 || size < 1e-4 ? value.toExponential(5) : value.toPrecision(6);
  // Trailing zeros say nothing here: 0.500000 → 0.5, 1.20000e-7 → 1.2e-7.
  return short.replace(/(\.\d*?)0+(?=e|$)/, "$1").replace(/\.(?=e|$)/, "");
}

/** The value as a plot takes it: numbers as numbers, dates as dates, the rest as text; null stays null. */
export function plotValue(value: unknown, type: ColumnType): number | Date | string | null {
  if (value === null || value === undefined) return null;
  const kind = kindOf(type);
  if (kind === "date") return new Date(Number(value));
  if (kind === "number") return Number(typeof value === "object" ? textOf(value, type) : value);
  return textOf(value, type) ?? null;
}

function decimalText(value: unknown, scale: number): string {
  let unscaled: bigint;
  if (value instanceof Uint32Array) {
    // Little-endian limbs in two's complement.
    unscaled = value.reduceRight((sum, limb) => (sum << 32n) | BigInt(limb), 0n);
    unscaled = BigInt.asIntN(32 * value.length, unscaled);
  } else unscaled = BigInt(String(value));
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return (unscaled < 0n ? "-" : "") + whole + (scale > 0 ? `.${digits.slice(-scale)}` : "");
}

function instantText(milliseconds: number, dayOnly: boolean): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  const iso = date.toISOString();
  return dayOnly ? iso.replace(/T.*$/, "") : iso.replace(/\.000Z$/, "Z");
}

function timeText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const two = (n: number): string => String(n).padStart(2, "0");
  const rest = (seconds % 60).toFixed(6).replace(/\.?0+$/, "");
  const padded = /^\d(\.|$)/.test(rest) ? `0${rest}` : rest === "" ? "00" : rest;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${padded}`;
}

function intervalText(value: unknown): string {
  if (!(value instanceof Int32Array) || value.length < 4) return String(value);
  const [months = 0, days = 0, low = 0, high = 0] = value;
  const nanoseconds = (BigInt(high) << 32n) | BigInt(low >>> 0);
  const seconds = Number(nanoseconds) / 1e9;
  const parts = [
    [months, "month"],
    [days, "day"],
    [seconds, "second"]
  ] as const;
  const said = parts
    .filter(([n]) => n !== 0)
    .map(([n, unit]) => `${n} ${unit}${Math.abs(n) === 1 ? "" : "s"}`);
  return said.length > 0 ? said.join(" ") : "0 seconds";
}

/** A nested value as JSON: what JSON cannot hold (BigInt, NaN, dates) as text. */
function jsonOf(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  const t = resolved(type);
  const children = t.children ?? [];
  if (t.typeId === nested.list || t.typeId === nested.fixedList) {
    const inner = children[0]?.type;
    return Array.from(value as Iterable<unknown>, (item) => (inner ? jsonOf(item, inner) : String(item)));
  }
  if (t.typeId === nested.struct) {
    const row = value as Record<string, unknown>;
    return Object.fromEntries(children.map(({ name, type: inner }) => [name, jsonOf(row[name], inner)]));
  }
  if (t.typeId === nested.map) {
    const [, inner] = children[0]?.type.children ?? [];
    return Object.fromEntries(
      Array.from(value as Iterable<[unknown, unknown]>, ([key, item]) => [
        String(key),
        inner ? jsonOf(item, inner.type) : String(item)
      ])
    );
  }
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && kindOf(t) === "number" && Number.isFinite(value)) return value;
  return textOf(value, t);
}
