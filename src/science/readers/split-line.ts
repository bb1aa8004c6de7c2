// One line of a delimited text → its fields. Quotes as in RFC 4180, but for line ends within them.

export type Separator = "\t" | ";" | "," | " ";
export const separators: readonly Separator[] = ["\t", ";", ",", " "];

export function splitLine(line: string, separator: Separator): string[] {
  if (separator === " ") return line.trim() === "" ? [] : line.trim().split(/\s+/);
  if (!line.includes('"')) return line.split(separator).map((field) => field.trim());
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < line.length; ++i) {
    const c = line[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (line[i + 1] === '"') {
        field += '"';
        ++i;
      } else quoted = false;
    } else if (c === '"' && field.trim() === "") {
      quoted = true;
      field = "";
    } else if (c === separator) {
      fields.push(field.trim());
      field = "";
    } else field += c;
  }
  fields.push(field.trim());
  return fields;
}
