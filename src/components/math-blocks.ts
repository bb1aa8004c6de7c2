/**
 * Equations in pages: a fence named `math` holds TeX and becomes MathML while the site is built, so that no page loads
 * a typesetter. (Framework's own `tex` cells are typeset in the browser and cost 76 kB.) Called by the configuration.
 */
import katex from "katex";

interface Token {
  info: string;
  content: string;
}
type Rule = (tokens: Token[], index: number, ...rest: unknown[]) => string;
interface MarkdownIt {
  renderer: { rules: { fence?: Rule } };
}

export function mathBlocks<M extends MarkdownIt>(md: M): M {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    if (info.trim() !== "math") return fence?.(tokens, index, ...rest) ?? "";
    const mathml = katex.renderToString(content, { output: "mathml", displayMode: true, throwOnError: true });
    return `<div class="math" tabindex="0" role="math">${mathml}</div>\n`;
  };
  return md;
}
