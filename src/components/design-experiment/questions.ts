// The questions out of the page's table, and questions to ask in SQL.
import type { Table } from "npm:apache-arrow";
import type { Question } from "../../science/experiment-design/predict.js";
import { questionsOf, runRows } from "../../science/experiment-design/read.js";
import { rowsOf } from "../oxidation/zones-panel.js";

/** @param table design-responses */
export const readQuestions = (table: Table): Question[] => questionsOf(runRows(rowsOf(table)));

export const experimentQuestions = [
  {
    question: "What no experiment of the four decides",
    query: `SELECT question, asks, round(max(standard_errors), 2) AS best, first(limited_by) AS limited_by
FROM experiment_claims GROUP BY question, asks
HAVING NOT bool_or(decidable) ORDER BY best`
  },
  {
    question: "What three times the dose wins, and loses",
    query: `SELECT a.question, a.asks, round(a.standard_errors, 2) AS study, round(b.standard_errors, 2) AS tripled
FROM experiment_claims a JOIN experiment_claims b USING (question)
WHERE a.experiment = 'the study' AND b.experiment = '3 × dose' AND a.decidable <> b.decidable`
  },
  {
    question: "Which setting is the first to improve, by number of questions",
    query: `SELECT improve, count(*) AS questions, string_agg(question, ', ') AS which
FROM experiment_claims WHERE experiment = 'the study' AND improve <> ''
GROUP BY improve ORDER BY questions DESC`
  },
  {
    question: "The runs behind one question",
    query: `SELECT knob_1, value_1, knob_2, value_2, noise, bias, difference
FROM design_responses WHERE question = 'C04a' ORDER BY knob_1, knob_2, value_2, value_1`
  }
];
