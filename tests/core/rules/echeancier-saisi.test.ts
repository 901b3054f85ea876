// echeances: the words of what the list of deadlines says otherwise, and dates that an avenant fixed.
import { describe, expect, it } from "vitest";
import { collect } from "../../../src/core/rules/collect";
import rule from "../../../src/core/rules/echeances";
import { buildDossier } from "./dossier-builder";
import { convention, line, only, SETTING } from "./echeancier-saisi";
import { buildEcheancier } from "./part-builder";
import { reportsIn } from "./rule-tester";
import { CHANGES_NOTHING } from "../empty-avenant";

it.each([
  ["2026-06-30", "le 30/06/2026"],
  ["fin juin", "«\u00a0fin juin\u00a0», qui n’est pas une date,"],
])("says the sheet’s own date where it differs: %s", (date, dit) => {
  const [, report] = reportsIn(collect(rule, buildDossier({ convention, asOf: "2026-11-24", parts: line({ date }) })));
  expect(report?.data).toMatchObject({ dit, date: "31/03/2026" });
});

describe("a date that an avenant fixed", () => {
  const avenant = {
    numero: 1,
    signeLe: "2025-02-10",
    ...CHANGES_NOTHING,
    modifications: [{ sur: `echeances/${SETTING}/date`, valeur: "2025-01-31" }],
  };
  const saidBy = (origine: string) => {
    const parts = { echeancier: buildEcheancier([{ id: SETTING, origine, date: "2025-01-31", etat: "fait" }]) };
    const amended = { ...only([SETTING]), avenants: [avenant] };
    return reportsIn(collect(rule, buildDossier({ convention: amended, asOf: "2026-11-24", parts }))).map(
      ({ message }) => message,
    );
  };

  it.each([["avenant n° 1"], ["Avenant 1 du 10/02/2025"], ["avenant"], ["le contrat"]])(
    "may be said so: %s",
    (origine) => {
      expect(saidBy(origine)).toEqual([]);
    },
  );

  it.each([["avenant n° 2"], ["réglage, libre"]])("is not fixed by %s", (origine) => {
    expect(saidBy(origine)).toEqual(["autre-origine"]);
  });
});
