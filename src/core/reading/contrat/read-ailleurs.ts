// Reads the sections of the sheet « Contrat » that only some contracts have: other parties and money, thresholds, sub-actions, how an indicator is counted.
import { cleAutre } from "../../domain/contrat/clauses-ailleurs";
import { CUMUL } from "../../domain/contrat/contrat-layout";
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { cite, slug } from "../../domain/words/typographie";
import type { ContratCells, Path, Source } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";
import { readMot } from "./read-mot";

type Definition = ConventionDefinition;
type Action = Definition["actions"][number];
type Indicateur = Action["indicateurs"][number];
type Enveloppe = NonNullable<Definition["enveloppes"]>[number];
type Autre = NonNullable<Action["autres"]>[number];
type SousAction = NonNullable<Action["sousActions"]>[number];

const SANS_NOM = "(sans nom)";

const UNITE_WORDS = { nombre: "nombre", pourcentage: "pourcentage", montant: "montant", texte: "texte" } as const;
const SENS_WORDS = { hausse: "hausse", baisse: "baisse" } as const;

export function readSignataires(
  rows: readonly ContratRow<"signataires">[],
  cells: ContratCells,
): Pick<Definition, "signataires"> {
  const signataires = rows.map((row, index) => {
    const at = (column: "nom" | "role" | "representant" | "qualite"): Source =>
      row.source(column, ["signataires", index, column], `Signataire ${index + 1}`);
    const [role, representant, qualite] = (["role", "representant", "qualite"] as const).map((column) => {
      cells.noteEmpty(`signataires/${index + 1}/${column}`, at(column));
      return cells.texteOuRien(at(column));
    });
    return {
      nom: cells.texte(at("nom"), SANS_NOM),
      ...(role && { role }),
      ...(representant && { representant }),
      ...(qualite && { qualite }),
    };
  });
  return signataires.length > 0 ? { signataires } : {};
}

export function readSeuils(
  rows: readonly ContratRow<"seuils">[],
  cells: ContratCells,
): Pick<Definition["cofinancement"], "seuils"> {
  const seuils = rows.flatMap((row, index) => {
    const path: Path = ["cofinancement", "seuils", index];
    const axe = row.has("axe")
      ? cells.numero(row.source("axe", [...path, "axe"], "Cofinancement minimum – axe"))
      : null;
    const annee = row.has("annee")
      ? cells.annee(row.source("annee", [...path, "annee"], "Cofinancement minimum – année"))
      : null;
    const seuil = cells.part(row.source("seuil", [...path, "seuil"], "Cofinancement minimum"), 0);
    return [{ ...(axe !== null && { axe }), ...(annee !== null && { annee }), seuil }];
  });
  return seuils.length > 0 ? { seuils } : {};
}

const STATUTS = { ferme: "ferme", provisionnel: "provisionnel" } as const;

export function readEnveloppes(
  rows: readonly ContratRow<"enveloppes">[],
  cells: ContratCells,
): Pick<Definition, "enveloppes"> {
  const enveloppes: Enveloppe[] = [];
  for (const row of rows) {
    const written = row.text("intitule") ?? SANS_NOM;
    const id = slug(row.text("id") ?? written);
    const found = enveloppes.findIndex((known) => known.id === id);
    const index = found < 0 ? enveloppes.length : found;
    const path: Path = ["enveloppes", index];
    const intitule = cells.texte(row.source("intitule", [...path, "intitule"], "Enveloppe – intitulé"), SANS_NOM);
    const nom = `Enveloppe ${cite(intitule)}`;
    const payer = row.source("financeur", [...path, "financeur"], `${nom} – financeur`);
    cells.noteEmpty(`enveloppes/${id}/financeur`, payer);
    const financeur = cells.texteOuRien(payer);
    if (found < 0) enveloppes.push({ id, intitule, ...(financeur !== null && { financeur }), montants: [] });
    const montants = enveloppes[index]?.montants ?? [];
    const at: Path = [...path, "montants", montants.length];
    const annee = cells.annee(row.source("annee", [...at, "annee"], `${nom} – année`));
    if (annee === null) continue;
    const montant = cells.montant(row.source("montant", [...at, "montant"], `${nom} – ${annee}`));
    const source = row.source("statut", [...at, "statut"], `${nom} – ${annee} – statut`);
    montants.push({ annee, montant, statut: readMot(source, STATUTS, cells) ?? "provisionnel" });
  }
  return enveloppes.length > 0 ? { enveloppes } : {};
}

