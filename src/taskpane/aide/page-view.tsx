// One page of the tab « Aide »; its links lead to other pages of it.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { useFocusRing } from "../verify/results/focus-ring";
import type { Block, HelpPage } from "./help-page";
import { aideTexts } from "./texts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
    "& p": { margin: 0 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: 600,
    outlineStyle: "none",
  },
  subtitle: {
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: 600,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, paddingLeft: "18px" },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  link: {
    padding: 0,
    border: 0,
    background: "none",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    cursor: "pointer",
  },
  table: { borderCollapse: "collapse", width: "100%" },
  cell: {
    padding: "4px 8px 4px 0",
    textAlign: "left",
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PageViewProps {
  readonly page: HelpPage;
  readonly pages: readonly HelpPage[];
  /** Changes each time the page is asked for from another tab. */
  readonly asked: number;
  readonly onOpen: (page: string | null) => void;
}

export function PageView({ page, pages, asked, onOpen }: PageViewProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [page, asked]);
  const known = new Set(pages.map(({ id }) => id));
  return (
    <article className={styles.page} aria-labelledby="aide-page">
      <div>
        <Button size="small" onClick={() => onOpen(null)}>
          {aideTexts.back}
        </Button>
      </div>
      <h2 id="aide-page" ref={title} tabIndex={-1} className={styles.title}>
        {page.title}
      </h2>
      {page.article !== undefined && <p className={styles.quiet}>{aideTexts.article(page.article)}</p>}
      {page.blocks.map((block, index) => (
        <BlockView key={index} block={block} known={known} onOpen={onOpen} />
      ))}
    </article>
  );
}

interface TextProps {
  readonly known: ReadonlySet<string>;
  readonly onOpen: (page: string) => void;
}

function BlockView({ block, ...props }: TextProps & { readonly block: Block }): ReactNode {
  const styles = useStyles();
  if ("titre" in block) return <h3 className={styles.subtitle}>{block.titre}</h3>;
  if ("texte" in block) {
    return (
      <p>
        <Inline text={block.texte} {...props} />
      </p>
    );
  }
  if ("liste" in block) {
    return (
      <ul className={styles.list}>
        {block.liste.map((item) => (
          <li key={item}>
            <Inline text={item} {...props} />
          </li>
        ))}
      </ul>
    );
  }
  const [heading = [], ...rows] = block.tableau;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heading.map((cell) => (
            <th key={cell} scope="col" className={styles.cell}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, index) => (
              <td key={index} className={styles.cell}>
                <Inline text={cell} {...props} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `code`, and [words](rule.md). */
const MARKS = /(`[^`]*`|\[[^[\]]+\]\([^()]+\))/;

function Inline({ text, known, onOpen }: TextProps & { readonly text: string }): ReactNode {
  const styles = useStyles();
  const focusRing = useFocusRing();
  return text.split(MARKS).map((part, index) => {
    if (index % 2 === 0) return part;
    const [, words = "", rule = ""] = /^\[([^\]]+)\]\(([^)]+)\.md\)$/.exec(part) ?? [];
    if (known.has(rule)) {
      return (
        <button key={index} type="button" className={mergeClasses(styles.link, focusRing)} onClick={() => onOpen(rule)}>
          {words}
        </button>
      );
    }
    return (
      <code key={index} className={styles.code}>
        {part.replaceAll("`", "")}
      </code>
    );
  });
}
