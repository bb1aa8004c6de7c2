import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSite } from "../../tools/lib/check-site.js";
import { temporaryProject, write } from "./project.js";

const page =
  '<link rel="stylesheet" href="./a.css"><a href="https://example.net/">elsewhere</a><script src="./a.js"></script>';

describe("npm run deploy", () => {
  it("finds nothing wrong with a site that stays at home", () => {
    const project = temporaryProject({
      "dist/index.html": page,
      "dist/.nojekyll": "",
      "dist/a.js": 'import "./b.js"; const ns = "http://www.w3.org/2000/svg"; // see https://example.net/docs'
    });
    expect(checkSite(join(project, "dist"), "/name/")).toEqual([]);
  });

  it.each([
    [
      "a.html",
      '<script src="https://cdn.example.net/x.js"></script>',
      "fetches https://cdn.example.net/x.js"
    ],
    ["a.html", '<link rel="stylesheet" href="//fonts.example.net/x">', "fetches //fonts.example.net/x"],
    ["a.html", '<a href="/claims">', "outside /name/"],
    ["a.css", "@font-face{src:url(https://fonts.example.net/x)}", "fetches https://fonts.example.net/x"],
    ["a.css", '@import "https://fonts.example.net/x";', "fetches https://fonts.example.net/x"],
    ["a.js", 'import{a}from"https://cdn.example.net/x.js";', "fetches https://cdn.example.net/x.js"],
    ["a.js", 'await import("https://cdn.example.net/x.js")', "fetches https://cdn.example.net/x.js"],
    ["a.js", 'fetch("https://api.example.net/x")', "fetches https://api.example.net/x"]
  ])("reports %s with %s", (file, text, fault) => {
    const project = temporaryProject({ "dist/index.html": page, "dist/.nojekyll": "" });
    write(project, { [`dist/${file}`]: text });
    const faults = checkSite(join(project, "dist"), "/name/");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it("asks for the site and for .nojekyll", () => {
    const project = temporaryProject({});
    expect(checkSite(join(project, "dist"), "/").join()).toContain("run: npm run build");
    write(project, { "dist/index.html": page });
    expect(checkSite(join(project, "dist"), "/").join()).toContain("missing dist/.nojekyll");
  });
});
