/** A pore inside a particle, given by the centre of its circle in the (r, z) half-plane, in metres.
 *  On the axis (r = 0) it is a sphere; off the axis, in axial symmetry, it is a torus. */
export interface Pore {
  radius: number;
  r: number;
  z: number;
}

/** An axisymmetric secondary particle: a ball of `radius` around the origin, less a central void and pores; metres. */
export interface ParticleGeometry {
  radius: number;
  /** 0 for a particle without a central void */
  voidRadius: number;
  pores: Pore[];
}

/** Tags of the boundary edges of a particle's mesh. Pore k has tag `pore + k`. */
export const boundary = { axis: 0, outer: 1, void: 2, pore: 3 } as const;

/**
 * Narrowest gap, and smallest radius of a void or pore, as a share of the particle's radius: 0.02 µm in one of 8 µm.
 * The mesh would go further, but a bridge of 20 nm is a few dozen unit cells, where a continuum ends.
 */
export const smallestFeature = 0.0025;

/** Thinnest shell between the void and the outer surface, as a share of the particle's radius: it needs fine elements all round. */
export const thinnestShell = 0.02;

/** Most pores: boundary tags are bytes. */
export const mostPores = 64;

/** @throws RangeError with one sentence, lengths in µm, where the geometry cannot be or is finer than the mesh can be */
export function checkGeometry(geometry: ParticleGeometry): void {
  const { radius, voidRadius, pores } = geometry;
  if (!Number.isFinite(radius)) fail("particle radius", String(radius), "a finite number");
  if (radius <= 0) fail("particle radius", um(radius), "larger than 0");
  checkVoid(radius, voidRadius);
  if (pores.length > mostPores) fail("pore count", String(pores.length), `at most ${mostPores}`);
  pores.forEach((pore, k) => {
    checkPore(radius, pore, `of pore ${k + 1}`);
    checkGaps(geometry, k);
  });
}

/** Micrometres with four figures: lengths reach a reader in the unit of the inputs. */
function um(metres: number): string {
  return `${Number((metres * 1e6).toPrecision(4))} µm`;
}

function fail(what: string, value: string, remedy: string): never {
  throw new RangeError(`invalid ${what}: ${value}; must be ${remedy}`);
}

/** A length at its limit is meant to pass, though sums of micrometres in metres carry rounding. */
function isBelow(length: number, limit: number): boolean {
  return length < limit * (1 - 1e-9);
}

function checkVoid(radius: number, voidRadius: number): void {
  const what = "void radius";
  const least = smallestFeature * radius;
  const most = radius * (1 - thinnestShell);
  if (!Number.isFinite(voidRadius)) fail(what, String(voidRadius), "a finite number");
  if (voidRadius < 0) fail(what, um(voidRadius), "0 (no void) or larger");
  if (voidRadius >= radius) fail(what, um(voidRadius), `smaller than the particle radius (${um(radius)})`);
  if (voidRadius > 0 && isBelow(voidRadius, least)) {
    fail(what, um(voidRadius), `0 (no void) or at least ${um(least)}, the smallest that the mesh resolves`);
  }
  if (isBelow(most, voidRadius)) {
    fail(what, um(voidRadius), `at most ${um(most)}, which leaves the thinnest shell that the mesh resolves`);
  }
}

/** A pore by itself, and in the particle. */
function checkPore(radius: number, pore: Pore, ofPore: string): void {
  for (const [key, what] of [
    ["radius", "radius"],
    ["r", "distance from the axis"],
    ["z", "height"]
  ] as const) {
    if (!Number.isFinite(pore[key])) fail(`${what} ${ofPore}`, String(pore[key]), "a finite number");
  }
  const least = smallestFeature * radius;
  if (pore.radius <= 0) fail(`radius ${ofPore}`, um(pore.radius), "larger than 0");
  if (isBelow(pore.radius, least)) {
    fail(`radius ${ofPore}`, um(pore.radius), `at least ${um(least)}, the smallest that the mesh resolves`);
  }
  if (isBelow(radius - least, pore.radius)) {
    fail(`radius ${ofPore}`, um(pore.radius), `at most ${um(radius - least)} to lie inside the particle`);
  }
  if (pore.r < 0) fail(`distance from the axis ${ofPore}`, um(pore.r), "0 (a sphere) or larger (a torus)");
  if (pore.r > 0 && pore.r < pore.radius) {
    fail(
      `distance from the axis ${ofPore}`,
      `${um(pore.r)}, which makes it cross the axis`,
      `0 (a sphere) or at least ${um(pore.radius + least)} (a torus)`
    );
  }
  const centre = Math.hypot(pore.r, pore.z);
  const most = radius - pore.radius - least;
  if (centre >= radius + pore.radius) {
    fail(`distance from the centre ${ofPore}`, `${um(centre)}, outside the particle`, `at most ${um(most)}`);
  }
  if (centre + pore.radius > radius) {
    fail(
      `distance from the centre ${ofPore}`,
      `${um(centre)}, which makes it cross the outer surface`,
      `at most ${um(most)}`
    );
  }
}

/** The gaps between pore k and the surface, the axis, the void and the pores before it. */
function checkGaps({ radius, voidRadius, pores }: ParticleGeometry, k: number): void {
  const pore = pores[k];
  const least = smallestFeature * radius;
  const checkGap = (what: string, gap: number) => {
    if (isBelow(gap, least)) {
      fail(
        `gap between pore ${k + 1} and ${what}`,
        um(gap),
        `at least ${um(least)}, the narrowest that the mesh resolves`
      );
    }
  };
  checkGap("the outer surface", radius - Math.hypot(pore.r, pore.z) - pore.radius);
  if (pore.r > 0) checkGap("the axis", pore.r - pore.radius);
  const others = pores.slice(0, k).map((other, j) => ({ what: `pore ${j + 1}`, ...other }));
  if (voidRadius > 0) others.unshift({ what: "the void", radius: voidRadius, r: 0, z: 0 });
  for (const other of others) {
    const gap = Math.hypot(pore.r - other.r, pore.z - other.z) - pore.radius - other.radius;
    const rounding = 1e-9 * radius;
    if (gap <= rounding) {
      const how = gap < -rounding ? `overlaps ${other.what} by ${um(-gap)}` : `touches ${other.what}`;
      fail(`position of pore ${k + 1}`, how, `at least ${um(least)} away from it`);
    }
    checkGap(other.what, gap);
  }
}

/** Volume of the solid in m³: the ball less spheres, (4/3)πρ³, and tori, 2πr·πρ² (Pappus). */
export function solidVolume({ radius, voidRadius, pores }: ParticleGeometry): number {
  const ball = (a: number) => (4 / 3) * Math.PI * a ** 3;
  let volume = ball(radius) - ball(voidRadius);
  for (const pore of pores)
    volume -= pore.r === 0 ? ball(pore.radius) : 2 * Math.PI ** 2 * pore.r * pore.radius ** 2;
  return volume;
}

/** Area of the outer surface in m². */
export function outerArea({ radius }: ParticleGeometry): number {
  return 4 * Math.PI * radius ** 2;
}
