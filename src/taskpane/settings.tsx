// What is seldom changed, each under its name: who works here, the date that everything is looked at from, the highlights; and the help.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { AsOfField } from "./as-of-field";
import type { SessionState } from "./session";
import type { Session } from "./session-store";
import { settingTexts } from "./setting-texts";
import { texts } from "./texts";
import { whoTexts } from "./who/texts";
import { isDeclared } from "./who/who";
import { WhoForm } from "./who/who-form";

const useStyles = makeStyles({
  settings: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface SettingsProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly today: () => string;
  /** The help takes the place of what is shown. */
  readonly onHelp: () => void;
}

export function Settings({ session, state: { asOf, qui, outcome, running }, today, onHelp }: SettingsProps) {
  const styles = useStyles();
  const [isChanging, setChanging] = useState(false);
  const localParty = outcome?.verification.contract.localParty ?? settingTexts.localParty;
  const close = () => setChanging(false);
  return (
    <div className={styles.settings}>
      {isChanging ? (
        <WhoForm session={session} localParty={localParty} onDeclared={close} onBack={close} />
      ) : (
        <div>
          <h2 className={styles.name}>{settingTexts.who}</h2>
          {isDeclared(qui) && <span>{whoTexts.said(qui, localParty)} </span>}
          <Button size="small" onClick={() => setChanging(true)}>
            {isDeclared(qui) ? whoTexts.change : whoTexts.title}
          </Button>
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void session.verify();
        }}
      >
        <AsOfField session={session} asOf={asOf} today={today} />
      </form>
      <div>
        <h2 className={styles.name}>{settingTexts.highlights}</h2>
        <Button size="small" disabledFocusable={running !== null} onClick={() => void session.clearHighlights()}>
          {settingTexts.clear}
        </Button>
      </div>
      <div>
        <Button
          size="small"
          onClick={() => {
            session.chooseTab("aide");
            onHelp();
          }}
        >
          {texts.aide}
        </Button>
      </div>
    </div>
  );
}
