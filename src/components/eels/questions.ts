/** Questions to the tables of the electron spectra; each opens on the SQL page. */
export const eelsQuestions = [
  {
    question:
      "What differs between regions A and B by more than the counts' error, at the printed resolution",
    query: `SELECT a.quantity, round(a.recovered - b.recovered, 3) AS found,
       round(a.true_value - b.true_value, 3) AS truth,
       round((a.recovered - b.recovered) / sqrt(a.standard_error ** 2 + b.standard_error ** 2), 1) AS sigmas
FROM eels_results a JOIN eels_results b USING (quantity, resolution_eV)
WHERE a.region = 'A' AND b.region = 'B' AND resolution_eV = 4.7
ORDER BY abs(sigmas) DESC`
  },
  {
    question: "How far each analysis puts lithium off, at every resolution",
    query: `SELECT variant, resolution_eV, round(100 * bias / true_value, 1) AS bias_percent,
       round(100 * smallest_change, 1) AS smallest_percent, round(condition_number, 1) AS condition_number
FROM eels_limits
WHERE sweep = 'analysis' AND quantity = 'lithium'
ORDER BY abs(bias) DESC`
  },
  {
    question: "Which rings of the X-ray map show that oxygen is missing, and which merely seem to",
    query: `SELECT sample, dose, from_nm, to_nm, round(recovered, 2) AS found, round(true_value, 2) AS truth,
       round(deficit_sigma, 1) AS sigmas
FROM eels_eds
WHERE to_nm <= 7
ORDER BY sample, dose, from_nm`
  }
];
