// What a simulation in the page gives, in frames: stress at A, profile along the radius, maps.
import type { StressResult } from "../../science/mechanics/result.js";
import { bridgeColumns, profileColumns } from "../../science/mechanics/tabulate.js";
import { rateColour } from "../colours.js";
import type { Columns } from "../csv.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { profilePlot } from "./profile-plot.js";
import { sectionOfResult } from "./section.js";
import { sectionView } from "./section-view.js";

/** What a run in the page gives: profile, stress at A and maps. */
export function runPanels(
  result: StressResult,
  width: number
): Record<"profile" | "bridge" | "map", FigureFrame> {
  const rate = result.parameters.rate;
  const colour = rateColour(Math.min(10, Math.max(0.1, rate)), isDark());
  const coarse = { ...result, ...everyTenth(result) };
  const profile = profileColumns(coarse);
  const bridge = bridgeColumns(result);
  const shown = `${Number(rate.toPrecision(3))} C`;
  const asTable = (name: string, columns: object): Columns => ({
    name,
    columns: Object.entries(columns).map(([n, values]) => ({ name: n, values: values as ArrayLike<unknown> }))
  });
  const profileAlt = `Hoop stress along the radius at ${shown} for the particle set above.`;
  const bridgeAlt = `Hoop and von Mises stress at point A against the depth of discharge at ${shown}.`;
  return {
    profile: figureFrame({
      id: "try-profile",
      label: "Try it, 1",
      title: `Hoop stress along the radius at ${shown}`,
      content: profilePlot(profile, {
        width,
        y: "hoop_stress_MPa",
        label: "hoop stress (MPa)",
        colour,
        ariaLabel: profileAlt
      }),
      caption: "For the parameters above; each curve one depth of discharge.",
      alt: profileAlt,
      provenance: "predicted",
      table: asTable("profile", profile),
      code: ["src/science/mechanics/simulate.ts"]
    }),
    bridge: figureFrame({
      id: "try-bridge",
      label: "Try it, 2",
      title: `Stress at A at ${shown}`,
      content: bridgePlot(
        [
          {
            name: "hoop",
            colour,
            x: bridge.depth_of_discharge.map((d) => 100 * d),
            y: bridge.hoop_stress_MPa
          },
          {
            name: "von Mises",
            colour: "currentColor",
            x: bridge.depth_of_discharge.map((d) => 100 * d),
            y: bridge.von_mises_MPa,
            dashed: true
          }
        ],
        {
          width,
          xLabel: "depth of discharge (%)",
          xDomain: [0, 100] as [number, number],
          yLabel: "stress (MPa)",
          ariaLabel: bridgeAlt,
          guides: [{ x: 20, label: "20 %" }]
        }
      ),
      caption: "The study quotes 3.17 × 10⁸ N/m² (317 MPa) at 20 % depth of discharge and 10 C.",
      alt: bridgeAlt,
      provenance: "predicted",
      table: asTable("bridge", bridge),
      code: ["src/science/mechanics/simulate.ts"]
    }),
    map: figureFrame({
      id: "try-map",
      label: "Try it, 3",
      title: `Section of the particle at ${shown}`,
      content: sectionView(sectionOfResult(coarse), {
        width,
        alt: `Maps of lithium and stress at ${shown}.`
      }),
      caption: "Left half: lithium less its mean; right half: stress. Tension and excess are warm.",
      alt: `Maps of lithium and stress at ${shown}.`,
      provenance: "predicted",
      interactive: true,
      code: ["src/science/mechanics/simulate.ts", "src/components/stress/section-view.ts"]
    })
  };
}

/** A run has a frame for each percent; maps and profiles show the first ones and every tenth. */
function everyTenth({ frames, line }: StressResult): Pick<StressResult, "frames" | "line"> {
  const keep = frames.map(
    (_, f) => f === 1 || f === 2 || f === 5 || (f > 0 && f % 10 === 0) || f === frames.length - 1
  );
  const pick = <T>(list: T[]) => list.filter((_, f) => keep[f]);
  return {
    frames: pick(frames),
    line: {
      ...line,
      hoop: pick(line.hoop),
      sphericalRadial: pick(line.sphericalRadial),
      sphericalPolar: pick(line.sphericalPolar),
      vonMises: pick(line.vonMises),
      lithium: pick(line.lithium)
    }
  };
}
