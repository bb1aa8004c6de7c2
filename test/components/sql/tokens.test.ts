import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, statements, tokenise } from "../../../src/components/sql/tokens.js";

const kinds = (text: string): string[] => tokenise(text).map((token) => `${token.kind}:${token.text}`);

test("names, quoted names, strings, numbers and comments are told apart", () => {
  expect(kinds(`SELECT "a ""b""", 'it''s', 1.5e-3 -- from x\nFROM t`)).toEqual([
    "word:SELECT",
    'quoted:"a ""b"""',
    "symbol:,",
    "string:'it''s'",
    "symbol:,",
    "number:1.5e-3",
    "comment:-- from x",
    "word:FROM",
    "word:t"
  ]);
});

test("comments nest, dollar quotes and escapes end where DuckDB ends them", () => {
  expect(kinds("/* a /* b */ c */ x")).toEqual(["comment:/* a /* b */ c */", "word:x"]);
  expect(kinds("$q$ from 'x' $$ $q$ y")).toEqual(["string:$q$ from 'x' $$ $q$", "word:y"]);
  expect(kinds("E'a\\'b' y")).toEqual(["string:E'a\\'b'", "word:y"]);
});

test("a quoted name loses its quotes, a doubled quote is one", () => {
  expect(tokenise(`"a ""b"""`).map(nameOf)).toEqual(['a "b"']);
});

test("statements are split at semicolons outside strings and comments; empty ones are left out", () => {
  const text = "SELECT ';' ; -- ;\n\n;  FROM t /* ; */;";
  expect(statements(text).map(({ text }) => text)).toEqual(["SELECT ';'", "FROM t"]);
  expect(statements(text).map(({ start }) => text.slice(start, start + 4))).toEqual(["SELE", "FROM"]);
  expect(statements("-- nothing\n;;")).toEqual([]);
});

test("any text at all is cut into tokens in order that leave out nothing but white space", () => {
  const odd = fc.string({
    unit: fc.constantFrom("'", '"', "$", "/", "*", "-", "\n", "a", "1", ";", "🜚", "é", ".")
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), odd), (text) => {
      let at = 0;
      for (const token of tokenise(text)) {
        expect(token.end).toBeGreaterThan(token.start);
        expect(text.slice(at, token.start).trim()).toBe("");
        expect(text.slice(token.start, token.end)).toBe(token.text);
        at = token.end;
      }
      expect(text.slice(at).trim()).toBe("");
    })
  );
});
