/** Questions to the tables of the neutron refinements; each opens on the SQL page. */
export const diffractionQuestions = [
  {
    question: "Oxygen lost in every state: refined, its error, true",
    query: `SELECT label, round(oxygen_loss, 2) AS refined_percent, round(oxygen_loss_error, 2) AS standard_error,
       round(true_oxygen_loss, 2) AS true_percent, round(oxygen_loss / oxygen_loss_error, 1) AS errors_above_none
FROM neutron_fits
ORDER BY true_oxygen_loss DESC, label`
  },
  {
    question: "Values farther from the truth than two standard errors",
    query: `SELECT label, quantity_label, recovered, standard_error, truth, round(pull, 2) AS pull
FROM neutron_refined
WHERE abs(pull) > 2
ORDER BY abs(pull) DESC`
  },
  {
    question: "What is correlated most with the oxygen occupancy, by state",
    query: `SELECT state, second, round(correlation, 3) AS correlation
FROM neutron_correlation
WHERE first = 'oxygen' AND second <> 'oxygen'
QUALIFY row_number() OVER (PARTITION BY state ORDER BY abs(correlation) DESC) <= 3
ORDER BY state, abs(correlation) DESC`
  },
  {
    question: "Hours until a loss of 4 % stands out by three standard errors",
    query: `SELECT variant_label, min(hours) AS hours
FROM neutron_limits
WHERE sweep = 'hours' AND smallest_loss <= 4
GROUP BY variant_label
ORDER BY hours`
  },
  {
    question: "Do 95 % of the intervals hold the truth? 200 patterns with other noise",
    query: `SELECT quantity, count(*) AS patterns, round(100 * avg(CAST(abs(pull) < 1.96 AS INTEGER)), 1) AS percent,
       round(avg(pull), 2) AS mean_pull, round(stddev(pull), 2) AS deviation
FROM neutron_coverage
GROUP BY quantity
ORDER BY quantity`
  },
  {
    question: "What wrong held numbers do to the oxygen, and whether the fit would show it",
    query: `SELECT held, "offset", round(oxygen_bias, 2) AS oxygen_bias_percent, round(misfit, 3) AS chi_squared_added
FROM neutron_bias
ORDER BY held, "offset"`
  },
  {
    question: "The ten strongest reflections of the pristine sample",
    query: `SELECT hkl, round(d_A, 4) AS d_A, multiplicity, round(structure_factor_squared, 1) AS fm2, round(area, 3) AS area
FROM neutron_reflections
WHERE state = 'pristine'
ORDER BY area DESC
LIMIT 10`
  }
];
