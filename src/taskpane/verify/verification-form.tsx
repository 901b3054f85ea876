// The button that everything begins with.
import { Button } from "@fluentui/react-components";
import type { Session } from "../session-store";
import { texts } from "../texts";

export function VerificationForm({ session, isBusy }: { readonly session: Session; readonly isBusy: boolean }) {
  return (
    <div>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void session.verify()}>
        {texts.verify}
      </Button>
    </div>
  );
}
