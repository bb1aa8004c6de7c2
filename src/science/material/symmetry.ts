// Symmetry operations x' = W x + w on fractional coordinates, and the space groups that this project meets: each is
// written as generators and a lattice centring, and closed under composition, as in International Tables for
// Crystallography A (2016), doi 10.1107/97809553602060000114. What is not listed enters by a CIF's own operations.

/** One operation: `rotation` row-major 3 × 3 of whole numbers, `translation` in fractions of the cell, in [0, 1). */
export interface SymmetryOperation {
  rotation: readonly number[];
  translation: readonly [number, number, number];
}

/** A space group with all of its operations in the cell, those of the centring included; the identity is first. */
export interface SpaceGroup {
  symbol: string;
  number: number;
  operations: SymmetryOperation[];
}

/** translations are whole multiples of this: 1/24 holds every one of the 230 groups in their standard settings */
const grain = 24;
const axes = "xyz";

/**
 * Reads an operation as a CIF writes it: "-y,x-y,z+1/3", "1/2+x, y, -z", "x+0.5,y,z".
 * Translations within 0.002 of a multiple of 1/24 are taken as that multiple, so that 0.333 means 1/3.
 * @throws where the text is not three sums of x, y, z and fractions
 */
export function parseOperation(text: string): SymmetryOperation {
  const parts = text
    .replace(/['"\s]/g, "")
    .toLowerCase()
    .split(",");
  const rotation = new Array<number>(9).fill(0);
  const translation: [number, number, number] = [0, 0, 0];
  if (parts.length !== 3) throw invalidOperation(text);
  parts.forEach((part, row) => {
    const terms = part.match(/[+-]?[^+-]+/g) ?? [];
    if (terms.join("") !== part || terms.length === 0) throw invalidOperation(text);
    for (const term of terms) {
      const sign = term.startsWith("-") ? -1 : 1;
      const body = term.replace(/^[+-]/, "");
      const axis = body.length === 1 ? axes.indexOf(body) : -1;
      if (axis >= 0) rotation[3 * row + axis] = rotation[3 * row + axis] + sign;
      else translation[row as 0 | 1 | 2] += sign * fraction(body, text);
    }
  });
  if (Math.abs(determinant(rotation)) !== 1) throw invalidOperation(text);
  const [u, v, w] = translation;
  return { rotation, translation: [snap(u), snap(v), snap(w)] };
}

function fraction(body: string, text: string): number {
  const match = /^(\d*\.?\d+|\d+\.)(?:\/(\d+))?$/.exec(body);
  const value = match ? Number(match[1]) / Number(match[2] ?? 1) : NaN;
  if (!Number.isFinite(value)) throw invalidOperation(text);
  return value;
}

function invalidOperation(text: string): Error {
  return new Error(
    `invalid symmetry operation: “${text}”; must be three sums of x, y, z and fractions, such as "-y,x-y,z+1/3"`
  );
}

/** Into [0, 1), on the grid of 1/24 where it is close to it. */
function snap(value: number): number {
  const whole = Math.round(value * grain);
  const snapped = Math.abs(value - whole / grain) < 0.002 ? whole / grain : value;
  const inside = snapped - Math.floor(snapped);
  return inside > 1 - 1e-9 ? 0 : inside;
}

function determinant(r: readonly number[]): number {
  const [a, b, c, d, e, f, g, h, i] = r;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** The operation that does `second` and then `first`: W = W₁ W₂, w = W₁ w₂ + w₁. */
export function compose(first: SymmetryOperation, second: SymmetryOperation): SymmetryOperation {
  const rotation = new Array<number>(9).fill(0);
  for (let i = 0; i < 3; ++i)
    for (let j = 0; j < 3; ++j)
      for (let k = 0; k < 3; ++k)
        rotation[3 * i + j] = rotation[3 * i + j] + first.rotation[3 * i + k] * second.rotation[3 * k + j];
  const [u, v, w] = applyOperation(first, ...second.translation);
  return { rotation, translation: [snap(u), snap(v), snap(w)] };
}

/** The image of a point, fractional coordinates, not brought back into the cell. */
export function applyOperation(
  { rotation: r, translation: t }: SymmetryOperation,
  x: number,
  y: number,
  z: number
): [number, number, number] {
  const row = (i: 0 | 1 | 2) => r[3 * i] * x + r[3 * i + 1] * y + r[3 * i + 2] * z + t[i];
  return [row(0), row(1), row(2)];
}

/** A word that is the same for equal operations. */
export function operationKey({ rotation, translation }: SymmetryOperation): string {
  return `${rotation.join()}|${translation.map((t) => Math.round(t * 1e4) % 1e4).join()}`;
}

/**
 * All products of the generators, the identity first.
 * @throws where there are more than 192, the most that a space group has in its cell: the generators then are of no group
 */
export function closeUnder(generators: readonly SymmetryOperation[]): SymmetryOperation[] {
  const identity = parseOperation("x,y,z");
  const found = new Map([[operationKey(identity), identity]]);
  const list = [identity];
  for (let k = 0; k < list.length; ++k)
    for (const generator of generators) {
      const product = compose(generator, list[k]);
      const key = operationKey(product);
      if (found.has(key)) continue;
      found.set(key, product);
      list.push(product);
      if (list.length > 192)
        throw new Error(
          "invalid symmetry operations: their products are more than the 192 that a space group can have; check the translations"
        );
    }
  return list;
}

/** As a CIF writes it: "-y,x-y,z+1/3". */
export function formatOperation({ rotation, translation }: SymmetryOperation): string {
  return [0, 1, 2]
    .map((row) => {
      let text = "";
      for (let k = 0; k < 3; ++k) {
        const factor = rotation[3 * row + k];
        if (factor) text += `${factor < 0 ? "-" : text ? "+" : ""}${axes.charAt(k)}`;
      }
      const t = translation[row];
      return t ? `${text}+${asFraction(t)}` : text;
    })
    .join(",");
}

function asFraction(t: number): string {
  for (const denominator of [2, 3, 4, 6, 8, 12, 24]) {
    const numerator = Math.round(t * denominator);
    if (Math.abs(t - numerator / denominator) < 1e-9) return `${numerator}/${denominator}`;
  }
  return t.toString();
}

const centrings: Record<string, readonly string[]> = {
  P: [],
  C: ["x+1/2,y+1/2,z"],
  I: ["x+1/2,y+1/2,z+1/2"],
  F: ["x,y+1/2,z+1/2", "x+1/2,y,z+1/2"],
  // obverse setting on hexagonal axes
  R: ["x+2/3,y+1/3,z+1/3"]
};

const inversion = "-x,-y,-z";
const cubic = ["-x,-y,z", "-x,y,-z", "z,x,y", "y,x,-z", inversion];
const trigonal = ["-y,x-y,z", "y,x,-z", inversion];

/** symbol → number, generators besides the centring that the first letter names, other ways to write the symbol */
const known: Record<string, [number: number, generators: readonly string[], also?: readonly string[]]> = {
  P1: [1, []],
  "P-1": [2, [inversion]],
  "C2/m": [12, ["-x,y,-z", inversion], ["C12/m1"]],
  "P2_1/c": [14, ["-x,y+1/2,-z+1/2", inversion], ["P12_1/c1"]],
  Pnma: [62, ["-x+1/2,-y,z+1/2", "-x,y+1/2,-z", inversion]],
  "I4_1/amd": [
    141,
    ["-y+1/4,x+3/4,z+1/4", "-x+1/2,y,-z+1/2", inversion],
    ["I4_1/amd:2", "I4_1/amdZ", "I4_1/amdS"]
  ],
  "P-3m1": [164, trigonal],
  "R-3m": [166, trigonal, ["R-3m:H", "R-3mH"]],
  "R-3c": [167, ["-y,x-y,z", "y,x,-z+1/2", inversion], ["R-3c:H", "R-3cH"]],
  "P6_3/mmc": [194, ["-y,x-y,z", "-x,-y,z+1/2", "y,x,-z", inversion]],
  "Pm-3m": [221, cubic],
  "Fm-3m": [225, cubic],
  "Fd-3m:1": [
    227,
    ["-x,-y+1/2,z+1/2", "-x+1/2,y+1/2,-z", "z,x,y", "y+3/4,x+1/4,-z+3/4", "-x+1/4,-y+1/4,-z+1/4"],
    ["Fd-3mS"]
  ],
  "Fd-3m": [
    227,
    ["-x+3/4,-y+1/4,z+1/2", "-x+1/4,y+1/2,-z+3/4", "z,x,y", "y+3/4,x+1/4,-z+1/2", inversion],
    ["Fd-3m:2", "Fd-3mZ"]
  ],
  "Im-3m": [229, cubic]
};

/** Symbols of the groups that are known by name. */
export const knownSpaceGroups = Object.keys(known);

const plain = (symbol: string) => symbol.replace(/[\s_'"]/g, "").toLowerCase();
const byName = new Map<string, string>();
for (const [symbol, [, , also = []]] of Object.entries(known)) {
  for (const name of [symbol, ...also]) byName.set(plain(name), symbol);
  // the cubic groups were written m3m before 1992
  if (symbol.includes("-3m") && /^[PFI]/.test(symbol) && symbol !== "P-3m1")
    byName.set(plain(symbol.replace("-3m", "3m")), symbol);
}

/**
 * A space group by its Hermann–Mauguin symbol, with or without spaces and underscores: "R-3m" and "R -3 m :H" are the
 * same. R groups are on hexagonal axes; Fd-3m has the origin at the inversion centre (choice 2) unless ":1" says otherwise.
 * @throws where the group is not among `knownSpaceGroups`
 */
export function spaceGroup(symbol: string): SpaceGroup {
  const name = byName.get(plain(symbol));
  const entry = name === undefined ? undefined : known[name];
  if (name === undefined || entry === undefined)
    throw new Error(
      `unknown space group: “${symbol}”; known by name are ${knownSpaceGroups.join(", ")}: for another give a CIF that lists its symmetry operations`
    );
  const [number, generators] = entry;
  const centring = centrings[name.charAt(0)] ?? [];
  return {
    symbol: name,
    number,
    operations: closeUnder([...generators, ...centring].map(parseOperation))
  };
}
