// Every figure of the papers of an avenant, recomputed from the contract and from what was typed.
import { beforeAll, describe, expect, it } from "vitest";
import { contratIntegre, contratsIntegres } from "../../../src/contracts/built-in";
import {
  direPourquoi,
  ecrireEnveloppe,
  ecrireMontant,
  nouvelleVariante,
} from "../../../src/core/preparation/changements";
import { preparer, type Preparation } from "../../../src/core/preparation/preparer";
import { proposer } from "../../../src/core/preparation/proposer";
import { ENVELOPPE, type Variante } from "../../../src/core/domain/variante";
import { composeNote } from "../../../src/core/reports/avenant/note";
import { composeProjet } from "../../../src/core/reports/avenant/projet";
import type { PartieDePiece, TableDePiece } from "../../../src/core/reports/avenant/piece";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { executed2025, readExample } from "./example";
import type { NumeroAction } from "../../../src/core/domain/values/numero-action";

const AS_OF = "2026-11-29";
let raw: RawWorkbook;
let preparation: Preparation;

beforeAll(async () => {
  raw = await readExample();
  preparation = preparer(raw, { contrats: contratsIntegres, asOf: AS_OF, annee: null });
});

/** The drawn one: action 3 gains what action 4 loses, and lacks 2 000 € of the Métropole. */
function dessin(): Variante {
  const typed = [
    [3, "etat", "30 000"],
    [3, "collectivite", "28 000"],
    [4, "etat", "15 000"],
    [4, "collectivite", "15 000"],
  ] as const;
  return typed.reduce(
    (from, [action, part, montant]) => ecrireMontant(from, preparation.tableau, action, part, montant),
    nouvelleVariante("V1", 2027, AS_OF),
  );
}

/** Figures of a table in euros, by the name of its line and its heading; a rate in per cent, rounded as shown. */
function figures({ entetes, lignes }: TableDePiece): Map<string, number> {
  const found = new Map<string, number>();
  let name = "";
  for (const { cellules } of lignes) {
    if (typeof cellules[0] === "string" && cellules[0] !== "") name = cellules[0];
    const part = cellules[1] === "État" || cellules[1] === "Métropole" ? ` ${cellules[1]}` : "";
    cellules.forEach((cellule, column) => {
      if (typeof cellule === "string") return;
      const value =
        "taux" in cellule
          ? Math.round((cellule.taux.numerateur / cellule.taux.denominateur) * 1e4) / 100
          : ("montant" in cellule ? cellule.montant : cellule.ecart) / 100;
      found.set(`${name}${part} | ${entetes[column]}`, value);
    });
  }
  return found;
}
const tablesOf = (parties: readonly PartieDePiece[]): readonly TableDePiece[] =>
  parties.flatMap((partie) => (partie.kind === "table" ? [partie.table] : []));

