// Builds fiches, imputation, bank details and deadlines as they are read, the contract's own by default.
import { contratIntegre } from "../../../src/contracts/built-in";
import { compactCompte } from "../../../src/core/contract/compte-bancaire";
import type { Action, Convention } from "../../../src/core/contract/convention";
import type {
  Cell,
  ChampFiche,
  CoordonneesLues,
  Echeancier,
  FicheLue,
  LigneEcheance,
  MontantCell,
  LigneImputationLue,
  ListeDecisions,
  ListeVersements,
  ObjetVersement,
  Repere,
  TableauImputation,
  ValeurBancaire,
} from "../../../src/core/domain/dossier";
import { formatCode } from "../../../src/core/facts/lines/imputation-lines";
import type { Suite } from "../../../src/core/domain/parts";
import { montantFromEuros, toEuros } from "../../../src/core/domain/values/montant";
import { formulaOf, montantLu, textOf, type Saisie } from "./saisie";
import type { NumeroAction } from "../../../src/core/domain/values/numero-action";

const cellAt = (sheet: string, row: number, column: number, text: string): Cell => ({
  ref: { sheet, row, column },
  text,
  formula: null,
});

const CHAMPS = [
  "axe",
  "objectif",
  "calendrier",
  "publicCible",
  "indicateurs",
  "actionsLiees",
  "nature",
  "pilotage",
  "partenaires",
] as const;

type Textes = Partial<Record<ChampFiche, string | null>>;

function textesOf(convention: Convention, action: Action): Record<(typeof CHAMPS)[number], string> {
  const axe = convention.axes.find(({ numero }) => numero === action.axe);
  const liees = action.fiche?.actionsLiees ?? [];
  const axesLies = (action.fiche?.axesLies ?? []).map((numero) => `axe ${numero}`);
  return {
    axe: `Axe ${action.axe} : ${axe?.intitule ?? ""}`,
    objectif: "Agir",
    calendrier: "du 1er janvier 2024 au 31 décembre 2027",
    publicCible: "tous",
    indicateurs: action.indicateurs.map(({ intitule }) => intitule).join("\n"),
    actionsLiees: [liees.length > 0 ? `actions ${liees.join(", ")}` : "", ...axesLies].filter(Boolean).join(", "),
    nature: "oui",
    pilotage: "Collectivité / État",
    partenaires: "associations",
  };
}

/** Sheet "Fiche 5": title in A1, then one field a row, in the order of the fiche, label in A and answer in B. */
export function buildFiche(action: Action, textes: Textes = {}, convention = contratIntegre): FicheLue {
  const sheet = `Fiche ${action.numero}`;
  const defaults = textesOf(convention, action);
  const champs: FicheLue["champs"] = new Map(
    CHAMPS.flatMap((champ, index) => {
      const text = textes[champ] === undefined ? defaults[champ] : textes[champ];
      if (text === null) return [];
      const label = cellAt(sheet, index + 1, 0, champ);
      return [[champ, { label, cells: [cellAt(sheet, index + 1, 1, text)], text }] as const];
    }),
  );
  return {
    range: { sheet, top: 0, left: 0, bottom: CHAMPS.length, right: 1 },
    titre: cellAt(sheet, 0, 0, `Action n°${action.numero} - ${action.intitule}`),
    action,
    champs,
  };
}

/** A fiche for each action, with what differs by number of action; null leaves a fiche, or a field, out. */
export function buildFiches(
  differing: Readonly<Record<NumeroAction, Textes | null>> = {},
  convention = contratIntegre,
): FicheLue[] {
  return convention.actions.flatMap((action) => {
    const textes = differing[action.numero];
    return textes === null ? [] : [buildFiche(action, textes, convention)];
  });
}

interface LigneImputee {
  readonly axe: number | null;
  readonly label: string;
  readonly code: string;
  /** From K on, in the order given. */
  readonly reperes?: Partial<Record<Repere, string>>;
  readonly montants: readonly Saisie[];
}

