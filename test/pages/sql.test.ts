// The SQL page of the built site in a real browser.
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSite, visit, type Site, type Visit } from "./browser.js";

let site: Site;
let visited: Visit;
let page: Page;
const requests: string[] = [];

beforeAll(async () => {
  site = await openSite();
  visited = await visit(site, "explore/sql");
  page = visited.page;
  page.on("request", (request) => requests.push(request.url()));
});
afterAll(() => site?.close());

const editor = () => page.getByLabel("Query", { exact: true });
const cells = () => page.locator(".sql-table td").allTextContents();
const note = () => page.locator(".error-note").innerText();

async function settled(): Promise<void> {
  await page.locator(".sql-answer:not([aria-busy])").waitFor();
}

async function run(query: string): Promise<void> {
  await editor().fill(query);
  await editor().press("Control+Enter");
  await settled();
}

async function downloaded(label: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Download ${label}` }).click()
  ]);
  return readFileSync(await file.path());
}

it("loads neither the database nor a table before the first query", async () => {
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((name) => /\.wasm|duckdb-wasm|\.arrow$/.test(name))).toEqual([]);
});

it("runs the example in the editor, shows its rows and fetches only its table", async () => {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.locator(".sql-table td").first().waitFor({ timeout: 60_000 });
  expect((await cells()).length).toBeGreaterThan(5);
  expect(await page.locator(".sql-figure svg").count()).toBeGreaterThan(0);
  const tables = requests.filter((url) => url.endsWith(".arrow"));
  expect(tables).toHaveLength(1);
  expect(tables[0]).toContain("stress-bridge");
});

it("runs every example", async () => {
  const list = page.getByLabel("Examples");
  const titles = await list.locator("option").allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const label of titles.slice(1)) {
    await list.selectOption({ label });
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await settled();
    expect(await note(), label).toBe("");
    expect(await page.locator(".sql-table tbody tr").count(), label).toBeGreaterThan(0);
  }
});

it("tells a mistake in one sentence with its place, and keeps the last result", async () => {
  await run("SELECT id FROM claims ORDER BY id LIMIT 2");
  const before = await cells();
  await run("SELECT id\nFORM claims");
  expect(await note()).toMatch(/^invalid query: .* \(line 2, column \d+\)$/);
  expect(await page.locator(".sql-place").innerText()).toContain("FORM claims");
  expect(await editor().getAttribute("aria-invalid")).toBe("true");
  expect(await cells()).toEqual(before);
  await run("SELECT * FROM clams");
  expect(await note()).toContain("did you mean claims?");
});

it("hands out the whole result, more than it shows", async () => {
  await run("SELECT range AS i, NULL AS nothing, 'a,b' AS t FROM range(2500)");
  expect(await page.locator(".sql-table tbody tr").count()).toBe(1000);
  const lines = (await downloaded("CSV")).toString("utf8").trimEnd().split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["i,nothing,t", '0,,"a,b"']);
  expect(lines).toHaveLength(2501);
  const table = tableFromIPC(await downloaded("Arrow"));
  expect(table.numRows).toBe(2500);
  expect(table.schema.metadata.get("query")).toMatch(/^SELECT range AS i/);
});

it("stops at 200,000 rows and says so", async () => {
  await run("SELECT * FROM range(1000000)");
  expect(await page.locator(".sql-said").innerText()).toMatch(/^More than 200,000 rows: stopped there/);
});

it("can be stopped, and answers again afterwards", async () => {
  await editor().fill("SELECT count(*) FROM range(100000000000) t(i) WHERE hash(i) % 7 = 1");
  await editor().press("Control+Enter");
  await page.getByRole("button", { name: "Cancel" }).click();
  await settled();
  expect(await note()).toContain("stopped");
  await run("SELECT count(*) AS n FROM claims");
  expect(await cells()).toEqual(["60"]);
});

it("reaches no other address, whatever a query says", async () => {
  await run("SELECT * FROM read_csv('https://example.org/x.csv')");
  expect(await note()).toMatch(/^unsupported source/);
  await run("INSTALL json; LOAD json");
  expect(await note()).not.toBe("");
  expect(visited.faults).toEqual([]);
});

it("keeps the query in the link, and shows a hostile one as text without running it", async () => {
  await run("SELECT 42 AS answer");
  const link = page.url();
  expect(new URL(link).searchParams.get("q")).toBe("SELECT 42 AS answer");
  await page.goto(link);
  await expect.poll(() => editor().inputValue()).toBe("SELECT 42 AS answer");
  const hostile = `SELECT '<img src=x onerror="document.title = 1">' AS "<b>x</b>"`;
  await page.goto(site.url(`explore/sql?q=${encodeURIComponent(hostile)}`));
  await expect.poll(() => editor().inputValue()).toBe(hostile);
  await page.waitForTimeout(300);
  expect(await page.locator(".sql-table").count()).toBe(0);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.locator(".sql-table td").first().waitFor({ timeout: 60_000 });
  expect(await cells()).toEqual([`<img src=x onerror="document.title = 1">`]);
  expect(await page.locator(".sql-table b, .sql-table img, .sql-editor img").count()).toBe(0);
  expect(visited.faults).toEqual([]);
});

it("finds a table in the catalogue and inserts a query for it, by keyboard alone", async () => {
  await page.getByLabel("Find a table").fill("caution");
  const item = page.locator('[data-table="claims"]');
  await expect.poll(() => page.locator("[data-table]:visible").count()).toBe(1);
  await item.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Insert a SELECT of claims"
  );
  await page.keyboard.press("Enter");
  expect(await editor().inputValue()).toMatch(/^SELECT\n {2}id,[^]*FROM claims\nLIMIT 100$/);
  await page.keyboard.press("Control+Enter");
  await settled();
  expect(await page.locator(".sql-table tbody tr").count()).toBe(60);
});
