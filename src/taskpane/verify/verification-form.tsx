// The button that everything begins with; what is seldom changed is closed beside it.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState } from "react";
import { formatDate } from "../../core/domain/words/format";
import { lazyPart } from "../lazy-part";
import type { SessionState } from "../session";
import { isUsableDate, type Session } from "../session-store";
import { texts } from "../texts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const Settings = lazyPart(
  async () => (await import(/* webpackChunkName: "settings" */ "./settings")).Settings,
  texts.loadingTab,
);

interface VerificationFormProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly today: () => string;
}

export function VerificationForm({ session, state, today }: VerificationFormProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  const date = state.asOf || today();
  return (
    <div className={styles.form}>
      <form
        className={styles.buttons}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void session.verify();
        }}
      >
        <Button type="submit" appearance="primary" disabledFocusable={state.running !== null}>
          {texts.verify}
        </Button>
        <Button
          appearance="subtle"
          icon={<Chevron />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? moreId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isUsableDate(date) ? texts.asOf(formatDate(date), state.qui) : texts.dateToCorrect}
        </Button>
      </form>
      {isOpen && (
        <div id={moreId}>
          <Settings session={session} state={state} today={today} />
        </div>
      )}
    </div>
  );
}
