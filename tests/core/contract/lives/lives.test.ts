// The product against a model of a contract's life that knows nothing of it: what is in force for which year, on which day.
import { expect, test } from "vitest";
import fc, { check, runs } from "../../../seeded";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { avenantQuiFerme, estFerme, isFirm } from "../../../../src/core/contract/avenants/fermete";
import { axeDe, conventionEnVigueur } from "../../../../src/core/contract/in-force/en-vigueur";
import { contractAmount, seuilDe } from "../../../../src/core/contract/in-force/contract-amounts";
import { montantFromEuros, toEuros } from "../../../../src/core/domain/values/montant";
import { putAvenant, readEdited } from "../../reading/contrat/contrat-edits";
import avenantAnnuel from "../../../../src/core/rules/avenant-annuel";
import { runRules } from "../../../../src/core/rules/run-rules";
import { buildDossier } from "../../rules/dossier-builder";
import * as model from "./life-model";
import type { Acte, Ligne, Quoi, Vie } from "./life-model";

const { annees, actions, creditsEtat, cofinancement, periode } = contratIntegre;
const YEARS = annees.map(({ annee }) => annee);

const signe: model.Signe = {
  debut: periode.debut,
  fin: periode.fin,
  seuil: cofinancement.seuil * 100,
  ferme: [2024],
  credits: Object.fromEntries(creditsEtat.map(({ annee, montant }) => [annee, toEuros(montant)])),
  actions: actions.map(({ numero, axe, intitule, montants }) => ({
    numero: Number(numero),
    axe,
    nom: intitule,
    montants: Object.fromEntries(
      montants.map(({ annee, etat, collectivite }) => [
        annee,
        { etat: toEuros(etat), collectivite: toEuros(collectivite) },
      ]),
    ),
  })),
};

const frenchDay = (iso: string) => iso.split("-").reverse().join("/");

/** The columns that a line of the register fills. */
function columnsOf(quoi: Quoi): Readonly<Record<string, string | number>> {
  switch (quoi.genre) {
    case "credits":
      return { Objet: "Crédits de l’État", Année: quoi.annee, "Nouvelle valeur": quoi.montant };
    case "montant":
      return {
        Objet: "Montant d’une action",
        Année: quoi.annee,
        Action: quoi.action,
        Partie: quoi.partie === "etat" ? "État" : "Métropole",
        "Nouvelle valeur": quoi.montant,
      };
    case "seuil":
      return {
        Objet: "Paramètre",
        "Intitulé (nouveautés)": "Cofinancement minimum",
        "Nouvelle valeur": `${quoi.pour100} %`,
      };
    case "fin":
      return { Objet: "Paramètre", "Intitulé (nouveautés)": "Fin du contrat", "Nouvelle valeur": frenchDay(quoi.jour) };
    case "axe":
      return { Objet: "Axe d’une action", Action: quoi.action, Axe: quoi.axe };
    case "nom":
      return { Objet: "Intitulé", Action: quoi.action, "Intitulé (nouveautés)": quoi.nom };
    case "creation":
      return { Objet: "Action nouvelle", Action: quoi.action, Axe: quoi.axe, "Intitulé (nouveautés)": quoi.nom };
    case "extinction":
      return { Objet: "Action terminée", Action: quoi.action, Année: quoi.annee };
  }
}

const editsOf = ({ actes }: Vie) =>
  actes
    .flatMap(({ numero, signeLe, effetLe, lignes }) =>
      lignes.map(({ quoi, statut }) => ({
        "Avenant n°": numero,
        ...(signeLe && { "Signé le": frenchDay(signeLe) }),
        ...(effetLe && { "Prend effet le": frenchDay(effetLe) }),
        ...(statut && { Statut: statut }),
        ...columnsOf(quoi),
      })),
    )
    .map((columns, index) => putAvenant(index + 1, columns));

