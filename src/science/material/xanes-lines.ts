// Lines of the illustrative reference spectra. Nobody's measurement: positions recalled from the literature of oxides, or
// taken from calculated multiplets (multitorch, MIT licence, `multitorch/data/fixtures`, charge-transfer multiplets with
// generic parameters), or assumed. Positions differ by about 0.3 eV between beamlines.

export type LineSource = "recalled" | "calculated" | "assumed";

export interface Line {
  /** eV */
  energy: number;
  /** share of the white lines' area, relative to the main line */
  area: number;
  /** full width at half height of the Gaussian part, eV: unresolved multiplets and vibration, all assumed */
  width: number;
  source: LineSource;
}

export interface Species {
  id: string;
  element: "O" | "Mn" | "Co" | "Ni";
  label: string;
  /** formal valence */
  valence: number;
  /** formal holes in the 3d shell; for oxygen none are stated */
  holes: number | null;
  /** the main line, eV: where the step of the continuum stands too */
  main: number;
  lines: Line[];
  assumptions: string;
  sources: string;
}

const width = 0.8;
const lines = (
  main: number,
  source: LineSource,
  pairs: [offset: number, area: number, width?: number][]
): Line[] =>
  pairs.map(([offset, area, own = width]) => ({ energy: main + offset, area, width: own, source }));

const memory = "position of the main line: recalled, unverified";
const calculated =
  "offsets and heights: multitorch fixtures (MIT), charge-transfer multiplets with generic parameters";

