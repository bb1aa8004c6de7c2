// What a beam meets on its way: ∫ c_e ds of every element at every tilt, mol/m².

import { projector } from "../numerics/projector.js";
import { type Fragment, type FragmentElement, fragmentElements } from "../particle/fragment.js";
import type { TaskOptions } from "../task.js";

/** mol/m², [tilt][x][y], columns and rows of a voxel's width. @param tilts rad */
export function projectedDensities(
  { size, voxel, densities }: Fragment,
  tilts: Float64Array,
  { signal, onProgress }: TaskOptions = {}
): Record<FragmentElement, Float32Array> {
  const { project } = projector({ size, slices: size, tilts });
  const along = (element: FragmentElement) => {
    signal?.throwIfAborted();
    onProgress?.(fragmentElements.indexOf(element) / fragmentElements.length, `projecting ${element}`);
    const paths = project(densities[element]);
    for (let i = 0; i < paths.length; ++i) paths[i] *= voxel;
    return paths;
  };
  return { Li: along("Li"), O: along("O"), Mn: along("Mn"), Co: along("Co"), Ni: along("Ni") };
}
