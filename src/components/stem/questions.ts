/** Questions to the tables of the atomic images; each opens on the SQL page. */
export const stemQuestions = [
  {
    question: "How far the columns of each lamella are turned, found and true",
    query: `SELECT scene, true_domain, count(*) AS columns,
       round(avg(abs(rotation_deg)), 2) AS found_deg, round(avg(abs(true_rotation_deg)), 2) AS true_deg
FROM stem_columns
WHERE true_domain <> 'none' AND NOT isnan(rotation_deg)
GROUP BY scene, true_domain ORDER BY found_deg DESC`
  },
  {
    question: "Which columns are put into a region where they do not belong, and which are missed",
    query: `SELECT scene, true_domain, region, count(*) AS columns, round(100 * avg(deficit), 0) AS intensity_percent
FROM stem_columns
WHERE true_domain <> 'none' AND (region <> 'regular' OR true_domain <> 'regular')
GROUP BY scene, true_domain, region ORDER BY scene, columns DESC`
  },
  {
    question: "From which dose one lithium column is seen, by signal",
    query: `SELECT signal, quantity, min(x) AS dose_e_A2
FROM stem_limits
WHERE sweep = 'dose' AND unit = 'σ' AND value >= 3
GROUP BY signal, quantity ORDER BY dose_e_A2`
  }
];