export const species: Species[] = [
  {
    id: "Mn2+",
    element: "Mn",
    label: "Mn²⁺ (as MnO)",
    valence: 2,
    holes: 5,
    main: 640,
    lines: [
      ...lines(640, "calculated", [
        [-1.3, 0.31],
        [0, 1],
        [1, 0.21],
        [2.5, 0.08],
        [3.2, 0.08],
        [5.6, 0.15]
      ]),
      ...lines(640, "calculated", [
        [9.6, 0.09, 1.2],
        [11.1, 0.16, 1.2],
        [11.8, 0.12, 1.2]
      ])
    ],
    assumptions: "heights of calculated sticks taken as areas",
    sources: `${memory}; ${calculated}, Mn²⁺ d⁵`
  },
  {
    id: "Mn3+",
    element: "Mn",
    label: "Mn³⁺ (as Mn2O3)",
    valence: 3,
    holes: 6,
    main: 642,
    lines: [
      ...lines(642, "recalled", [
        [-1.5, 0.45, 1.4],
        [0, 1, 1.6]
      ]),
      ...lines(642, "assumed", [
        [1.7, 0.4, 1.6],
        [10.2, 0.25, 1.8],
        [11.6, 0.35, 1.8]
      ])
    ],
    assumptions: "broad main line with its shoulder at 640.5 eV; areas of all but the main line assumed",
    sources: memory
  },
  {
    id: "Mn4+",
    element: "Mn",
    label: "Mn⁴⁺ (as Li2MnO3)",
    valence: 4,
    holes: 7,
    main: 643.4,
    lines: [
      ...lines(643.4, "recalled", [
        [-2.05, 0.55, 0.5],
        [0, 1]
      ]),
      ...lines(643.4, "calculated", [
        [0.95, 0.57],
        [2.6, 0.16],
        [10, 0.31, 1.2],
        [10.7, 0.76, 1.2],
        [12.5, 0.42, 1.2]
      ])
    ],
    assumptions: "lines above the main one are those of isoelectronic Cr³⁺; its L2 group displaced by 3 eV",
    sources: `${memory}; ${calculated}, Cr³⁺ d³`
  },
  {
    id: "Co2+",
    element: "Co",
    label: "Co²⁺",
    valence: 2,
    holes: 3,
    main: 779,
    lines: [
      ...lines(779, "calculated", [
        [-2.5, 0.83],
        [-1.3, 0.9],
        [-0.8, 0.86],
        [0, 1],
        [2, 0.15],
        [3.3, 0.25],
        [4.1, 0.32]
      ]),
      ...lines(779, "calculated", [
        [14.1, 0.16, 1.2],
        [15, 0.18, 1.2]
      ])
    ],
    assumptions: "heights of calculated sticks taken as areas",
    sources: `${memory}; ${calculated}, Co²⁺ d⁷`
  },
  {
    id: "Co3+",
    element: "Co",
    label: "Co³⁺ (low spin)",
    valence: 3,
    holes: 4,
    main: 780.4,
    lines: [
      ...lines(780.4, "recalled", [[0, 1, 1.2]]),
      ...lines(780.4, "assumed", [
        [2.6, 0.2, 1.2],
        [15, 0.45, 1.5]
      ])
    ],
    assumptions: "one line with its shoulder at 783 eV; areas of the shoulder and of L2 assumed",
    sources: memory
  },
  {
    id: "Co4+",
    element: "Co",
    label: "Co⁴⁺",
    valence: 4,
    holes: 5,
    main: 781.25,
    lines: [
      ...lines(781.25, "recalled", [[0, 1, 1.4]]),
      ...lines(781.25, "assumed", [
        [-2, 0.15, 1],
        [2.6, 0.2, 1.4],
        [15, 0.45, 1.5]
      ])
    ],
    assumptions:
      "the line of Co³⁺ displaced, broadened, with a weak line of the t2g hole below; areas assumed",
    sources: memory
  },
  {
    id: "Ni2+",
    element: "Ni",
    label: "Ni²⁺",
    valence: 2,
    holes: 2,
    main: 853.2,
    lines: [
      ...lines(853.2, "calculated", [
        [0, 1],
        [0.8, 0.13],
        [4.3, 0.18],
        [5.2, 0.14]
      ]),
      ...lines(853.2, "recalled", [[2, 0.3]]),
      ...lines(853.2, "calculated", [
        [17.3, 0.15, 1.2],
        [17.8, 0.13, 1.2]
      ])
    ],
    assumptions:
      "heights of calculated sticks taken as areas; the shoulder at 855.2 eV as in measured oxides",
    sources: `${memory}; ${calculated}, Ni²⁺ d⁸`
  },
  {
    id: "Ni3+",
    element: "Ni",
    label: "Ni³⁺",
    valence: 3,
    holes: 3,
    main: 853.6,
    lines: [
      ...lines(853.6, "recalled", [
        [0, 1],
        [1.8, 1, 1.2]
      ]),
      ...lines(853.6, "assumed", [
        [17.3, 0.3, 1.4],
        [19.1, 0.3, 1.4]
      ])
    ],
    assumptions: "doublet of equal areas; L2 assumed",
    sources: memory
  },
  {
    id: "Ni4+",
    element: "Ni",
    label: "Ni⁴⁺",
    valence: 4,
    holes: 4,
    main: 855.8,
    lines: [
      ...lines(855.8, "recalled", [
        [-2, 0.2],
        [0, 1, 1.2]
      ]),
      ...lines(855.8, "assumed", [[17.3, 0.35, 1.4]])
    ],
    assumptions: "one line with a residue at 853.8 eV; its area and L2 assumed",
    sources: memory
  },
  {
    id: "O-lattice",
    element: "O",
    label: "O²⁻ of the lattice",
    valence: -2,
    holes: null,
    main: 538,
    lines: [
      ...lines(538, "recalled", [
        [-8.5, 1, 1.2],
        [-6.2, 0.8, 1.4]
      ]),
      ...lines(538, "assumed", [
        [0, 1.6, 3],
        [4, 1.8, 4]
      ])
    ],
    assumptions: "O 2p–metal 3d lines at 529.5 and 531.8 eV and the band of 535–545 eV; all areas assumed",
    sources: "positions recalled, unverified"
  },
  {
    id: "O-oxidised",
    element: "O",
    label: "oxidised oxygen",
    valence: -1,
    holes: null,
    main: 538,
    lines: [
      ...lines(538, "recalled", [
        [-8.5, 1, 1.2],
        [-7, 0.7, 1],
        [-6.2, 0.8, 1.4]
      ]),
      ...lines(538, "assumed", [
        [0, 1.6, 3],
        [4, 1.8, 4]
      ])
    ],
    assumptions:
      "the lattice's spectrum with weight added at 531.0 eV; its area, and the formal valence −1, assumed",
    sources: "position recalled, unverified: 530.5–531.5 eV"
  }
];
