// coordonnees-bancaires: the account of article 3, each of its characters wrong in turn, and two accounts that differ.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import type { CoordonneesLues } from "../../../src/core/domain/dossier";
import rule from "../../../src/core/rules/coordonnees-bancaires";
import { reportsIn } from "./rule-tester";
import { collect } from "../../../src/core/rules/collect";
import { buildDossier } from "./dossier-builder";
import { buildCoordonnees } from "./part-builder";
import { testRule } from "./rule-tester";

const IBAN = "FR83 3000 1003 34c2 1100 0000 015";
const RIB = "30001 00334 C21 10000000 15";
const BOXES = ["30001", "00334", "C2110000000", "15"];
const parts = (...coordonnees: Parameters<typeof buildCoordonnees>) => ({
  coordonnees: [buildCoordonnees(...coordonnees)],
});

const withOtherAccount: Convention = {
  ...contratIntegre,
  autresComptes: [{ titulaire: "CCAS", iban: "FR14 2004 1010 0505 0001 3M02 606", bic: "PSSTFRPPLIL" }],
};

function withBic(compact: string, iban = IBAN, rib = RIB) {
  const cell = { ref: { sheet: "Banque", row: 2, column: 1 }, text: compact, formula: null };
  return { ...buildCoordonnees(iban, rib), bic: { label: cell, cells: [cell], compact } } as const;
}

/** What else stands beside a label. */
function withOther(champ: "iban" | "bic", coordonnees: CoordonneesLues): CoordonneesLues {
  const cell = { ref: { sheet: "Banque", row: 9, column: 1 }, text: "à compléter", formula: null };
  return { ...coordonnees, illisibles: [{ champ, cell }] };
}

