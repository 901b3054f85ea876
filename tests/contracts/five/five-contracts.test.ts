// Five more contracts that nobody signed, as prose writes them: what is read of each is right, and all else is asked.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ConventionDefinition } from "../../../src/core/contract/convention";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { readText } from "../../../src/documents/read-text";

type Definition = ConventionDefinition;

function drafted(name: string) {
  const texte = readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8");
  const draft = draftSigned(readText(texte, `${name}.txt`));
  if (!draft.ok) throw new Error(draft.message);
  const { definition } = draft;
  const champs = [...new Set((definition.questions ?? []).map(({ champ }) => champ))];
  return { definition, champs };
}

const parties = ({ etat, collectivite, signataires = [] }: Definition) =>
  [etat, collectivite, ...signataires].map(({ nom, representant, qualite }) => [nom, representant, qualite].join(", "));

test.each<[string, readonly string[]]>([
  [
    "deux-beneficiaires",
    [
      "État, Jean TESSIER, Préfet de la région Ardenac, préfet du Vaurel",
      "Département du Vaurel, Odile GRAND, Présidente",
      "État, Anne LOU, Sous-préfète de Brissac",
      "CCAS de Brissac, Luc MOREL, Vice-président",
    ],
  ],
  [
    "appui-en-milliers",
    ["État, Claire BOIS, Préfète de la région Nord-Arvennes", "Métropole d’Arvennes, Paul HENRI, Président"],
  ],
  ["commune-en-fiches", ["État, Yves DAVID, Préfet du Lornais", "commune de Saint-Aubrac, Rose FILS, Maire"]],
  [
    "caf-au-tableau",
    [
      "État, Inès ROY, Préfète de région",
      "Collectivité européenne des Vallons, Marc SAND, Président",
      "Caisse d’allocations familiales, Alain PIC, Directeur",
    ],
  ],
  [
    "annees-numerotees",
    ["État, Rémi CHAT, Préfet du Haut-Orne", "Communauté urbaine de Grandlieu, Aziz BEN, Président"],
  ],
])("%s: who signed", (name, expected) => {
  expect(parties(drafted(name).definition)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ["deux-beneficiaires", ["collectivite.motsColonne", "actions[].montants", "annees", "versements", "autresComptes"]],
  ["appui-en-milliers", ["cofinancement.seuil", "creditsEtat[0].montant", "actions[0].indicateurs[0].t0"]],
  ["commune-en-fiches", ["actions", "annees", "periode.fin", "cofinancement.seuil", "versements"]],
  ["caf-au-tableau", ["autresFinanceurs", "annees", "cofinancement.seuil", "axes[0].intitule"]],
  ["annees-numerotees", ["actions", "cofinancement.niveau", "versements", "creditsEtat"]],
])("%s: what is doubtful is asked", (name, expected) => {
  const { champs } = drafted(name);
  expect(expected.filter((champ) => !champs.includes(champ))).toEqual([]);
});

test("who pays is no account", () => {
  expect(drafted("annees-numerotees").definition.comptable).toBe("Trésorière de Grandlieu");
  expect(drafted("appui-en-milliers").definition.comptable).toBe("DRFiP");
});

test("money that goes back is no payment", () => {
  expect(drafted("appui-en-milliers").champs).not.toContain("versements");
});

test("a year before the first one is where an indicator started from", () => {
  const { actions } = drafted("appui-en-milliers").definition;
  expect(actions.map(({ indicateurs }) => indicateurs[0]?.t0)).toEqual([10, 40, 21, "nd"]);
});

test("what others give stands in the table and in the definition", () => {
  const { actions, autresFinanceurs } = drafted("caf-au-tableau").definition;
  expect(autresFinanceurs).toEqual([{ nom: "CAF" }]);
  const given = [2024, 2025, 2026, 2027].map((annee) => ({ financeur: "CAF", annee, montant: 50_000 }));
  expect(actions.map(({ autres }) => autres)).toEqual([given, undefined, undefined]);
});

test("a contract that begins in spring counts by calendar years where it ends with one", () => {
  expect(drafted("caf-au-tableau").definition.annees.map(({ debut, fin }) => `${debut} ${fin}`)).toEqual([
    "2024-04-01 2024-12-31",
    "2025-01-01 2025-12-31",
    "2026-01-01 2026-12-31",
    "2027-01-01 2027-12-31",
  ]);
});
