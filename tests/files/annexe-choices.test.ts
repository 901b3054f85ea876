// What the pane offers to choose from: the contract in force, and the fiches that the workbook lacks.
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { createXlsx } from "../../src/files/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { annexeChoices } from "../../src/usecases/annexe-choices";
import { insertAnnexe } from "../../src/usecases/insert-annexe";

const AS_OF = "2026-11-24";

it("are the years and actions of the contract, with the fiches that are there", async () => {
  const { port } = openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx");
  const { annees, actions } = await annexeChoices(port, contratIntegre, AS_OF);
  expect(annees).toEqual([2024, 2025, 2026, 2027]);
  expect(actions.map(({ numero, hasFiche }) => [numero, hasFiche])).toEqual(
    contratIntegre.actions.map(({ numero }) => [numero, false]),
  );
  await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "fiches", action: 5 }]);
  const found = await annexeChoices(port, contratIntegre, AS_OF);
  expect(found.actions.filter(({ hasFiche }) => hasFiche).map(({ numero }) => numero)).toEqual([5]);
});

it("leave out what all the annexes at once would have twice, and say when nothing is left", async () => {
  const { port } = openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx");
  const missing = [
    { kind: "fiches", action: null, siManque: true },
    { kind: "contrat", siManque: true },
  ] as const;
  expect(await insertAnnexe(port, contratIntegre, AS_OF, missing)).toHaveLength(9);
  await expect(insertAnnexe(port, contratIntegre, AS_OF, missing)).rejects.toThrow(/^Le classeur a déjà tout/u);
});
