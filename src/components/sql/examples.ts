// Queries to start from, each over the tables of this site and each run by a test.

export interface Example {
  title: string;
  query: string;
}

export const examples: readonly Example[] = [
  {
    title: "Peak hoop stress at the bridge, by rate",
    query: `SELECT rate_C, phase, max(abs(hoop_stress_MPa)) AS peak_MPa
FROM stress_bridge
GROUP BY rate_C, phase
ORDER BY phase, rate_C`
  },
  {
    title: "Hoop stress at the bridge against depth of discharge",
    query: `SELECT depth_of_discharge, hoop_stress_MPa, rate_C
FROM stress_bridge
WHERE phase = 'discharge'
ORDER BY rate_C, depth_of_discharge`
  },
  {
    title: "How many times larger at 10 C than at 0.1 C",
    query: `SELECT
  round(depth_of_discharge, 2) AS depth,
  max(hoop_stress_MPa) FILTER (rate_C = 10) AS fast_MPa,
  max(hoop_stress_MPa) FILTER (rate_C = 0.1) AS slow_MPa,
  fast_MPa / slow_MPa AS ratio
FROM stress_bridge
WHERE phase = 'discharge' AND depth_of_discharge > 0.01
GROUP BY depth
HAVING fast_MPa IS NOT NULL AND slow_MPa IS NOT NULL
ORDER BY depth`
  },
  {
    title: "Profile along the line through A, half discharged at 10 C",
    query: `WITH nearest AS (
  SELECT depth_of_discharge AS depth
  FROM stress_10C
  ORDER BY abs(depth_of_discharge - 0.5)
  LIMIT 1
)
SELECT radius_um, hoop_stress_MPa, von_mises_MPa, lithium
FROM stress_10C, nearest
WHERE depth_of_discharge = depth
ORDER BY radius_um`
  },
  {
    title: "Where along the line the von Mises stress is largest, five rates together",
    query: `SELECT rate_C, max(von_mises_MPa) AS largest_MPa, arg_max(radius_um, von_mises_MPa) AS at_um
FROM (
  SELECT 0.1 AS rate_C, * FROM stress_0_1C
  UNION ALL SELECT 1, * FROM stress_1C
  UNION ALL SELECT 3, * FROM stress_3C
  UNION ALL SELECT 5, * FROM stress_5C
  UNION ALL SELECT 10, * FROM stress_10C
)
WHERE von_mises_MPa IS NOT NULL -- there is no stress within a pore
GROUP BY rate_C
ORDER BY rate_C`
  },
  {
    title: "Claims by verdict",
    query: `SELECT verdict, count(*) AS claims
FROM claims
GROUP BY verdict
ORDER BY claims DESC`
  },
  {
    title: "Parameters that are assumed",
    query: `SELECT symbol, label, value, unit, min, max, source
FROM parameters
WHERE status = 'assumed'`
  }
];
