/** Questions to the tables of the pathway model; each opens on the SQL page. */
export const pathwayQuestions = [
  {
    question: "At which rate does distortion overtake the loss of oxygen?",
    query: `SELECT rate_C, round(oxygen_lost_percent, 2) AS oxygen_lost_percent,
       round(oxygen_poor_percent, 1) AS oxygen_poor_percent, round(distorted_percent, 1) AS distorted_percent
FROM pathways_states
WHERE state LIKE '%C-4.8V' ORDER BY rate_C`
  },
  {
    question: "Which claims does each mechanism carry?",
    query: `SELECT mechanism, count(*) AS claims_that_fail, string_agg(claim, ', ' ORDER BY claim) AS which
FROM pathways_switches
WHERE broken = 'yes'
GROUP BY mechanism ORDER BY claims_that_fail DESC`
  },
  {
    question: "How wide are the predictions, in parts of their value?",
    query: `SELECT label, rate_C, value, low, high, round((high - low) / nullif(abs(value), 0), 2) AS relative_width
FROM pathways_predictions
ORDER BY relative_width DESC`
  },
  {
    question: "How is the charge that has left shared out at 4.4, 4.6 and 4.8 V?",
    query: `SELECT rate_C, voltage_V, round(0.16 * (valence_Ni - 2.1), 3) AS from_Ni,
       round(0.08 * (valence_Co - 3), 3) AS from_Co, round(0.56 * (valence_Mn - 3.96), 3) AS from_Mn,
       round(2 * (valence_O + 1.995), 3) AS from_O
FROM pathways_states
WHERE phase = 'charge' AND rate_C IN (0.1, 1, 10) ORDER BY rate_C, voltage_V`
  },
  {
    question: "Where is the void volume least after twenty cycles?",
    query: `SELECT rate_C, round(porosity_percent, 2) AS porosity_percent, round(nanovoids_percent, 2) AS nanovoids_percent,
       round(crack_damage, 3) AS crack_damage
FROM pathways_states
WHERE state LIKE '%20cycles' ORDER BY porosity_percent`
  }
];
