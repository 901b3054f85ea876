// The avenant to come in a real file: its draft takes no effect, its sheets are no tables of the agent's, and once it is signed everything follows.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { ecrireMontant, nouvelleVariante } from "../../src/core/preparation/changements";
import { proposer } from "../../src/core/preparation/proposer";
import type { Variante } from "../../src/core/domain/variante";
import { SECTION_COLUMNS } from "../../src/core/contract/clauses/sections";
import { verify } from "../../src/core/verify";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { createProjet, keepVariante, prepareAvenant } from "../../src/usecases/prepare-avenant";
import { situateWorkbook } from "../../src/usecases/situate-workbook";

const AS_OF = "2026-11-29";
const DEMANDE = { contrats: contratsIntegres, asOf: AS_OF, annee: 2027 };
const ALL = { registre: true, tableau: true, note: true };
const BYTES = readFileSync(fileURLToPath(new URL("../../exemples/classeur-conforme.xlsx", import.meta.url)));
const open = (bytes: Uint8Array = BYTES) => openFileWorkbook(bytes, "classeur.xlsx");

/** Action 3 gains 5 000 € of each party, action 4 loses them. */
async function variante(port: WorkbookPort): Promise<Variante> {
  const { tableau } = await prepareAvenant(port, DEMANDE);
  const typed = [
    [3, "30 000"],
    [4, "15 000"],
  ] as const;
  return typed.reduce(
    (from, [action, montant]) =>
      (["etat", "collectivite"] as const).reduce(
        (each, part) => ecrireMontant(each, tableau, action, part, montant),
        from,
      ),
    nouvelleVariante("Après réunion", 2027, AS_OF),
  );
}

/** The lines of the third avenant: the example has two that are signed. */
async function projets(port: WorkbookPort) {
  const { registre } = await situateWorkbook(port, contratsIntegres, AS_OF);
  return registre.filter(({ numero }) => numero === 3);
}

async function verified(port: WorkbookPort) {
  const { verification } = verify(await port.read(), contratsIntegres, AS_OF);
  const held = verification.findings.filter(({ severity }) => severity !== "info");
  return { verification, held: held.map(({ message }) => message) };
}

describe("the draft of an avenant", () => {
  it("makes a conforming workbook no less so, is kept with its variant, and follows once it is signed", async () => {
    const file = open();
    const before = await verified(file.port);
    const one = await variante(file.port);
    const created = await createProjet(file.port, DEMANDE, one, ALL, false);
    expect(created).toMatchObject({ numero: 3, refusals: [] });
    expect(created.sheetNames).toEqual(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]);

    const again = open(file.save());
    const draft = await verified(again.port);
    expect(draft.held).toEqual(before.held);
    expect(draft.verification.verdict.state).toBe(before.verification.verdict.state);
    expect(draft.verification.read).toHaveLength(before.verification.read.length);
    const { variantes } = await prepareAvenant(again.port, DEMANDE);
    expect(variantes).toEqual([one]);
    const registre = await projets(again.port);
    expect(registre.map(({ etat }) => etat)).toEqual(Array(8).fill("projet"));

    // Signed: the date in each of its lines, and nothing else.
    const sheet = again.model.sheets.find(({ name }) => name === "Contrat");
    const column = SECTION_COLUMNS.avenants.signeLe.place;
    for (const { cell } of registre)
      sheet?.setContent(cell.row, cell.column + column - SECTION_COLUMNS.avenants.numero.place, {
        value: 46350,
        formula: null,
      });
    const signed = open(again.save());
    const after = await situateWorkbook(signed.port, contratsIntegres, AS_OF);
    expect(after.annees.find(({ annee }) => annee === 2027)).toMatchObject({ statut: "ferme", avenant: 3 });
    const { verification } = await verified(signed.port);
    const asked = verification.findings.filter(
      ({ rule, severity }) => rule === "montant-contractualise" && severity === "error",
    );
    // More of the Métropole than the avenant asks, for action 4, is no broken commitment.
    expect(
      asked.map(({ subject, figures }) => [subject.action, subject.year, subject.party, figures?.expected]),
    ).toEqual([
      [3, 2027, "etat", 3_000_000],
      [3, 2027, "collectivite", 3_000_000],
      [4, 2027, "etat", 1_500_000],
    ]);
    // The next one starts from what it fixed, and is the fourth.
    const next = await prepareAvenant(signed.port, DEMANDE);
    expect(next.banc.numero).toBe(4);
    expect(next.tableau.lignes.filter(({ action }) => action.numero === 3).map(({ contrat }) => contrat.etat)).toEqual([
      3_000_000,
    ]);
    expect(proposer(next, one).lignes.every(({ sort }) => sort === "inchangee")).toBe(true);
  });

  it("is written anew in its place when that is asked, and only then", async () => {
    const { port } = open();
    const one = await variante(port);
    await createProjet(port, DEMANDE, one, ALL, false);
    const { tableau } = await prepareAvenant(port, DEMANDE);
    const other = { ...ecrireMontant(one, tableau, 4, "etat", "20 000"), nom: "Autre" };
    await expect(createProjet(port, DEMANDE, other, ALL, false)).rejects.toThrow(/projet d’avenant n°.3/u);
    await createProjet(port, DEMANDE, other, ALL, true);
    const registre = await projets(port);
    // The envelope is no longer met: it is fixed as a whole, and three amounts change.
    expect(registre.map(({ libelle }) => libelle.replaceAll("\u00a0", " "))).toEqual([
      "Crédits de l’État – 2027",
      "Action 3 – 2027 – part État",
      "Action 3 – 2027 – part Métropole",
      "Action 4 – 2027 – part Métropole",
    ]);
    expect((await prepareAvenant(port, DEMANDE)).variantes.map(({ nom }) => nom)).toEqual(["Après réunion", "Autre"]);
  });

  it("keeps a variant in the place of the one of its name", async () => {
    const { port } = open();
    const one = await variante(port);
    await keepVariante(port, one);
    expect(await keepVariante(port, { ...one, nom: "après réunion", par: "Mme Durand" })).toEqual([
      { ...one, nom: "après réunion", par: "Mme Durand" },
    ]);
  });
});
