// What became of the voxels of each true class: a table with per cent of the row, counts, and shading.
import { classColour, type CompositionClass } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { classNames } from "./chart.js";
import { swatch } from "./layer-legend.js";

export interface ConfusionOptions {
  caption?: string;
  dark?: boolean;
  classes?: readonly CompositionClass[];
}

/** @param counts `[true class][recovered class]`, voxels. @throws if it is not square of the number of classes */
export function confusionView(
  counts: readonly ArrayLike<number>[],
  { caption, dark = isDark(), classes = classNames }: ConfusionOptions = {}
): HTMLElement {
  if (counts.length !== classes.length || counts.some((row) => row.length !== classes.length))
    throw new Error(
      `invalid confusion matrix: ${counts.length} rows; must be ${classes.length} rows of ${classes.length} counts`
    );
  const mark = (name: CompositionClass) => swatch(classColour(name, dark));
  const head = [
    h(
      "tr",
      {},
      h("th", { scope: "col", rowspan: 2 }, "true class"),
      h("th", { scope: "colgroup", colspan: classes.length }, "recovered as")
    ),
    h("tr", {}, ...classes.map((name) => h("th", { scope: "col" }, mark(name), name)))
  ];
  const body = classes.map((name, i) => {
    const all = Array.from(counts[i]).reduce((sum, n) => sum + n, 0);
    const cells = Array.from(counts[i], (count, j) => {
      const share = all > 0 ? count / all : 0;
      // at most so much that text on it can be read in both themes
      const shading = `color-mix(in srgb, var(--theme-foreground-focus) ${(32 * share).toFixed(1)}%, var(--theme-background))`;
      const percent = all > 0 ? `${(100 * share).toFixed(1)} %` : "–";
      return h(
        "td",
        { style: `background: ${shading}` },
        h(i === j ? "strong" : "span", { class: "share" }, percent),
        h("small", {}, count.toLocaleString("en"))
      );
    });
    return h("tr", {}, h("th", { scope: "row" }, mark(name), name), ...cells);
  });
  return h(
    "div",
    // scrolls by itself on a phone, so it can be reached by keyboard
    { class: "table-view", tabindex: 0, role: "region", "aria-label": caption ?? "Confusion matrix" },
    h(
      "table",
      { class: "confusion" },
      h("caption", {}, caption ?? "Per cent of each true class, and voxels."),
      h("colgroup"),
      h("colgroup", { span: classes.length }),
      h("thead", {}, ...head),
      h("tbody", {}, ...body)
    )
  );
}
