// The maps of a state as layers of the viewer, from the page's file or from a fit in the worker.
import { species } from "../../science/material/xanes-lines.js";
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";
import { valuesOf, type PackedFile } from "../packed-arrays.js";
import { mapElements, type MapGrid, type MapLayer } from "../xanes/map-grid.js";
import type { FitAnswer, FittedElement } from "./live-request.js";

/** Valences that the colours span. */
export const valenceDomains: Record<EdgeElement, readonly [number, number]> = {
  Mn: [3, 4],
  Co: [2.8, 4],
  Ni: [2, 4],
  O: [-2, -1.4]
};

export const shareNames = ["share of the lowest", "share of the middle", "share of the highest"] as const;
export const speciesOf = (element: EdgeElement) => species.filter((each) => each.element === element);

export function gridOf(file: PackedFile): MapGrid {
  const [nx, ny] = file.array("zones").shape;
  return { nx, ny, pixel: Number(file.facts["pixel_nm"]) };
}

/** What a file holds, in the form in which the worker answers. */
export function fittedOf(file: PackedFile): Pick<FitAnswer, "elements" | "zones"> {
  const elements = edgeElements.map((element): FittedElement => {
    const of = (name: string) => valuesOf(file.array(`${element} ${name}`));
    return {
      element,
      valence: of("valence"),
      truth: of("truth"),
      error: of("error"),
      pull: of("pull"),
      chi2: of("chi2"),
      shares: speciesOf(element).map(({ id }) => of(`share ${id}`))
    };
  });
  return { elements, zones: file.array("zones").bytes };
}

export const valenceLayer = (
  element: EdgeElement,
  values: Float32Array,
  name = "valence found"
): MapLayer => ({
  element,
  name,
  values,
  domain: valenceDomains[element]
});

export function layersOf(elements: readonly FittedElement[]): MapLayer[] {
  // the metals first: they have all three shares, so that the names come in order
  const inOrder = [...elements].sort(
    (a, b) => mapElements.indexOf(a.element) - mapElements.indexOf(b.element)
  );
  return inOrder.flatMap(({ element, valence, truth, error, pull, chi2, shares }): MapLayer[] => {
    const off = valence.map((v, p) => v - truth[p]);
    const own = speciesOf(element);
    // oxygen has two species: the lattice is its lowest, what is oxidised its highest
    const names = own.length === 2 ? [shareNames[0], shareNames[2]] : shareNames;
    return [
      valenceLayer(element, valence),
      valenceLayer(element, truth, "true valence"),
      { element, name: "found − true", values: off, domain: [-0.15, 0.15], signed: true },
      { element, name: "standard error", values: error, domain: [0, 0.06] },
      { element, name: "pull", label: "(found − true)/error", values: pull, domain: [-6, 6], signed: true },
      { element, name: "reduced χ²", values: chi2, domain: [0, 4] },
      ...shares.map((values, k): MapLayer => ({
        ...{ element, name: names[k], label: `share of ${own[k].label}`, values },
        domain: [0, 1]
      }))
    ];
  });
}
