// A drafted contract read again by a person: what is shown, what confirming and correcting it makes of the definition.
import { describe, expect, it } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import { questionsOuvertes } from "../../../src/core/contract/definition/questions";
import { questionsPosees, repondre } from "../../../src/core/contract/definition/repondre";
import { empreinteDuSigne } from "../../../src/core/contract/signed/sceau";
import { articlesARelire } from "../../../src/core/drafting/relecture/articles";
import { effetDuChoix } from "../../../src/core/drafting/relecture/effet";
import { confirmer, retenir } from "../../../src/core/drafting/relecture/relire";
import { direValeur, lireValeurTapee, typeDuChamp } from "../../../src/core/drafting/relecture/valeur-tapee";
import { INVENTES } from "../../contracts/invented-documents";
import { draft } from "../../contracts/invented-fields";

const QUI = { par: "Claire Martin", le: "2026-11-24" };

function parsed(definition: ConventionDefinition): Convention {
  const result = parseConvention(definition);
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

const articlesOf = (definition: ConventionDefinition) => {
  const convention = parsed(definition);
  return articlesARelire(convention, questionsPosees(definition, convention));
};

/** Without what is doubtful, or left to be completed. */
function withoutDoubts(name: string): ConventionDefinition {
  const [, invente] = INVENTES.find(([own]) => own === name) ?? [];
  if (!invente) throw new Error(name);
  return { ...draft(invente.lignes), questions: [] };
}

const JULY = "years from July to June";
const retenu = (
  definition: ConventionDefinition,
  ...corrections: readonly (readonly [cle: string, valeur: string])[]
) =>
  retenir(
    definition,
    {
      reponses: [],
      ajouts: [],
      corrections: corrections.map(([cle, valeur]) => ({ cle, valeur, ecrit: "article 9" })),
    },
    QUI,
  );

describe("what is read again", () => {
  it.each(INVENTES)("is every value of the contract, once, beside its place: %s", (_, { lignes }) => {
    const definition = draft(lignes);
    const keys = articlesOf(definition).flatMap(({ valeurs }) => valeurs.map(({ cle }) => cle));
    expect(new Set(keys).size).toBe(keys.length);
    const said = listClauses(parsed(definition)).filter(({ setting, quote }) => !setting && quote !== null);
    const shown = new Set(keys);
    const left = said.filter(({ key }) => !shown.has(key)).map(({ key }) => key.split("/")[0]);
    expect(new Set(left)).toEqual(new Set(left.length > 0 ? ["echeances"] : []));
  });

  it("is confirmed group by group, as the command line confirms it at once", () => {
    const definition = withoutDoubts(JULY);
    let read = definition;
    const articles = articlesOf(definition);
    for (const [rank, { valeurs }] of articles.entries()) {
      expect(read.relecture, `before ${rank}`).toBeUndefined();
      read = confirmer(
        read,
        valeurs.map(({ cle }) => cle),
        QUI,
      );
    }
    expect(read.relecture).toEqual(QUI);
    expect(questionsOuvertes(parsed(read))).toEqual([]);
    expect(articlesOf(read).every(({ valeurs }) => valeurs.every(({ etat }) => etat === "relu"))).toBe(true);
    const convention = parsed(definition);
    const [relecture] = questionsPosees(definition, convention);
    const atOnce = repondre(definition, convention, [
      { key: relecture?.key ?? "", answer: "exact", by: QUI.par, on: QUI.le },
    ]);
    if (!atOnce.ok) throw new Error(atOnce.message);
    expect(empreinteDuSigne(parsed(read))).toBe(empreinteDuSigne(parsed(atOnce.definition)));
    // What was copied to say that it was read is gone; what has a place of its own keeps who read it.
    expect(Object.keys(read.sources ?? {})).toEqual(Object.keys(definition.sources ?? {}));
  });

  it("keeps who confirmed what, and asks for the rest", () => {
    const definition = withoutDoubts(JULY);
    const [first] = articlesOf(definition);
    const read = confirmer(definition, first?.valeurs.map(({ cle }) => cle) ?? [], QUI);
    const [own, ...others] = articlesOf(read);
    expect(own?.valeurs.map(({ etat }) => etat)).toEqual(first?.valeurs.map(() => "relu"));
    expect(others.flatMap(({ valeurs }) => valeurs).every(({ etat }) => etat === "a-relire")).toBe(true);
    expect(questionsOuvertes(parsed(read)).map(({ champ }) => champ)).toEqual(["relecture"]);
  });

  it("of a definition without sources is confirmed by whoever gives it", () => {
    const older: ConventionDefinition = { ...withoutDoubts(JULY) };
    delete older.sources;
    delete older.origine;
    expect(articlesOf(older).every(({ valeurs }) => valeurs.every(({ etat }) => etat === "relu"))).toBe(true);
  });
});

describe("a correction", () => {
  it("is kept with who made it and where the contract says so", () => {
    const made = retenu(withoutDoubts(JULY), ["ordonnateur", "Préfète des Landiers"]);
    if (!made.ok) throw new Error(made.message);
    expect(made.definition.ordonnateur).toBe("Préfète des Landiers");
    expect(made.definition.sources?.["ordonnateur"]).toEqual({ lieu: "article 9", ...QUI });
  });

  it("of the last day of the contract is one of its last year, and the other way round", () => {
    const definition = withoutDoubts(JULY);
    for (const cle of ["periode/fin", "annees/2025/fin"]) {
      const made = retenu(definition, [cle, "31/08/2026"]);
      if (!made.ok) throw new Error(made.message);
      expect([made.definition.periode.fin, made.definition.annees.at(-1)?.fin]).toEqual(["2026-08-31", "2026-08-31"]);
    }
  });

  it("that does not go with the rest waits for the one that it goes with", () => {
    const definition = withoutDoubts(JULY);
    const credits = ["annees/2024/credits", "81 000"] as const;
    expect(retenu(definition, credits)).toMatchObject({ ok: false, estIncoherent: true });
    const both = retenu(definition, credits, ["annees/2024/axes/1", "51 000,00 €"]);
    if (!both.ok) throw new Error(both.message);
    expect(both.definition.creditsEtat[0]).toMatchObject({ montant: 81_000 });
  });

  it.each([
    ["cofinancement/seuil", "cinquante"],
    ["periode/debut", "30/02/2024"],
    ["annees/2024/credits", "+ 5 000"],
    ["annees/2024/statut", "sûr"],
    ["ordonnateur", " "],
  ])("of %s is no value when it is %s, and says how one is written", (cle, valeur) => {
    const made = retenu(withoutDoubts(JULY), [cle, valeur]);
    expect(made).toMatchObject({ ok: false, estIncoherent: false });
    expect(made.ok || made.message).toMatch(/^Écrivez/);
  });
});

describe("a value", () => {
  it("is said in the words of the contract, and read from them", () => {
    const definition = withoutDoubts(JULY);
    expect(direValeur(definition, "cofinancement.seuil", 0.45)).toBe("45\u00a0%");
    expect(direValeur(definition, "periode.fin", "2026-06-30")).toBe("30/06/2026");
    const type = typeDuChamp(definition, "cofinancement.seuil");
    expect(type && lireValeurTapee(type, "45 %")).toEqual({ valeur: 0.45 });
    // What the contract may state and does not.
    const without: ConventionDefinition = { ...definition };
    delete without.comptable;
    expect(typeDuChamp(without, "comptable")?.cle).toBe("comptable");
    expect(typeDuChamp(definition, "actions[].indicateurs")).toBeNull();
  });

  it("says what it changes: the least share at one cent below, at, and above what an action gives", () => {
    const definition = withoutDoubts(JULY);
    const [first] = definition.actions;
    const effect = (collectivite: number) =>
      effetDuChoix(
        {
          ...definition,
          actions: [{ ...first, montants: [{ annee: 2024, etat: 60_000, collectivite }] }],
        } as ConventionDefinition,
        { champ: "cofinancement.seuil", question: "?", key: "cofinancement.seuil", suppose: 0.5 },
        0.4,
      );
    expect(effect(40_000)).toMatch(/respecte la part minimale/);
    expect(effect(40_000.01)).toMatch(/respecte la part minimale/);
    expect(effect(39_999.99)).toMatch(/n’a pas la part minimale \(1\)/);
  });
});
