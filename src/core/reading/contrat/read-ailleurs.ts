// Reads the sections of the sheet « Contrat » that only some contracts have: other parties and money, thresholds, sub-actions, how an indicator is counted.
import { cleAutre } from "../../contract/clauses/choses-action";
import type { ConventionDefinition } from "../../contract/convention";
import { cite, slug } from "../../domain/words/typographie";
import type { Path } from "./contrat-cells";
import type { ContratRow, RowsOf } from "./contrat-rows";
import { ofAction, type WithAction } from "./read-tables";

type Definition = ConventionDefinition;
type Action = Definition["actions"][number];
type Indicateur = Action["indicateurs"][number];
type Enveloppe = NonNullable<Definition["enveloppes"]>[number];
type Autre = NonNullable<Action["autres"]>[number];
type SousAction = NonNullable<Action["sousActions"]>[number];

const SANS_NOM = "(sans nom)";

export function readSignataires(rows: readonly ContratRow<"signataires">[]): Pick<Definition, "signataires"> {
  const signataires = rows.map((row, index) => {
    const parametre = `Signataire ${index + 1}`;
    const signataire = row.at(["signataires", index], parametre, `signataires/${index + 1}`);
    return { nom: signataire.read("nom", { parametre, neutral: SANS_NOM }), ...signataire.stated("nom") };
  });
  return signataires.length > 0 ? { signataires } : {};
}

export function readSeuils(rows: readonly ContratRow<"seuils">[]): Pick<Definition["cofinancement"], "seuils"> {
  const seuils = rows.map((row, index) => {
    const path: Path = ["cofinancement", "seuils", index];
    const place = row.at(path, "Cofinancement minimum");
    const given = place.optional(...(["axe", "action", "annee"] as const).filter((column) => row.has(column)));
    return { ...given, seuil: row.at(path).read("seuil") };
  });
  return seuils.length > 0 ? { seuils } : {};
}

export function readFinanceursLies(
  rows: readonly ContratRow<"financeursLies">[],
): Pick<Definition["cofinancement"], "financeurs"> {
  const financeurs = rows.map((row, index) => {
    const place = row.at(["cofinancement", "financeurs", index], "Part minimale");
    return { financeur: place.read("financeur", { neutral: SANS_NOM }), seuil: place.read("seuil") };
  });
  return financeurs.length > 0 ? { financeurs } : {};
}

export function readVersements(rows: readonly ContratRow<"versements">[]): Pick<Definition, "versements"> {
  const versements = rows.map((row, index) => {
    const versement = row.at(["versements", index], `Versement ${index + 1}`, `versements/${index + 1}`);
    const given = versement.optional(...(["annee", "date", "condition"] as const).filter((column) => row.has(column)));
    return { ...given, part: versement.read("part") };
  });
  return versements.length > 0 ? { versements } : {};
}

export function readComptes(rows: readonly ContratRow<"comptes">[]): Pick<Definition, "autresComptes"> {
  const autresComptes = rows.map((row, index) => {
    const parametre = `Autre compte ${index + 1}`;
    const compte = row.at(["autresComptes", index], parametre, `comptes/${index + 1}`);
    return {
      titulaire: compte.read("titulaire", { neutral: SANS_NOM }),
      iban: compte.read("iban", { neutral: SANS_NOM }),
      ...compte.stated("titulaire", "iban"),
    };
  });
  return autresComptes.length > 0 ? { autresComptes } : {};
}

export function readEnveloppes(rows: readonly ContratRow<"enveloppes">[]): Pick<Definition, "enveloppes"> {
  const enveloppes: Enveloppe[] = [];
  for (const row of rows) {
    const id = slug(row.text("id") ?? row.text("intitule") ?? SANS_NOM);
    const found = enveloppes.findIndex((known) => known.id === id);
    const path: Path = ["enveloppes", found < 0 ? enveloppes.length : found];
    const intitule = row.at(path, "Enveloppe").read("intitule", { neutral: SANS_NOM });
    const nom = `Enveloppe ${cite(intitule)}`;
    const payer = row
      .at(path, nom, `enveloppes/${id}`)
      .optional(...(["financeur", "axe"] as const).filter((column) => row.has(column)));
    const known = enveloppes[found] ?? { id, intitule, ...payer, montants: [] };
    if (found < 0) enveloppes.push(known);
    const at: Path = [...path, "montants", known.montants.length];
    const annee = row.at(at, nom).read("annee");
    if (annee === null) continue;
    const year = row.at(at, `${nom} – ${annee}`);
    const montant = year.read("montant", { parametre: `${nom} – ${annee}` });
    known.montants.push({ annee, montant, statut: year.read("statut") ?? "provisionnel" });
  }
  return enveloppes.length > 0 ? { enveloppes } : {};
}

export function readFinanceurs(rows: readonly ContratRow<"financeurs">[]): Pick<Definition, "autresFinanceurs"> {
  const autresFinanceurs = rows.map((row, index) => {
    const path: Path = ["autresFinanceurs", index];
    const nom = row.at(path).read("nom", { neutral: SANS_NOM });
    const mots = row.at(path, `Financeur ${cite(nom)}`).read("mots");
    return { nom, ...(mots.length > 0 && { motsColonne: mots }) };
  });
  return autresFinanceurs.length > 0 ? { autresFinanceurs } : {};
}

