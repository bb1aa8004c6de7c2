import { describe, expect, it } from "vitest";
import { layeredOxide, rockSalt, spinel } from "../../../src/science/material/structures.js";
import type { Crystal } from "../../../src/science/material/crystal.js";
import { latticeAtoms } from "../../../src/science/particle/lattice-models-atoms.js";
import {
  atomBlock,
  type BlockEdges,
  cubicEdges,
  layeredEdges
} from "../../../src/science/particle/lattice-models-cell.js";
import {
  type ProjectedColumns,
  projectedColumns
} from "../../../src/science/particle/lattice-models-columns.js";
import {
  displacementGradient,
  edgeDislocation,
  turnedPatch
} from "../../../src/science/particle/lattice-models-displacements.js";
import {
  distortedLattice,
  pristineLattice,
  surfaceLattice
} from "../../../src/science/particle/lattice-models.js";
import {
  projectedCell,
  species,
  transformationStrain
} from "../../../src/science/particle/lattice-models-sites.js";

const sorted = (values: string[]) => values.sort();

/** Columns of a crystal in a box that repeats, in units of column spacing and plane distance: "element x y atoms". */
function projected(crystal: Crystal, edges: BlockEdges, w: number, plane: number, mirror = false): string[] {
  const { size, atoms } = atomBlock(crystal, edges);
  // atoms of a full column are about 2.9 Å apart in all of them
  const layers = Math.round(size[2] / 2.9);
  const across = Math.round(size[0] / w);
  const sums = new Map<string, number>();
  for (const { x, y, element, occupancy } of atoms) {
    const turned = (((mirror ? -x / w + 1 : x / w) % across) + across) % across;
    const metal = ["Mn", "Co", "Ni"].includes(element) ? "M" : element;
    const key = `${metal} ${(turned % across).toFixed(2)} ${(y / plane).toFixed(2)}`.replace(
      `${across.toFixed(2)} `,
      "0.00 "
    );
    sums.set(key, (sums.get(key) ?? 0) + occupancy / layers);
  }
  return sorted([...sums].filter(([, v]) => v > 1e-6).map(([key, v]) => `${key} ${v.toFixed(2)}`));
}

/** The same of a scene of one phase, as many planes and columns. */
function built(phase: 0 | 1 | 2, across: number, planes: number): string[] {
  const { w, d, a } = projectedCell();
  const columns = projectedColumns({
    width: across * w,
    height: (planes * d) / 2,
    thickness: 100 * a,
    phase: () => phase
  });
  const all: string[] = [];
  for (let i = 0; i < columns.count; ++i) {
    const [x, y] = [columns.x[i] / w, columns.y[i] / (d / 2)];
    if (x < -1e-6 || y < -1e-6 || x > across - 1e-6 || y > planes - 1e-6) continue;
    const at = (k: number) => columns.atoms[species.length * i + k] / 100;
    const place = `${Math.abs(x).toFixed(2)} ${Math.abs(y).toFixed(2)}`;
    for (const [name, value] of [
      ["M", at(2) + at(3) + at(4)],
      ["Li", at(0)],
      ["O", at(1)]
    ] as const)
      if (value > 1e-6) all.push(`${name} ${place} ${value.toFixed(2)}`);
  }
  return sorted(all);
}

describe("columns of the three structures", () => {
  it("are those of the layered oxide along [010]", () => {
    const { w, d } = projectedCell();
    expect(built(0, 2, 6)).toEqual(projected(layeredOxide(), layeredEdges, w, d / 2));
  });

  it("are those of spinel along ⟨110⟩, with oxygen at its ideal height", () => {
    const ideal = spinel({ u: 0.25 });
    const { a } = ideal.cell;
    expect(built(1, 8, 6)).toEqual(
      projected(ideal, cubicEdges, (a * Math.sqrt(6)) / 8, (a * Math.sqrt(3)) / 6, true)
    );
  });

  it("are those of rock salt along ⟨110⟩, with cations in all planes", () => {
    const crystal = rockSalt();
    const { a } = crystal.cell;
    const own = built(2, 4, 3);
    const peer = projected(crystal, cubicEdges, (a * Math.sqrt(6)) / 4, a / Math.sqrt(3), true);
    const cations = (all: string[]) => all.filter((row) => row.startsWith("M"));
    expect(cations(own)).toHaveLength(12);
    expect(cations(own)).toHaveLength(cations(peer).length);
    expect(own.length).toBe(peer.length);
  });

  it("fit each other to 3 %: spinel by 1.7 and rock salt by 2.8 % wider along the layers", () => {
    expect(transformationStrain(1)).toBeCloseTo(0.0174, 3);
    expect(transformationStrain(2)).toBeCloseTo(0.0285, 3);
  });
});

