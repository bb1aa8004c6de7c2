// Total variation of a volume u, [z][x][y], and one primal–dual step of it.
//   TV(u) = Σ_i |∇u|_i,   (∇u)_i = (u_{i+z} − u_i, u_{i+x} − u_i, u_{i+y} − u_i),
// a difference counts where both voxels lie in the support: neither the faces of the volume nor the surface of the
// support cost anything. Isotropic, as in Rudin, Osher & Fatemi, Physica D 60 (1992) 259,
// doi:10.1016/0167-2789(92)90242-F.

/** Which voxels may differ from zero, and which neighbours each is compared with. */
export interface Links {
  readonly shape: readonly [number, number, number];
  /** voxels of the support, in ascending order */
  readonly inside: Int32Array;
  /** 0 outside; inside 8, plus 4, 2, 1 if the next voxel along z, x, y is inside too */
  readonly mask: Uint8Array;
}

/** @param shape voxels along z, x, y @param support of that shape, 0 where the volume is zero; all of it unless given */
export function linksWithin(shape: readonly [number, number, number], support?: Uint8Array): Links {
  const [nz, nx, ny] = shape;
  const mask = new Uint8Array(nz * nx * ny);
  const inside: number[] = [];
  const isInside = (i: number) => !support || support[i] !== 0;
  for (let z = 0, i = 0; z < nz; ++z)
    for (let x = 0; x < nx; ++x)
      for (let y = 0; y < ny; ++y, ++i) {
        if (!isInside(i)) continue;
        inside.push(i);
        mask[i] =
          8 +
          (z + 1 < nz && isInside(i + nx * ny) ? 4 : 0) +
          (x + 1 < nx && isInside(i + ny) ? 2 : 0) +
          (y + 1 < ny && isInside(i + 1) ? 1 : 0);
      }
  return { shape, inside: Int32Array.from(inside), mask };
}

/** TV(u) of a volume. */
export function totalVariationOf(u: Float32Array, { shape: [, nx, ny], inside, mask }: Links): number {
  const plane = nx * ny;
  let sum = 0;
  for (const i of inside) {
    const links = mask[i];
    const dz = links & 4 ? u[i + plane] - u[i] : 0;
    const dx = links & 2 ? u[i + ny] - u[i] : 0;
    const dy = links & 1 ? u[i + 1] - u[i] : 0;
    sum += Math.sqrt(dz * dz + dx * dx + dy * dy);
  }
  return sum;
}

/** Iterates of min over u of D(u) + weight · TV(u), D a sum of terms whose duals somebody else keeps. */
export interface VariationState {
  readonly links: Links;
  readonly weight: number;
  /** dual step σ of the gradient */
  readonly sigma: number;
  readonly nonNegative: boolean;
  /** u, [z][x][y] */
  readonly volume: Float32Array;
  /** step τ of each voxel */
  readonly tau: Float32Array;
  /** gradient of D as its dual variables give it, and its latest change, not yet added */
  readonly pull: Float32Array;
  readonly change: Float32Array;
  /** the volume with a plane of zeros behind, so that no difference reads past the end */
  readonly padded: Float32Array;
  /** dual variables of the differences along z, x, y, each with zeros before the first voxel */
  readonly dual: readonly [Float32Array, Float32Array, Float32Array];
  /** div p of the last step */
  readonly divergence: Float32Array;
}

/**
 * @param curvature of each voxel, what D's dual variables add to 1 / τ; [z][x][y]
 * @param sigma dual step of the gradient; τ follows from both (diagonal preconditioning)
 */
export function variationState(
  links: Links,
  curvature: Float32Array,
  { weight, sigma, nonNegative }: { weight: number; sigma: number; nonNegative: boolean }
): VariationState {
  const [nz, nx, ny] = links.shape;
  const [plane, voxels] = [nx * ny, nz * nx * ny];
  const padded = new Float32Array(voxels + plane);
  const dual = [plane, ny, 1].map((before) => new Float32Array(before + voxels));
  const tau = new Float32Array(voxels);
  // a difference has two entries of size 1, and a voxel takes part in two along each axis that has neighbours
  const differences = 2 * links.shape.filter((size) => size > 1).length;
  for (const i of links.inside) tau[i] = 1 / (curvature[i] + 2 * sigma * differences || 1);
  const [pull, change, divergence] = [0, 0, 0].map(() => new Float32Array(voxels));
  return {
    links,
    weight,
    sigma,
    nonNegative,
    volume: padded.subarray(0, voxels),
    tau,
    pull,
    change,
    padded,
    dual: [dual[0], dual[1], dual[2]],
    divergence
  };
}

/**
 * One step, in place: p ← p + σ∇u, shortened to the weight; pull ← pull + change;
 * u ← u − τ (pull + extrapolation · change − 2 div p + div p_old), and not below zero if so asked.
 * Walking upwards, a voxel's dual is the last to need its old value, so that one walk does both.
 */
export function variationStep(state: VariationState, extrapolation: number): void {
  const { links, weight, sigma, nonNegative, padded: u, tau, pull, change, divergence } = state;
  const [pz, px, py] = state.dual;
  const { inside, mask } = links;
  const ny = links.shape[2];
  const plane = links.shape[1] * ny;
  const least = nonNegative ? 0 : -Infinity;
  const limit = weight * weight;
  for (let k = 0; k < inside.length; ++k) {
    const i = inside[k];
    const bits = mask[i];
    const here = u[i];
    let a = pz[i + plane];
    let b = px[i + ny];
    let c = py[i + 1];
    if (bits & 4) a += sigma * (u[i + plane] - here);
    if (bits & 2) b += sigma * (u[i + ny] - here);
    if (bits & 1) c += sigma * (u[i + 1] - here);
    const square = a * a + b * b + c * c;
    if (square > limit) {
      const shorten = weight / Math.sqrt(square);
      a *= shorten;
      b *= shorten;
      c *= shorten;
    }
    pz[i + plane] = a;
    px[i + ny] = b;
    py[i + 1] = c;
    const div = a - pz[i] + b - px[i] + c - py[i];
    const step = change[i];
    const total = pull[i] + step;
    pull[i] = total;
    const next = here - tau[i] * (total + extrapolation * step - 2 * div + divergence[i]);
    u[i] = next > least ? next : least;
    divergence[i] = div;
  }
}

/**
 * The part of a duality gap that the volume adds: how far pull − div p is from what a least volume needs, zero (or ≥ 0
 * where volumes are not negative), times the largest density thought possible.
 */
export function unbalance({ links, pull, divergence, nonNegative }: VariationState, largest: number): number {
  let sum = 0;
  for (const i of links.inside) {
    const slope = pull[i] - divergence[i];
    if (slope < 0) sum -= slope;
    else if (!nonNegative) sum += slope;
  }
  return largest * sum;
}
