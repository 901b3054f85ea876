// The third step: the contract is sealed in the workbook, and its fingerprint is shown with what that proves.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { KindIcon } from "../../verify/results/kind-icon";
import type { SessionState } from "../../session";
import type { Session } from "../../session-store";
import { seal } from "./act";
import { closeNouveau, update, type NouveauState, type Work } from "./nouveau-store";
import { SaveDefinition } from "./save-definition";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";
import { viewOf } from "./view-of";

const useStyles = makeStyles({
  sealed: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: "10px",
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  line: { display: "flex", columnGap: tokens.spacingHorizontalS },
  print: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
});

interface SealStepProps {
  readonly session: Session;
  readonly pane: SessionState;
  readonly state: NouveauState;
  readonly work: Work;
}

export function SealStep({ session, pane, state, work }: SealStepProps) {
  const common = useNouveauStyles();
  const isBusy = pane.running !== null;
  const { sealed } = state;
  return (
    <>
      {sealed === null ? (
        <section className={common.part}>
          <h3 className={common.title}>{nouveauTexts.ready}</h3>
          <p>{nouveauTexts.readyWhy}</p>
          <div className={common.actions}>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void seal(session)}>
              {nouveauTexts.sealIt}
            </Button>
            <Button appearance="subtle" onClick={() => update(session, { step: "contrat" })}>
              {nouveauTexts.byArticle}
            </Button>
          </div>
        </section>
      ) : (
        <Sealed session={session} empreinte={sealed} work={work} />
      )}
      {work.files.length > 0 && (
        <section className={common.part}>
          <h3 className={common.title}>{nouveauTexts.from}</h3>
          <ul className={common.list}>
            {work.files.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      <section className={common.part}>
        <h3 className={common.title}>{nouveauTexts.next}</h3>
        {sealed !== null && (
          <div>
            <Button
              appearance="primary"
              disabledFocusable={isBusy}
              onClick={() => {
                closeNouveau(session);
                session.chooseTab("verify");
                void session.verify();
              }}
            >
              {nouveauTexts.verify}
            </Button>
          </div>
        )}
        <SaveDefinition definition={work.definition} why={nouveauTexts.saveWhy} />
        <div>
          <Button appearance="subtle" onClick={() => closeNouveau(session)}>
            {nouveauTexts.done}
          </Button>
        </div>
      </section>
    </>
  );
}

interface SealedProps {
  readonly session: Session;
  readonly empreinte: string;
  readonly work: Work;
}

function Sealed({ session, empreinte, work: { definition } }: SealedProps) {
  const styles = useStyles();
  const common = useNouveauStyles();
  const [isCopied, setCopied] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const today = session.today();
  const { par, le } = definition.relecture ?? { par: session.getState().qui.name, le: today };
  return (
    <>
      <section className={styles.sealed}>
        <div className={styles.line}>
          <KindIcon kind="held" />
          <h3 ref={title} tabIndex={-1} className={common.title}>
            {nouveauTexts.sealedTitle}
          </h3>
        </div>
        <p className={common.small}>{nouveauTexts.confirmedBy(viewOf(definition).values, par, le)}</p>
        <p className={common.small}>{nouveauTexts.print}</p>
        <p className={styles.print}>{empreinte}</p>
        <div>
          <Button
            size="small"
            onClick={() => {
              void navigator.clipboard.writeText(empreinte).then(
                () => setCopied(true),
                () => undefined,
              );
            }}
          >
            {nouveauTexts.copy}
          </Button>
        </div>
        <p role="status">{isCopied && nouveauTexts.copied}</p>
      </section>
      <section className={common.part}>
        <h3 className={common.title}>{nouveauTexts.proves}</h3>
        <ul className={common.list}>
          {nouveauTexts.provesList(today).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
