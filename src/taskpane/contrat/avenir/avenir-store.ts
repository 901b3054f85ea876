// « Préparer l’avenant » while it is open: what was read, the variant that is worked on, what it makes of the contract; it outlives the tab.
import { nouvelleVariante } from "../../../core/preparation/changements";
import type { VariantesComparees } from "../../../core/preparation/comparer-variantes";
import type { Preparation } from "../../../core/preparation/preparer";
import type { Proposition } from "../../../core/reports/avenant/proposition";
import type { Variante } from "../../../core/domain/variante";
import type { Choix, ProjetCree } from "../../../usecases/prepare-avenant";
import { forgetFile, keepWordFile, saveFile, type SavedFile } from "../../reports/save-file";
import type { Session } from "../../session-store";
import { tabStores } from "../../tab-store";
import { toWarnings } from "../../warnings";
import { avenirTexts } from "./texts";

export interface AvenirState {
  readonly isOpen: boolean;
  readonly screen: "table" | "comparaison" | "projet";
  /** Null until the workbook was read. */
  readonly preparation: (Preparation & { readonly edits: number }) | null;
  readonly variante: Variante | null;
  /** Of the variant, or of what it was a moment ago. */
  readonly proposition: Proposition | null;
  readonly comparees: VariantesComparees | null;
  readonly cree: { readonly projet: ProjetCree | null; readonly files: readonly SavedFile[] } | null;
}

const CLOSED: AvenirState = {
  isOpen: false,
  screen: "table",
  preparation: null,
  variante: null,
  proposition: null,
  comparees: null,
  cree: null,
};

export const avenirOf = tabStores<AvenirState>(CLOSED, (before, now) => {
  const kept = now.cree?.files ?? [];
  for (const file of before.cree?.files ?? []) if (!kept.includes(file)) forgetFile(file);
});

export function update(session: Session, changes: Partial<AvenirState>): void {
  const store = avenirOf(session);
  store.set({ ...store.getState(), ...changes });
}

const serviceOf = (session: Session) => session.workbook.contrat.avenir();

export function closeAvenir(session: Session): void {
  update(session, CLOSED);
}

/** "V1", else the next that no variant of the year bears. */
function freeName(variantes: readonly Variante[]): string {
  const taken = new Set(variantes.map(({ nom }) => nom));
  let rank = 1;
  while (taken.has(`V${rank}`)) rank += 1;
  return `V${rank}`;
}

/** Beside what is still worked on, where that is for the same year. */
async function read(session: Session, annee: number | null, keepsWork: boolean): Promise<void> {
  await session.perform("avenant", async (asOf, onWaitingForCell) => {
    const { edits } = session.getState();
    const preparation = { ...(await (await serviceOf(session)).prepare(asOf, annee, onWaitingForCell)), edits };
    const { variante: working } = avenirOf(session).getState();
    const { tableau, variantes } = preparation;
    const same = keepsWork && working?.annee === tableau.annee ? working : null;
    const variante = same ?? variantes.at(-1) ?? nouvelleVariante(freeName(variantes), tableau.annee, session.today());
    update(session, { preparation, variante });
    await propose(session);
    return [];
  });
}

export async function openAvenir(session: Session): Promise<void> {
  update(session, { ...CLOSED, isOpen: true });
  session.chooseTab("contrat");
  await read(session, null, false);
}

export const chooseYear = (session: Session, annee: number): Promise<void> => read(session, annee, false);

export async function readAgain(session: Session): Promise<void> {
  await read(session, avenirOf(session).getState().preparation?.tableau.annee ?? null, true);
}

async function propose(session: Session): Promise<void> {
  const { preparation, variante } = avenirOf(session).getState();
  if (!preparation || !variante) return;
  const proposition = await (await serviceOf(session)).propose(preparation, variante);
  // What was typed meanwhile is proposed by itself.
  if (avenirOf(session).getState().variante === variante) update(session, { proposition });
}

/** Hands stay on the keys while the rules look: once nothing more is typed for this long. */
const PAUSE_MS = 120;
const timers = new WeakMap<Session, ReturnType<typeof setTimeout>>();

