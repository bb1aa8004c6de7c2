import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differences } from "../../src/data/lib/differences.js";
import { moveLinks, readFork, readForks } from "../../src/data/lib/forks.js";
import { forkPage } from "../../tools/lib/fork-page.js";
import { repository, temporaryProject, write } from "./project.js";

const origin = `---
title: Stress
sql:
  stress: ./stress.arrow
---
# Stress

See [the claims](../claims#C01), [the next](fig-6), [elsewhere](https://example.org/) and [above](#top).

\`\`\`ts
import { plot } from "./plot.js";
const table = FileAttachment("stress.arrow").arrow();
const rates = [0.1, 10];
\`\`\`

\${plot(table, rates)}
`;

const files = { "src/figures/deep/fig.md": origin, "src/hypotheses/index.md": "# How to\n" };

describe("npm run fork", () => {
  it("copies a page with its links mended, and finds nothing different at first", () => {
    const project = temporaryProject(files);
    const source = join(project, "src");
    expect(forkPage(source, "src/figures/deep/fig.md", "/hypotheses/small-void")).toBe(
      "hypotheses/small-void"
    );
    const text = readFileSync(join(source, "hypotheses/small-void.md"), "utf8");
    expect(text).toContain('title: "Small void"\nforkedFrom:\n  page: /figures/deep/fig\n  hash: "');
    expect(text).toContain("  stress: ../figures/deep/stress.arrow");
    expect(text).toContain("[the claims](../figures/claims#C01), [the next](../figures/deep/fig-6)");
    expect(text).toContain("[elsewhere](https://example.org/) and [above](#top)");
    expect(text).toContain('from "../figures/deep/plot.js"');
    expect(text).toContain('FileAttachment("../figures/deep/stress.arrow")');
    expect(readFork(source, "hypotheses/small-void")).toMatchObject({
      title: "Small void",
      path: "/hypotheses/small-void",
      origin: "/figures/deep/fig",
      originTitle: "Stress",
      behind: false,
      differences: []
    });
  });

  it("shows what was changed in the fork, and that the origin moved on", () => {
    const project = temporaryProject(files);
    const source = join(project, "src");
    forkPage(source, "figures/deep/fig", "hypotheses/rates");
    const text = readFileSync(join(source, "hypotheses/rates.md"), "utf8");
    write(project, { "src/hypotheses/rates.md": text.replace("[0.1, 10]", "[1, 3, 5]") });
    expect(readForks(source).map((fork) => fork.differences)).toMatchObject([
      [{ removed: ["const rates = [0.1, 10];"], added: ["const rates = [1, 3, 5];"] }]
    ]);
    write(project, { "src/figures/deep/fig.md": origin.replace("# Stress", "# Hoop stress") });
    expect(readFork(source, "hypotheses/rates").behind).toBe(true);
  });

  it("moves links back where they were", () => {
    const there = moveLinks(origin, "figures/deep/fig", "hypotheses/x");
    const back = moveLinks(there, "hypotheses/x", "figures/deep/fig");
    const bare = (text: string): string => text.replaceAll("./", "").replaceAll(".claims", "../claims");
    expect(bare(back)).toBe(bare(origin));
    expect(there).not.toBe(origin);
  });

  it.each([
    ["hypotheses/index", "invalid name"],
    ["hypotheses/../figures/x", "invalid name"],
    ["hypotheses/../../x", "invalid name"],
    ["hypotheses/two words", "invalid name"],
    ["hypotheses/Upper", "invalid name"],
    ["hypotheses/deep/x", "invalid name"],
    ["figures/x", "invalid name"],
    ["", "invalid name"]
  ])("refuses the name %j in one sentence", (target, message) => {
    const project = temporaryProject(files);
    const attempt = (): string => forkPage(join(project, "src"), "figures/deep/fig", target);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow("\n");
  });

  it("refuses a name that is taken and an origin that is not there", () => {
    const source = join(temporaryProject(files), "src");
    forkPage(source, "figures/deep/fig", "hypotheses/a");
    expect(() => forkPage(source, "figures/deep/fig", "hypotheses/a")).toThrow(
      "src/hypotheses/a.md exists already"
    );
    expect(() => forkPage(source, "figures/none", "hypotheses/b")).toThrow("unknown page: figures/none");
    expect(() => forkPage(source, "../package", "hypotheses/b")).toThrow("unknown page: ../package");
  });

  it("prints a refusal as one line, without a stack", () => {
    const project = temporaryProject(files);
    const fork = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", join(repository, "tools/fork.ts"), ...args], {
        cwd: project,
        encoding: "utf8"
      });
    expect(fork("figures/none", "hypotheses/b")).toMatchObject({ status: 1, stdout: "" });
    expect(fork("figures/none", "hypotheses/b").stderr.trim().split("\n")).toHaveLength(1);
    expect(fork("figures/deep/fig", "hypotheses/b").status).toBe(0);
    expect(fork("--diff", "hypotheses/b").stdout).toContain("nothing differs yet");
  });

  it("ends quietly where the reader of a long difference stops reading", () => {
    const project = temporaryProject(files);
    const source = join(project, "src");
    forkPage(source, "figures/deep/fig", "hypotheses/long");
    const page = join(source, "hypotheses/long.md");
    // more than a pipe holds
    const lines = Array.from({ length: 8000 }, (_, i) => `A line of its own, number ${i}, to be shown.`);
    writeFileSync(page, `${readFileSync(page, "utf8")}\n${lines.join("\n")}\n`);
    const line = '"$0" --import tsx "$1" --diff hypotheses/long | head -n 1';
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", line, process.execPath, join(repository, "tools/fork.ts")],
      { cwd: project, encoding: "utf8" }
    );
    expect(stdout).toContain("src/hypotheses/long.md against src/figures/deep/fig.md");
    expect(stderr).toBe("");
  });
});

describe("differences", () => {
  it.each<[string, string, object[]]>([
    ["a\nb\nc", "a\nb\nc", []],
    ["a\nb\nc", "a\nx\nc", [{ line: 2, removed: ["b"], added: ["x"] }]],
    ["a\nc", "a\nb\nc", [{ line: 2, removed: [], added: ["b"] }]],
    ["a\nb\nc", "a", [{ line: 2, removed: ["b", "c"], added: [] }]],
    [
      "a\nb\nc\nd",
      "x\nb\nc\ny",
      [
        { line: 1, removed: ["a"], added: ["x"] },
        { line: 4, removed: ["d"], added: ["y"] }
      ]
    ]
  ])("between %j and %j", (before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
