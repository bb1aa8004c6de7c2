// A pattern as columns to take away.
import type { Columns } from "../csv.js";
import { axisOf, type ShownPattern } from "./shown-pattern.js";

/** @throws where there is none yet */
export function patternTable(name: string, shown: ShownPattern | null): Columns {
  if (!shown) throw new Error("missing pattern: it is still being made; try again in a moment");
  const { axis, x, observed, error, calculated, background } = shown;
  const { unit } = axisOf[axis];
  const difference = Float64Array.from(x, (_, i) => observed[i] - calculated[i]);
  return {
    name,
    columns: [
      { name: axis === "d" ? "d" : "two_theta", unit, description: "place", values: x },
      { name: "observed", description: "intensity", values: observed },
      { name: "error", description: "its standard error", values: error },
      { name: "calculated", description: "intensity", values: calculated },
      { name: "background", description: "part of it", values: background },
      { name: "difference", description: "observed less calculated", values: difference }
    ]
  };
}
