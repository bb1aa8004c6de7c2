/** Questions to the table of checks; each opens on the SQL page, and has an answer without the measured data too. */
export const validationQuestions = [
  {
    question: "How many checks against measured data pass, and which came nearest to its tolerance",
    query: `SELECT count(*) AS checks, count(*) FILTER (passes) AS passed,
  arg_max(what, abs(deviation) / tolerance) FILTER (tolerance > 0) AS nearest,
  round(100 * max(abs(deviation) / tolerance) FILTER (tolerance > 0), 1) AS percent_of_tolerance
FROM validation`
  }
];
