// What the page has to say, in the place of the dialogs of Excel.
import type { ReactElement } from "react";

export function Alert({
  text,
  onDismiss,
}: {
  readonly text: string | null;
  readonly onDismiss: () => void;
}): ReactElement {
  return (
    <div role="alert" className="alert">
      {text !== null && (
        <>
          <p>{text}</p>
          <button type="button" onClick={onDismiss}>
            Fermer
          </button>
        </>
      )}
    </div>
  );
}
