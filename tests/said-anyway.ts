// Which rules have something to say of a workbook without any slip: a test of a slip looks at what the others say.
import type { Convention } from "../src/core/contract/convention";
import { verify } from "../src/core/verify";
import type { RawWorkbook } from "../src/core/workbook-port";

/** They change with the rules that there are, so that no test has a list of them. */
export const saidAnyway = (clean: RawWorkbook, convention: Convention, asOf: string): ReadonlySet<string> =>
  new Set(verify(clean, convention, asOf).verification.findings.map(({ rule }) => rule));
