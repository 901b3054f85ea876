// « Justifier » and « Accepter » from a card: written to « Écarts », then the verification that counts them.
import type { Entry } from "../../../usecases/justify-finding";
import type { Session } from "../../session-store";
import { verifyAndGoOn } from "./go-on";
import { workStore } from "./work-store";

/** `then` is where to go once it is settled: ids, the first that is still to do. */
export async function justify(
  session: Session,
  finding: string,
  entry: EntryToday,
  then: readonly string[],
): Promise<void> {
  const store = workStore(session);
  const written = await session.perform("justify", async (_, onWaitingForCell) => {
    await session.workbook.justify(finding, { ...entry, on: session.today() }, onWaitingForCell);
    const { signed } = store.getState();
    // Who signs has said who works here: « Écarts » may say so of the verifications that follow.
    if (session.getState().name === "") session.setName(entry.by);
    if (session.getState().party === null) session.setParty(entry.party);
    const { by, party } = entry;
    store.set({ ...store.getState(), panel: null, signed: { ...signed, [entry.kind]: { by, party } } });
    return [];
  });
  // Who answers goes on to what waits for an answer.
  if (written) await verifyAndGoOn(session, then, entry.kind === "answer" ? "justified" : "to-do");
}

type WithoutDate<Each> = Each extends unknown ? Omit<Each, "on"> : never;

/** Dated on the day it is given. */
export type EntryToday = WithoutDate<Entry>;
