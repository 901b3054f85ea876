// The table of clauses says all that a definition may say, each thing once, and every view of a clause comes back to its line.
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { amend } from "../../../../src/core/contract/avenants/avenant";
import { listClauses, valueAt } from "../../../../src/core/contract/clauses/list-clauses";
import { cleNommee } from "../../../../src/core/contract/clauses/clauses-nommees";
import { genreDe, isNommee, typeDe } from "../../../../src/core/contract/clauses/types-de-clause";
import { valeurDite } from "../../../../src/core/contract/clauses/valeurs";
import { conventionSchema, type Avenant, type Convention } from "../../../../src/core/contract/convention";
import { contratAmende } from "../../../contracts/avenants";
import { contratRiche } from "../../../contracts/contrat-riche";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** "actions[].montants[].etat". */
function* leavesOf({ properties, items }: Node, path: string): Generator<string, void, undefined> {
  if (items) yield* leavesOf(items, `${path}[]`);
  else if (properties) {
    for (const [name, node] of Object.entries(properties))
      yield* leavesOf(node, path === "" ? name : `${path}.${name}`);
  } else yield path;
}

/** What names a thing is in the key of each of its clauses. */
const NAMES =
  /(?:\.(?:numero|annee|id)|seuils\[\]\.(?:axe|action)|repartition\[\]\.axe|imputation\.lignes\[\]\.axe|(?:autres|cofinancement\.financeurs)\[\]\.financeur|nationaux\[\]\.intitule)$/;
/** How the definition came to be, and what changes it. */
const APART = /^(?:\$schema|origine|questions|relecture|articles|sources|empreintes|avenants)/;

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? "[]" : `.${String(key)}`))
    .join("")
    .slice(1);

/** With the few fields that the rich contract leaves out. */
const [action] = contratRiche.actions;
const indicateurs = action?.indicateurs.map((indicateur) => ({ ...indicateur, alias: ["Autrement"] })) ?? [];
const [{ fiche } = { fiche: undefined }] = contratIntegre.actions;
const said = { constats: "Constats", objectif: "Objectif", descriptif: "Descriptif" };
const complet: Convention = {
  ...contratRiche,
  signataires: [{ nom: "CAF", role: "cofinanceur", representant: "Camille EXEMPLE", qualite: "directrice" }],
  actions: action && fiche ? [{ ...action, alias: ["Autrement"], indicateurs, fiche: { ...fiche, ...said } }] : [],
};

test("each field of a definition is stated by a clause", () => {
  const stated = new Set(
    [contratRiche, contratIntegre, complet].flatMap((convention) =>
      listClauses(convention).map(({ path }) => placeOf(path)),
    ),
  );
  const leaves = [...leavesOf(z.toJSONSchema(conventionSchema, { io: "input" }) as Node, "")];
  const forgotten = leaves.filter((leaf) => {
    const place = leaf.replace(/\[\]$/, "");
    return !APART.test(leaf) && !NAMES.test(leaf) && !stated.has(place) && !stated.has(leaf);
  });
  expect(leaves.length).toBeGreaterThan(100);
  expect(forgotten).toEqual([]);
});

describe.each([
  ["Dijon", contratIntegre],
  ["amended", contratAmende],
  ["rich", contratRiche],
] as const)("%s", (_, convention) => {
  const clauses = listClauses(convention);

  test("each clause has a key of its own, which leads back to its line of the table and to its place", () => {
    expect(new Set(clauses.map(({ key }) => key)).size).toBe(clauses.length);
    for (const { key, path, value } of clauses) {
      const type = typeDe(key);
      if (!type) throw new Error(`no type: ${key}`);
      expect(valeurDite(valueAt(convention, path), type.ligne)).toEqual(value);
      expect(genreDe(key)).toBe(value.genre);
    }
  });

  test("a line of the register finds by its words each clause that it changes by them", () => {
    for (const { key, label, setting } of clauses) {
      if (!setting && isNommee(key)) expect(cleNommee(convention, label)).toBe(key);
    }
  });
});

