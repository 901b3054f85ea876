// Ten contracts that nobody signed, unlike each other: from the document to the definition, by the answers of somebody who knows it, and to its right and wrong workbooks.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import type { Convention } from "../../../src/core/contract/convention";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { annexWorkbook } from "../annex-workbook";
import { donne, type Forme } from "./forms";
import { DIX } from "./ten";
import { annexesApart } from "./val-serein";
import { definitionJuste, essence, repartie, repondreJuste, type Contrat } from "./right";

/** A page is too narrow for the amounts of four years. */
const FORMES: readonly Forme[] = ["word", "pdf", "texte", "word", "texte", "word", "word", "pdf", "word", "pdf"];

const DEBUT = "2024-07-31";

async function served(contrat: Contrat, forme: Forme) {
  const right = definitionJuste(contrat);
  const parsed = parseConvention(right);
  if (!parsed.ok) throw new Error(parsed.message);
  const annexes = contrat === annexesApart ? annexWorkbook(parsed.convention) : null;
  const drafted = draftSigned(await donne(contrat.lignes, forme, annexes));
  if (!drafted.ok) throw new Error(drafted.message);
  return { right, drafted: drafted.definition, ...repondreJuste(drafted.definition, right) };
}

const check = (raw: RawWorkbook, convention: Convention, asOf: string) => {
  const { findings, verdict } = verificationJson(verify(raw, convention, asOf, "given").verification);
  const wrong = findings.filter(({ severity }) => severity !== "info");
  return { verdict, wrong, planted: wrong.filter(({ causedBy }) => causedBy === null) };
};

describe.each(DIX.map(([name, contrat], rank) => [name, contrat, FORMES[rank] ?? "texte"] as const))(
  "%s",
  (_, contrat, forme) => {
    const { attendu, fait } = contrat;
    // A first year that an avenant is to fix has begun without it.
    const late = attendu.credits[0]?.[1] === "provisionnel" ? [`avenant-annuel/${attendu.annees[0] ?? 0}`] : [];
    const own = served(contrat, forme);
    const asOf = attendu.periode[0] > DEBUT ? `${attendu.periode[0].slice(0, 4)}-02-28` : DEBUT;
    const first = attendu.annees[0] ?? 0;

    test("asks what is doubtful, and its definition is the right one once that is answered", async () => {
      const { definition, right } = await own;
      expect(essence(definition)).toEqual(essence(right));
      expect(definition.questions).toEqual([]);
    });

    test("its right workbook conforms", async () => {
      const { convention } = await own;
      const { verdict, wrong } = check(annexWorkbook(repartie(contrat, convention)), convention, asOf);
      expect(wrong.map(({ id }) => id)).toEqual(late);
      if (late.length === 0) expect(verdict.state).toBe("conforming");
    });

    test.each<[string, number, number, string]>([
      ["one centime of the State", 2, 0.01, "montant-contractualise/1/Y/etat"],
      ["one centime of the other party", 3, -0.01, "R/1/Y/metropole"],
      ["a total that is not the sum", 1, 10, "total-de-l-action/1/Y/total"],
    ])("%s is found alone", async (_, column, more, id) => {
      const { convention } = await own;
      const raw = annexWorkbook(repartie(contrat, convention), (budget) => {
        const cells = budget[3] ?? [];
        cells[column] = Math.round((Number(cells[column]) + more) * 100) / 100;
      });
      const { planted, wrong } = check(raw, convention, asOf);
      if (fait.regleParAxe && column === 2) {
        // What each action gets is shared out: it is the sum of the axe that is no more what was signed.
        expect(wrong.map((finding) => finding.id)).toContain(`repartition-par-axe/axe-1/${first}/etat`);
        return;
      }
      // Below its least share it is that which is wrong; above, it is no more what was signed.
      const [etat = 0, local = 0] = fait.plan.axes[0]?.actions[0]?.montants[0] ?? [];
      const isLeast = (local - 0.01) / (etat + local - 0.01) < attendu.seuil;
      const rule = isLeast ? "cofinancement-minimum" : "montant-contractualise";
      expect(planted.map((finding) => finding.id)).toEqual([
        id.replace("Y", String(first)).replace("R/1", isLeast && fait.niveau ? `${rule}/axe-1` : `${rule}/1`),
        ...late,
      ]);
      const { message: said = "", article } = planted[0] ?? {};
      const [, , , , credits, seuil] = fait.articles;
      const cited = { "montant-contractualise": `${credits}, annexe`, "cofinancement-minimum": seuil };
      expect(article).toBe(
        id.startsWith("total") ? credits : cited[id.startsWith("R") ? rule : "montant-contractualise"],
      );
      if (column === 3) expect(said).toContain(`part ${attendu.designation}`);
      if (attendu.designation !== "Métropole") expect(said).not.toContain("Métropole");
    });

    test("an action that is not there", async () => {
      const { convention } = await own;
      const last = fait.plan.axes.flatMap(({ actions }) => actions).at(-1);
      const raw = annexWorkbook(repartie(contrat, convention), (budget) => {
        budget.splice(
          budget.findIndex(([label]) => String(label).startsWith(`${last?.numero ?? ""} `)),
          1,
        );
      });
      const { planted } = check(raw, convention, asOf);
      expect(planted.map(({ rule }) => rule)).toContain("actions-du-contrat");
    });
  },
);

test("an avenant counts from its signature on", async () => {
  const [, contrat] = DIX[5] ?? ["", annexesApart];
  const { convention } = await served(contrat, "texte");
  const after = "2025-06-30";
  const { convention: amended } = conventionEnVigueur(convention, after);
  expect(check(annexWorkbook(amended), convention, after).wrong).toEqual([]);
  expect(check(annexWorkbook(convention), convention, after).planted.map(({ id }) => id)).toEqual([
    "montant-contractualise/2/2025/etat",
    "montant-contractualise/2/2025/metropole",
  ]);
});
