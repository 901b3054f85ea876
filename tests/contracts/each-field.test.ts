// Each field of a definition is of use: with another value there, something that the product says of a workbook is another.
import { expect, test } from "vitest";
import * as z from "zod";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import { echelonsDe } from "../../src/core/contract/in-force/versements";
import { conventionSchema, type Convention } from "../../src/core/contract/convention";
import { definitionOf } from "../../src/core/contract/signed/sceau";
import { computeBilan } from "../../src/core/reports/bilan/compute-bilan";
import { periodeMiParcours } from "../../src/core/reports/bilan/periode";
import { composeBilan } from "../../src/core/sheets/bilan/compose-bilan";
import { dresserProcesVerbal } from "../../src/core/reports/proces-verbal/proces-verbal";
import { requestAll } from "../../src/core/sheets/annexes/annexe-request";
import { composeAnnexe } from "../../src/core/sheets/annexes/compose-annexe";
import { composeProcesVerbalSheet } from "../../src/core/sheets/proces-verbal-sheet";
import { situate } from "../../src/core/situation/situation";
import { montantFromEuros } from "../../src/core/domain/values/montant";
import { verificationJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { createHeadingReader } from "../../src/core/reading/headings/headings";
import { createLabelReader } from "../../src/core/reading/labels/label-reader";
import { readDossier } from "../../src/core/reading/read-dossier";
import { rawWorkbook } from "../core/reading/raw-workbook-builder";
import { sample } from "../seeded";
import { addFinancer, annexWorkbook } from "./annex-workbook";
import { contratRiche } from "./contrat-riche";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How the definition came to be, and avenants, of which each field is a clause of a test of its own. */
const APART = /^(?:\$schema|empreintes|origine|questions|relecture|sources|avenants|id$)/;

/** Held against what was signed on the sheet « Contrat », shown and sealed; nothing else rests on them yet. */
const ON_THE_SHEET_ALONE: readonly string[] = [
  ...["etat.representant", "etat.qualite", "collectivite.representant", "collectivite.qualite"],
  ...["signataires[].representant", "signataires[].qualite", "signataires[].role", "signeLe", "effetLe"],
  ...["nationaux[].code", "nationaux[].unite"],
];

const [action, second, third] = contratRiche.actions;
const [dijon] = contratIntegre.actions;
if (!action || !second || !third || !dijon?.fiche)
  throw new Error("both contracts have actions, and Dijon's has fiches");
const { coordonneesBancaires, ordonnateur, comptable, articles } = contratIntegre;
const euros = montantFromEuros;

const fiche = {
  ...dijon.fiche,
  ...{ sousAxe: "Sous-axe", constats: "Constats", objectif: "Objectif", descriptif: "Descriptif" },
  ...{ debut: "2024-07-01", fin: "2025-06-30", actionsLiees: [3], axesLies: [2] },
};
const halves = action.montants.map(({ annee }) => ({ annee, etat: euros(500.25), collectivite: euros(500.25) }));

/** A contract that has all that one may have, in three actions. */
const complet: Convention = {
  ...contratRiche,
  ...(coordonneesBancaires && { coordonneesBancaires }),
  ...(ordonnateur !== undefined && { ordonnateur }),
  ...(comptable !== undefined && { comptable }),
  ...(articles && { articles }),
  collectivite: { ...contratRiche.collectivite, motsColonne: ["Zéphyr"] },
  signataires: [{ nom: "CAF", representant: "Alix EXEMPLE", qualite: "directrice", role: "partenaire" }],
  autresFinanceurs: [{ nom: "Région", motsColonne: ["Zorglub"] }],
  creditsEtat: contratRiche.creditsEtat.map((credit, year) => ({
    ...credit,
    montant: euros(3001.5),
    ...(year === 1 && { statut: "provisionnel" as const }),
    ...(year === 0 && { repartition: [1, 2, 3].map((axe) => ({ axe, montant: euros(1000.5) })) }),
  })),
  montantsPour: "action",
  // One centime more than its actions have: whether it is firm is then said.
  enveloppes: [
    {
      ...{ id: "part-locale", intitule: "Part locale", financeur: "Zéphyr", axe: 1 },
      montants: [{ annee: 2024, montant: euros(1000.51), statut: "ferme" }],
    },
  ],
  axes: contratRiche.axes.map((axe) => ({ ...axe, alias: [`Ambition autrement dite ${axe.numero}`] })),
  cofinancement: {
    ...contratRiche.cofinancement,
    niveau: "axe",
    financeurs: [{ financeur: "Région", seuil: 0.1 }],
  },
  actions: [
    {
      ...action,
      operateurs: [],
      fiche,
      sousActions: [
        { numero: "1.1", intitule: "Accueil de jour", montants: halves },
        { numero: "1.2", intitule: "Nuitées", operateur: "Les Colchiques", montants: halves },
      ],
    },
    {
      ...second,
      alias: ["Tout autre intitulé"],
      sousActions: [],
      operateurs: ["Association Alpha", "Association Bêta"],
      indicateurs: second.indicateurs.map((each) => ({ ...each, alias: [`Mesure autrement dite ${each.numero}`] })),
    },
    third,
  ],
  echeances: [
    ...contratRiche.echeances,
    {
      id: "droit",
      intitule: "Dernier jour",
      alias: ["Jour dernier"],
      article: "6",
      date: "2026-08-15",
      genre: "droit",
      reglage: true,
    },
  ],
};

const base = definitionOf(complet) as Json;

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
}