const of = (convention: Convention, key: string) => listClauses(convention).find((clause) => clause.key === key);

test("a clause says by which article, of what, since when and whether it is firm", () => {
  expect(of(contratIntegre, "actions/3/montants/2024/etat")).toMatchObject({
    article: "annexe",
    subject: { action: "3", year: 2024, party: "etat" },
    from: "2024-01-01",
    firm: true,
    state: "read",
    quote: null,
    place: "tableau budgétaire, action 3",
  });
  expect(of(contratIntegre, "actions/3/montants/2026/collectivite")).toMatchObject({ from: "2026-01-01", firm: false });
  expect(of(contratIntegre, "cofinancement/seuil")).toMatchObject({ article: "2.2", from: "2024-01-01", firm: true });
  expect(of(contratIntegre, "echeances/denonciation/date")).toMatchObject({ article: "6" });
});

describe("where a clause was read, and how it is known", () => {
  const seuil = { article: "4.1", lieu: "page 5", phrase: "Le Département apporte au moins 50 %." };
  const relecture = { par: "Claire Martin", le: "2026-11-24" };
  const seen = (more: Partial<Convention>) => of({ ...contratRiche, ...more }, "cofinancement/seuil");

  test("one that no source speaks of is confirmed by whoever gives the definition", () => {
    expect(seen({})).toMatchObject({
      state: "confirmed",
      confirmed: null,
      quote: null,
      place: null,
      article: "non précisé",
    });
  });

  test.each([
    ["read", {}, { state: "read", confirmed: null }],
    ["confirmed with all that was read", { relecture }, { state: "confirmed", confirmed: { by: "Claire Martin" } }],
    [
      "supposed while a question about it is open, whoever confirmed the rest",
      { relecture, questions: [{ champ: "cofinancement.seuil", question: "?" }] },
      { state: "supposed", confirmed: null },
    ],
    [
      "read beside a question about another",
      { questions: [{ champ: "cofinancement.seuils", question: "?" }] },
      { state: "read" },
    ],
  ])("%s", (_, more, expected) => {
    const clause = seen({ sources: { cofinancement: seuil }, ...more });
    expect(clause).toMatchObject({ article: "4.1", place: "page 5", quote: seuil.phrase, ...expected });
  });

  test("its own source is told before that of the thing that it is of", () => {
    const sources = {
      "actions/1": { lieu: "ligne 1" },
      "actions/1/montants/2024": { lieu: "ligne 2", ...{ par: "A", le: "2026-01-01" } },
    };
    const place = (key: string) => of({ ...contratRiche, sources }, key)?.place;
    expect(place("actions/1/intitule")).toBe("ligne 1");
    expect(place("actions/1/montants/2024/etat")).toBe("ligne 2");
    expect(place("actions/1/montants/2025/etat")).toBe("ligne 1");
  });

  test("a question about all of a kind is about each", () => {
    const questions = [{ champ: "actions[].montants", question: "?" }];
    const clause = of({ ...contratRiche, questions }, "actions/1/montants/2024/etat");
    expect(clause?.state).toBe("supposed");
    expect(of({ ...contratRiche, questions }, "actions/1/intitule")?.state).toBe("confirmed");
  });
});

test("an avenant that calls a sub-action otherwise changes its label", () => {
  const key = "actions/1/sous-actions/1.1/intitule";
  const avenant: Avenant = {
    numero: 1,
    signeLe: "2025-02-01",
    creditsEtat: [],
    montants: [],
    actionsNouvelles: [],
    indicateursNouveaux: [],
    actionsTerminees: [],
    cibles: [],
    modifications: [{ sur: key, valeur: "Autrement dit" }],
  };
  expect(of(amend(contratRiche, avenant, "2025-03-31"), key)?.value).toEqual({
    genre: "texte",
    texte: "Autrement dit",
  });
});
