/** Questions to the tables of the ion maps; each opens on the SQL page. */
export const simsQuestions = [
  {
    question: "Which areas overlap, and would turned maps do as much?",
    query: `SELECT label, pair, normalisation, round(overlap, 2) AS overlap, round(p, 3) AS p, round(true_overlap, 2) AS in_sample
FROM sims_overlaps
ORDER BY label, normalisation, pair`
  },
  {
    question: "How much of lithium's variance is a parabola of the radius, found and true?",
    query: `SELECT label, round(100 * parabola, 1) AS percent, round(100 * true_parabola, 1) AS true_percent,
       round(100 * residual, 1) AS left_over_percent
FROM sims_fickian
WHERE ion = 'Li'
ORDER BY parabola DESC`
  },
  {
    question: "Where is O-rich called Mn-poor although no Mn lacks?",
    query: `SELECT matrix_exponent, normalisation, round(overlap, 2) AS overlap, round(100 * rate) AS percent_significant
FROM sims_matrix
WHERE sample = 'Mn does not lack'
ORDER BY normalisation, matrix_exponent`
  }
];
