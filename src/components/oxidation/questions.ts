/** Questions to the tables of the oxidation-state maps; each opens on the SQL page. */
export const oxidationQuestions = [
  {
    question: "Surface less centre valence, found and true, by state and element",
    query: `SELECT a.label, a.element, round(a.recovered - b.recovered, 3) AS found,
       round(a.true_valence - b.true_valence, 3) AS truth
FROM oxidation_zones a JOIN oxidation_zones b USING (state, element)
WHERE a.zone = 1 AND b.zone = 5
ORDER BY a.element, a.label`
  },
  {
    question: "Where the mean valence is off by more than its standard error says",
    query: `SELECT label, element, round(recovered - true_valence, 4) AS bias, round(standard_error, 4) AS standard_error
FROM oxidation_means
WHERE abs(recovered - true_valence) > 3 * standard_error
ORDER BY abs(recovered - true_valence) DESC`
  },
  {
    question: "How often one standard error holds the truth, pixels and zones",
    query: `SELECT scope, element, truth, round(100 * actual, 1) AS percent
FROM oxidation_coverage
WHERE abs(nominal - 0.6827) < 1e-6 AND weights = 'not negative'
ORDER BY scope, truth, element`
  },
  {
    question: "Which element carries the charge in the first and the twentieth cycle",
    query: `SELECT rate_C, element, cycle, round(100 * share, 1) AS percent, round(100 * true_share, 1) AS true_percent
FROM oxidation_cycles
ORDER BY rate_C, element, cycle`
  },
  {
    question: "Charge of each element from pristine to every state",
    query: `SELECT label, element, round(capacity_mAh_g, 1) AS mAh_g, round(true_mAh_g, 1) AS true_mAh_g
FROM oxidation_charge
WHERE state <> 'pristine'
ORDER BY label, element`
  },
  {
    question: "Which analysis of the same counts is the worst for Co",
    query: `SELECT variant, round(bias, 3) AS bias, round(rms, 3) AS rms
FROM oxidation_limits
WHERE sweep = 'analysis' AND element = 'Co'
ORDER BY abs(bias) DESC`
  },
  {
    question: "How many counts the mark of oxidised oxygen needs",
    query: `SELECT state, counts, round(significance, 1) AS significance, round(100 * detection_limit, 1) AS limit_percent
FROM oxidation_rixs
WHERE voltage_V > 4
ORDER BY state, counts`
  }
];