testRule(rule, {
  compliant: [
    { name: "article 3", parts: parts(IBAN, RIB) },
    {
      name: "without spaces, in small letters",
      parts: parts(IBAN.replaceAll(" ", "").toLowerCase(), RIB.toLowerCase()),
    },
    { name: "the contract's bank, whichever branch", parts: { coordonnees: [withBic("BDFEFRPPCCT")] } },
    { name: "a RIB in four boxes", parts: parts(IBAN, BOXES) },
    {
      name: "another account that the contract names",
      convention: withOtherAccount,
      parts: parts("FR14 2004 1010 0505 0001 3M02 606", "20041 01005 0500013M026 06"),
    },
    { name: "its own, where it names another too", convention: withOtherAccount, parts: parts(IBAN, RIB) },
  ],
  discrepancy: [
    {
      name: "another valid account than the contract's",
      parts: parts("FR14 2004 1010 0505 0001 3M02 606", "20041 01005 0500013M026 06"),
      findings: [
        {
          message: "pas-celui-du-contrat",
          id: "coordonnees-bancaires/contrat",
          severity: "error",
          cells: ["Banque!B1", "Banque!B2"],
        },
      ],
    },
    {
      name: "the bank of its own beside another account that it names",
      convention: withOtherAccount,
      parts: {
        coordonnees: [withBic("BDFEFRPPCCT", "FR14 2004 1010 0505 0001 3M02 606", "20041 01005 0500013M026 06")],
      },
      findings: [{ message: "bic", id: "coordonnees-bancaires/bic", severity: "error", cells: ["Banque!B3"] }],
    },
    {
      name: "another bank",
      parts: { coordonnees: [withBic("BNPAFRPPXXX")] },
      findings: [{ message: "bic", id: "coordonnees-bancaires/bic", severity: "error", cells: ["Banque!B3"] }],
    },
    {
      name: "one digit of the IBAN",
      parts: parts("FR83 3000 1003 34C2 1100 0000 016", RIB),
      findings: [
        {
          message: "iban",
          id: "coordonnees-bancaires/iban",
          severity: "error",
          cells: ["Banque!B1"],
          explained: true,
          fix: [{ cell: "Banque!B1", value: "FR83 3000 1003 34C2 1100 0000 015" }],
        },
      ],
    },
    {
      name: "two digits swapped in a box of the RIB",
      parts: parts(IBAN, ["30001", "00343", "C2110000000", "15"]),
      findings: [
        {
          message: "rib",
          id: "coordonnees-bancaires/rib",
          severity: "error",
          cells: ["Banque!B2", "Banque!C2", "Banque!D2", "Banque!E2"],
          explained: true,
        },
      ],
    },
    {
      name: "a character left out",
      parts: parts(IBAN, "30001 00334 C21 1000000 15"),
      findings: [
        {
          message: "rib",
          id: "coordonnees-bancaires/rib",
          severity: "error",
          cells: ["Banque!B2"],
          explained: true,
          fix: [{ cell: "Banque!B2", value: "30001 00334 C2110000000 15" }],
        },
      ],
    },
    {
      name: "the same mistake copied into both",
      parts: parts("FR83 3000 1003 34C2 1100 0000 115", "30001 00334 C2110000001 15"),
      findings: [
        {
          message: "meme-erreur",
          id: "coordonnees-bancaires/compte",
          severity: "error",
          cells: ["Banque!B1", "Banque!B2"],
        },
      ],
    },
    {
      name: "two valid accounts",
      parts: parts("FR14 2004 1010 0505 0001 3M02 606", RIB),
      findings: [
        {
          message: "autre-compte",
          id: "coordonnees-bancaires/compte",
          severity: "error",
          cells: ["Banque!B1", "Banque!B2"],
        },
      ],
    },
    {
      name: "an IBAN alone, of a key that is wrong",
      parts: parts("FR56 3000 1003 34C2 1100 0000 016", null),
      notCheckable: 1,
      findings: [
        { message: "cle-du-compte", id: "coordonnees-bancaires/iban", severity: "error", cells: ["Banque!B1"] },
      ],
    },
    {
      name: "each wrong in its own way",
      parts: parts("FR83 3000 1003 34C2 1100 0000 016", "30001 00335 C2110000000 15"),
      findings: [
        { message: "iban", id: "coordonnees-bancaires/iban", severity: "error", cells: ["Banque!B1"] },
        { message: "rib", id: "coordonnees-bancaires/rib", severity: "error", cells: ["Banque!B2"] },
      ],
    },
  ],
  notCheckable: [
    { name: "an IBAN alone", parts: parts(IBAN, null), notCheckable: 1 },
    { name: "the IBAN of another country", parts: parts("DE89 3704 0044 0532 0130 00", null), notCheckable: 1 },
    { name: "a RIB alone", parts: parts(null, RIB), notCheckable: 1 },
    {
      name: "words where the IBAN should be, beside those of another place",
      parts: { coordonnees: [withOther("iban", buildCoordonnees(IBAN, RIB))] },
      notCheckable: 1,
    },
    {
      name: "words where the IBAN should be, said once",
      parts: { coordonnees: [withOther("iban", buildCoordonnees(null, RIB))] },
      notCheckable: 1,
    },
    {
      name: "words where the BIC should be",
      parts: { coordonnees: [withOther("bic", buildCoordonnees(IBAN, RIB))] },
      notCheckable: 1,
    },
  ],
});

describe("one wrong character", () => {
  const wrong = (text: string, index: number): string | null => {
    const character = text[index] ?? "";
    if (!/[A-Z0-9]/i.test(character)) return null;
    const other = /\d/.test(character) ? String((Number(character) + 1) % 10) : character === "A" ? "B" : "A";
    return text.slice(0, index) + other + text.slice(index + 1);
  };
  const slips = (text: string) =>
    Array.from(text, (_, index) => wrong(text, index)).filter((slip): slip is string => slip !== null);

  it.each([...slips(IBAN).map((iban) => [iban, RIB]), ...slips(RIB).map((rib) => [IBAN, rib])])(
    "is one finding: %s and %s",
    (iban = "", rib = "") => {
      const reports = reportsIn(collect(rule, buildDossier({ parts: parts(iban, rib) })));
      expect(reports).toHaveLength(1);
      expect(reports[0]?.cells).toEqual([{ sheet: "Banque", row: iban === IBAN ? 1 : 0, column: 1 }]);
    },
  );
});
