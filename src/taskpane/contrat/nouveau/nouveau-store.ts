// « Nouveau contrat » while it is open: the files that were given, the definition that was drawn from them, and what was said of it.
import type { ConventionDefinition } from "../../../core/contract/convention";
import type { SignedDocument } from "../../../core/drafting/signed-document";
import type { Dit } from "../../../core/drafting/relecture/relire";
import type { SignedFile } from "../../../signed-files/draft-files";
import type { Seen } from "../../../signed-files/reading-task";
import type { Session } from "../../session-store";
import { tabStores } from "../../tab-store";

export interface GivenFile {
  readonly file: SignedFile;
  /** A French sentence where it cannot be read; null while it is being looked at. */
  readonly seen: Seen | string | null;
}

/** What does not hold together by itself, and waits for another correction. */
export interface Pending extends Dit {
  /** French sentence: what does not hold. */
  readonly message: string;
}

export interface Work {
  readonly definition: ConventionDefinition;
  /** What was read; null where a definition was opened, or drawn from a workbook alone. */
  readonly document: SignedDocument | null;
  /** Names of the files that it was drawn from. */
  readonly files: readonly string[];
  /** Questions at the beginning: those answered since keep their number. */
  readonly asked: number;
}

export interface NouveauState {
  readonly isOpen: boolean;
  readonly step: "documents" | "contrat" | "sceau";
  readonly files: readonly GivenFile[];
  /** While the files are being read together: what stops that. */
  readonly reading: AbortController | null;
  /** French sentence. */
  readonly failure: string | null;
  readonly work: Work | null;
  /** Keys of the questions that come last: « Plus tard ». */
  readonly later: readonly string[];
  readonly pending: Pending | null;
  /** The answer that is chosen to the question in focus, by its rank; for the document beside it too. */
  readonly chosen: { readonly key: string; readonly choice: string } | null;
  /** The document shows beside the questions, in a page that is wide enough. */
  readonly isDocumentBeside: boolean;
  /** The article whose values are being read: the document beside it follows. */
  readonly inSight: string | null;
  /** The fingerprint that the workbook bears, once it is sealed. */
  readonly sealed: string | null;
}

const CLOSED: NouveauState = {
  isOpen: false,
  step: "documents",
  files: [],
  reading: null,
  failure: null,
  work: null,
  later: [],
  pending: null,
  chosen: null,
  isDocumentBeside: false,
  inSight: null,
  sealed: null,
};

export const nouveauStore = tabStores<NouveauState>(CLOSED);

export function update(session: Session, changes: Partial<NouveauState>): void {
  const store = nouveauStore(session);
  store.set({ ...store.getState(), ...changes });
}

export function openNouveau(session: Session): void {
  update(session, { ...CLOSED, isOpen: true });
  session.chooseTab("contrat");
}

export function closeNouveau(session: Session): void {
  nouveauStore(session).getState().reading?.abort();
  update(session, CLOSED);
}