function readAutres(row: ContratRow<"autres">, rank: number, place: number, { numero }: Action): Autre[] {
  const path: Path = ["actions", place, "autres"];
  const financeur = row.at([...path, rank], `Action ${numero}`).read("financeur", { neutral: "" });
  if (financeur === "") return [];
  const named = row.at(path, `Action ${numero} – ${financeur}`);
  return row
    .filled("montant", (annee) => cleAutre(numero, financeur, annee))
    .map((column, index) => {
      const montant = named.readUnder(column, "montant", [rank + index, "montant"], `${column.number}`);
      return { financeur, annee: column.number, montant };
    });
}

function readSousAction(
  row: ContratRow<"sousActions">,
  path: Path,
  { numero: action }: Action,
  annees: readonly number[],
): SousAction[] {
  const numero = row.at(path, `Action ${action}`).read("numero", { neutral: "" });
  if (numero === "") return [];
  const cle = `actions/${action}/sous-actions/${numero}`;
  const sousAction = row.at(path, `Action ${action} – sous-action ${numero}`, cle);
  const columnsOf = (wanted: number) => row.numbered.filter(({ number }) => number === wanted);
  const montants: NonNullable<SousAction["montants"]> = [];
  const intitule = sousAction.read("intitule", { neutral: SANS_NOM });
  for (const annee of annees) {
    const etat = columnsOf(annee).find(({ words }) => words === "etat");
    const collectivite = columnsOf(annee).find(({ words }) => words !== "etat");
    if (etat) row.noteEmpty(etat, `${cle}/montants/${annee}/etat`);
    if (collectivite) row.noteEmpty(collectivite, `${cle}/montants/${annee}/collectivite`);
    if (!etat || !collectivite || ![etat, collectivite].some((column) => row.isFilled(column))) continue;
    const read = (column: typeof etat, partie: string, words: string) =>
      sousAction.readUnder(column, "montant", ["montants", montants.length, partie], `${annee} – part ${words}`);
    montants.push({
      annee,
      etat: read(etat, "etat", "État"),
      collectivite: read(collectivite, "collectivite", "locale"),
    });
  }
  return [{ numero, intitule, ...sousAction.stated("intitule"), ...(montants.length > 0 && { montants }) }];
}

function readMesure(row: ContratRow<"mesures">, place: number, own: Action): Action {
  const parametre = `Action ${own.numero} – indicateur`;
  const numero = row.read("numero", { parametre });
  const rank = own.indicateurs.findIndex((indicateur) => indicateur.numero === numero);
  const indicateur = own.indicateurs[rank];
  if (numero === null || !indicateur) {
    if (numero !== null) row.fail("numero", "cet indicateur n’existe pas plus haut.", { parametre });
    return own;
  }
  const cle = `actions/${own.numero}/indicateurs/${numero}`;
  const mesure = row.at(["actions", place, "indicateurs", rank], `${parametre} ${numero}`, cle);
  const { cumul, ...said } = mesure.stated();
  const cibles = indicateur.cibles.map((cible, index) => {
    const column = row.numbered.find(({ words, number }) => words === "cible en mots" && number === cible.annee);
    if (!column) return cible;
    row.noteEmpty(column, `${cle}/cibles/${cible.annee}/texte`);
    const texte = mesure.readUnder(column, "libre", ["cibles", index, "texte"], `cible ${cible.annee} en mots`);
    return texte === null ? cible : { ...cible, texte };
  });
  const read: Indicateur = { ...indicateur, cibles, ...said, ...(cumul && { cumul: true }) };
  return { ...own, indicateurs: own.indicateurs.map((each) => (each === indicateur ? read : each)) };
}

/** The actions with what these sections say of them. */
export function completeActions(actions: readonly Action[], rowsOf: RowsOf, annees: readonly number[]): Action[] {
  const completed = [...actions];
  // The first of two actions of one number.
  const places = new Map(actions.map(({ numero }, place) => [numero, place] as const).reverse());
  function amend<Name extends WithAction>(
    name: Name,
    nom: string,
    change: (row: ContratRow<Name>, own: Action, place: number) => Action,
  ): void {
    for (const row of rowsOf(name)) {
      const place = ofAction(row, places, `${nom} – action`)?.known ?? -1;
      const own = completed[place];
      if (own) completed[place] = change(row, own, place);
    }
  }
  amend("autres", "Autre financement", (row, own, place) => {
    const { autres = [] } = own;
    return { ...own, autres: [...autres, ...readAutres(row, autres.length, place, own)] };
  });
  amend("operateurs", "Opérateurs", (row, own, place) => {
    const action = row.at(["actions", place], `Action ${own.numero}`, `actions/${own.numero}`);
    return { ...own, operateurs: action.read("operateurs") };
  });
  amend("sousActions", "Sous-action", (row, own, place) => {
    const { sousActions = [] } = own;
    const path: Path = ["actions", place, "sousActions", sousActions.length];
    return { ...own, sousActions: [...sousActions, ...readSousAction(row, path, own, annees)] };
  });
  amend("mesures", "Mesure", (row, own, place) => readMesure(row, place, own));
  return completed;
}
