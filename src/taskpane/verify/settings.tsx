// What is seldom changed: the date that everything is looked at from, who works here, and the highlights.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { AsOfField } from "../as-of-field";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";
import { whoTexts } from "../who/texts";
import { isDeclared } from "../who/who";
import { WhoForm } from "../who/who-form";

const useStyles = makeStyles({
  settings: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface SettingsProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly today: () => string;
}

export function Settings({ session, state: { asOf, qui, outcome, running }, today }: SettingsProps) {
  const styles = useStyles();
  const [isChanging, setChanging] = useState(false);
  const localParty = outcome?.verification.contract.localParty ?? texts.localParty;
  const close = () => setChanging(false);
  return (
    <div className={styles.settings}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void session.verify();
        }}
      >
        <AsOfField session={session} asOf={asOf} today={today} />
      </form>
      {isChanging ? (
        <WhoForm session={session} localParty={localParty} onDeclared={close} onBack={close} />
      ) : (
        <div>
          {isDeclared(qui) && <span>{whoTexts.said(qui, localParty)} </span>}
          <Button size="small" onClick={() => setChanging(true)}>
            {isDeclared(qui) ? whoTexts.change : whoTexts.title}
          </Button>
        </div>
      )}
      <div>
        <Button disabledFocusable={running !== null} onClick={() => void session.clearHighlights()}>
          {texts.clear}
        </Button>
      </div>
    </div>
  );
}
