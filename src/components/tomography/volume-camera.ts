// Where the 3-D view looks from: turned about the vertical (−y) and raised, in degrees, and how near.
export interface Camera {
  /** about the vertical, −180 … 180 */
  turn: number;
  /** above the horizon, −90 … 90 */
  rise: number;
  /** 1 shows the whole volume */
  zoom: number;
}

export const homeCamera: Readonly<Camera> = { turn: 30, rise: 25, zoom: 1 };

export type Vector = [x: number, y: number, z: number];

/** The screen's axes in the volume's x, y, z: at home level x runs to the right, y down and z away. */
export function screenAxes({ turn, rise }: Camera): { right: Vector; up: Vector; forward: Vector } {
  const [a, e] = [(turn * Math.PI) / 180, (rise * Math.PI) / 180];
  const [ca, sa, ce, se] = [Math.cos(a), Math.sin(a), Math.cos(e), Math.sin(e)];
  return {
    right: [ca, 0, sa],
    up: [-sa * se, -ce, ca * se],
    forward: [-sa * ce, se, ca * ce]
  };
}

/** Another camera, kept within its limits. */
export function moved(camera: Camera, change: Partial<Camera>): Camera {
  const { turn, rise, zoom } = { ...camera, ...change };
  return {
    turn: ((((turn + 180) % 360) + 360) % 360) - 180,
    rise: Math.min(90, Math.max(-90, rise)),
    zoom: Math.min(6, Math.max(0.5, zoom))
  };
}

/** What a key does to the camera; null if nothing. */
export function keyMove(key: string, { turn, rise, zoom }: Camera): Partial<Camera> | null {
  const moves: Record<string, Partial<Camera>> = {
    ArrowLeft: { turn: turn - 10 },
    ArrowRight: { turn: turn + 10 },
    ArrowUp: { rise: rise + 10 },
    ArrowDown: { rise: rise - 10 },
    "+": { zoom: zoom * 1.2 },
    "=": { zoom: zoom * 1.2 },
    "-": { zoom: zoom / 1.2 },
    Home: homeCamera
  };
  return moves[key] ?? null;
}
