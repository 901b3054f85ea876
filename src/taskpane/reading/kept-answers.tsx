// The answers that the workbook keeps: closed under a question, whole once there is none.
import { makeStyles, tokens } from "@fluentui/react-components";
import { signMotif } from "../../core/domain/describe-motif";
import type { ReponseTenue } from "../../core/domain/question";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { GivenAnswers } from "./given-answers";
import { readingTexts } from "./texts";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface KeptAnswersProps {
  readonly session: Session;
  readonly answers: readonly ReponseTenue[];
  readonly localParty: string;
  readonly isClosed: boolean;
  readonly isBusy: boolean;
}

/** Who gave them and when, where one person gave all on one day. */
function signatureOf(answers: readonly ReponseTenue[], localParty: string): string | null {
  const signed = new Set(
    answers.map(({ reponse: { by, speaksFor, on } }) => (on === "" ? "" : signMotif(by, speaksFor, on, localParty))),
  );
  const [only = "", another] = signed;
  return only === "" || another !== undefined ? null : only;
}

export function KeptAnswers({ session, answers, localParty, isClosed, isBusy }: KeptAnswersProps) {
  const styles = useStyles();
  const { name } = session.getState().qui;
  const areYours = name.trim() !== "" && answers.every(({ reponse: { by } }) => by === name.trim());
  const title = readingTexts.answersTitle(answers.length, areYours);
  const signed = signatureOf(answers, localParty);
  const list = (
    <>
      <GivenAnswers session={session} answers={answers} isSignedBelow={signed !== null} isBusy={isBusy} />
      <p className={styles.small}>{readingTexts.keptWhere(signed)}</p>
    </>
  );
  return isClosed ? (
    <Disclosure heading="h3" title={title}>
      {list}
    </Disclosure>
  ) : (
    <section>
      <h3 className={styles.title}>{title}</h3>
      {list}
    </section>
  );
}