interface ImputationDescription {
  readonly annees?: readonly number[];
  readonly lignes?: (lignes: readonly LigneImputee[]) => readonly LigneImputee[];
  readonly total?: readonly Saisie[] | null;
  readonly convention?: Convention;
}

/** Headings in row 1; label in A, code in B, a year from C on; then a total. */
export function buildImputation(description: ImputationDescription = {}): TableauImputation {
  const convention = description.convention ?? contratIntegre;
  const sheet = "Imputation";
  const years = description.annees ?? [2024];
  const own = convention.imputation.lignes.map((ligne) => ({
    axe: ligne.axe,
    label: ligne.intitule,
    code: formatCode(ligne.code),
    montants: years.map((annee) => (annee === ligne.annee ? toEuros(ligne.montant) : null)),
  }));
  const rows = (description.lignes ?? ((same) => same))(own);
  const amountsAt = (row: number, saisies: readonly Saisie[]) =>
    new Map(
      years.map((annee, index) => {
        const saisie = saisies[index] ?? null;
        return [
          annee,
          {
            ...cellAt(sheet, row, 2 + index, textOf(saisie)),
            formula: formulaOf(saisie),
            known: { ...montantLu(saisie), cells: [{ sheet, row, column: 2 + index }] },
          },
        ];
      }),
    );
  const lignes = rows.map((ligne, index): LigneImputationLue => ({
    label: cellAt(sheet, index + 1, 0, ligne.label),
    axe: convention.axes.find(({ numero }) => numero === ligne.axe) ?? null,
    code: cellAt(sheet, index + 1, 1, ligne.code),
    reperes: new Map(
      Object.entries(ligne.reperes ?? {}).map(([repere, text], at) => [
        repere as Repere,
        cellAt(sheet, index + 1, 10 + at, text),
      ]),
    ),
    montants: amountsAt(index + 1, ligne.montants),
  }));
  const line = rows.length + 1;
  return {
    range: { sheet, top: 0, left: 0, bottom: line, right: 1 + years.length },
    heading: { sheet, row: 0, column: 1 },
    unit: "€",
    annees: years.map((annee, index) => ({ annee, heading: { sheet, row: 0, column: 2 + index } })),
    lignes,
    total: description.total
      ? { label: cellAt(sheet, line, 0, "Total"), montants: amountsAt(line, description.total) }
      : null,
    lignesIgnorees: [],
  };
}

/** IBAN in B1, RIB in B2 or, split, from B2 on. */
export function buildCoordonnees(iban: string | null, rib: string | readonly string[] | null): CoordonneesLues {
  const valeur = (row: number, label: string, texts: readonly string[]): ValeurBancaire => {
    const [first, ...others] = texts.map((text, index) => cellAt("Banque", row, index + 1, text));
    if (!first) throw new Error("no value");
    return {
      label: cellAt("Banque", row, 0, label),
      cells: [first, ...others],
      compact: compactCompte(texts.join("")),
    };
  };
  return {
    iban: iban === null ? null : valeur(0, "IBAN", [iban]),
    rib: rib === null ? null : valeur(1, "RIB", typeof rib === "string" ? [rib] : rib),
    bic: null,
    illisibles: [],
  };
}

interface LigneDescription extends Partial<Pick<LigneEcheance, "fait" | "etat">> {
  readonly id: string;
  readonly date?: string | null;
  readonly origine?: string | null;
  readonly etabli?: string;
  readonly delibere?: string;
}

