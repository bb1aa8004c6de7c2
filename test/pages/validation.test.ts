// The page of the checks against measured data; what stands there depends on whether the data were present at the build.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

it("lists every check with its verdict and draws the data, or says in one sentence that they were not present", async () => {
  const { context, page, faults } = await visit(site, "validation");
  const checks = page.locator("#validation-checks");
  if ((await checks.count()) === 0) {
    await page.getByText("The measured data were not present when this site was built").waitFor();
    expect(await page.locator("[id^=validation-]").count()).toBe(0);
  } else {
    const title = (await checks.locator(".figure-title").textContent()) ?? "";
    const [, passed = "", all = "", sets = ""] = /(\d+) of (\d+) checks against (\d+) sets/.exec(title) ?? [];
    expect(passed).toBe(all);
    expect(await checks.locator("table").first().locator("tbody tr").count()).toBe(Number(sets));
    const choice = checks.getByLabel("Checks of");
    let rows = 0;
    for (const label of await choice.locator("option").allTextContents()) {
      await choice.selectOption({ label });
      rows += await checks.locator(".validation-list tbody tr").count();
    }
    expect(rows).toBe(Number(all));
    expect(await checks.getByText("fails").count()).toBe(0);
  }
  await page.getByRole("heading", { name: "What this cannot show" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}, 90_000);

it("moves one cursor over all maps of a figure by keys", async () => {
  const { context, page, faults } = await visit(site, "validation");
  const map = page.locator("#validation-iron .xanes-map").first();
  if ((await map.count()) > 0) {
    const said = page.locator("#validation-iron .figure-readout");
    await map.focus();
    expect(await said.textContent()).toMatch(/^pixel 62, 62: found here .*, by SciPy .*, difference /);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    expect(await said.textContent()).toMatch(/^pixel 63, 57: /);
    for (let k = 0; k < 20; ++k) await page.keyboard.press("Shift+ArrowUp");
    expect(await said.textContent()).toMatch(/^pixel 63, 0: /);
  }
  expect(faults).toEqual([]);
  await context.close();
}, 90_000);
