import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The order of test files: those that drive a browser first, for they are the longest, and a long one at the end would
 * leave the other cores idle; then the kernels, and the rest.
 */
export class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const early = ["/test/pages/every-page", "/test/pages/", "/test/components/"];
    const rank = ({ moduleId }: TestSpecification) => {
      const found = early.findIndex((part) => moduleId.includes(part));
      return found < 0 ? early.length : found;
    };
    // what took long the last time, or is large, comes first within each kind
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
