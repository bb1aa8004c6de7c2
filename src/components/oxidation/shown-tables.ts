// What a reader takes away from the figures of this folder: the arrays that are drawn, as columns with their units.
import type { PrincipalComponents } from "../../science/numerics/principal-components.js";
import type { Column, Columns } from "../csv.js";
import type { MapGrid } from "../xanes/map-grid.js";
import type { FitAnswer } from "./live-request.js";
import { speciesOf } from "./map-layers.js";

/** No value where there is no number: outside a fit, or before errors are computed. */
const orNothing = (value: number) => (Number.isFinite(value) ? value : null);

/** The pixels inside the particle with their places. @param maps `[x][y]`, as those of the grid */
export function pixelTable(
  name: string,
  { nx, ny, pixel }: MapGrid,
  zones: Uint8Array,
  maps: readonly (Omit<Column, "values"> & { values: ArrayLike<number> })[] = []
): Columns {
  const inside = Array.from({ length: nx * ny }, (_, p) => p).filter((p) => zones[p] > 0);
  const place = (index: number) => +((index + 0.5) * pixel).toFixed(3);
  return {
    name,
    columns: [
      {
        ...{ name: "x", unit: "nm", description: "middle of the pixel, to the right" },
        values: inside.map((p) => place(Math.floor(p / ny)))
      },
      {
        ...{ name: "y", unit: "nm", description: "middle of the pixel, downwards" },
        values: inside.map((p) => place(p % ny))
      },
      {
        ...{ name: "zone", description: "1 at the surface to 5 at the centre" },
        values: inside.map((p) => zones[p])
      },
      ...maps.map(({ values, ...own }) => ({ ...own, values: inside.map((p) => orNothing(values[p])) }))
    ]
  };
}

/** The maps of a state, element by element. */
export function mapsTable(
  name: string,
  grid: MapGrid,
  { elements, zones }: Pick<FitAnswer, "elements" | "zones">
): Columns {
  const maps = elements.flatMap(({ element, valence, truth, error, pull, chi2, shares }) => [
    { name: `${element}_valence`, description: "valence found", values: valence },
    { name: `${element}_true_valence`, description: "mean of the sample along the beam", values: truth },
    { name: `${element}_standard_error`, description: "of the valence, from the counts", values: error },
    { name: `${element}_pull`, description: "found − true over the standard error", values: pull },
    { name: `${element}_reduced_chi2`, description: "of the fit", values: chi2 },
    ...speciesOf(element).map(({ id, label }, k) => ({
      ...{ name: `share_${id}`, description: `share of ${label}`, values: shares[k] }
    }))
  ]);
  return pixelTable(name, grid, zones, maps);
}

export interface Curve {
  /** what it is a curve of, by column */
  of: Readonly<Record<string, string | number>>;
  energies: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** Curves over the photon energy, one below the other. @param value name and meaning of what is drawn */
export function curvesTable(
  name: string,
  curves: readonly Curve[],
  value: { name: string; description: string },
  units: Readonly<Record<string, string>> = {}
): Columns {
  const points = curves.flatMap(({ of, energies, values }) =>
    Array.from(energies, (energy, e) => ({ of, energy, value: values[e] }))
  );
  return {
    name,
    columns: [
      ...Object.keys(curves[0]?.of ?? {}).map((column) => ({
        ...{ name: column, unit: units[column] ?? "", values: points.map(({ of }) => of[column]) }
      })),
      { name: "photon_energy", unit: "eV", values: points.map(({ energy }) => energy) },
      { ...value, unit: "", values: points.map((point) => orNothing(point.value)) }
    ]
  };
}

/** The first principal components: variance and curve of each. */
export function componentsTable(
  name: string,
  { variances, loadings }: PrincipalComponents,
  energies: ArrayLike<number>,
  most = 15
): Columns {
  const curves = Array.from({ length: Math.min(most, variances.length) }, (_, k) => ({
    of: { component: k + 1, variance: variances[k] },
    energies,
    values: loadings.subarray(k * energies.length, (k + 1) * energies.length)
  }));
  return curvesTable(name, curves, {
    name: "loading",
    description: "the component as a curve, of length one"
  });
}
