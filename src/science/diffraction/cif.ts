// Crystal structures from and to CIF: cell, symmetry (the operations that the file lists, else its space group by name),
// atom sites with occupancy and B, or U by B = 8π²U. What refinement needs and no more.

import type { Cell, Crystal, Site } from "../material/crystal.js";
import { cellVolume } from "../material/crystal.js";
import {
  closeUnder,
  formatOperation,
  operationKey,
  parseOperation,
  spaceGroup,
  type SymmetryOperation
} from "../material/symmetry.js";
import { type CifBlock, cifBlocks, type CifLoop, cifNumber, notGiven } from "./cif-items.js";
import type { CifWord } from "./cif-tokens.js";

const cellTags = {
  a: "_cell_length_a",
  b: "_cell_length_b",
  c: "_cell_length_c",
  alpha: "_cell_angle_alpha",
  beta: "_cell_angle_beta",
  gamma: "_cell_angle_gamma"
} as const satisfies Record<keyof Cell, string>;
const operationTags = ["_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz"];
const nameTags = ["_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m", "_space_group_name_h-m"];
const perU = 8 * Math.PI ** 2;

/**
 * The first structure of a file. B is 0 where a site gives neither B nor U, occupancy 1 where it gives none.
 * @throws with the line where the file is no CIF, has no cell, no atom coordinates, or symmetry that is not known
 */
export function readCif(text: string): Crystal {
  const blocks = cifBlocks(text);
  const block =
    blocks.find(({ items }) => Object.values(cellTags).some((tag) => items.has(tag))) ?? blocks[0];
  if (block === undefined) throw new Error("missing CIF: the file holds no words; choose another file");
  const cell = readCell(block);
  const { name, operations } = readSymmetry(block);
  const sites = readSites(block);
  return { name: block.name, spaceGroup: name, operations, cell, sites };
}

function readCell({ items, name }: CifBlock): Cell {
  const read = (key: keyof Cell) => {
    const word = items.get(cellTags[key]);
    if (word === undefined || notGiven(word))
      throw new Error(
        `missing cell: ${name ? `block ${name}` : "the file"} has no ${cellTags[key]}; a structure needs three lengths in Å and three angles in degrees`
      );
    return cifNumber(word, cellTags[key]);
  };
  const cell = {
    ...{ a: read("a"), b: read("b"), c: read("c") },
    ...{ alpha: read("alpha"), beta: read("beta"), gamma: read("gamma") }
  };
  // throws where these enclose no volume
  cellVolume(cell);
  return cell;
}

const loopWith = ({ loops }: CifBlock, tags: readonly string[]): [CifLoop, number] | undefined => {
  for (const loop of loops)
    for (const tag of tags) if (loop.tags.includes(tag)) return [loop, loop.tags.indexOf(tag)];
  return undefined;
};

function readSymmetry(block: CifBlock): { name: string; operations: SymmetryOperation[] } {
  const named = nameTags.map((tag) => block.items.get(tag)).find((word) => !notGiven(word));
  const listed = loopWith(block, operationTags);
  const single = operationTags.map((tag) => block.items.get(tag)).find((word) => !notGiven(word));
  const words = listed ? listed[0].rows.map((row) => row[listed[1]]) : single ? [single] : [];
  if (words.length > 0) {
    const operations = words.map((word) => atLine(word, () => parseOperation(word.text)));
    const keys = new Set(operations.map(operationKey));
    const closed = atLine(words[0], () => closeUnder(operations));
    if (closed.length !== keys.size)
      throw new Error(
        `invalid symmetry operations, line ${words[0].line}: ${keys.size} different ones are listed, but their products are ${closed.length}; list all of the group`
      );
    return { name: named?.text ?? "by its operations", operations: closed };
  }
  if (named === undefined)
    throw new Error(
      `missing symmetry: the file lists no operations (${operationTags[0]}) and names no space group (${nameTags[0]}); give one of them`
    );
  const group = atLine(named, () => spaceGroup(named.text));
  return { name: group.symbol, operations: group.operations };
}

/** Adds the line to a sentence "what: …". */
function atLine<T>(word: CifWord, of: () => T): T {
  try {
    return of();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(message.replace(":", `, line ${word.line}:`), { cause: error });
  }
}

