// The lines of an avenant that change another statement of the contract: a label, an axe, a date, a T0, the account, a party…
import { CHAMPS_FICHE } from "../../domain/contrat/champs-fiche";
import { findWord, type Objet } from "../../domain/contrat/contrat-layout";
import { listClauses, type ValeurClause } from "../../domain/contrat/clauses";
import { cleNommee, genreDe, idEcheance } from "../../domain/contrat/clauses-nommees";
import { clePointRetire } from "../../domain/contrat/points-retirables";
import type { Convention } from "../../domain/contrat/convention";
import { foldText } from "../../domain/words/label";
import type { AvenantRow, Draft } from "./avenant-draft";
import { nomDuParametre } from "./avenant-objet";
import type { ContratCells, Path, Source } from "./contrat-cells";

export type Modifiant = Exclude<
  Objet,
  "credits" | "montant" | "cible" | "actionNouvelle" | "actionTerminee" | "indicateurNouveau" | "echeanceNouvelle"
>;

const DATED = /^(?:periode\/(?:debut|fin)|echeances\/.*\/date|actions\/\d+\/fiche\/(?:debut|fin))$/;

/** A label and an axe have columns of their own; « Nouvelle valeur » holds them as well. */
function columnOf(row: AvenantRow, objet: Modifiant): "valeur" | "intitule" | "axe" {
  const own = objet === "intitule" ? "intitule" : objet === "axeAction" ? "axe" : null;
  return own === null || row.has("valeur") ? "valeur" : own;
}

/** Null where a part of it could not be read. */
function keyFrom(...parts: readonly (string | number | null)[]): string | null {
  return parts.includes(null) ? null : parts.join("/");
}

/** As a definition writes it. */
function readAs(genre: ValeurClause["genre"], source: Source, cells: ContratCells): string | number {
  switch (genre) {
    case "montant":
      return cells.montant(source);
    case "nombre":
      return cells.valeur(source);
    case "part":
      return cells.part(source, 0);
    case "date":
      return cells.date(source, "2100-12-31");
    case "compte":
    case "code":
    case "texte":
      return cells.texte(source, "");
  }
}

export class ModificationReader {
  constructor(
    private readonly cells: ContratCells,
    private readonly convention: Convention,
  ) {}

  read(row: AvenantRow, draft: Draft, objet: Modifiant): void {
    const at: Path = [...draft.path, "modifications", draft.modifications.length];
    const sur = this.keyOf(row, draft, objet, at);
    if (sur === null) return;
    const valeur = this.valueOf(row, draft, objet, sur, at);
    if (valeur !== undefined) draft.modifications.push({ sur, valeur });
  }

  /** Null, and a mistake at the cell that should say it. */
  private keyOf(row: AvenantRow, { nom }: Draft, objet: Modifiant, at: Path): string | null {
    const { cells } = this;
    const numero = (column: "action" | "axe" | "indicateur", words: string) =>
      cells.numero(row.source(column, [...at, "sur"], `${nom} – ${words}`));
    switch (objet) {
      case "parametre":
        return this.parametreOf(row.source("intitule", [...at, "sur"], `${nom} – paramètre`), nomDuParametre(row));
      case "suppression":
        return this.retireOf(row.source("intitule", [...at, "sur"], `${nom} – suppression`), row.text("intitule"));
      case "echeance":
        return this.echeanceOf(row.source("intitule", [...at, "sur"], `${nom} – échéance`), row.text("intitule"));
      case "intitule": {
        if (!row.has("action")) return keyFrom("axes", numero("axe", "axe"), "intitule");
        const own = keyFrom("actions", numero("action", "action"));
        if (!row.has("indicateur")) return keyFrom(own, "intitule");
        return keyFrom(own, "indicateurs", numero("indicateur", "indicateur"), "intitule");
      }
      case "code": {
        const annee = cells.annee(row.source("annee", [...at, "sur"], `${nom} – année`));
        const axe = numero("axe", "axe");
        return keyFrom("imputation/lignes", annee, axe, "code");
      }
      case "axeAction":
        return keyFrom("actions", numero("action", "action"), "axe");
      case "ficheAction": {
        const action = numero("action", "action");
        const champ = this.champOf(
          row.source("intitule", [...at, "sur"], `${nom} – champ de la fiche`),
          row.text("intitule"),
        );
        return keyFrom("actions", action, "fiche", champ);
      }
      case "t0":
      case "indicateurSupprime": {
        const action = numero("action", "action");
        const indicateur = numero("indicateur", "indicateur");
        const own = keyFrom("actions", action, "indicateurs", indicateur);
        return objet === "indicateurSupprime" ? own : keyFrom(own, "t0");
      }
    }
  }

