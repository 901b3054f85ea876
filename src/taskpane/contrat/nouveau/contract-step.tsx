// The second step: what the contract says, the doubtful first, then article by article.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ArticleARelire } from "../../../core/drafting/relecture/articles";
import { direExactes } from "../../../core/drafting/relecture/articles";
import { Disclosure } from "../../verify/results/disclosure";
import type { SessionState } from "../../session";
import type { Session } from "../../session-store";
import { isDeclared } from "../../who/who";
import { WhoForm } from "../../who/who-form";
import { confirm } from "./act";
import { AddThing } from "./add-thing";
import { closeNouveau, update, type NouveauState, type Work } from "./nouveau-store";
import { Question } from "./question";
import { SaveDefinition } from "./save-definition";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { ValueList } from "./value-list";
import { inOrder, viewOf, type View } from "./view-of";

const useStyles = makeStyles({
  track: {
    height: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", height: "6px" },
  },
  done: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  todo: { color: tokens.colorBrandForeground1 },
});

interface ContractStepProps {
  readonly session: Session;
  readonly pane: SessionState;
  readonly state: NouveauState;
  readonly work: Work;
}

export function ContractStep({ session, pane, state, work }: ContractStepProps) {
  const common = useNouveauStyles();
  const view = viewOf(work.definition);
  const { convention, questions, articles, left } = view;
  const ordered = inOrder(questions, state.later);
  const [first] = ordered;
  if (!isDeclared(pane.qui))
    return (
      <WhoForm
        session={session}
        localParty={convention.collectivite.designation}
        why={nouveauTexts.whoWhy}
        onDeclared={() => undefined}
        onBack={() => closeNouveau(session)}
      />
    );
  const next = first ? undefined : articles.find(({ valeurs }) => valeurs.some(({ etat }) => etat !== "relu"));
  const total = Math.max(work.asked, ordered.length);
  const at = total - ordered.length + 1;
  return (
    <>
      <Progress view={view} asked={ordered.length} />
      {state.pending && (
        <section className={common.box} role="alert">
          <strong>{nouveauTexts.pendingTitle}</strong>
          <p>{state.pending.message}</p>
          <p>{nouveauTexts.pendingWhy}</p>
          <Button size="small" onClick={() => update(session, { pending: null })}>
            {nouveauTexts.giveUp}
          </Button>
        </section>
      )}
      {first && (
        <Question
          key={first[0].key}
          session={session}
          work={work}
          questions={first}
          position={nouveauTexts.position(at, total)}
          chosen={state.chosen?.key === first[0].key ? state.chosen.choice : null}
          canWait={ordered.length > 1}
          isDocumentBeside={state.isDocumentBeside}
          isNext={at > 1 || state.later.length > 0}
        />
      )}
      <section className={common.part} aria-labelledby="nouveau-articles">
        <h3 id="nouveau-articles" className={common.title}>
          {nouveauTexts.byArticle}
        </h3>
        {articles.map((article) => {
          const isOpen = article === next;
          return (
            <Article
              // What is exact closes, and the next one opens in its place.
              key={`${article.cle} ${isOpen ? "open" : ""}`}
              session={session}
              work={work}
              article={article}
              asked={ordered.findIndex((each) => each.some(({ key }) => article.questions.includes(key))) + at}
              isOpen={isOpen}
            />
          );
        })}
        <AddThing session={session} />
      </section>
      {ordered.length + left === 0 ? (
        <div>
          <Button appearance="primary" onClick={() => update(session, { step: "sceau" })}>
            {nouveauTexts.toSeal}
          </Button>
        </div>
      ) : (
        <p className={common.small}>{nouveauTexts.notYet(ordered.length + left)}</p>
      )}
      <SaveDefinition definition={work.definition} why={nouveauTexts.saveMidway} />
    </>
  );
}

function Progress({ view, asked }: { readonly view: View; readonly asked: number }) {
  const { articles, values, confirmed, left } = view;
  const styles = useStyles();
  const common = useNouveauStyles();
  return (
    <div>
      <div
        role="progressbar"
        aria-label={nouveauTexts.progressLabel}
        aria-valuemin={0}
        aria-valuemax={values}
        aria-valuenow={confirmed}
        aria-valuetext={nouveauTexts.progress(confirmed, values)}
        className={styles.track}
      >
        <div className={styles.done} style={{ width: `${values === 0 ? 100 : (confirmed / values) * 100}%` }} />
      </div>
      <p className={common.small}>{nouveauTexts.left(asked, left, articles.length)}</p>
    </div>
  );
}

interface ArticleProps {
  readonly session: Session;
  readonly work: Work;
  readonly article: ArticleARelire;
  /** The number of the question about it. */
  readonly asked: number;
  readonly isOpen: boolean;
}

function Article({ session, work, article: { cle, titre, valeurs, questions }, asked, isOpen }: ArticleProps) {
  const styles = useStyles();
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    update(session, { inSight: cle });
    // From the one that was confirmed just before.
    if (document.activeElement === document.body) self.current?.querySelector("button")?.focus();
  }, [isOpen, session, cle]);
  const toRead = valeurs.filter(({ etat }) => etat === "a-relire");
  const isAsked = questions.length > 0;
  const count = isAsked ? (
    <span className={styles.todo}>{nouveauTexts.questionNumber(asked)}</span>
  ) : (
    nouveauTexts.state[toRead.length > 0 ? "a-relire" : "relu"]
  );
  return (
    <div ref={self} onFocus={() => update(session, { inSight: cle })}>
      <Disclosure heading="h3" title={titre} count={count} defaultOpen={isOpen}>
        <ValueList session={session} values={valeurs} document={work.document} />
        {toRead.length > 0 && (
          <Button
            onClick={() =>
              confirm(
                session,
                toRead.map(({ cle }) => cle),
              )
            }
          >
            {direExactes(toRead.length)}
          </Button>
        )}
      </Disclosure>
    </div>
  );
}
