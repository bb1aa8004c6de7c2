/**
 * Conversions between sRGB hex strings, linear RGB and OKLCH.
 *
 * OKLab: l, m, s = M1 · (r, g, b linear); (L, a, b) = M2 · cube roots of (l, m, s); C = hypot(a, b), h = atan2(b, a).
 * Source: B. Ottosson, "A perceptual color space for image processing" (2020).
 */
export type Triple = readonly [number, number, number];

/** Splits "#rrggbb" into three channels from 0 to 1. @throws if the text is not such a colour */
export function parseHex(hex: string): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new Error(`invalid colour: ${hex}; must look like #1a2b3c`);
  const [, r = "0", g = "0", b = "0"] = match;
  return [parseInt(r, 16) / 255, parseInt(g, 16) / 255, parseInt(b, 16) / 255];
}

/** Joins three channels (clamped to 0 … 1) to "#rrggbb". */
export function formatHex(rgb: Triple): string {
  return `#${rgb
    .map((v) =>
      Math.round(255 * Math.min(1, Math.max(0, v)))
        .toString(16)
        .padStart(2, "0")
    )
    .join("")}`;
}

/** The sRGB transfer function undone: a channel from 0 to 1 to linear light. */
export const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** Linear light to an sRGB channel. */
export const fromLinear = (v: number): number =>
  v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;

function oklchToLinear(l: number, c: number, h: number): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const p = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const q = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const r = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * p - 3.3077115913 * q + 0.2309699292 * r,
    -1.2684380046 * p + 2.6097574011 * q - 0.3413193965 * r,
    -0.0041960863 * p - 0.7034186147 * q + 1.707614701 * r
  ];
}

/**
 * OKLCH to "#rrggbb". Where sRGB cannot show the colour, chroma is lowered until it can; lightness and hue are kept.
 * @param l lightness, 0 to 1; @param c chroma, 0 to about 0.3; @param h hue in degrees
 */
export function oklch(l: number, c: number, h: number): string {
  const inside = (rgb: Triple) => rgb.every((v) => v >= -1e-4 && v <= 1 + 1e-4);
  let chroma = c;
  if (!inside(oklchToLinear(l, c, h))) {
    let low = 0;
    let high = c;
    for (let i = 0; i < 20; ++i) {
      chroma = (low + high) / 2;
      if (inside(oklchToLinear(l, chroma, h))) low = chroma;
      else high = chroma;
    }
    chroma = low;
  }
  const [r, g, b] = oklchToLinear(l, chroma, h);
  return formatHex([fromLinear(Math.max(0, r)), fromLinear(Math.max(0, g)), fromLinear(Math.max(0, b))]);
}

/**
 * A colour map through evenly spaced stops, straight lines in sRGB between them.
 * @param stops at least two "#rrggbb" colours
 * @returns a function of t in 0 … 1 (clamped; NaN gives the first stop)
 */
export function ramp(stops: readonly string[]): (t: number) => string {
  const colours = stops.map(parseHex);
  const last = colours.length - 1;
  if (last < 1) throw new Error(`invalid colour stops: ${stops.length}; must be at least two`);
  return (t) => {
    const x = Math.min(1, Math.max(0, Number.isNaN(t) ? 0 : t)) * last;
    const i = Math.min(last - 1, Math.floor(x));
    const p = colours[i] ?? [0, 0, 0];
    const q = colours[i + 1] ?? [0, 0, 0];
    const mix = (k: 0 | 1 | 2) => p[k] + (q[k] - p[k]) * (x - i);
    return formatHex([mix(0), mix(1), mix(2)]);
  };
}
