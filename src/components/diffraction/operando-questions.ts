/** Questions to the tables of the operando diffraction; each opens on the SQL page. */
export const operandoQuestions = [
  {
    question: "Where a 25-minute scan taken for one moment gives a wrong c",
    query: `SELECT pattern, branch, round(c_A - true_c_A, 4) AS wrong_A, round((c_A - true_c_A) / c_error_A, 1) AS sigmas
FROM operando_lattice
WHERE treatment = 'one moment'
ORDER BY abs(c_A - true_c_A) DESC
LIMIT 12`
  },
  {
    question: "How far c moves while one pattern is taken, at both rates",
    query: `SELECT rate_C, pattern, round(step, 4) AS step_A, round(basal_width_deg, 3) AS width_deg
FROM (
  SELECT *, abs(true_basal_c_A - lag(true_basal_c_A) OVER (PARTITION BY rate_C ORDER BY pattern)) AS step
  FROM operando_lattice
  WHERE treatment = 'own moments' AND branch = 'charge'
)
WHERE step IS NOT NULL
ORDER BY step DESC
LIMIT 12`
  },
  {
    question:
      "The shortest transition of which both diffractometers see two lines at least nine times in ten",
    query: `SELECT instrument, min(duration_s) FILTER (WHERE seen >= 0.9) AS two_lines_s,
       min(duration_s) FILTER (WHERE seen_twice >= 0.9) AS twice_in_a_row_s
FROM operando_detection
GROUP BY instrument`
  }
];
