/** Questions to the tables of the slips; each opens on the SQL page. */
export const slipsQuestions = [
  {
    question: "Which slips change a number, and by how much?",
    query: `SELECT id, what, quantity, value, unit, consequence
FROM slips
WHERE consequence LIKE 'changes%' OR consequence = 'cannot be meant'
ORDER BY slip, id`
  },
  {
    question: "How often is each supplementary figure named as evidence, and how often as a drawing?",
    query: `SELECT figure, count(*) FILTER (WHERE role = 'evidence') AS evidence, count(*) FILTER (WHERE role = 'drawing') AS drawings
FROM slips_citations
GROUP BY figure
ORDER BY figure`
  },
  {
    question: "How much do fragments of one material differ?",
    query: `SELECT state, width, round(avg(target_percent), 1) AS target, round(stddev(target_percent), 2) AS between_fragments
FROM slips_fragments
GROUP BY state, width
ORDER BY state, width`
  }
];