/** All that the model and the product say of the contract on that day, line by line. */
function bothSay(vie: Vie, au: string) {
  const { convention: registered, feuille } = readEdited(contratIntegre, ...editsOf(vie));
  expect(feuille.registre?.flatMap(({ erreurs }) => erreurs)).toEqual([]);
  const enVigueur = conventionEnVigueur(registered ?? contratIntegre, au);
  const { convention } = enVigueur;
  const numbers = [
    ...new Set([
      ...signe.actions.map(({ numero }) => Number(numero)),
      ...convention.actions.map((one) => Number(one.numero)),
    ]),
  ];
  const said = { model: [] as string[], product: [] as string[] };
  const say = (what: string, expected: unknown, found: unknown) => {
    said.model.push(`${what} : ${String(expected)}`);
    said.product.push(`${what} : ${String(found)}`);
  };
  const actionOf = (numero: number) => convention.actions.find((one) => one.numero === numero);
  const { findings } = runRules([avenantAnnuel], buildDossier({ convention: registered ?? contratIntegre, asOf: au }));
  for (const annee of YEARS) {
    const due = model.avenantDeLAnnee(vie, annee, au);
    const found = findings.find(({ subject }) => subject.year === annee);
    const said = (found?.message ?? "").replace(/[\u00a0\u202f]/g, " ");
    const jours = /, ([\d ]+) jours? après/.exec(said)?.[1]?.replaceAll(" ", "");
    say(
      `avenant ${annee}`,
      due && `${due.gravite} ${due.jours ?? ""}`,
      found ? `${found.severity} ${jours ?? ""}` : null,
    );
  }
  say("fin", model.fin(vie, au), convention.periode.fin);
  const dateOf = (id: string) => convention.echeances.find((one) => one.id === id)?.date;
  say("dénonciation", model.dernierJourPourDenoncer(model.fin(vie, au)), dateOf("denonciation"));
  say("terme", model.fin(vie, au), dateOf("fin-du-contrat"));
  for (const annee of YEARS) {
    say(
      `crédits ${annee}`,
      model.credits(vie, annee, au),
      toEuros(convention.creditsEtat.find((one) => one.annee === annee)?.montant ?? montantFromEuros(0)),
    );
    const by = model.fixePar(vie, annee, au);
    say(`ferme ${annee}`, by !== null, isFirm(convention, annee));
    say(
      `fixé ${annee} par`,
      by === "signe" ? null : (by?.numero ?? null),
      avenantQuiFerme(enVigueur, annee)?.numero ?? null,
    );
    say(`seuil ${annee}`, model.seuil(vie, annee, au), Math.round(seuilDe(convention, { axe: 1, annee }) * 100));
    for (const numero of numbers) {
      const action = actionOf(numero);
      if (!action) continue;
      const axe = model.axe(vie, numero, annee, au);
      // Before it was created it was in none.
      if (axe !== undefined) say(`axe ${numero} ${annee}`, axe, axeDe(action, annee));
      for (const partie of ["etat", "collectivite"] as const) {
        const chiffre = { kind: "montant", annee, action: numero, colonne: partie } as const;
        say(
          `montant ${numero} ${annee} ${partie}`,
          model.montant(vie, annee, numero, partie, au),
          toEuros(contractAmount(action, annee, partie)),
        );
        say(
          `promis ${numero} ${annee} ${partie}`,
          model.montantFerme(vie, annee, numero, partie, au),
          estFerme(enVigueur, chiffre),
        );
      }
    }
  }
  for (const numero of numbers) {
    const nom = model.nom(vie, numero, au);
    // An action is known, and its amounts are held, from the signature that creates it; it only begins later.
    if (nom !== undefined) say(`nom ${numero}`, nom, actionOf(numero)?.intitule);
  }
  return said;
}

