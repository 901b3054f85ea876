// The words of a procès-verbal: a reason, a decision or a fiche that changes is another fingerprint, and is named with its cell.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import { empreinteDesChiffres } from "../../../../src/core/reports/proces-verbal/empreinte";
import { motifsDonnes, textesDesFiches } from "../../../../src/core/reports/proces-verbal/textes";
import type { Cell, FicheLue } from "../../../../src/core/domain/dossier";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { cellRef } from "../../rules/dossier-builder";

const JUSTIFICATION: NonNullable<Finding["justification"]> = {
  text: "Recrutement retardé",
  by: "Mme Durand",
  party: "collectivite",
  on: "2026-02-01",
  decision: "accepted",
  decidedBy: "DDETS",
  decidedParty: "etat",
  decidedOn: "2026-03-01",
  remark: null,
  cell: cellRef("Écarts", "K7"),
};

const finding = (justification: Finding["justification"]): Finding => ({
  id: "sous-consommation/1/2024/total",
  rule: "sous-consommation",
  article: "2.2",
  severity: "warning",
  cells: [cellRef("Exécution", "D4")],
  subject: { action: 1, year: 2024, party: "total" },
  problem: "Sous-consommation",
  message: "Action 1 – 2024 – Total exécuté\u00a0: 1,00\u00a0€ pour 2,00\u00a0€",
  figures: null,
  explanation: null,
  causedBy: null,
  justification,
  fix: null,
});

const contract = { localParty: "Métropole" };

const written = (changes: Partial<typeof JUSTIFICATION> = {}) =>
  motifsDonnes({ contract, findings: [finding({ ...JUSTIFICATION, ...changes })] });

describe("a reason and its decision", () => {
  it("stand with their finding, who and when, and the cell where they were typed", () => {
    expect(written().map(({ cle, libelle, valeur, cellule }) => [cle, libelle, valeur, cellule])).toEqual([
      [
        "motif/sous-consommation/1/2024/total",
        "Justification – Action 1 – 2024 – Total exécuté",
        "Recrutement retardé (Mme Durand, Métropole, 01/02/2026)",
        "Écarts!K7",
      ],
      [
        "decision/sous-consommation/1/2024/total",
        "Décision – Action 1 – 2024 – Total exécuté",
        "acceptée par DDETS, État, 01/03/2026",
        "Écarts!K7",
      ],
    ]);
    expect(motifsDonnes({ contract, findings: [finding(null)] })).toEqual([]);
  });

  it.each<Partial<typeof JUSTIFICATION>>([
    { text: "Recrutement retardé." },
    { by: "M. Martin" },
    { party: "etat" },
    { on: "2026-02-02" },
    { decision: "refused" },
    { decision: null },
    { decidedBy: "Préfecture" },
    { decidedParty: "collectivite" },
    { decision: null, remark: "Décision incomplète." },
    { decidedOn: "2026-03-02" },
  ])("change the fingerprint: %j", (changes) => {
    expect(empreinteDesChiffres(written(changes))).not.toBe(empreinteDesChiffres(written()));
  });

  it("keep it wherever they stand", () => {
    expect(empreinteDesChiffres(written({ cell: cellRef("Écarts", "K9") }))).toBe(empreinteDesChiffres(written()));
  });
});

describe("the texts of a fiche", () => {
  const cell = (address: string, text: string): Cell => ({ ref: cellRef("Fiche 1", address), text, formula: null });
  const fiche = (text: string): FicheLue => ({
    range: { sheet: "Fiche 1", top: 0, left: 0, bottom: 9, right: 1 },
    titre: cell("A1", "Action 1"),
    action: contratIntegre.actions[0] ?? null,
    champs: new Map([["objectif", { label: cell("A4", "Objectif principal"), cells: [cell("B4", text)], text }]]),
  });
  const long = "Aller vers les personnes, ".repeat(40);

  it("stand with their action, field and cell; a long one by its beginning and its fingerprint", () => {
    expect(textesDesFiches({ fiches: [fiche("Aller vers")] })).toEqual([
      {
        cle: "fiche/action-1/objectif",
        libelle: "Fiche de l’action 1 – objectif principal",
        valeur: "Aller vers",
        cellule: "'Fiche 1'!B4",
      },
    ]);
    expect(textesDesFiches({ fiches: [fiche(long)] })[0]?.valeur).toMatch(
      /^Aller vers .*… \(1.?039 caractères, empreinte [0-9a-f]{12}\)$/,
    );
    expect(textesDesFiches({ fiches: null })).toEqual([]);
  });

  it("change the fingerprint with their last letter, and not with their spaces", () => {
    const print = (text: string) => empreinteDesChiffres(textesDesFiches({ fiches: [fiche(text)] }));
    expect(print(`${long}fin`)).not.toBe(print(`${long}Fin`));
    expect(print(`${long}fin`)).toBe(print(` ${long.replaceAll(" ", "\n")} fin`));
  });
});
