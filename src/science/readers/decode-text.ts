// Bytes of a text file → text, in the encoding that they are in: UTF-8, UTF-16 of either order (with or without a mark), else
// Windows-1252, of which Latin-1 is a part. Unicode Standard 15, section 23.8 (byte order marks); WHATWG Encoding.

export interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Latin-1";
}

/** Share of zero bytes at even or odd places above which a text is UTF-16. */
const zeroShare = 0.3;

/** @throws for what is no text: bytes that no text of any of these encodings holds */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const label = encoding === "Latin-1" ? "windows-1252" : encoding.toLowerCase();
  const text = new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, "");
  const strange = controls(text);
  if (strange > 0.02 * Math.min(text.length, sampled) + 2)
    throw new Error(
      "unsupported text: the file holds bytes that are no characters; it is of another type: choose a text, TIFF, HDF5, Parquet or .xlsx file"
    );
  return { text, encoding };
}

const sampled = 65536;

/** Characters among the first that no text has. */
function controls(text: string): number {
  let count = 0;
  for (let i = 0; i < Math.min(text.length, sampled); ++i) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) ++count;
  }
  return count;
}

function encodingOf(bytes: Uint8Array): DecodedText["encoding"] {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8";
  const first = bytes.subarray(0, sampled);
  const zeros = [0, 0];
  for (let i = 0; i < first.length; ++i) if (first[i] === 0) ++zeros[i % 2];
  const most = (zeroShare * first.length) / 2;
  if (zeros[1] > most && zeros[0] < zeros[1] / 4) return "UTF-16LE";
  if (zeros[0] > most && zeros[1] < zeros[0] / 4) return "UTF-16BE";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "UTF-8";
  } catch {
    return "Latin-1";
  }
}
