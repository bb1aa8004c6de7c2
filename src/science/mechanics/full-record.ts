// Collects the voltages and the local currents of each frame.

import { cellVoltage, type CellLosses } from "../material/half-cell.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import type { Curve } from "../numerics/pchip.js";
import type { SurfaceKinetics } from "./butler-volmer.js";
import type { SurfaceCurrent, VoltageColumns } from "./full-result.js";

export interface VoltageRecorder {
  readonly count: number;
  /** @param meanCurrent A/m² over the particle's surface */
  record(
    lithium: Float64Array,
    mean: number,
    meanCurrent: number,
    equilibrium: Curve,
    losses: CellLosses
  ): void;
  result(): VoltageColumns & { surfaceCurrent: SurfaceCurrent };
}

export function voltageRecorder(
  { coordinates: x }: TriangleMesh,
  surfaceNodes: Int32Array,
  surface: SurfaceKinetics
): VoltageRecorder {
  const angle = (node: number) => Math.atan2(x[2 * node], x[2 * node + 1]);
  const order = Int32Array.from(surfaceNodes.keys()).sort(
    (a, b) => angle(surfaceNodes[a]) - angle(surfaceNodes[b])
  );
  const nodes = order.map((k) => surfaceNodes[k]);
  const rows: Record<keyof VoltageColumns, number>[] = [];
  const currents: Float64Array[] = [];
  return {
    get count() {
      return rows.length;
    },
    record(lithium, mean, meanCurrent, equilibrium, losses) {
      const at = Float64Array.from(surfaceNodes, (node) => lithium[node]);
      const state = surface.respond(at, meanCurrent, equilibrium);
      const { current, potential } = state;
      let [least, most] = [Infinity, -Infinity];
      for (const i of current) {
        least = Math.min(least, i);
        most = Math.max(most, i);
      }
      rows.push({
        voltage: cellVoltage(potential, losses),
        openCircuitVoltage: equilibrium.value(mean),
        surfaceOverpotential: surface.meanOverpotential(state),
        ohmicDrop: losses.ohmicDrop,
        counterOverpotential: losses.counterOverpotential,
        currentSpread: (most - least) / Math.abs(meanCurrent)
      });
      currents.push(Float64Array.from(order, (k) => current[k]));
    },
    result() {
      const column = (key: keyof VoltageColumns) => Float64Array.from(rows, (row) => row[key]);
      return {
        voltage: column("voltage"),
        openCircuitVoltage: column("openCircuitVoltage"),
        surfaceOverpotential: column("surfaceOverpotential"),
        ohmicDrop: column("ohmicDrop"),
        counterOverpotential: column("counterOverpotential"),
        currentSpread: column("currentSpread"),
        surfaceCurrent: {
          nodes,
          polarAngle: Float64Array.from(nodes, angle),
          current: currents
        }
      };
    }
  };
}
