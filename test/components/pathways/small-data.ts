/** Small tables of the pathway model, with the columns of the real ones, made from reduced runs. */
import { tableToIPC, type Table } from "apache-arrow";
import { arrowTable, type Column } from "../../../src/data/lib/arrow-table.js";
import { agedParticle } from "../../../src/science/pathways/aged-particle.js";
import { reduced, runsOf } from "../../../src/science/pathways/calibrate.js";
import { judgePathways } from "../../../src/science/pathways/claims.js";
import { defaultPathwayParameters } from "../../../src/science/pathways/parameters.js";
import { claimRuns } from "../../../src/science/pathways/switches.js";
import { targetRows } from "../../../src/science/pathways/targets.js";

type Cell = string | number | null;

function tableOf(rows: readonly Record<string, Cell>[]): Table {
  const columns = Object.fromEntries(
    Object.keys(rows[0]).map((name): [string, Column] => {
      const values = rows.map((row) => {
        const value = row[name];
        return typeof value === "number" && !Number.isFinite(value) ? null : value;
      });
      const type = rows.some((row) => typeof row[name] === "number") ? "float64" : "utf8";
      return [name, { unit: "", description: name, values, type }];
    })
  );
  return arrowTable(
    {
      ...{
        title: "Test",
        description: "Small data for tests.",
        method: "reduced runs",
        provenance: "predicted"
      },
      ...{ parameters: {}, sources: [], page: "/pathways", code: [] }
    },
    columns
  );
}

export function smallTables(): Map<string, Uint8Array> {
  const p = defaultPathwayParameters();
  const runs = [0.1, 1, 10].map((rate) => ({ rate, run: agedParticle(p, { ...reduced, rate, cycles: 2 }) }));
  const named = (id: string) => id.replace(/2cycles/, "20cycles");
  const states = runs.flatMap(({ rate, run }) =>
    run.samples.map((s) => ({
      ...{ rate_C: rate, state: named(s.id), lithium: s.lithium, surface_layer_nm: 1e9 * s.surfaceLayer },
      ...{ oxygen_lost_percent: 100 * s.oxygenLost, oxygen_poor_percent: 100 * s.oxygenPoor },
      ...{ distorted_percent: 100 * s.distorted, porosity_percent: 100 * s.porosity },
      ...{ crack_damage: s.crackDamage, hoop_stress_MPa: s.hoopStress / 1e6 }
    }))
  );
  const profiles = runs.flatMap(({ rate, run }) =>
    run.profiles.flatMap((profile) =>
      Array.from(profile.radius, (r, i) => ({
        ...{ rate_C: rate, state: named(profile.id), radius_um: 1e6 * r },
        ...{ lithium: profile.lithium[i], trapped: profile.trapped[i] },
        ...{ distorted_percent: 100 * profile.distorted[i] },
        ...{ vacancies_percent: 50 * profile.vacancies[i], voids_percent: 50 * profile.voids[i] }
      }))
    )
  );
  const verdicts = judgePathways(claimRuns(p, [], { ...reduced, cycles: 2 }));
  const switches = ["none", "distortion", "metalLoss"].flatMap((off) =>
    verdicts.map((v) => ({
      ...{ mechanism_off: off, mechanism: off, claim: v.id, statement: v.statement, quantity: v.quantity },
      ...{ kind: v.kind, unit: v.unit, value: v.value, accept_from: v.accept[0], accept_to: v.accept[1] },
      ...{ holds: v.holds ? "yes" : "no", broken: off === "distortion" && v.id === "C10" ? "yes" : "no" }
    }))
  );
  const predictions = ["oxygen lost", "distorted volume"].flatMap((label) =>
    [0.3, 1, 3, 5].map((rate) => ({
      ...{
        rate_C: rate,
        quantity: label,
        label,
        unit: "%",
        value: 4 - rate / 2,
        low: 1,
        high: 5,
        least: 0.5,
        most: 6
      },
      draws: 3
    }))
  );
  const pair = runsOf(p);
  const targets = targetRows(pair).map((row) => ({
    ...{
      rate_C: row.rate,
      target: row.label,
      unit: row.unit,
      aim: row.value,
      within: row.within,
      model: row.model
    },
    ...{ held: "yes", from: row.from, lithium_error: 1e-12, oxygen_error: 1e-13 }
  }));
  return new Map(
    Object.entries({ states, profiles, switches, predictions, targets }).map(([name, rows]) => [
      `data/pathways-${name}.arrow`,
      tableToIPC(tableOf(rows), "stream")
    ])
  );
}
