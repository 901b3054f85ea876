// Reads the table of avenants of the sheet « Contrat »: one line per figure, gathered by number of avenant.
import type { ConventionDefinition } from "../../domain/convention";
import { findWord, OBJETS, type Objet } from "../../domain/contrat-layout";
import { foldText } from "../../domain/label";
import { formatDate } from "../../domain/format";
import type { ContratCells, Path, Source } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";

type Avenant = NonNullable<ConventionDefinition["avenants"]>[number];
type Action = ConventionDefinition["actions"][number];
type Credit = NonNullable<Avenant["creditsEtat"]>[number];
type Row = ContratRow<"avenants">;

interface Draft {
  readonly path: Path;
  readonly numero: number;
  signeLe: string | null;
  readonly credits: { annee: number; montant?: number; repartition?: { axe: number; montant: number }[] }[];
  readonly montants: NonNullable<Avenant["montants"]>[number][];
  readonly nouvelles: (Omit<Action, "indicateurs"> & { indicateurs: Action["indicateurs"][number][] })[];
  readonly terminees: NonNullable<Avenant["actionsTerminees"]>[number][];
  readonly cibles: NonNullable<Avenant["cibles"]>[number][];
}

/** Of a line that does not say it: what its columns can only mean. */
function guessObjet(row: Row): Objet | null {
  if (row.has("indicateur")) return "cible";
  if (!row.has("action")) return row.has("annee") ? "credits" : null;
  return row.has("partie") ? "montant" : null;
}

export class AvenantReader {
  private readonly drafts: Draft[] = [];

  /** `localWords` are the names of the local party. */
  constructor(
    private readonly cells: ContratCells,
    private readonly localWords: readonly string[],
  ) {}

  read(rows: readonly Row[]): readonly Avenant[] {
    rows.forEach((row, line) => this.readRow(row, line));
    return this.drafts.map(({ numero, path, signeLe, credits, montants, nouvelles, terminees, cibles }) => {
      if (signeLe === null) {
        this.cells.fail(
          this.cells.find(path),
          `Avenant n° ${numero} – signé le`,
          "la date de signature manque. Sans elle, on ne sait pas s’il est en vigueur.",
        );
      }
      return {
        numero,
        signeLe: signeLe ?? "2100-12-31",
        creditsEtat: credits as Credit[],
        montants,
        actionsNouvelles: nouvelles,
        actionsTerminees: terminees,
        cibles,
      };
    });
  }

  private readRow(row: Row, line: number): void {
    const numero = this.cells.numero(row.source("numero", ["avenants-lus", line], "Avenant – numéro"));
    if (numero === null) return;
    const draft = this.draftOf(numero, row);
    const nom = `Avenant n° ${numero}`;
    const objet = this.readObjet(row, nom);
    if (objet === "credits") this.readCredits(row, draft, nom);
    else if (objet === "montant") this.readMontant(row, draft, nom);
    else if (objet === "cible") this.readCible(row, draft, nom);
    else if (objet === "actionNouvelle") this.readActionNouvelle(row, draft, nom);
    else if (objet === "indicateurNouveau") this.readIndicateurNouveau(row, draft, nom);
    else if (objet === "actionTerminee") {
      const path: Path = [...draft.path, "actionsTerminees", draft.terminees.length];
      const action = this.cells.numero(row.source("action", [...path, "action"], `${nom} – action terminée`));
      const aPartirDe = this.cells.annee(
        row.source("annee", [...path, "aPartirDe"], `${nom} – première année sans l’action`),
      );
      if (action !== null && aPartirDe !== null) draft.terminees.push({ action, aPartirDe });
    }
  }

  private draftOf(numero: number, row: Row): Draft {
    let draft = this.drafts.find((known) => known.numero === numero);
    if (!draft) {
      const path: Path = ["avenants", this.drafts.length];
      draft = { path, numero, signeLe: null, credits: [], montants: [], nouvelles: [], terminees: [], cibles: [] };
      this.drafts.push(draft);
      this.cells.place(path, this.cells.ref(row.source("numero", path, "")), `Avenant n° ${numero}`);
    }
    const signe = row.source("signeLe", [...draft.path, "signeLe"], `Avenant n° ${numero} – signé le`);
    if (this.cells.isEmpty(signe)) return draft;
    const date = this.cells.date(signe, draft.signeLe ?? "2100-12-31");
    if (draft.signeLe !== null && date !== draft.signeLe) {
      this.cells.fail(
        this.cells.ref(signe),
        signe.parametre,
        `le ${formatDate(draft.signeLe)} est écrit pour le même avenant, plus haut. Gardez une seule date.`,
      );
    }
    draft.signeLe ??= date;
    return draft;
  }

  private readObjet(row: Row, nom: string): Objet | null {
    const source = row.source("objet", [], `${nom} – objet`);
    const words = row.text("objet");
    const objet = words === null ? guessObjet(row) : findWord(OBJETS, words);
    if (objet === null) {
      const known = Object.values(OBJETS)
        .map((word) => `« ${word} »`)
        .join(", ");
      this.cells.fail(
        this.cells.ref(source),
        source.parametre,
        `ce que change cette ligne n’est pas dit. Écrivez l’un de : ${known}.`,
      );
    }
    return objet;
  }