/** Label in A, date in B, who fixes it in C, "Fait le" in D, "Établi le" in E, "Délibéré le" in F; the contract's deadlines from row 2 on, or those given. */
export function buildEcheancier(
  lignes: readonly LigneDescription[] = contratIntegre.echeances.map(({ id }) => ({ id })),
): Echeancier {
  const sheet = "Échéancier";
  return {
    range: { sheet, top: 0, left: 0, bottom: lignes.length, right: 3 },
    heading: { sheet, row: 0, column: 0 },
    lignes: lignes.map(({ id, date = null, origine = null, fait = null, etat, ...actes }, index) => ({
      label: cellAt(sheet, index + 1, 0, id),
      echeance: id,
      date: /^\d{4}-/.test(date ?? "") ? date : null,
      cellDate: date === null ? null : cellAt(sheet, index + 1, 1, date),
      origine: origine === null ? null : cellAt(sheet, index + 1, 2, origine),
      faitLe: cellAt(sheet, index + 1, 3, fait ?? etat ?? ""),
      fait,
      etat: etat ?? (fait === null ? "a-faire" : "fait"),
      etapes: (["etabli", "delibere"] as const).flatMap((acte, place) => {
        const text = actes[acte];
        if (text === undefined) return [];
        return { acte, cell: cellAt(sheet, index + 1, 4 + place, text), le: /^\d{4}-/.test(text) ? text : null };
      }),
    })),
    lignesIgnorees: [],
  };
}

interface VersementDescription {
  readonly date?: string;
  readonly annee?: number;
  /** { axe: 1 }, { action: 5 }; the whole year where it is left out, words that say nothing where it is null. */
  readonly pour?: { readonly axe?: number; readonly action?: NumeroAction } | null;
  readonly montant: Saisie;
}

function objetOf({ pour = {} }: VersementDescription, { axes, actions }: Convention): ObjetVersement | null {
  if (pour === null) return null;
  const action = actions.find(({ numero }) => numero === pour.action);
  const axe = axes.find(({ numero }) => numero === pour.axe);
  return action ? { kind: "action", action } : axe ? { kind: "axe", axe } : { kind: "annee" };
}

/** Date in A, what it is for in B, amount in C, from row 2 on; then the total, where one is given. */
export function buildVersements(
  lignes: readonly VersementDescription[],
  total: Saisie | undefined = undefined,
  convention: Convention = contratIntegre,
): readonly [ListeVersements] {
  const sheet = "Versements";
  const amount = (row: number, saisie: Saisie): MontantCell => {
    const known = { ...montantLu(saisie), cells: [{ sheet, row, column: 2 }] } as MontantCell["known"];
    return { ...cellAt(sheet, row, 2, textOf(saisie)), formula: formulaOf(saisie), known };
  };
  return [
    {
      range: { sheet, top: 0, left: 0, bottom: lignes.length, right: 2 },
      heading: { sheet, row: 0, column: 2 },
      unit: "€",
      lignes: lignes.map((one, index) => ({
        label: cellAt(sheet, index + 1, 1, "pour"),
        date: one.date ?? "2024-05-12",
        annee: one.annee ?? 2024,
        objet: objetOf(one, convention),
        montant: amount(index + 1, one.montant),
        cells: [],
      })),
      total: total === undefined ? null : amount(lignes.length + 1, total),
      lignesIgnorees: [],
      deLEtat: true,
    },
  ];
}

interface DecisionDescription extends Pick<VersementDescription, "pour"> {
  readonly suite: Suite;
  readonly montant: number;
  readonly date?: string | null;
  readonly annee?: number;
  readonly vers?: number;
}

/** Amount in B, from row 2 on; of 2024, decided in March 2025, where nothing else is said. */
export function buildDecisions(
  decisions: readonly DecisionDescription[],
  convention: Convention = contratIntegre,
): readonly [ListeDecisions] {
  const sheet = "Décisions";
  return [
    {
      range: { sheet, top: 0, left: 0, bottom: decisions.length, right: 5 },
      lignes: decisions.map(({ suite, montant, date = "2025-03-12", annee = 2024, vers = null, pour = {} }, index) => ({
        date,
        annee,
        objet: objetOf({ pour, montant }, convention) ?? { kind: "annee" },
        suite,
        vers,
        montant: montantFromEuros(montant),
        cell: { sheet, row: index + 1, column: 1 },
      })),
      illisibles: [],
      cells: [],
    },
  ];
}
