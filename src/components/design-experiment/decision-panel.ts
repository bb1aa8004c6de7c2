// Which claims an experiment decides: the picture, and the table with what limits each and what would help first.
import { decide, improveFirst, type Advice, type Decision } from "../../science/experiment-design/decide.js";
import type { Question } from "../../science/experiment-design/predict.js";
import { questionText } from "../../science/experiment-design/questions.js";
import { studyDesign, type Design } from "../../science/experiment-design/settings.js";
import type { Columns } from "../csv.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { significancePlot } from "./significance-plot.js";
import { adviceText, againstText, errorsText, summaryText, verdictText } from "./words.js";

export interface PanelOptions {
  id: string;
  label: string;
  width: number;
}

interface Shown {
  decision: Decision;
  advice: Advice | null;
  before: number;
}

const code = [
  "src/science/experiment-design/decide.ts",
  "src/science/experiment-design/predict.ts",
  "src/science/experiment-design/surface.ts",
  "src/data/lib/design-parts.ts"
];
const meta = { title: "Claims that this experiment decides", page: "/explore/design-your-experiment" };

const decideAll = (questions: readonly Question[], design: Design): Decision[] =>
  questions.map((question) => decide(question, design));

export function significancePanel(
  questions: readonly Question[],
  design: Design,
  { id, label, width }: PanelOptions
): FigureFrame {
  const [study, now] = [decideAll(questions, studyDesign()), decideAll(questions, design)];
  const summary = summaryText(study, now);
  const alt = `Standard errors between each claim and its alternative. ${summary}`;
  return figureFrame({
    ...{ id, label, title: "What this experiment decides", alt, code, meta, provenance: "predicted" },
    content: h(
      "div",
      {},
      h("p", { class: "experiment-summary", role: "status" }, summary),
      significancePlot(study, now, { width, alt })
    ),
    table: () => tableOf(shownRows(questions, design)),
    interactive: true,
    caption:
      "One row a question; a claim that prints a number may put two. Grey bars: the stated error of the law between the runs. Samples follow from the pathway model, which is calibrated to the study, so that this says what an instrument could tell, not what is so."
  });
}

const shownRows = (questions: readonly Question[], design: Design): Shown[] =>
  questions.map((question) => ({
    decision: decide(question, design),
    advice: improveFirst(question, design),
    before: decide(question, studyDesign()).significance
  }));

export function decisionsPanel(
  questions: readonly Question[],
  design: Design,
  { id, label }: Omit<PanelOptions, "width">
): FigureFrame {
  const rows = shownRows(questions, design);
  const view = tableView({
    caption: "Questions, and how this experiment answers them",
    rows,
    columns: [
      {
        name: "Claim",
        value: ({ decision }) => decision.question.id,
        show: (_, { decision }) => {
          const { id, claim } = questionText(decision.question.id);
          return h("a", { href: `../claims#${claim}` }, id);
        }
      },
      { name: "Question", value: asked },
      {
        name: "Against",
        value: ({ decision }) => againstText(decision),
        show: (text, row) => instead(text, row)
      },
      {
        name: "S",
        label: "Errors",
        value: ({ decision }) => decision.significance,
        show: (_, { decision }) => errorsText(decision.significance)
      },
      { name: "So", value: ({ decision }) => verdictText(decision) },
      { name: "Improve first", value: ({ advice, decision }) => adviceText(advice, decision) },
      { name: "Noise, bias", value: ({ decision }) => decision.limitedBy, show: limitText }
    ]
  });
  return figureFrame({
    ...{ id, label, title: "Each claim, and what to improve first", code, meta, provenance: "predicted" },
    content: h("div", { class: "experiment-table" }, view),
    table: () => tableOf(rows),
    interactive: true,
    alt: "Table of the questions with the standard errors between claim and alternative, what limits them, and the one step that would help most.",
    caption:
      "A step is three times a dose or time, 10° of tilt, 2 % of threshold, half a width, or the other choice; the one that gains most is named, if it gains 5 %. In brackets: the standard errors after it. Of noise and bias the larger is set bold."
  });
}

const asked = ({ decision }: Shown): string => {
  const { asks, besides } = questionText(decision.question.id);
  return besides ? `${asks} ${besides}` : asks;
};

const instead = (text: unknown, { decision }: Shown): HTMLElement => {
  const { quantity, instead } = questionText(decision.question.id);
  return h("span", { title: `${quantity}; instead: ${instead}` }, `${String(text)}: ${instead}`);
};

const limitText = (_: unknown, { decision }: Shown): HTMLElement => {
  const { noise, bias, limitedBy, question } = decision;
  const part = (name: string, value: number) =>
    h(name === limitedBy ? "strong" : "span", {}, formatNumber(value, 2));
  return h("span", {}, part("noise", noise), ", ", part("bias", bias), question.unit && ` ${question.unit}`);
};

function tableOf(rows: readonly Shown[]): Columns {
  const text = (name: string, of: (row: Shown) => string) => ({ name, values: rows.map(of) });
  const number = (name: string, of: (row: Shown) => number) => ({ name, values: rows.map(of) });
  return {
    name: "experiment",
    columns: [
      text("question", (r) => r.decision.question.id),
      text("asks", (r) => questionText(r.decision.question.id).asks),
      text("instead", (r) => questionText(r.decision.question.id).instead),
      number("effect", (r) => r.decision.question.effect),
      number("alternative", (r) => r.decision.question.alternative),
      text("unit", (r) => r.decision.question.unit),
      number("difference", (r) => r.decision.difference),
      number("noise", (r) => r.decision.noise),
      number("bias", (r) => r.decision.bias),
      number("standard_errors", (r) => r.decision.significance),
      number("standard_errors_of_the_study", (r) => r.before),
      text("decidable", (r) => String(r.decision.decidable)),
      text("improve_first", (r) => adviceText(r.advice, r.decision))
    ]
  };
}