  private readCredits(row: Row, { path, credits }: Draft, nom: string): void {
    const provisional: Path = [...path, "creditsEtat", credits.length];
    const annee = this.cells.annee(row.source("annee", [...provisional, "annee"], `${nom} – année`));
    if (annee === null) return;
    const known = credits.findIndex((credit) => credit.annee === annee);
    const index = known < 0 ? credits.push({ annee }) - 1 : known;
    const credit = credits[index];
    if (!credit) return;
    const at: Path = [...path, "creditsEtat", index];
    if (!row.has("axe")) {
      const source = row.source("valeur", [...at, "montant"], `${nom} – crédits de l’État ${annee}`);
      if (credit.montant !== undefined) this.failTwice(source);
      else credit.montant = this.cells.montant(source);
      return;
    }
    const repartition = (credit.repartition ??= []);
    const part: Path = [...at, "repartition", repartition.length];
    const axe = this.cells.numero(row.source("axe", [...part, "axe"], `${nom} – axe`));
    if (axe === null) return;
    repartition.push({
      axe,
      montant: this.cells.montant(
        row.source("valeur", [...part, "montant"], `${nom} – crédits de l’État ${annee} – axe ${axe}`),
      ),
    });
  }

  private failTwice(source: Source): void {
    this.cells.fail(this.cells.ref(source), source.parametre, "l’avenant fixe deux fois le même chiffre.");
  }

  private readMontant(row: Row, { path, montants }: Draft, nom: string): void {
    const at: Path = [...path, "montants", montants.length];
    const action = this.cells.numero(row.source("action", [...at, "action"], `${nom} – action`));
    const annee = this.cells.annee(row.source("annee", [...at, "annee"], `${nom} – année`));
    const partie = this.readPartie(row, [...at, "partie"], nom);
    if (action === null || annee === null || partie === null) return;
    const montant = this.cells.montant(
      row.source("valeur", [...at, "montant"], `${nom} – action ${action} – ${annee} – nouveau montant`),
    );
    montants.push({ action, annee, partie, montant });
  }

  private readPartie(row: Row, path: Path, nom: string): "etat" | "collectivite" | null {
    const source = row.source("partie", path, `${nom} – partie`);
    this.cells.place(path, this.cells.ref(source), source.parametre);
    const word = foldText(row.text("partie") ?? "").replace(/^part (?:de l'|du |de la )?/, "");
    if (word === "etat") return "etat";
    if (word !== "" && this.localWords.some((local) => foldText(local) === word)) return "collectivite";
    const words = ["État", this.localWords[0] ?? "Collectivité"].map((known) => `« ${known} »`).join(" ou ");
    this.cells.fail(this.cells.ref(source), source.parametre, `la partie n’est pas lisible. Écrivez ${words}.`);
    return null;
  }

  private readCible(row: Row, { path, cibles }: Draft, nom: string): void {
    const at: Path = [...path, "cibles", cibles.length];
    const action = this.cells.numero(row.source("action", [...at, "action"], `${nom} – action`));
    const indicateur = this.cells.numero(row.source("indicateur", [...at, "indicateur"], `${nom} – indicateur`));
    const annee = this.cells.annee(row.source("annee", [...at, "annee"], `${nom} – année`));
    if (action === null || indicateur === null || annee === null) return;
    const parametre = `${nom} – action ${action} – indicateur ${indicateur} – cible ${annee}`;
    cibles.push({
      action,
      indicateur,
      annee,
      valeur: this.cells.valeur(row.source("valeur", [...at, "valeur"], parametre)),
    });
  }

  private readActionNouvelle(row: Row, { path, nouvelles }: Draft, nom: string): void {
    const at: Path = [...path, "actionsNouvelles", nouvelles.length];
    const numero = this.cells.numero(row.source("action", [...at, "numero"], `${nom} – action nouvelle`));
    const axe = this.cells.numero(row.source("axe", [...at, "axe"], `${nom} – axe de l’action nouvelle`));
    const [intitule, ...alias] = this.readIntitule(row, [...at, "intitule"], `${nom} – intitulé de l’action nouvelle`);
    if (numero === null || axe === null || intitule === undefined) return;
    nouvelles.push({ numero, axe, intitule, alias, montants: [], indicateurs: [] });
  }

  private readIndicateurNouveau(row: Row, { path, nouvelles }: Draft, nom: string): void {
    const provisional: Path = [...path, "indicateur-nouveau"];
    const action = this.cells.numero(row.source("action", [...provisional, "action"], `${nom} – action`));
    const at = nouvelles.findIndex(({ numero }) => numero === action);
    const owner = nouvelles[at];
    if (!owner) {
      const source = row.source("action", provisional, `${nom} – action`);
      this.cells.fail(
        this.cells.ref(source),
        source.parametre,
        "un indicateur nouveau suit la ligne « Action nouvelle » de son action. Pour une action du contrat, ajoutez-le à la section « Indicateurs et cibles ».",
      );
      return;
    }
    const own: Path = [...path, "actionsNouvelles", at, "indicateurs", owner.indicateurs.length];
    const numero = this.cells.numero(row.source("indicateur", [...own, "numero"], `${nom} – indicateur`));
    const [intitule, ...alias] = this.readIntitule(
      row,
      [...own, "intitule"],
      `${nom} – intitulé de l’indicateur nouveau`,
    );
    const t0 = this.cells.valeur(row.source("valeur", [...own, "t0"], `${nom} – T0 de l’indicateur nouveau`));
    if (numero !== null && intitule !== undefined) owner.indicateurs.push({ numero, intitule, alias, t0, cibles: [] });
  }

  /** The label, then other labels for the same thing, one a line. */
  private readIntitule(row: Row, path: Path, parametre: string): string[] {
    const source = row.source("intitule", path, parametre);
    const lines = this.cells.lignes(source);
    if (lines.length === 0) this.cells.texte(source, "");
    return lines;
  }
}