const day = fc.constantFrom(
  ...[2024, 2025, 2026, 2027].flatMap((year) => [
    `${year}-01-01`,
    `${year}-02-10`,
    `${year}-06-30`,
    `${year}-12-15`,
    `${year}-12-31`,
  ]),
);
const anyYear = fc.constantFrom(...YEARS);
const anyAction = fc.constantFrom(...actions.map(({ numero }) => Number(numero)));
const euros = fc.integer({ min: 0, max: 90 }).map((thousands) => thousands * 1000);
const partie = fc.constantFrom("etat" as const, "collectivite" as const);

const change: fc.Arbitrary<Quoi> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ genre: fc.constant("credits" as const), annee: anyYear, montant: euros }) },
  {
    weight: 3,
    arbitrary: fc.record({
      genre: fc.constant("montant" as const),
      annee: anyYear,
      action: anyAction,
      partie,
      montant: euros,
    }),
  },
  fc.record({ genre: fc.constant("seuil" as const), pour100: fc.constantFrom(30, 40, 45, 55, 60) }),
  fc.record({ genre: fc.constant("fin" as const), jour: fc.constantFrom("2027-12-31", "2028-06-30", "2028-12-31") }),
  fc.record({ genre: fc.constant("axe" as const), action: anyAction, axe: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({
    genre: fc.constant("nom" as const),
    action: anyAction,
    nom: fc.constantFrom("Agir ensemble", "Aller vers les publics", "Loger d’abord"),
  }),
  fc.record({ genre: fc.constant("extinction" as const), action: anyAction, annee: anyYear }),
);

/** An avenant says one thing once. */
const subjectOf = (quoi: Quoi): string =>
  [
    quoi.genre,
    "annee" in quoi && quoi.genre !== "extinction" ? quoi.annee : "",
    "action" in quoi ? quoi.action : "",
    "partie" in quoi ? quoi.partie : "",
  ].join("/");

const ligne: fc.Arbitrary<Ligne> = fc
  .record({
    quoi: change,
    statut: fc.option(fc.constantFrom("ferme" as const, "provisionnel" as const), { nil: undefined, freq: 2 }),
  })
  .map(({ quoi, statut }) =>
    statut && (quoi.genre === "credits" || quoi.genre === "montant") ? { quoi, statut } : { quoi },
  );

const acte = (numero: number): fc.Arbitrary<Acte> =>
  fc
    .record({
      signeLe: fc.option(day, { nil: undefined, freq: 6 }),
      effetLe: fc.option(day, { nil: undefined, freq: 2 }),
      lignes: fc.uniqueArray(ligne, { minLength: 1, maxLength: 4, selector: ({ quoi }) => subjectOf(quoi) }),
    })
    .map(({ signeLe, effetLe, lignes }) => ({
      numero,
      ...(signeLe && { signeLe }),
      ...(effetLe && { effetLe }),
      lignes,
    }));

const withCreation: Ligne = { quoi: { genre: "creation", action: 9, axe: 2, nom: "Ouvrir un point d’accueil" } };

const vie: fc.Arbitrary<Vie> = fc
  .record({
    actes: fc.tuple(acte(1), acte(2), acte(3)).chain((all) => fc.shuffledSubarray(all, { minLength: 1 })),
    creates: fc.boolean(),
  })
  .map(({ actes, creates }) => ({
    signe,
    // The sheet has room for twelve lines.
    actes: actes.map((one, index) =>
      creates && index === 0 ? { ...one, lignes: [...one.lignes.slice(0, 3), withCreation] } : one,
    ),
  }));

test("says of any life what the model says, on any day", () => {
  check(
    runs(60, 600),
    fc.property(vie, day, (life, au) => {
      const { model: expected, product } = bothSay(life, au);
      const differing = product.flatMap((found, index) =>
        found === expected[index] ? [] : [`${found} (${expected[index]})`],
      );
      expect(differing, `${au} ${JSON.stringify(life.actes)}`).toEqual([]);
    }),
  );
});
