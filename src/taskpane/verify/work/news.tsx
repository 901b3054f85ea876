// What the other party said since this one last verified, before anything else: each leads to its card, and only a hand hides it.
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Parole } from "../../../core/domain/parole";
import type { Finding } from "../../../core/verification";
import { texts } from "../../texts";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  box: {
    padding: "8px",
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    "& p": { margin: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: "4px 0", padding: 0, listStyle: "none", "& li": { padding: "3px 0", overflowWrap: "anywhere" } },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Refusals first: they are what is to do again. */
const rank = ({ decision }: Parole): number => (decision === "refused" ? 0 : decision === "accepted" ? 1 : 2);

interface NewsProps {
  readonly news: readonly Parole[];
  readonly findings: readonly Finding[];
  readonly onGo: (id: string) => void;
}

export function News({ news, findings, onGo }: NewsProps) {
  const styles = useStyles();
  const [hidden, setHidden] = useState(0);
  const [first] = news;
  if (!first?.party || hidden === news.length) return null;
  const told = [...news].sort((one, other) => rank(one) - rank(other));
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>{workTexts.newsTitle(first.party, news)}</h2>
      <ul className={styles.list}>
        {told.map((one, at) => {
          const finding = findings.find(({ id }) => id === one.id);
          return (
            <li key={`${one.id} ${at}`}>
              {finding ? (
                <Link as="button" inline onClick={() => onGo(one.id)}>
                  {workTexts.newsLine(one, finding)}
                </Link>
              ) : (
                workTexts.newsLine(one, null)
              )}
              {one.text !== "" && <p>{workTexts.newsWords(one)}</p>}
              <p className={styles.small}>{workTexts.newsBy(one)}</p>
            </li>
          );
        })}
      </ul>
      <Button size="small" onClick={() => setHidden(news.length)}>
        {texts.hide}
      </Button>
    </section>
  );
}
