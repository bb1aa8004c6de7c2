// Where a reflection of spacing d lies on the axis of a pattern, how wide it is, and how |F|² m becomes its area.
// Time of flight, on an axis of d: x = d + zero, Γ_G = g d, Γ_L = l d, area ∝ d⁴ (the incident spectrum is divided out).
// Constant wavelength, on an axis of 2θ in degrees: x = 2θ + zero, Γ_G² = U tan²θ + V tan θ + W (Caglioti, Paoletti & Ricci,
// Nucl. Instrum. 3 (1958) 223, doi 10.1016/0369-643X(58)90029-X), Γ_L = X tan θ + Y/cos θ, area ∝ 1/(sin²θ cos θ).

/** Numbers of the instrument that a refinement may move, by name. */
export type GeometryValues = Readonly<Record<string, number>>;

/** The reflections on the axis, all [reflection]; their slopes by 1/d², and by each number of the instrument, in the order of
 *  `names`, left out where there is none. NaN where a reflection cannot be reached. */
export interface Placed {
  centre: Float64Array;
  gauss: Float64Array;
  lorentz: Float64Array;
  factor: Float64Array;
  centreBySquare: Float64Array;
  gaussBySquare: Float64Array;
  lorentzBySquare: Float64Array;
  factorBySquare: Float64Array;
  centreBy: readonly (Float64Array | undefined)[];
  gaussBy: readonly (Float64Array | undefined)[];
  lorentzBy: readonly (Float64Array | undefined)[];
}

export interface PowderGeometry {
  kind: "d" | "two-theta";
  /** unit of the axis */
  unit: "Å" | "°";
  names: readonly string[];
  start: Float64Array;
  /** @param p numbers of the instrument @param squares 1/d² in Å⁻² [reflection] */
  place: (p: ArrayLike<number>, squares: Float64Array) => Placed;
  /** d in Å at a place on the axis */
  spacing: (x: number) => number;
}

/** @param start widths over d, full at half height; zero in Å */
export function timeOfFlight(start: { gauss: number; lorentz?: number; zero?: number }): PowderGeometry {
  return {
    ...{ kind: "d", unit: "Å", names: ["zero", "gauss", "lorentz"] },
    start: Float64Array.of(start.zero ?? 0, start.gauss, start.lorentz ?? 0),
    place(p, squares) {
      const [zero, gauss, lorentz] = [p[0], p[1], p[2]];
      const d = squares.map((square) => 1 / Math.sqrt(square));
      const bySquare = d.map((value) => -0.5 * value ** 3);
      return {
        centre: d.map((value) => value + zero),
        gauss: d.map((value) => gauss * value),
        lorentz: d.map((value) => lorentz * value),
        factor: d.map((value) => (value * value) ** 2),
        centreBySquare: bySquare,
        gaussBySquare: bySquare.map((value) => gauss * value),
        lorentzBySquare: bySquare.map((value) => lorentz * value),
        factorBySquare: bySquare.map((value, r) => 4 * d[r] ** 3 * value),
        centreBy: [d.map(() => 1), undefined, undefined],
        gaussBy: [undefined, d, undefined],
        lorentzBy: [undefined, undefined, d]
      };
    },
    spacing: (x) => x
  };
}

const degree = Math.PI / 180;

export interface ConstantWavelength {
  /** Å */
  wavelength: number;
  /** degrees squared */
  U: number;
  V: number;
  W: number;
  /** degrees */
  X?: number;
  Y?: number;
  zero?: number;
  /** X-rays from a tube: area times 1 + cos²2θ; neutrons: none */
  polarised?: boolean;
}

export function constantWavelength({
  wavelength,
  U,
  V,
  W,
  X = 0,
  Y = 0,
  zero: start = 0,
  polarised = false
}: ConstantWavelength): PowderGeometry {
  return {
    ...{ kind: "two-theta", unit: "°", names: ["zero", "U", "V", "W", "X", "Y"] },
    start: Float64Array.of(start, U, V, W, X, Y),
    place(p, squares) {
      const [zero, u, v, w, x, y] = Array.from({ length: 6 }, (_, j) => p[j]);
      const row = () => new Float64Array(squares.length);
      const [centre, gauss, lorentz, factor] = [row(), row(), row(), row()];
      const [centreBySquare, gaussBySquare, lorentzBySquare, factorBySquare] = [row(), row(), row(), row()];
      const [byZero, byU, byV, byW, byX, byY] = [row(), row(), row(), row(), row(), row()];
      squares.forEach((square, r) => {
        const sine = 0.5 * wavelength * Math.sqrt(square);
        // beyond back-scattering: NaN
        const cosine = Math.sqrt(1 - sine * sine);
        const t = sine / cosine;
        const thetaBySquare = sine / (2 * square * cosine);
        const tBySquare = thetaBySquare / (cosine * cosine);
        const width = Math.sqrt(u * t * t + v * t + w);
        const double = cosine * cosine - sine * sine;
        const polarisation = polarised ? 1 + double * double : 1;
        // d ln(1/(sin²θ cos θ))/dθ = −2 cot θ + tan θ; d(1 + cos²2θ)/dθ = −4 cos 2θ sin 2θ
        const logSlope = t - 2 / t - (polarised ? (8 * double * sine * cosine) / polarisation : 0);
        centre[r] = (2 * Math.asin(sine)) / degree + zero;
        gauss[r] = width;
        lorentz[r] = x * t + y / cosine;
        factor[r] = polarisation / (sine * sine * cosine);
        centreBySquare[r] = (2 * thetaBySquare) / degree;
        gaussBySquare[r] = ((2 * u * t + v) * tBySquare) / (2 * width);
        lorentzBySquare[r] = x * tBySquare + ((y * sine) / (cosine * cosine)) * thetaBySquare;
        factorBySquare[r] = factor[r] * logSlope * thetaBySquare;
        byZero[r] = 1;
        [byU[r], byV[r], byW[r]] = [(t * t) / (2 * width), t / (2 * width), 1 / (2 * width)];
        [byX[r], byY[r]] = [t, 1 / cosine];
      });
      const none = undefined;
      return {
        ...{ centre, gauss, lorentz, factor, centreBySquare, gaussBySquare, lorentzBySquare, factorBySquare },
        centreBy: [byZero, none, none, none, none, none],
        gaussBy: [none, byU, byV, byW, none, none],
        lorentzBy: [none, none, none, none, byX, byY]
      };
    },
    spacing: (x) => wavelength / (2 * Math.sin(0.5 * x * degree))
  };
}