export function readFinanceurs(
  rows: readonly ContratRow<"financeurs">[],
  cells: ContratCells,
): Pick<Definition, "autresFinanceurs"> {
  const autresFinanceurs = rows.map((row, index) => {
    const path: Path = ["autresFinanceurs", index];
    const nom = cells.texte(row.source("nom", [...path, "nom"], "Financeur"), SANS_NOM);
    const mots = cells.lignes(row.source("mots", [...path, "motsColonne"], `Financeur ${cite(nom)} – mots`));
    return { nom, ...(mots.length > 0 && { motsColonne: mots }) };
  });
  return autresFinanceurs.length > 0 ? { autresFinanceurs } : {};
}

/** The action that a row names, by its place among those of the sheet; null, and a mistake, where there is none. */
function ownerOf(source: Source, actions: readonly Action[], cells: ContratCells): number | null {
  const numero = cells.numero(source);
  if (numero === null) return null;
  const place = actions.findIndex((action) => action.numero === numero);
  if (place >= 0) return place;
  const message = `l’action ${numero} n’existe pas dans la section « Actions et montants ».`;
  cells.fail(cells.ref(source), source.parametre, message);
  return null;
}

export interface ActionSections {
  readonly autres: readonly ContratRow<"autres">[];
  readonly operateurs: readonly ContratRow<"operateurs">[];
  readonly sousActions: readonly ContratRow<"sousActions">[];
  readonly mesures: readonly ContratRow<"mesures">[];
}

/** What a row of an action is read with: the action's place, and its rank of its kind. */
interface Owner {
  readonly place: number;
  readonly numero: number;
  readonly annees: readonly number[];
  readonly cells: ContratCells;
}

function readAutres(row: ContratRow<"autres">, rank: number, { place, numero, cells }: Owner): Autre[] {
  const own: Path = ["actions", place, "autres"];
  const financeur = cells.texte(
    row.source("financeur", [...own, rank, "financeur"], `Action ${numero} – financeur`),
    "",
  );
  if (financeur === "") return [];
  const years = row.numbered.filter(({ words }) => words === "montant");
  for (const year of years) cells.noteEmpty(cleAutre(numero, financeur, year.number), row.at(year, own, ""));
  const columns = years.filter((column) => !cells.isEmpty(row.at(column, own, "")));
  return columns.map((column, index) => ({
    financeur,
    annee: column.number,
    montant: cells.montant(
      row.at(column, [...own, rank + index, "montant"], `Action ${numero} – ${financeur} – ${column.number}`),
    ),
  }));
}

function readSousAction(
  row: ContratRow<"sousActions">,
  rank: number,
  { place, numero: action, annees, cells }: Owner,
): SousAction[] {
  const path: Path = ["actions", place, "sousActions", rank];
  const numero = cells.texte(row.source("numero", [...path, "numero"], `Action ${action} – sous-action`), "");
  if (numero === "") return [];
  const nom = `Action ${action} – sous-action ${numero}`;
  const intitule = cells.texte(row.source("intitule", [...path, "intitule"], `${nom} – intitulé`), SANS_NOM);
  const cle = `actions/${action}/sous-actions/${numero}`;
  const whose = row.source("operateur", [...path, "operateur"], `${nom} – opérateur`);
  cells.noteEmpty(`${cle}/operateur`, whose);
  const operateur = cells.texteOuRien(whose);
  const montants = annees.flatMap((annee) => {
    const columns = row.numbered.filter(({ number }) => number === annee);
    const etat = columns.find(({ words }) => words === "etat");
    const collectivite = columns.find(({ words }) => words !== "etat");
    if (etat) cells.noteEmpty(`${cle}/montants/${annee}/etat`, row.at(etat, path, ""));
    if (collectivite) cells.noteEmpty(`${cle}/montants/${annee}/collectivite`, row.at(collectivite, path, ""));
    const given = [etat, collectivite].some((column) => column && !cells.isEmpty(row.at(column, path, "")));
    return etat && collectivite && given ? [{ annee, etat, collectivite }] : [];
  });
  return [
    {
      numero,
      intitule,
      ...(operateur !== null && { operateur }),
      ...(montants.length > 0 && {
        montants: montants.map(({ annee, etat, collectivite }, index) => {
          const at: Path = [...path, "montants", index];
          return {
            annee,
            etat: cells.montant(row.at(etat, [...at, "etat"], `${nom} – ${annee} – part État`)),
            collectivite: cells.montant(
              row.at(collectivite, [...at, "collectivite"], `${nom} – ${annee} – part locale`),
            ),
          };
        }),
      }),
    },
  ];
}

