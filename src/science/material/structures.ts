// The structures that the study meets: the layered oxide, its honeycomb relative Li2MnO3, the spinel and the rock salt of
// degraded surfaces. Lengths in Å, B in Å². Where a number is from memory of refinements of similar compounds and not from
// the study, it says "typical": the study prints no structure parameters of the layered oxide beyond its composition.

import { composition, pristineCell } from "./composition.js";
import type { Cell, Crystal, Site } from "./crystal.js";
import { spaceGroup } from "./symmetry.js";

/** What may change in the layered oxide as it is charged and degrades; occupancies are shares of the positions. */
export interface LayeredOxideOptions {
  /** Å, default 2.853: typical */
  a?: number;
  /** Å, default 14.24: typical */
  c?: number;
  /** height of oxygen, default 0.2585: gives metal–oxygen 1.96 and lithium–oxygen 2.10 Å, typical */
  z?: number;
  /** Li on the octahedral sites 3b of the lithium layer, default 1 − mixing */
  lithiumOct?: number;
  /** Li on the tetrahedral sites 6c of the lithium layer (two per formula unit), default 0 */
  lithiumTet?: number;
  /** height of those sites, default 0.128: between three oxygen of one layer and one of the next; an estimate */
  zTet?: number;
  /** Li in the metal layer 3a, default 0.2 + mixing */
  lithiumInMetalLayer?: number;
  /** O on 6c, default 1 */
  oxygen?: number;
  /** Ni on 3b in exchange for Li on 3a, default 0.03: typical, 2 to 4 % */
  mixing?: number;
  /** Å², default 1.0: typical */
  bLithium?: number;
  /** Å², default 0.4: typical, 0.3 to 0.5 */
  bMetal?: number;
  /** Å², default 0.9: typical, 0.8 to 1.0 */
  bOxygen?: number;
  name?: string;
}

/**
 * Li1.2Mn0.56Ni0.16Co0.08O2 in R-3m on hexagonal axes, three formula units in the cell: metals on 3a, lithium on 3b,
 * oxygen on 6c. The honeycomb order of Li in the metal layer is averaged over: see `lithiumManganite` for it.
 * @throws where an occupancy is outside 0 … 1, or a position holds more than one atom
 */
export function layeredOxide(options: LayeredOxideOptions = {}): Crystal {
  const { a = pristineCell.a, c = pristineCell.c, z = 0.2585, zTet = 0.128, mixing = 0.03 } = options;
  const { lithiumTet = 0, oxygen = 1, bLithium = 1, bMetal = 0.4, bOxygen = 0.9 } = options;
  const lithiumOct = options.lithiumOct ?? 1 - mixing;
  const lithiumInMetalLayer = options.lithiumInMetalLayer ?? composition.Li - 1 + mixing;
  const sites = [
    site("Mn1", "Mn", [0, 0, 0], composition.Mn, bMetal),
    site("Ni1", "Ni", [0, 0, 0], composition.Ni - mixing, bMetal),
    site("Co1", "Co", [0, 0, 0], composition.Co, bMetal),
    site("Li1", "Li", [0, 0, 0], lithiumInMetalLayer, bMetal),
    site("Li2", "Li", [0, 0, 0.5], lithiumOct, bLithium),
    site("Ni2", "Ni", [0, 0, 0.5], mixing, bLithium),
    site("Li3", "Li", [0, 0, zTet], lithiumTet, bLithium),
    site("O1", "O", [0, 0, z], oxygen, bOxygen)
  ];
  for (const height of [0, 0.5]) {
    const sum = sites.reduce((total, s) => (s.z === height ? total + s.occupancy : total), 0);
    if (sum > 1 + 1e-9)
      throw new Error(
        `invalid occupancies of the ${height ? "lithium" : "metal"} layer: their sum is ${sum.toFixed(4)}; must not exceed 1`
      );
  }
  return crystal(options.name ?? "layered oxide Li1.2Mn0.56Ni0.16Co0.08O2", "R-3m", hexagonal(a, c), sites);
}

/** Li2MnO3 in C2/m: Li and Mn in the metal layer ordered as a honeycomb. Cell and coordinates as in ICSD 83848, from memory. */
export function lithiumManganite({
  a = 4.937,
  b = 8.532,
  c = 5.03,
  beta = 109.46
}: Partial<Cell> = {}): Crystal {
  return crystal("lithium manganite Li2MnO3", "C2/m", { a, b, c, alpha: 90, beta, gamma: 90 }, [
    site("Mn1", "Mn", [0, 0.167, 0], 1, 0.4),
    site("Li1", "Li", [0, 0.5, 0], 1, 1),
    site("Li2", "Li", [0, 0, 0.5], 1, 1),
    // the site's height is not in our notes: two thirds is that of the ideal stacking
    site("Li3", "Li", [0, 0.6667, 0.5], 1, 1),
    site("O1", "O", [0.219, 0, 0.227], 1, 0.9),
    site("O2", "O", [0.254, 0.321, 0.223], 1, 0.9)
  ]);
}

/**
 * Spinel LiMn2O4, Fd-3m with the origin at the inversion centre; a = 8.21 Å: Woodley et al. 2000 (abstract).
 * @param options u: height of oxygen, default 0.2630, typical; lithium: occupancy of 8a
 */
export function spinel({ a = 8.21, u = 0.263, lithium = 1 } = {}): Crystal {
  return crystal("spinel LiMn2O4", "Fd-3m", cube(a), [
    site("Li1", "Li", [0.125, 0.125, 0.125], lithium, 1),
    site("Mn1", "Mn", [0.5, 0.5, 0.5], 1, 0.4),
    site("O1", "O", [u, u, u], 1, 0.9)
  ]);
}

/**
 * Rock salt of a degraded surface, Fm-3m, one kind of cation site.
 * @param options a: default 4.15 Å, typical of mixed surfaces (4.1 to 4.2; NiO 4.177, MnO 4.445);
 * metals: shares of the cation sites, default those of the compound's metals, 7 : 2 : 1
 */
export function rockSalt({
  a = 4.15,
  metals = { Mn: 0.7, Ni: 0.2, Co: 0.1 }
}: { a?: number; metals?: Record<string, number> } = {}): Crystal {
  return crystal("rock salt", "Fm-3m", cube(a), [
    ...Object.entries(metals).map(([element, share]) => site(`${element}1`, element, [0, 0, 0], share, 0.4)),
    site("O1", "O", [0.5, 0.5, 0.5], 1, 0.9)
  ]);
}

/** A hexagonal cell, Å. */
export const hexagonal = (a: number, c: number): Cell => ({ a, b: a, c, alpha: 90, beta: 90, gamma: 120 });
/** A cubic cell, Å. */
export const cube = (a: number): Cell => ({ a, b: a, c: a, alpha: 90, beta: 90, gamma: 90 });

function site(
  label: string,
  element: string,
  [x, y, z]: [number, number, number],
  occupancy: number,
  bIso: number
): Site {
  // differences such as 0.16 − 0.16 may leave −1e-17
  const share = Math.abs(occupancy) < 1e-12 ? 0 : occupancy;
  if (!(share >= 0 && share <= 1))
    throw new Error(`invalid occupancy of ${label}: ${occupancy}; must be from 0 to 1`);
  return { label, element, x, y, z, occupancy: share, bIso };
}

function crystal(name: string, symbol: string, cell: Cell, sites: Site[]): Crystal {
  const { symbol: spaceGroupSymbol, operations } = spaceGroup(symbol);
  return { name, spaceGroup: spaceGroupSymbol, operations, cell, sites };
}