function readSites(block: CifBlock): Site[] {
  const found = loopWith(block, ["_atom_site_fract_x", "_atom_site_label"]);
  if (!found)
    throw new Error("missing atom coordinates: the file has no loop of _atom_site_fract_x, _y, _z; give one");
  const [{ tags, rows, line }] = found;
  const column = (tag: string) => tags.indexOf(`_atom_site_${tag}`);
  const symbols = column("type_symbol") < 0 ? column("label") : column("type_symbol");
  if (symbols < 0)
    throw new Error(
      `missing elements, line ${line}: the atom sites have neither _atom_site_type_symbol nor _atom_site_label; give one`
    );
  return rows.map((row, k) => {
    const label = row[column("label")]?.text ?? `site ${k + 1}`;
    const number = (tag: string) => {
      const word = row[column(tag)] as CifWord | undefined;
      return word === undefined || notGiven(word) ? undefined : cifNumber(word, `_atom_site_${tag}`);
    };
    const coordinate = (tag: string) => {
      const value = number(tag);
      if (value === undefined)
        throw new Error(
          `missing atom coordinates, line ${row[0].line}: ${label} has no _atom_site_${tag}; give a fraction of the cell`
        );
      return value;
    };
    const occupancy = number("occupancy") ?? 1;
    // refined occupancies may lie a few standard errors below nought or above one
    if (!(occupancy >= -0.05 && occupancy <= 1.05))
      throw new Error(
        `invalid occupancy, line ${row[0].line}: ${occupancy} of ${label}; must be from 0 to 1, the share of its positions`
      );
    const u = number("u_iso_or_equiv");
    return {
      ...{ label, element: elementOf(row[symbols]) },
      ...{ x: coordinate("fract_x"), y: coordinate("fract_y"), z: coordinate("fract_z") },
      ...{ occupancy, bIso: number("b_iso_or_equiv") ?? (u === undefined ? 0 : u * perU) }
    };
  });
}

/** "Mn" of "Mn4+", "MN1" or "Mn". */
function elementOf({ text, line }: CifWord): string {
  const letters = /^[A-Za-z]{1,2}/.exec(text)?.[0];
  if (!letters)
    throw new Error(
      `invalid element, line ${line}: “${text}”; must begin with a chemical symbol, such as Mn or Mn4+`
    );
  return letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase();
}

export interface CifExtras {
  /** standard errors by parameter: a … gamma, LABEL.occupancy, .bIso, .x, .y, .z; only those above 0 are written */
  errors?: ReadonlyMap<string, number>;
  /** sentences before the data, a comment each */
  remarks?: readonly string[];
}

/**
 * The structure as a CIF with all its operations, so that any program reads it without a table of groups. A number with a
 * standard error is rounded to two digits of it, which follow in brackets: 0.9593(37).
 */
export function writeCif(
  { name, spaceGroup: symbol, operations, cell, sites }: Crystal,
  { errors = new Map(), remarks = [] }: CifExtras = {}
): string {
  const show = (value: number, parameter: string) => withError(value, errors.get(parameter) ?? 0);
  const lines = [
    ...remarks.map((remark) => `# ${remark.replace(/\s+/g, " ")}`),
    `data_${name.trim().replace(/\s+/g, "_") || "structure"}`,
    ...(Object.keys(cellTags) as (keyof Cell)[]).map((key) => `${cellTags[key]} ${show(cell[key], key)}`),
    `_space_group_name_H-M_alt '${symbol}'`,
    "loop_",
    operationTags[0],
    ...operations.map((operation) => `'${formatOperation(operation)}'`),
    "loop_",
    ...siteTags.map(([, tag]) => `_atom_site_${tag}`),
    ...sites.map((s) =>
      siteTags
        .map(([key]) =>
          key === "label" || key === "element"
            ? s[key].replace(/\s/g, "_")
            : show(s[key], `${s.label}.${key}`)
        )
        .join(" ")
    )
  ];
  return `${lines.join("\n")}\n`;
}

const siteTags = [
  ["label", "label"],
  ["element", "type_symbol"],
  ...(["x", "y", "z"] as const).map((axis) => [axis, `fract_${axis}`] as const),
  ["occupancy", "occupancy"],
  ["bIso", "B_iso_or_equiv"]
] as const satisfies readonly (readonly [keyof Site, string])[];

/** "0.9593(37)"; twelve digits where there is no error. */
function withError(value: number, error: number): string {
  if (!(error > 0 && error < Infinity)) return String(Number(value.toPrecision(12)));
  // more decimals than a double holds say nothing
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return `${value.toFixed(decimals)}(${Math.max(1, Math.round(error * 10 ** decimals))})`;
}
