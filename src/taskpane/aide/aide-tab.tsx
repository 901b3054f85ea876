// The tab « Aide »: how the add-in is used, each rule with its text, its examples and its limits, all searched as one types.
import { Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { VERSIONS } from "../../core/rules/version";
import type { Session } from "../session-store";
import { useFocusRing } from "../verify/results/focus-ring";
import { aideStore } from "./aide-store";
import { searchPages, type Found, type HelpPage } from "./help-page";
import { pagesOf } from "./help-pages";
import { PageView } from "./page-view";
import { aideTexts } from "./texts";

const KINDS = ["guide", "declaration", "regle"] as const;

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  link: {
    display: "block",
    width: "100%",
    padding: "6px 4px",
    border: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { display: "block", color: tokens.colorBrandForegroundLink },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function AideTab({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const store = aideStore(session);
  const { query, page: id, asked } = useSyncExternalStore(store.subscribe, store.getState);
  const { outcome } = useSyncExternalStore(session.subscribe, session.getState);
  const pages = useMemo(() => pagesOf(outcome?.verification.rules ?? []), [outcome]);
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  const page = pages.find((each) => each.id === id);
  const found = searchPages(pages, query);
  const open = (wanted: string | null) => store.set({ query, page: wanted, asked });
  useEffect(() => {
    if (page) {
      last.current = page.id;
      return;
    }
    if (last.current === null) return;
    // Back from a page: the keyboard goes on from where it left, or begins where the search does not find that page.
    const left = list.current?.querySelector<HTMLElement>(`[data-page="${last.current}"]`);
    (left ?? list.current?.querySelector("input"))?.focus();
    last.current = null;
  }, [page]);
  if (page) return <PageView page={page} pages={pages} asked={asked} onOpen={open} />;
  return (
    <div ref={list} className={styles.tab}>
      <Field label={aideTexts.search} hint={aideTexts.searchHint}>
        <Input
          type="search"
          value={query}
          onChange={(_, { value }) => store.set({ query: value, page: null, asked })}
        />
      </Field>
      <p role="status" className={styles.quiet} style={{ margin: 0 }}>
        {query.trim() !== "" && aideTexts.found(found.length)}
      </p>
      {KINDS.map((kind) => (
        <Group key={kind} kind={kind} found={found.filter(({ page: one }) => one.kind === kind)} onOpen={open} />
      ))}
      {query.trim() === "" && <p className={styles.quiet}>{aideTexts.version(VERSIONS)}</p>}
    </div>
  );
}

interface GroupProps {
  readonly kind: HelpPage["kind"];
  readonly found: readonly Found[];
  readonly onOpen: (page: string) => void;
}

function Group({ kind, found, onOpen }: GroupProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  if (found.length === 0) return null;
  return (
    <section aria-labelledby={`aide-${kind}`}>
      <h2 id={`aide-${kind}`} className={styles.title}>
        {aideTexts.kind(kind)}
      </h2>
      <ul className={styles.list}>
        {found.map(({ page, excerpt }) => (
          <li key={page.id}>
            <button
              type="button"
              data-page={page.id}
              className={mergeClasses(styles.link, focusRing)}
              onClick={() => onOpen(page.id)}
            >
              <span className={styles.name}>{page.title}</span>
              {page.article !== undefined && <span className={styles.quiet}>{aideTexts.article(page.article)}</span>}
              {excerpt !== null && <span className={styles.quiet}>{excerpt}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
