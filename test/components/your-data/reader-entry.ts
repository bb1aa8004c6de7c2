/** What the page of the tests runs: the reader of files, as wide as the page. */
import { yourData } from "../../../src/components/your-data/your-data.js";

const main = document.querySelector("main");
const ours = {
  ...{
    label: "Figure 1b: first cycle",
    xLabel: "capacity (mAh/g)",
    yLabel: "voltage (V)"
  },
  points: () =>
    Promise.resolve([
      { x: 0, y: 2, series: "charge" },
      { x: 200, y: 4.6, series: "charge" }
    ])
};
main?.append(yourData({ tables: [ours] }));
