import { expect, it } from "vitest";
import {
  componentsTable,
  curvesTable,
  mapsTable,
  pixelTable
} from "../../../src/components/oxidation/shown-tables.js";
import { csv } from "../../../src/components/csv.js";
import { edgeElements } from "../../../src/science/xanes/windows.js";

const grid = { nx: 2, ny: 2, pixel: 20 };
// [x][y]: outside, zone 1, zone 1, zone 5
const zones = Uint8Array.of(0, 1, 1, 5);

it("pixels of a map are those of the particle, with their places and no value where there is none", () => {
  const map = { name: "pull", values: Float32Array.of(9, 1, NaN, 3) };
  expect(
    csv(pixelTable("maps", grid, zones, [map]))
      .trim()
      .split("\r\n")
  ).toEqual(["x [nm],y [nm],zone,pull", "10,30,1,1", "30,10,1,", "30,30,5,3"]);
});

it("maps of a state have each element's valence, truth, errors and the shares of its states", () => {
  const of = (value: number) => new Float32Array(4).fill(value);
  const elements = edgeElements.map((element, k) => ({
    ...{ element, valence: of(k), truth: of(k), error: of(0.1), pull: of(0), chi2: of(1) },
    shares: [of(0.5), of(0.25), of(0.25)].slice(0, element === "O" ? 2 : 3)
  }));
  const { columns } = mapsTable("maps", grid, { elements, zones });
  expect(columns).toHaveLength(3 + 4 * 5 + 3 * 3 + 2);
  expect(columns.map(({ name }) => name)).toContain("share_Mn4+");
  expect(Array.from(columns.find(({ name }) => name === "Ni_valence")?.values ?? [])).toEqual([3, 3, 3]);
});

it("curves stand one below the other, with units where they have any", () => {
  const curves = [1, 2].map((n) => ({
    of: { state: `s${n}`, half_height: 600 + n },
    energies: [500, 501],
    values: Float64Array.of(n, NaN)
  }));
  const table = curvesTable("edges", curves, { name: "absorption", description: "" }, { half_height: "eV" });
  expect(csv(table).trim().split("\r\n")).toEqual([
    "state,half_height [eV],photon_energy [eV],absorption",
    "s1,601,500,1",
    "s1,601,501,",
    "s2,602,500,2",
    "s2,602,501,"
  ]);
});

it("components are as many as are shown, each with its variance and its own loadings", () => {
  const loadings = Float64Array.of(0.6, 0.8, 0.8, -0.6);
  const pca = {
    ...{ mean: new Float64Array(2), variances: Float64Array.of(4, 1), loadings },
    ...{ indicator: Float64Array.of(1), components: 1 }
  };
  expect(
    csv(componentsTable("pca", pca, [640, 641]))
      .trim()
      .split("\r\n")
      .slice(1)
  ).toEqual(["1,4,640,0.6", "1,4,641,0.8", "2,1,640,0.8", "2,1,641,-0.6"]);
  expect(
    csv(componentsTable("pca", pca, [640, 641], 1))
      .trim()
      .split("\r\n")
  ).toHaveLength(3);
});
