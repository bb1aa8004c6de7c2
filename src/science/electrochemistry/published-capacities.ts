// First cycles of like materials, as published: the study prints no capacity, so its curves can be held against these only.

export interface PublishedCell {
  material: string;
  /** C; null where it is not stated */
  rate: number | null;
  /** first charge and discharge, mAh/g; null where not given */
  charge: number | null;
  discharge: number | null;
  /** first-cycle coulombic efficiency */
  efficiency: number | null;
  window: string;
  source: string;
  /** how it was read */
  status: "abstract" | "digitised" | "second-hand" | "general knowledge";
  /** a bound instead of one cell: most discharge capacity, mAh/g; no discharge that somebody measured */
  upTo?: number;
  /** a range instead of one cell: least and most discharge capacity, mAh/g, and efficiency */
  range?: { discharge?: readonly [number, number]; efficiency?: readonly [number, number] };
}

export const publishedCells: readonly PublishedCell[] = [
  {
    material: "Li-rich layered oxide, nanofibres",
    ...{ rate: 1, charge: null, discharge: 263.7, efficiency: 0.835, window: "not read" },
    source: "Ma et al., Sci. Rep. 5 (2015) 11257",
    status: "abstract"
  },
  {
    material: "Li-rich layered oxide",
    ...{ rate: null, charge: null, discharge: 259.84, efficiency: 0.8145, window: "not read" },
    source: "Karunawan et al., Batteries 2022, 1, 31",
    status: "abstract"
  },
  {
    material: "Li-rich layered oxide whose curve is the shape used here",
    ...{ rate: null, charge: 280, discharge: 233.7, efficiency: 0.835, window: "2.5–4.7 V" },
    source: "Kim et al., Energy Environ. Sci. 2025, doi:10.1039/D4EE05222F",
    status: "digitised"
  },
  {
    material: "Li1.2Ni0.13Co0.17Mn0.49O2, liquid electrolyte",
    ...{ rate: 0.1, charge: null, discharge: 260.9, efficiency: null, window: "2.0–4.8 V" },
    source: "Du et al., ACS Energy Lett. 7 (2022) 3006",
    status: "second-hand"
  },
  {
    material: "Li-rich layered oxides in general",
    ...{ rate: null, charge: null, discharge: null, efficiency: null, window: "not read" },
    source: "Nat. Commun. 2020, s41467-020-14927-4, introduction: up to 300 mAh/g",
    status: "abstract",
    upTo: 300
  },
  {
    material: "Li-rich layered oxides at 10 C",
    ...{ rate: 10, charge: null, discharge: null, efficiency: null, window: "not stated" },
    source: "no document: what is commonly said, unverified",
    status: "general knowledge",
    range: { discharge: [80, 130] }
  },
  {
    material: "Li-rich layered oxides, first-cycle efficiency",
    ...{ rate: null, charge: null, discharge: null, efficiency: null, window: "not stated" },
    source: "no document: what is commonly said, unverified",
    status: "general knowledge",
    range: { efficiency: [0.75, 0.85] }
  }
];

/** Range of first discharges at a slow rate over the cells that were read somewhere, mAh/g. */
export function publishedRange(): { discharge: [number, number]; efficiency: [number, number] } {
  const read = publishedCells.filter(({ status, rate }) => status !== "general knowledge" && rate !== 10);
  const span = (values: (number | null)[]): [number, number] => {
    const given = values.filter((v) => v !== null);
    return [Math.min(...given), Math.max(...given)];
  };
  return { discharge: span(read.map((c) => c.discharge)), efficiency: span(read.map((c) => c.efficiency)) };
}
