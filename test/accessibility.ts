// What axe finds wrong on a page. It runs in the page itself and gathers violations alone: pages of plots have thousands of
// elements, and the lists of all that passes take most of its time.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules whose outcome a theme can change. */
export const rulesOfColour = ["color-contrast", "link-in-text-block"];

interface Looked {
  /** selector of what is looked at; the whole page unless given */
  within?: string;
  /** only what axe calls serious or critical */
  serious?: boolean;
  /** these rules alone */
  rules?: string[];
  /** the rules with these tags alone */
  tags?: string[];
}

/** One line for each broken rule, with the elements that break it. */
export async function accessibilityFaults(
  page: Page,
  { within, serious = false, rules, tags }: Looked = {}
): Promise<string[]> {
  let axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: { type: "rule", values: rules } }),
    ...(tags && { runOnly: { type: "tag", values: tags } })
  });
  if (within !== undefined) axe = axe.include(within);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => !serious || impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
