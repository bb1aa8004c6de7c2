/** What the page of the tests runs: the reader of files, as wide as the page. */
import { tableFromArrays } from "apache-arrow";
import { yourData } from "../../../src/components/your-data/your-data.js";

const main = document.querySelector("main");
const ours = {
  ...{
    label: "Figure 1a: first cycle",
    x: "capacity",
    xLabel: "capacity (mAh/g)",
    y: "voltage",
    yLabel: "voltage (V)"
  },
  series: ["phase"],
  load: () =>
    Promise.resolve(
      tableFromArrays({
        phase: ["charge", "charge"],
        capacity: Float64Array.of(0, 200),
        voltage: Float64Array.of(2, 4.6)
      })
    )
};
main?.append(yourData({ width: main.clientWidth, tables: [ours] }));
