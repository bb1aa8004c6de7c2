// Written by `npm run assembly` from fourier-filter.as.ts: 620 bytes of WebAssembly. Do not edit.

export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly filter: (data: number, length: number, twiddles: number, gains: number) => void;
}

const base64 =
  "AGFzbQEAAAABCAFgBH9/f38AAwIBAAUDAQAABxMCBmZpbHRlcgAABm1lbW9yeQIACrkEAbYEAgh/CHsgAUEBdSEFQQghBwNAIAVB" +
  "AEoEQEEAIQYDQCABIAZKBEAgAiEEIAAgBkEFdGoiCCAFQQV0IgpqIQsDQCAE/QkCACENIAT9CQIEIQ4gCP0ABAAiDyAIIApqIgn9" +
  "AAQAIhD95QEhESAI/QAEECISIAn9AAQQIhP95QEhDCAIIA8gEP3kAf0LBAAgCCASIBP95AH9CwQQIAkgESAN/eYBIAwgDv3mAf3k" +
  "Af0LBAAgCSAMIA395gEgESAO/eYB/eUB/QsEECAEIAdqIQQgCyAIQSBqIghLDQALIAYgBUEBdGohBgwBCwsgBUEBdSEFIAdBAXQh" +
  "BwwBCwsgACIEIAFBBXRqIQUDQCAEIAT9AAQAIAP9CQIAIgz95gH9CwQAIAQgBP0ABBAgDP3mAf0LBBAgA0EEaiEDIAUgBEEgaiIE" +
  "Sw0AC0EBIQYgAUECdCEHA0AgASAGSgRAQQAhBANAIAEgBEoEQCACIQMgACAEQQV0aiIFIAZBBXQiCGohCQNAIAX9AAQQIQwgBSAF" +
  "/QAEACINIAUgCGoiCv0ABAAiDiAD/QkCACIP/eYBIAr9AAQQIhAgA/0JAgQiEf3mAf3lASIS/eQB/QsEACAFIAwgECAP/eYBIA4g" +
  "Ef3mAf3kASIO/eQB/QsEECAKIA0gEv3lAf0LBAAgCiAMIA795QH9CwQQIAMgB2ohAyAJIAVBIGoiBUsNAAsgBCAGQQF0aiEEDAEL" +
  "CyAGQQF0IQYgB0EBdiEHDAELCws=";

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
