// What the list shows of a verification: the discrepancies by view, those of the search in their groups, and which one is gone to.
import { useMemo, useSyncExternalStore } from "react";
import { vueDe, type Vue } from "../../../core/domain/a-qui";
import { groupBy } from "../../../core/domain/group-by";
import type { Verification } from "../../../core/verification";
import type { Session } from "../../session-store";
import { filterWork, groupWork, workItems, type WorkGroup, type WorkItem } from "./work-list";
import { workStore } from "./work-store";

const NOTHING: readonly WorkItem[] = [];

export interface ShownWork {
  readonly items: readonly WorkItem[];
  readonly counts: Readonly<Record<Vue, number>>;
  readonly inView: readonly WorkItem[];
  readonly groups: readonly WorkGroup[];
  /** In the order in which they are drawn. */
  readonly shown: readonly WorkItem[];
}

export function useShownWork(session: Session, { findings }: Verification): ShownWork {
  const store = workStore(session);
  const { filter } = useSyncExternalStore(store.subscribe, store.getState);
  const { party } = useSyncExternalStore(session.subscribe, session.getState).qui;
  const items = useMemo(() => workItems(findings), [findings]);
  const byView = useMemo(() => groupBy(items, ({ finding }) => vueDe(finding, party)), [items, party]);
  const inView = byView.get(filter.view) ?? NOTHING;
  const groups = useMemo(() => groupWork(filterWork(inView, filter), filter.grouping), [inView, filter]);
  const shown = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const numberIn = (view: Vue) => byView.get(view)?.length ?? 0;
  const counts = { "a-traiter": numberIn("a-traiter"), attend: numberIn("attend"), regles: numberIn("regles") };
  return { items, counts, inView, groups, shown };
}
