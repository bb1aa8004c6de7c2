/** Questions to the tables of the composition tomograms; each opens on the SQL page. */
export const compositionQuestions = [
  {
    question: "Classes found against the distance from the surface, by state",
    query: `SELECT state, depth_nm, class, found_percent, true_percent
FROM composition_distance
WHERE class <> 'target' AND found_percent IS NOT NULL
ORDER BY state, class, depth_nm`
  },
  {
    question: "Shares of the classes: sample, found, and the spread of the noise seeds",
    query: `SELECT label, class, round(avg(true_percent), 1) AS true_percent,
       round(avg(recovered_percent), 1) AS recovered_percent,
       round(stddev_samp(recovered_percent), 2) AS spread_percent
FROM composition_shares
WHERE abs(threshold_percent - 5) < 1e-9
GROUP BY label, class
ORDER BY label, class`
  },
  {
    question: "Which doses would have told the oxygen-rich share at 10 C, 4.8 V to 3 points",
    query: `SELECT value AS photons, recovered_percent, true_percent
FROM composition_sweep
WHERE sweep = 'photons' AND state = '10C-4.8V' AND class = 'oxygen-rich'
  AND abs(recovered_percent - true_percent) < 3
ORDER BY photons`
  },
  {
    question: "What metal is missing where a voxel was found oxygen-rich",
    query: `SELECT class, count(*) AS voxels, round(avg(Mn), 3) AS Mn, round(avg(Co), 3) AS Co,
       round(avg(Ni), 3) AS Ni, round(avg(O), 3) AS O
FROM composition_voxels
GROUP BY class`
  },
  {
    question: "How often a voxel is right, near the surface and deep inside",
    query: `SELECT floor(depth_nm / 50) * 50 AS from_nm, count(*) AS voxels,
       round(100 * avg(CASE WHEN class = true_class THEN 1 ELSE 0 END), 1) AS right_percent
FROM composition_voxels
GROUP BY 1 ORDER BY 1`
  }
];
