// A job that writes what the agent agreed to: where something else stands by now, shows that, and says so instead.
import { DiffersFromShown } from "../usecases/as-shown";
import type { Job } from "./session";
import type { Session } from "./session-store";

/** `showAnew` reads what stands now. False where the job did not end as asked. */
export async function performAsShown(
  session: Pick<Session, "perform" | "getState">,
  job: Job,
  work: Parameters<Session["perform"]>[1],
  showAnew: () => Promise<unknown>,
): Promise<boolean> {
  const differing: string[] = [];
  const isDone = await session.perform(job, async (...asked) => {
    try {
      return await work(...asked);
    } catch (error) {
      if (!(error instanceof DiffersFromShown)) throw error;
      differing.push(error.message);
      return [];
    }
  });
  if (differing.length === 0) return isDone;
  await showAnew();
  // What could not be read again is said beside it.
  const others = session.getState().notices.filter(({ kind }) => kind !== "success");
  const notices = [...differing.map((text) => ({ kind: "warning", text }) as const), ...others];
  return session.perform(job, () => Promise.resolve(notices));
}
