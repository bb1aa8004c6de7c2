// Every fault of a file in one sentence: ours pass, and what a library throws is put into words that say what to do.

const ours = /^(?:unknown|invalid|missing|ambiguous|unsupported)\b/;

/** The error as a sentence of ours. @param what a few words on what was read, "the TIFF" @param mend what to do */
export function said(
  error: unknown,
  what: string,
  mend = "it may be cut off or damaged: copy or export it again"
): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (ours.test(message) || (error instanceof Error && error.name === "AbortError"))
    return error instanceof Error ? error : new Error(message);
  const detail = message.replace(/\s+/g, " ").trim().slice(0, 120);
  return new Error(`invalid ${what}: it could not be read${detail ? ` (${detail})` : ""}; ${mend}`, {
    cause: error
  });
}

/** Runs `work`; what it throws becomes a sentence. */
export async function saying<T>(what: string, work: () => T | Promise<T>, mend?: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw said(error, what, mend);
  }
}
