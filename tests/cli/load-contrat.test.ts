// Which contract serves a command: a file, one of the product's by its identifier, or those of the product.
import { expect, it } from "vitest";
import { chooseContrat } from "../../src/cli/load-contrat";
import { contratIntegre, contratsIntegres } from "../../src/contracts/built-in";

it("takes those of the product where none is named, of which the workbook tells", () => {
  expect(chooseContrat(null)).toEqual({ convention: contratsIntegres, source: "built-in" });
});

it("takes one of the product by its identifier, whatever the workbook says", () => {
  expect(chooseContrat(contratIntegre.id)).toEqual({ convention: contratIntegre, source: "given" });
});

it("takes any other name for a file, and says that it is not there", () => {
  expect(() => chooseContrat("contrat-inconnu.json")).toThrow(/--contrat contrat-inconnu\.json/);
});
