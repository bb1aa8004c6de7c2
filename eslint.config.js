import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";

/** The floors of src/science from the ground up; all other folders there are rooms of techniques. */
const floors = ["numerics", "material", "particle", "pathways"];
const science = new URL("src/science/", import.meta.url);
const rooms = readdirSync(science, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !floors.includes(entry.name))
  .map(({ name }) => name);

/** Libraries that the numerics may use: pure ones. */
const pureLibraries = ["delaunator", String.raw`fft\.js`];

const into = (folders) => String.raw`^(?:\.\./)+(?:${folders.join("|")})/`;
const above = {
  regex: into(["data", "components", "figures", "supplementary", "explore", "hypotheses", "tools", "test"])
};

const forbid = (files, patterns) => ({
  files,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] }
});

const house = (regex, message, more = {}) => ({ regex, message, ...more });

/** A floor or room may import from the folders named, and from itself. */
const scienceImports = (folder, below) =>
  forbid(
    [`src/science/${folder}/**/*.ts`],
    [
      house(
        into([...floors, ...rooms].filter((name) => name !== folder && !below.includes(name))),
        `${folder} may import from ${[...below, "its own folder"].join(", ")} only: what is shared goes down a floor`
      ),
      house(above.regex, "science imports nothing from pages, components, loaders or tools"),
      house(
        String.raw`^(?!\.|(?:${pureLibraries.join("|")})$)`,
        "science is pure: no Node, no DOM, no charts, no tables"
      )
    ]
  );

const impure = [
  ..."window document self globalThis navigator location localStorage fetch performance Date process Buffer".split(
    " "
  ),
  ..."setTimeout setInterval queueMicrotask requestAnimationFrame Worker console crypto require".split(" ")
];

export default tseslint.config(
  // AssemblyScript (*.as.ts) is checked by its own compiler.
  { ignores: ["node_modules/", "dist/", ".cache/", "src/.observablehq/", "**/*.as.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["vitest.config.ts"] },
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true }
      ],
      // The type of an item of an array leaves out that it may be missing, so the check of it looks unneeded.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Arrow compares its types by numbers of an enumeration throughout.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }]
    }
  },
  ...floors.map((floor, i) => scienceImports(floor, floors.slice(0, i))),
  ...rooms.map((room) => scienceImports(room, floors)),
  {
    files: ["src/science/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...impure.map((name) => ({ name, message: "science is pure: no DOM, Node, files, network or clock" }))
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "draw from a seeded generator of numerics" }
      ]
    }
  },
  forbid(
    ["src/components/**/*.ts"],
    [
      house(into(["data"]), "components are given their data; only types may come from loaders", {
        allowTypeImports: true
      }),
      house("^node:", "components run in the browser"),
      house(into(["tools", "test"]), "components import nothing from tools or tests")
    ]
  ),
  forbid(
    ["src/data/**/*.ts"],
    [house(into(["components", "tools", "test"]), "loaders import from science and from data/lib only")]
  )
);