export function change(session: Session, variante: Variante): void {
  if (variante === avenirOf(session).getState().variante) return;
  update(session, { variante, cree: null });
  clearTimeout(timers.get(session));
  timers.set(
    session,
    setTimeout(() => void propose(session), PAUSE_MS),
  );
}

export function chooseVariante(session: Session, variante: Variante): void {
  update(session, { variante, screen: "table", cree: null });
  void propose(session);
}

export function startVariante(session: Session): void {
  const { preparation, variante } = avenirOf(session).getState();
  if (!preparation) return;
  const names = variante ? [...preparation.variantes, variante] : preparation.variantes;
  chooseVariante(session, nouvelleVariante(freeName(names), preparation.tableau.annee, session.today()));
}

export function isKept({ preparation, variante }: AvenirState): boolean {
  return variante !== null && preparation !== null && preparation.variantes.includes(variante);
}

/** Signed with the agent's name, and of this day. */
export async function keepVariante(session: Session): Promise<void> {
  await session.perform("avenant", async (_asOf, onWaitingForCell) => {
    const { preparation, variante } = avenirOf(session).getState();
    if (!preparation || !variante) return [];
    const signed = { ...variante, par: session.getState().qui.name.trim(), le: session.today() };
    const variantes = await (await serviceOf(session)).keep(signed, onWaitingForCell);
    update(session, { preparation: { ...preparation, variantes }, variante: variantes.find(isOf(signed)) ?? signed });
    return [{ kind: "success", text: avenirTexts.kept(signed.nom) }];
  });
}

const isOf =
  ({ nom }: Variante) =>
  (other: Variante): boolean =>
    other.nom === nom;

export async function dropVariante(session: Session): Promise<void> {
  await session.perform("avenant", async (_asOf, onWaitingForCell) => {
    const { preparation, variante } = avenirOf(session).getState();
    if (!preparation || !variante) return [];
    const variantes = await (await serviceOf(session)).drop(variante, onWaitingForCell);
    update(session, { preparation: { ...preparation, variantes } });
    const next = variantes.at(-1);
    if (next) chooseVariante(session, next);
    else startVariante(session);
    return [{ kind: "success", text: avenirTexts.dropped(variante.nom) }];
  });
}

export async function compareVariantes(session: Session): Promise<void> {
  const { preparation, variante } = avenirOf(session).getState();
  if (!preparation) return;
  const all =
    variante && !preparation.variantes.some(isOf(variante))
      ? [...preparation.variantes, variante]
      : preparation.variantes.map((each) => (variante && isOf(variante)(each) ? variante : each));
  const comparees = await (await serviceOf(session)).compareVariantes(preparation, all);
  update(session, { comparees, screen: "comparaison" });
}

export interface Voulu extends Choix {
  readonly papiers: boolean;
  readonly remplacer: boolean;
}

/** What is written into the workbook first: what could not be is then said, and no document of it is made. */
export async function createProjet(session: Session, { papiers, remplacer, ...choix }: Voulu): Promise<void> {
  await session.perform("avenant", async (asOf, onWaitingForCell) => {
    const { preparation, variante } = avenirOf(session).getState();
    if (!preparation || !variante) return [];
    const service = await serviceOf(session);
    const isWriting = Object.values(choix).includes(true);
    const signed = { ...variante, par: variante.par || session.getState().qui.name.trim() };
    const projet = isWriting ? await service.create(asOf, signed, choix, remplacer, onWaitingForCell) : null;
    if (projet) session.noteEdit();
    const { annee } = signed;
    const made = papiers ? await service.papers(preparation, signed) : null;
    const files = made
      ? [
          keepWordFile(avenirTexts.fileNote(annee), made.note),
          keepWordFile(avenirTexts.fileProject(annee), made.projet),
        ]
      : [];
    for (const file of files) saveFile(file);
    const variantes = projet
      ? [...preparation.variantes.filter((each) => !isOf(signed)(each)), signed]
      : preparation.variantes;
    const { edits } = session.getState();
    update(session, {
      preparation: { ...preparation, variantes, aLaFeuille: preparation.aLaFeuille || choix.registre, edits },
      variante: projet ? signed : variante,
      cree: { projet, files },
    });
    return toWarnings([...(projet?.refusals ?? []), ...(projet?.kept ?? [])]);
  });
}