  private valueOf(
    row: AvenantRow,
    { nom }: Draft,
    objet: Modifiant,
    sur: string,
    at: Path,
  ): string | number | null | undefined {
    const { cells } = this;
    const before = cells.mistakes.length;
    const source = row.source(columnOf(row, objet), [...at, "valeur"], `${nom} – nouvelle valeur`);
    if (objet === "intitule" && this.saysTwoLabels(row, sur)) {
      const message =
        "« Intitulé » et « Nouvelle valeur » donnent deux intitulés. Gardez le nouveau seul, et l’ancien dans « Ancienne valeur ».";
      cells.place(source.path, cells.ref(source), source.parametre);
      cells.fail(cells.ref(source), source.parametre, message);
      return undefined;
    }
    let valeur: string | number | null;
    if (objet === "indicateurSupprime" || objet === "suppression") valeur = null;
    else if (objet === "t0") valeur = cells.valeur(source);
    else if (objet === "axeAction") valeur = cells.numero(source);
    else valeur = readAs(this.genreOf(sur), source, cells);
    if (objet === "code" && typeof valeur === "string")
      valeur = valeur.replace(/^BG00\//i, "").replace(/[\s.\u00a0]/gu, "");
    return cells.mistakes.length > before ? undefined : valeur;
  }

  /** Unless the first is the label that the contract has. */
  private saysTwoLabels(row: AvenantRow, sur: string): boolean {
    const [first, second] = [row.text("intitule"), row.text("valeur")];
    if (first === null || second === null || foldText(first) === foldText(second)) return false;
    const valeur = listClauses(this.convention).find(({ cle }) => cle === sur)?.valeur;
    return valeur?.genre !== "texte" || foldText(valeur.texte) !== foldText(first);
  }

  private genreOf(sur: string): ValeurClause["genre"] {
    if (DATED.test(sur)) return "date";
    return genreDe(this.convention, sur);
  }

  private parametreOf(source: Source, text: string | null): string | null {
    const named = text === null ? null : cleNommee(this.convention, text);
    if (named !== null) return named;
    return this.refuse(
      source,
      "Écrivez le nom d’un paramètre tel qu’il figure dans la partie « Paramètres du contrat » : IBAN, Fin du contrat… ou, pour tout autre point du contrat, son nom tel que la vérification l’écrit.",
    );
  }

  private retireOf(source: Source, text: string | null): string | null {
    const cle = text === null ? null : clePointRetire(this.convention, text);
    this.cells.place(source.path, this.cells.ref(source), source.parametre);
    if (cle !== null) return cle;
    return this.refuse(
      source,
      "Écrivez ce que l’avenant supprime : « Signataire « CAF » », « Autre financeur « Région » », « Enveloppe « … » », « Axe 4 », « Action 1 – sous-action 1.1 »… Une action se termine par « Action terminée », un indicateur part par « Indicateur supprimé ».",
    );
  }

  private echeanceOf(source: Source, text: string | null): string | null {
    const id = idEcheance(this.convention, text ?? "");
    if (this.convention.echeances.some((each) => each.id === id)) return `echeances/${id}/date`;
    return this.refuse(source, "Écrivez l’échéance telle qu’elle figure dans la partie « Échéances du contrat ».");
  }

  private champOf(source: Source, text: string | null): string | null {
    const found = findWord(CHAMPS_FICHE, text ?? "");
    if (found) return found;
    return this.refuse(
      source,
      "Écrivez le nom d’une colonne de la partie « Fiches actions » : Public cible, Pilotage…",
    );
  }

  private refuse(source: Source, expected: string): null {
    this.cells.place(source.path, this.cells.ref(source), source.parametre);
    this.cells.fail(this.cells.ref(source), source.parametre, `ce qui change n’est pas dit. ${expected}`);
    return null;
  }
}