/** Columns of an indicator's measure, and the end of the key of what each states. */
const MESURES = [
  ["t0Texte", "t0/texte"],
  ["unite", "unite"],
  ["sens", "sens"],
  ["cumul", "cumul"],
] as const;

/** `annees` of the targets, in their order. */
function readMesure(row: ContratRow<"mesures">, actions: readonly Action[], owner: Owner): Action {
  const { place, numero: action, cells } = owner;
  const own = actions[place] as Action;
  const unknown = row.source("numero", ["mesures-lues", row.line], `Action ${action} – indicateur`);
  const numero = cells.numero(unknown);
  const rank = own.indicateurs.findIndex((indicateur) => indicateur.numero === numero);
  const indicateur = own.indicateurs[rank];
  if (numero === null || !indicateur) {
    if (numero !== null) cells.fail(cells.ref(unknown), unknown.parametre, "cet indicateur n’existe pas plus haut.");
    return own;
  }
  const path: Path = ["actions", place, "indicateurs", rank];
  const nom = `Action ${action} – indicateur ${numero}`;
  const cle = `actions/${action}/indicateurs/${numero}`;
  for (const [column, key] of MESURES) cells.noteEmpty(`${cle}/${key}`, row.source(column, [...path, column], nom));
  const t0Texte = cells.texteOuRien(row.source("t0Texte", [...path, "t0Texte"], `${nom} – T0 en mots`));
  const unite = readMot(row.source("unite", [...path, "unite"], `${nom} – unité`), UNITE_WORDS, cells);
  const sens = readMot(row.source("sens", [...path, "sens"], `${nom} – sens`), SENS_WORDS, cells);
  const cumul = readMot(row.source("cumul", [...path, "cumul"], `${nom} – cumul`), { cumul: CUMUL }, cells);
  const cibles = indicateur.cibles.map((cible, index) => {
    const column = row.numbered.find(({ words, number }) => words === "cible en mots" && number === cible.annee);
    const at: Path = [...path, "cibles", index, "texte"];
    const source = column && row.at(column, at, `${nom} – cible ${cible.annee} en mots`);
    if (source) cells.noteEmpty(`${cle}/cibles/${cible.annee}/texte`, source);
    const said = source ? cells.texteOuRien(source) : null;
    return said === null ? cible : { ...cible, texte: said };
  });
  const read: Indicateur = {
    ...indicateur,
    cibles,
    ...(t0Texte !== null && { t0Texte }),
    ...(unite !== null && { unite }),
    ...(sens !== null && { sens }),
    ...(cumul !== null && { cumul: true }),
  };
  return { ...own, indicateurs: own.indicateurs.map((each, index) => (index === rank ? read : each)) };
}

/** The actions with what these sections say of them. */
export function completeActions(
  actions: readonly Action[],
  sections: ActionSections,
  annees: readonly number[],
  cells: ContratCells,
): Action[] {
  const completed = [...actions];
  const amend = (source: Source, change: (own: Action, owner: Owner) => Action): void => {
    const place = ownerOf(source, completed, cells);
    const own = place === null ? undefined : completed[place];
    if (place === null || !own) return;
    completed[place] = change(own, { place, numero: own.numero, annees, cells });
  };
  for (const row of sections.autres) {
    amend(row.source("action", ["autres-lus", row.line], "Autre financement – action"), (own, owner) => {
      const before = own.autres ?? [];
      return { ...own, autres: [...before, ...readAutres(row, before.length, owner)] };
    });
  }
  for (const row of sections.operateurs) {
    amend(row.source("action", ["operateurs-lus", row.line], "Opérateurs – action"), (own, { place, numero }) => {
      const source = row.source("operateurs", ["actions", place, "operateurs"], `Action ${numero} – opérateurs`);
      cells.noteEmpty(`actions/${numero}/operateurs`, source);
      return { ...own, operateurs: cells.lignes(source) };
    });
  }
  for (const row of sections.sousActions) {
    amend(row.source("action", ["sous-actions-lues", row.line], "Sous-action – action"), (own, owner) => {
      const before = own.sousActions ?? [];
      return { ...own, sousActions: [...before, ...readSousAction(row, before.length, owner)] };
    });
  }
  for (const row of sections.mesures) {
    amend(row.source("action", ["mesures-lues", row.line], "Mesure – action"), (_, owner) =>
      readMesure(row, completed, owner),
    );
  }
  return completed;
}
