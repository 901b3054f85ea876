// What is seldom changed: the date that everything is looked at from, who verifies, and the highlights.
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { PartyField } from "../party-field";
import { AsOfField } from "../as-of-field";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { texts } from "../texts";

const useStyles = makeStyles({
  settings: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface SettingsProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly today: () => string;
}

export function Settings({ session, state: { asOf, name, party, outcome, running }, today }: SettingsProps) {
  const styles = useStyles();
  return (
    <div className={styles.settings}>
      <AsOfField session={session} asOf={asOf} today={today} />
      <Field label={texts.nameLabel} hint={texts.nameHint}>
        <Input
          input={{ autoComplete: "name", maxLength: 120 }}
          value={name}
          onChange={(_, { value }) => session.setName(value)}
        />
      </Field>
      <PartyField
        label={texts.partyLabel}
        hint={texts.partyHint}
        unset={texts.partyUnset}
        party={party}
        localParty={outcome?.verification.contract.localParty ?? texts.localParty}
        onChange={session.setParty}
      />
      <div>
        <Button disabledFocusable={running !== null} onClick={() => void session.clearHighlights()}>
          {texts.clear}
        </Button>
      </div>
    </div>
  );
}