type Path = readonly (string | number | null)[];

/** Each field of the schema; null stands for every item of a list. */
function fieldsOf({ properties, items }: Node, path: Path = []): readonly (readonly [Path, Node])[] {
  if (items) return items.properties ? fieldsOf(items, [...path, null]) : [[path, items]];
  if (!properties) return [];
  return Object.entries(properties).flatMap(([name, node]) =>
    node.properties || node.items ? fieldsOf(node, [...path, name]) : [[[...path, name], node] as const],
  );
}

const nameOf = (path: Path): string =>
  path
    .map((key) => (key === null ? "[]" : `.${key}`))
    .join("")
    .slice(1);

/** Where the definition has it first; null where nowhere. */
function findIn(value: Json | undefined, [key, ...rest]: Path): Path | null {
  if (value === undefined || value === null) return null;
  if (key === undefined) return Array.isArray(value) && value.length === 0 ? null : [];
  if (key === null) {
    for (const [rank, item] of (Array.isArray(value) ? value : []).entries()) {
      const found = findIn(item, rest);
      if (found) return [rank, ...found];
    }
    return null;
  }
  const found = findIn((value as Record<string, Json>)[key], rest);
  return found && [key, ...found];
}

function withOther(value: Json, [key, ...rest]: Path, change: (old: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, rank) => (rank === key ? withOther(item, rest, change) : item));
  const own = value as Record<string, Json>;
  return { ...own, [String(key)]: withOther(own[String(key)] ?? null, rest, change) };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Other values that a field may have, the likeliest to be coherent first. */
function otherValues(old: Json, { enum: words = [] }: Node): readonly Json[] {
  if (Array.isArray(old)) return [old.slice(1), [...old, typeof old[0] === "number" ? 2 : "Autre mot"]];
  if (typeof old === "boolean") return [!old];
  if (typeof old === "number") return [old < 1 ? 0.99 : old + 1, old + 0.01, old / 2];
  if (words.length > 0) return words.filter((word) => word !== old);
  if (typeof old === "string" && DAY.test(old)) {
    const day = (more: number) => new Date(Date.parse(old) + more * 86_400_000).toISOString().slice(0, 10);
    return [day(1), day(-1)];
  }
  return old === "nd" ? [3] : [`${String(old)} bis`, "030450232399"];
}

const versions = { produit: "1", regles: "1" };

/** Fingerprints say that something differs, and are of no use by themselves. */
const PRINTS = /[0-9a-fA-F]{4}(?:\u00a0| )?[0-9a-fA-F]{4}(?:(?:\u00a0| )?[0-9a-fA-F]{4}){2,}/g;

