// Compiles the AssemblyScript kernels, *.as.ts, to WebAssembly with vectors, and writes the bytes next to each as a
// module, *.wasm.ts, so that Node, workers and pages can start it at once, without reading a file.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const folder = new URL("../src/science/numerics/assembly/", import.meta.url);

/** Names of the kernels that there are. */
export const kernels = readdirSync(folder)
  .filter((file) => file.endsWith(".as.ts"))
  .map((file) => file.slice(0, -".as.ts".length));

/** Some browsers compile no more than this at once on a page's own thread. */
const mostBytes = 4096;

/** @returns the text of the module that holds a kernel @throws with the compiler's messages if it refuses */
export async function assemble(kernel: string): Promise<string> {
  const source = readFileSync(new URL(`${kernel}.as.ts`, folder), "utf8");
  const written = new Map<string, Uint8Array>();
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(
    ["kernel.ts", "--outFile", "kernel.wasm", "--runtime", "stub", "--enable", "simd", "-O3", "--noAssert"],
    {
      stderr,
      readFile: (name) => (name === "kernel.ts" ? source : null),
      writeFile: (name, contents) => {
        if (typeof contents !== "string") written.set(name, contents);
      },
      listFiles: () => []
    }
  );
  const binary = written.get("kernel.wasm");
  if (error || !binary) throw new Error(`invalid kernel ${kernel}: ${stderr.toString()}`, { cause: error });
  if (binary.length > mostBytes)
    throw new Error(
      `invalid kernel ${kernel}: ${binary.length} bytes; must be ${mostBytes} at most for pages to start it: split it`
    );
  return moduleText(kernel, source, binary);
}

function moduleText(kernel: string, source: string, binary: Uint8Array): string {
  const base64 = Buffer.from(binary).toString("base64");
  return `// Written by \`npm run assembly\` from ${kernel}.as.ts: ${binary.length} bytes of WebAssembly. Do not edit.

export interface Kernel {
  readonly memory: WebAssembly.Memory;
${signatures(source)
  .map((signature) => `  readonly ${signature};\n`)
  .join("")}}

const base64 =
${(base64.match(/.{1,100}/g) ?? []).map((line) => `  "${line}"`).join(" +\n")};

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
let compiled: WebAssembly.Module | undefined;
let shared: Kernel | undefined;

/** Whether this engine can run it: all do that have WebAssembly with vectors. */
export const supported = (): boolean => typeof WebAssembly === "object" && WebAssembly.validate(bytes());

/** A kernel with a memory of its own. */
export function start(): Kernel {
  compiled ??= new WebAssembly.Module(bytes());
  return new WebAssembly.Instance(compiled).exports as unknown as Kernel;
}

/** The one kernel that all callers share, who must expect nothing in its memory. */
export const instance = (): Kernel => (shared ??= start());
`;
}

/** The exported functions as TypeScript sees them from outside: all numbers. */
function signatures(source: string): string[] {
  const functions = source.matchAll(/^export function (\w+)\(([^)]*)\): (\w+)/gm);
  return Array.from(functions, ([, name, parameters, result]) => {
    const names = Array.from(parameters.matchAll(/(\w+): \w+/g), ([, parameter]) => `${parameter}: number`);
    return `${name}: (${names.join(", ")}) => ${result === "void" ? "void" : "number"}`;
  });
}

if (process.argv[1]?.endsWith("tools/assembly.ts"))
  for (const kernel of kernels) writeFileSync(new URL(`${kernel}.wasm.ts`, folder), await assemble(kernel));