describe("lamellae", () => {
  const field = { width: 100, height: 100 };
  const total = ({ atoms }: ProjectedColumns, k: number) => {
    let sum = 0;
    for (let i = k; i < atoms.length; i += species.length) sum += atoms[i];
    return sum;
  };

  it("keep the composition of the compound", () => {
    const { w, d } = projectedCell();
    const sample = pristineLattice({ width: 40 * w, height: 21 * d });
    const oxygen = total(sample, 1) / 2;
    expect(total(sample, 0) / oxygen).toBeCloseTo(1.2, 1);
    expect(total(sample, 2) / oxygen).toBeCloseTo(0.56, 1);
    expect(total(sample, 4) / oxygen).toBeCloseTo(0.16, 1);
  });

  it("have the surface in order, voids in the layers, and less metal where it is said", () => {
    const slow = surfaceLattice(field);
    const first = [2, 1, 0].map((phase) =>
      Math.min(...Array.from(slow.x.filter((_, i) => slow.phase[i] === phase)))
    );
    expect(first[0]).toBeLessThan(first[1]);
    expect(first[1]).toBeLessThan(first[2]);
    expect(slow.domain.filter((domain) => domain === 3).length).toBeGreaterThan(50);
    const fast = distortedLattice(field, { deficit: 0.4, twist: 0, bendAmplitude: 0 });
    const metal = (i: number) => fast.atoms[5 * i + 2] + fast.atoms[5 * i + 3] + fast.atoms[5 * i + 4];
    const mean = (domain: number) => {
      const all = Array.from(fast.kind.keys()).filter((i) => fast.kind[i] === 0 && fast.domain[i] === domain);
      return all.reduce((sum, i) => sum + metal(i), 0) / all.length;
    };
    expect(mean(1) / mean(0)).toBeCloseTo(0.6, 5);
  });

  it("are refused without size", () => {
    expect(() => pristineLattice({ width: 0, height: 9 })).toThrow(
      "invalid width of the lamella: 0 Å; must be above 0"
    );
    expect(() => pristineLattice({ width: 1e5, height: 1e5 })).toThrow("must be below a million");
  });

  it("become atoms in three dimensions with the same composition and seed", () => {
    const sample = pristineLattice(field);
    const [one, two] = [1, 1].map((seed) => latticeAtoms(sample, [20, 20, 60, 60], 40, seed));
    expect(one.species).toEqual(two.species);
    const share = (k: number) => one.species.filter((s) => s === k).length / one.count;
    // of 4 atoms a formula unit; a standard deviation is 0.008
    expect(share(1)).toBeCloseTo(0.5, 1);
    expect(Math.abs(share(2) - 0.14)).toBeLessThan(0.03);
  });
});

describe("displacement fields", () => {
  it("turn by the angle at the centre of a patch", () => {
    const [xx, xy, yx] = displacementGradient(turnedPatch(0.1, 5, 5, 20), 5, 5);
    expect((yx - xy) / 2).toBeCloseTo(Math.sin(0.1), 6);
    expect(xx).toBeCloseTo(Math.cos(0.1) - 1, 6);
  });

  it("close around an edge dislocation but for its Burgers vector", () => {
    const field = edgeDislocation(2.5, 0, 0);
    let [bx, by] = [0, 0];
    const steps = 4000;
    for (let k = 0; k < steps; ++k) {
      const [a, b] = [k, k + 1].map((i) => -Math.PI + 1e-9 + ((2 * Math.PI - 2e-9) * i) / steps);
      const [p, q] = [a, b].map((angle) => field(10 * Math.cos(angle), 10 * Math.sin(angle)));
      bx += q[0] - p[0];
      by += q[1] - p[1];
    }
    expect(bx).toBeCloseTo(2.5, 6);
    expect(by).toBeCloseTo(0, 6);
  });
});