describe("every figure of the papers, recomputed from the contract and what was typed", () => {
  const typed = new Map<NumeroAction, { readonly etat: number; readonly local: number }>([
    [3, { etat: 30_000, local: 28_000 }],
    [4, { etat: 15_000, local: 15_000 }],
  ]);
  const amount = (numero: NumeroAction, annee: number, part: "etat" | "collectivite"): number => {
    const own = contratIntegre.actions
      .find((action) => action.numero === numero)
      ?.montants.find((each) => each.annee === annee);
    return (own?.[part] ?? 0) / 100;
  };
  const after = (numero: NumeroAction, annee: number, part: "etat" | "collectivite"): number => {
    const own = annee === 2027 ? typed.get(numero) : undefined;
    return own ? (part === "etat" ? own.etat : own.local) : amount(numero, annee, part);
  };
  const numeros = contratIntegre.actions.map(({ numero }) => numero);
  const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

  it("of the note", () => {
    const piece = composeNote(preparation.tableau, proposer(preparation, dessin()));
    const [changes, axes, annees] = tablesOf(piece.parties).map(figures);
    const whole = piece.annexe && figures(piece.annexe.table);
    const cells = executed2025(raw);
    for (const { numero, intitule } of contratIntegre.actions) {
      const name = `${numero} – ${intitule}`;
      expect(whole?.get(`${name} | 2027 au contrat, État`)).toBe(amount(numero, 2027, "etat"));
      expect(whole?.get(`${name} | Exécuté en 2025`)).toBe(cells.get(Number(numero))?.total);
      const [etat, local] = [after(numero, 2027, "etat"), after(numero, 2027, "collectivite")];
      expect(whole?.get(`${name} | Proposé, État`)).toBe(etat);
      expect(whole?.get(`${name} | Proposé, Métropole`)).toBe(local);
      expect(whole?.get(`${name} | Part Métropole`)).toBe(Math.round((local / (etat + local)) * 1e4) / 100);
      for (const [part, word] of [
        ["etat", "État"],
        ["collectivite", "Métropole"],
      ] as const) {
        const [old, now] = [amount(numero, 2027, part), after(numero, 2027, part)];
        const isChanged = typed.has(numero);
        expect(changes?.get(`${name} ${word} | Avant`)).toBe(isChanged ? old : undefined);
        expect(changes?.get(`${name} ${word} | Après`)).toBe(isChanged ? now : undefined);
        expect(changes?.get(`${name} ${word} | Écart`)).toBe(isChanged ? now - old : undefined);
      }
    }
    for (const { numero, intitule } of contratIntegre.axes) {
      const own = contratIntegre.actions.filter(({ axe }) => axe === numero).map((action) => action.numero);
      expect(axes?.get(`Axe ${numero} – ${intitule} | Avant`)).toBe(sum(own.map((each) => amount(each, 2027, "etat"))));
      expect(axes?.get(`Axe ${numero} – ${intitule} | Après`)).toBe(sum(own.map((each) => after(each, 2027, "etat"))));
    }
    const years = [2024, 2025, 2026, 2027];
    for (const [annee, of] of [
      ...years.map((year) => [String(year), [year]] as const),
      ["2024-2027", years] as const,
    ]) {
      const total = (read: typeof amount, part: "etat" | "collectivite") =>
        sum(of.flatMap((year) => numeros.map((numero) => read(numero, year, part))));
      expect(annees?.get(`${annee} | État, avant`)).toBe(total(amount, "etat"));
      expect(annees?.get(`${annee} | État, après`)).toBe(total(after, "etat"));
      expect(annees?.get(`${annee} | Métropole, avant`)).toBe(total(amount, "collectivite"));
      expect(annees?.get(`${annee} | Métropole, après`)).toBe(total(after, "collectivite"));
    }
  });

  it("of the avenant and its annexe", () => {
    const piece = composeProjet(preparation.tableau, proposer(preparation, dessin()), 1);
    const rows = piece.annexe?.table.lignes.filter(({ look = "line" }) => look === "line") ?? [];
    expect(
      rows.map(({ cellules }) =>
        cellules.slice(1).map((each) => (typeof each === "object" && "montant" in each ? each.montant / 100 : null)),
      ),
    ).toEqual(
      numeros.map((numero) =>
        [2024, 2025, 2026, 2027].flatMap((year) => {
          const [etat, local] = [after(numero, year, "etat"), after(numero, year, "collectivite")];
          return [etat + local, etat, local];
        }),
      ),
    );
    const titles = piece.parties.flatMap((partie) => (partie.kind === "titre" ? [partie.texte] : []));
    expect(titles).toEqual([
      "Article 1 – Objet",
      "Article 2 – Contribution de l’État pour 2027",
      "Article 3 – Montants des actions pour 2027",
      "Article 4 – Annexe",
      "Article 5 – Effet et autres stipulations du contrat",
    ]);
  });
});

it("says in the note and in the avenant what becomes of the envelope, and why", () => {
  const { tableau } = preparation;
  const changed = direPourquoi(ecrireEnveloppe(dessin(), tableau, "360 000"), ENVELOPPE, "Crédits nouveaux.");
  const said = (parties: readonly PartieDePiece[]): string =>
    parties
      .flatMap((partie) => ("texte" in partie ? [partie.texte] : []))
      .join("\n")
      .replace(/\s/gu, " ");
  const proposition = proposer(preparation, changed);
  expect(said(composeNote(tableau, proposition).parties)).toContain(
    "passe pour 2027 de 350 000,00 € à 360 000,00 € (+10 000,00 €). Pourquoi : Crédits nouveaux.",
  );
  expect(said(composeProjet(tableau, proposition, 1).parties)).toContain(
    "est fixée à 360 000,00 €, au lieu de 350 000,00 € au contrat",
  );
});
