// How far a numbering may reach before the words of a label.
import { expect, it } from "vitest";
import { rewriteLabel } from "../../../../src/core/domain/contrat/contract-label";

const LABEL = "Garantir un accès aux droits pour tous";

it("keeps what stands before the words, up to 120 characters", () => {
  const dress = (length: number): string => `5.${" ".repeat(length - 2)}`;
  const kept = [119, 120, 121].map((length) => rewriteLabel(`${dress(length)}Garantir un acces`, LABEL));
  // Beyond, what stays of the spaces is nobody's loss.
  expect(kept).toEqual([119, 120, 120].map((length) => `${dress(length)}${LABEL}`));
});
