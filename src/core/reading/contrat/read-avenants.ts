// Reads the table of avenants of the sheet « Contrat »: one line per figure, gathered by number of avenant.
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { findWord, OBJETS, type Objet } from "../../domain/contrat/contrat-layout";
import { readActionTerminee, readCible, readCredits, readMontant } from "./avenant-chiffres";
import { AvenantDrafts, type AvenantRow, type Draft } from "./avenant-draft";
import { readActionNouvelle, readIndicateurNouveau } from "./avenant-nouveautes";
import type { ContratCells } from "./contrat-cells";

type Avenants = NonNullable<ConventionDefinition["avenants"]>;

interface Line {
  readonly row: AvenantRow;
  readonly draft: Draft;
  readonly objet: Objet;
}

/** `localWords` are the names of the local party. */
export function readAvenants(
  rows: readonly AvenantRow[],
  cells: ContratCells,
  localWords: readonly string[],
): readonly Avenants[number][] {
  const drafts = new AvenantDrafts(cells);
  const lines = rows.flatMap((row, line): Line[] => {
    const draft = drafts.find(row, line);
    const objet = draft && readObjet(row, draft.nom, cells);
    return draft && objet ? [{ row, draft, objet }] : [];
  });
  // The lines stand in any order, and others speak of the actions that these add.
  const isNewAction = ({ objet }: Line): boolean => objet === "actionNouvelle";
  const inOrder = [...lines.filter(isNewAction), ...lines.filter((line) => !isNewAction(line))];
  for (const { row, draft, objet } of inOrder) READERS[objet](row, draft, cells, localWords);
  return drafts.finish();
}

const READERS: Readonly<
  Record<Objet, (row: AvenantRow, draft: Draft, cells: ContratCells, localWords: readonly string[]) => void>
> = {
  credits: readCredits,
  montant: readMontant,
  cible: readCible,
  actionNouvelle: readActionNouvelle,
  indicateurNouveau: readIndicateurNouveau,
  actionTerminee: readActionTerminee,
};

/** Of a line that does not say it: what its columns can only mean. */
function guessObjet(row: AvenantRow): Objet | null {
  if (row.has("indicateur")) return "cible";
  if (!row.has("action")) return row.has("annee") ? "credits" : null;
  return row.has("partie") ? "montant" : null;
}

function readObjet(row: AvenantRow, nom: string, cells: ContratCells): Objet | null {
  const words = row.text("objet");
  const objet = words === null ? guessObjet(row) : findWord(OBJETS, words);
  if (objet === null) {
    const source = row.source("objet", [], `${nom} – objet`);
    const known = Object.values(OBJETS)
      .map((word) => `« ${word} »`)
      .join(", ");
    cells.fail(
      cells.ref(source),
      source.parametre,
      `ce que change cette ligne n’est pas dit. Écrivez l’un de : ${known}.`,
    );
  }
  return objet;
}