/** Its tables name things by their other labels where they have some, and show the parts of the first two actions. */
function workbook(): RawWorkbook {
  const named = <Each extends { readonly intitule: string; readonly alias: readonly string[] }>(each: Each): Each => ({
    ...each,
    intitule: each.alias[0] ?? each.intitule,
  });
  const written = {
    ...complet,
    axes: complet.axes.map(named),
    actions: complet.actions.map((each) => ({ ...named(each), indicateurs: each.indicateurs.map(named) })),
  };
  return annexWorkbook(written, (budget) => {
    const part = (name: string) => [name, ...halves.flatMap(() => [1000.5, 500.25, 500.25])];
    const under = (label: string, ...names: readonly string[]) => {
      const at = budget.findIndex(([first]) => String(first).includes(label));
      budget.splice(at + 1, 0, ...names.map(part));
    };
    under("Tout autre", "Association Alpha", "Association Bêta");
    under("Action inventée 1", "Accueil de jour", "Les Colchiques");
    addFinancer(budget, complet.annees.length, "Zorglub", () => 250.25);
  });
}
const echeancier = rawWorkbook({
  Échéancier: [
    ["Échéance", "Date", "Fait le"],
    ["Jour dernier", "15/08/2026", "10/07/2026"],
  ],
});
const raw = { ...workbook(), sheets: [...workbook().sheets, ...echeancier.sheets] };
const DAYS = ["2026-07-31", "2025-06-30", "2025-07-30", "2025-07-31", "2024-07-01"];
/** Causes are not sought: no field is read for them alone. */
const FEW_STEPS = { mostSteps: 0 };

/** The cheapest first: most fields are told by the first of them. */
const TOLD: readonly ((convention: Convention) => unknown)[] = [
  (convention) => [
    createHeadingReader(convention).read("Zorglub 2024"),
    createLabelReader(convention).read("Ambition autrement dite 1").axe?.numero,
    echelonsDe(convention, 2024, euros(3001.5), "2024-07-15"),
  ],
  (convention) => {
    const dossier = readDossier(raw, convention, "2026-07-31", "given");
    return requestAll().flatMap((request) => (request.kind === "contrat" ? [] : composeAnnexe(request, dossier)));
  },
  ...DAYS.map((day) => (convention: Convention) => {
    const { contract, ...json } = verificationJson(verify(raw, convention, day, "given", FEW_STEPS).verification);
    return [json, contract.localParty];
  }),
  (convention) => {
    const { dossier, verification } = verify(raw, convention, "2026-07-31", "given", FEW_STEPS);
    return composeBilan(computeBilan(dossier, verification, periodeMiParcours(convention)), dossier, raw).sheets;
  },
  (convention) => situate(raw, convention, "2026-07-31"),
  (convention) =>
    composeProcesVerbalSheet(dresserProcesVerbal(verify(raw, convention, "2026-07-31", "given", FEW_STEPS), versions)),
  // An action of which the definition gives no amount and the workbook some: wrong, or its share, by what the contract settles.
  (convention) => verify(raw, withoutAmounts(convention), "2026-07-31", "given", FEW_STEPS).verification.findings,
];

function withoutAmounts(convention: Convention): Convention {
  const actions = convention.actions.map((each) =>
    each.numero === third?.numero
      ? { ...each, montants: each.montants.map((of) => ({ ...of, etat: euros(0), collectivite: euros(0) })) }
      : each,
  );
  return { ...convention, actions };
}

const textOf = (told: unknown): string => JSON.stringify(told).replace(PRINTS, "");

const before = TOLD.map((tell) => textOf(tell(complet)));
const isTold = (convention: Convention): boolean =>
  TOLD.some((tell, rank) => textOf(tell(convention)) !== before[rank]);
const fields = fieldsOf(z.toJSONSchema(conventionSchema, { io: "input" }) as Node).filter(
  ([path]) => !APART.test(nameOf(path)),
);

test("has all that a definition may have", () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.flatMap(([path]) => (findIn(base, path) ? [] : nameOf(path)))).toEqual([]);
});

test("each changes something that is said", () => {
  const tried = sample(fields, 7);
  const unused = tried.flatMap(([path, node]) => {
    const at = findIn(base, path);
    if (!at) return [];
    let others: readonly Json[] = [];
    withOther(base, at, (old) => {
      others = otherValues(old, node);
      return old;
    });
    for (const other of others) {
      const parsed = parseConvention(withOther(base, at, () => other));
      if (parsed.ok) return isTold(parsed.convention) ? [] : [nameOf(path)];
    }
    // No other value agrees with the rest: the definition is held against it.
    return [];
  });
  const names = tried.map(([path]) => nameOf(path));
  expect(unused).toEqual(ON_THE_SHEET_ALONE.filter((name) => names.includes(name)));
});
