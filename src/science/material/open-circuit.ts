// Equilibrium potential E_eq(x) of the cathode against lithium, one branch for charge and one for discharge.
// No equilibrium (GITT) curve of this material is known, so both branches have the SHAPE of a first cycle of another
// Li-rich layered oxide, digitised from the plots of Kim et al., Energy Environ. Sci. 2025, doi:10.1039/D4EE05222F
// (data set and notebook under the MIT licence; composition, rate and counter electrode not stated there, so some
// polarisation is in the curves). Their lithium is scaled so that 4.8 V falls on the charged and 2.0 V on the discharged
// particle: a closed loop, calibrated, which can never count as reproduced.

import { pchip, type Curve } from "../numerics/pchip.js";

export type Branch = "charge" | "discharge";

/** mAh/g and V. */
export type ShapePoints = readonly (readonly [capacity: number, potential: number])[];

/** Cycle 1, 2.5–4.7 V; read off to 0.8 mAh/g and 4 mV on charge, 0.66 mAh/g and 6.6 mV on discharge. */
export const publishedShape: Record<Branch, ShapePoints> = {
  charge: [
    ...[
      [0, 3.57],
      [2, 3.709],
      [5, 3.742],
      [10, 3.779],
      [20, 3.825],
      [30, 3.856],
      [40, 3.882],
      [50, 3.907]
    ],
    ...[
      [60, 3.933],
      [70, 3.961],
      [80, 3.991],
      [90, 4.025],
      [100, 4.065],
      [110, 4.111],
      [120, 4.165]
    ],
    ...[
      [130, 4.226],
      [140, 4.291],
      [150, 4.354],
      [160, 4.401],
      [170, 4.436],
      [180, 4.464],
      [190, 4.487]
    ],
    ...[
      [200, 4.507],
      [210, 4.52],
      [220, 4.53],
      [230, 4.542],
      [240, 4.558],
      [250, 4.579],
      [260, 4.614]
    ],
    ...[
      [270, 4.656],
      [280, 4.702]
    ]
  ] as [number, number][],
  discharge: [
    ...[
      [0, 4.6],
      [5, 4.493],
      [10, 4.431],
      [20, 4.335],
      [30, 4.252],
      [40, 4.173],
      [50, 4.097],
      [60, 4.028]
    ],
    ...[
      [70, 3.967],
      [80, 3.912],
      [90, 3.863],
      [100, 3.823],
      [110, 3.787],
      [120, 3.753],
      [130, 3.717]
    ],
    ...[
      [140, 3.679],
      [150, 3.632],
      [160, 3.575],
      [170, 3.508],
      [180, 3.433],
      [190, 3.351],
      [200, 3.264]
    ],
    ...[
      [210, 3.157],
      [220, 2.999],
      [230, 2.701],
      [233.7, 2.518]
    ]
  ] as [number, number][]
};

/** V; the limits of the study's half-cycles */
export const potentialWindow = { lower: 2.0, upper: 4.8 } as const;
/** mAh/g over which a charge is assumed to rise from 2.0 V to the first published point */
const assumedRise = 5;

/**
 * Charge of cycle 10 of the same cell, 2.5–4.5 V: the activation plateau of the first charge is gone. A shape for every
 * charge after the first, though its cell was charged to 4.5 V only.
 */
export const publishedLaterCharge: ShapePoints =
  "0:3.34 5:3.514 10:3.565 20:3.655 30:3.720 50:3.791 70:3.845 90:3.911 110:4.008 130:4.142 150:4.306 170:4.481"
    .split(" ")
    .map((point) => point.split(":").map(Number) as [number, number]);

/**
 * The published points, extended to 2.0 and 4.8 V. Assumed: each end goes straight on with the slope of its outermost
 * interval, but for the start of the charge, which rises from 2.0 V within 5 mAh/g.
 */
export function extendedShape(branch: Branch, points: ShapePoints = publishedShape[branch]): ShapePoints {
  const { lower, upper } = potentialWindow;
  const straightOn = (end: readonly [number, number], next: readonly [number, number], to: number) =>
    [end[0] + ((to - end[1]) * (end[0] - next[0])) / (end[1] - next[1]), to] as const;
  const [first, last] = [points[0], points[points.length - 1]];
  const start =
    branch === "charge" ? ([first[0] - assumedRise, lower] as const) : straightOn(first, points[1], upper);
  const end = straightOn(last, points[points.length - 2], branch === "charge" ? upper : lower);
  return [start, ...points, end];
}

/** mAh/g between 2.0 and 4.8 V of a shape as it was published, with its ends. */
export function shapeCapacity(shape: ShapePoints): number {
  return shape[shape.length - 1][0] - shape[0][0];
}

/**
 * E_eq in V against lithium per formula unit, falling; beyond its ends it goes straight on.
 * @param charged, discharged lithium per formula unit at 4.8 V and at 2.0 V
 * @param shape mAh/g passed in the branch's direction, and V
 */
export function openCircuit(
  branch: Branch,
  charged: number,
  discharged: number,
  shape: ShapePoints = extendedShape(branch)
): Curve {
  if (!(discharged > charged))
    throw new Error(
      `invalid lithium range: ${charged} to ${discharged}; the charged particle must hold less than the discharged one`
    );
  const [first, last] = [shape[0][0], shape[shape.length - 1][0]];
  const rows = shape.map(([q, potential]) => {
    const share = (q - first) / (last - first);
    const depth = branch === "charge" ? 1 - share : share;
    return [charged + depth * (discharged - charged), potential] as const;
  });
  rows.sort((a, b) => a[0] - b[0]);
  return pchip(
    rows.map(([x]) => x),
    rows.map(([, potential]) => potential)
  );
}
