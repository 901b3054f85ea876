// Two lists of deadlines, the agent's and the contract's: what one of them tells is done is done, and a second day is named.
import { expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { completeEcheancier } from "../../../../src/core/reading/parts/read-echeancier";
import { verify } from "../../../../src/core/verify";
import { contratSheet, put } from "../contrat/contrat-edits";
import { rawWorkbook } from "../raw-workbook-builder";
import { buildEcheancier } from "../../rules/part-builder";

const done = (id: string, fait: string | null) => ({ id, fait, etat: "fait" as const });

it("what the agent's list leaves open is told by the other, where it stands", () => {
  const own = buildEcheancier([{ id: "indicateurs-2024" }, done("avenant-2025", "2024-12-20"), { id: "avenant-2026" }]);
  const other = buildEcheancier([
    done("indicateurs-2024", "2024-12-24"),
    done("avenant-2025", "2024-12-20"),
    { id: "avenant-2026" },
    done("rapport-execution", null),
    { id: "denonciation" },
  ]);
  const { lignes, redites } = completeEcheancier(own, other);
  expect(lignes.map(({ echeance, etat, fait }) => [echeance, etat, fait])).toEqual([
    ["indicateurs-2024", "fait", "2024-12-24"],
    ["avenant-2025", "fait", "2024-12-20"],
    ["avenant-2026", "a-faire", null],
    ["rapport-execution", "fait", null],
  ]);
  expect(lignes[0]?.faitLe).toBe(other.lignes[0]?.faitLe);
  expect(redites).toBeUndefined();
});

it.each([
  ["2024-12-19", ["Échéancier!D2"]],
  ["2024-12-20", undefined],
  ["2024-12-21", ["Échéancier!D2"]],
])("another day than the agent's, %s, is kept apart and named", (day, cells) => {
  const own = buildEcheancier([done("avenant-2025", "2024-12-20")]);
  const { lignes, redites } = completeEcheancier(own, buildEcheancier([done("avenant-2025", day)]));
  expect(lignes.map(({ fait }) => fait)).toEqual(["2024-12-20"]);
  expect(redites?.map(({ sheet, row }) => `${sheet}!D${row + 1}`)).toEqual(cells);
});

it("a list without a day of completion takes nothing away from « Contrat »", () => {
  const agents = rawWorkbook({
    Suivi: [
      ["Échéance", "Date"],
      ["Rapport d’exécution 2024-2025", "31/03/2026"],
    ],
  });
  const at = contratIntegre.echeances.findIndex(({ id }) => id === "rapport-execution") + 1;
  const findingsWith = (fait: string | null) => {
    const contrat = {
      ...contratSheet(contratIntegre, put("Échéances du contrat", at, "Fait le", fait)),
      id: "contrat",
    };
    const raw = { ...agents, sheets: [...agents.sheets, contrat] };
    expect(readDossier(raw, contratIntegre, "2026-11-24").echeancier?.range.sheet).toBe("Suivi");
    return verify(raw, contratIntegre, "2026-11-24")
      .verification.findings.map(({ id }) => id)
      .filter((id) => id === "echeances/rapport-execution");
  };
  expect(findingsWith("24/03/2026")).toEqual([]);
  expect(findingsWith(null)).toEqual(["echeances/rapport-execution"]);
});
