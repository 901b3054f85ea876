// Copies of unsaved work in the browser's own store: they survive a crash and a closed tab.

export interface RecoveryCopy {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

const DATABASE = "contrat-local-des-solidarites";
const STORE = "copies";

/** A copy that nobody asked for in a month is not kept for ever on a computer that others may use. */
const MOST_AGE = 30 * 24 * 3600 * 1000;

export async function putCopy(copy: RecoveryCopy): Promise<void> {
  await inStore("readwrite", (store) => store.put(copy));
}

export async function removeCopy(id: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(id));
}

/** Unless a tab has taken it up since it was offered. */
export async function eraseCopy(id: string): Promise<void> {
  if (!(await heldLocks()).has(id)) await removeCopy(id);
}

/** Of work that no tab has open, the last first. */
export async function leftCopies(now: number): Promise<RecoveryCopy[]> {
  const [all, open] = await Promise.all([
    inStore<RecoveryCopy[]>("readonly", (store) => store.getAll() as IDBRequest<RecoveryCopy[]>),
    heldLocks(),
  ]);
  const left = all.filter(({ id }) => !open.has(id));
  const old = left.filter(({ at }) => now - at > MOST_AGE);
  for (const { id } of old) await removeCopy(id);
  return left.filter((copy) => !old.includes(copy)).sort((a, b) => b.at - a.at);
}

/** Other tabs know by it that the name is in use here; the browser ends it with the tab. Answers how to end it before. */
export function holdLock(name: string): () => void {
  let release = (): void => undefined;
  const isOver = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Only a page from a secure address has them; without, a copy is offered although its tab is still open.
  const locks = navigator.locks as LockManager | undefined;
  void locks?.request(name, { mode: "shared" }, () => isOver).catch(() => undefined);
  return release;
}

export async function heldLocks(): Promise<ReadonlySet<string>> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.map(({ name = "" }) => name));
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    // What is written is kept once the whole transaction is.
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error("aborted"));
      };
    });
    return request.result;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: "id" });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("no store"));
    };
  });
}
