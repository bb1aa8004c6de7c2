// Which uses a part of a file has, and the panel of each.
import { mapsIn } from "./guess-use.js";
import type { Opened, Shown, Use } from "./opened.js";
import { cyclingPanel } from "./use-cycling.js";
import { ionsPanel } from "./use-ions.js";
import { lossPanel } from "./use-loss.js";
import type { UseContext, UsePanel } from "./use-panel.js";
import { patternPanel } from "./use-pattern.js";
import { projectionsPanel } from "./use-projections.js";
import { spectrumPanel, type KeptList } from "./use-spectrum.js";
import { stackPanel } from "./use-stack.js";
import { tablePanel, type OurTable } from "./use-table.js";
import { volumePanel } from "./use-volume.js";

export function usesOf(opened: Opened, shown: Shown): Use[] {
  const { format } = opened;
  if (shown.shape === "text") return format === "msa" ? ["loss"] : [];
  if (shown.shape === "images")
    return [
      ...(shown.count > 1 ? (["stack", "projections", "volume"] as const) : []),
      ...(mapsIn(opened, shown).length > 0 ? (["ions"] as const) : [])
    ];
  const numbers = shown.columns.filter(({ kind }) => kind === "number").length;
  if (numbers < 2) return numbers === 0 ? [] : shown.columns.length > 2 ? ["cycling"] : [];
  return ["table", "spectrum", "pattern", ...(shown.columns.length >= 3 ? (["cycling"] as const) : [])];
}

export function panelOf(
  use: Use,
  { shown, ...rest }: UseContext,
  store: KeptList,
  tables: readonly OurTable[]
): UsePanel {
  if (shown.shape === "text") return lossPanel({ ...rest, shown });
  if (shown.shape === "images") {
    const context = { ...rest, shown };
    if (use === "stack") return stackPanel(context, store);
    if (use === "ions") return ionsPanel(context);
    return use === "projections" ? projectionsPanel(context) : volumePanel(context);
  }
  const context = { ...rest, shown };
  if (use === "cycling") return cyclingPanel(context);
  if (use === "spectrum") return spectrumPanel(context, store);
  return use === "pattern" ? patternPanel(context) : tablePanel(context, tables);
}
