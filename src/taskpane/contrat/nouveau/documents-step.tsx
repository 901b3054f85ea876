// The first step: the files of the contract, dropped or chosen, each with what is in it.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { KindIcon } from "../../verify/results/kind-icon";
import type { Session } from "../../session-store";
import { draft, giveFiles, openDefinition, removeFile } from "./act";
import { closeNouveau, type GivenFile, type NouveauState } from "./nouveau-store";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";

const useStyles = makeStyles({
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: tokens.spacingVerticalS,
    padding: "12px 8px",
    textAlign: "center",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}` },
  files: { margin: 0, padding: 0, listStyleType: "none" },
  file: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  // Its words stand at the edge; where colours are forced its border shows around them.
  link: { alignSelf: "flex-start", margin: "0 -8px", padding: "4px 8px", minWidth: 0, textAlign: "left" },
  hidden: { display: "none" },
});

const ACCEPTED = ".docx,.pdf,.txt,.md,.xlsx,.xlsm,.json";

export function DocumentsStep({ session, state }: { readonly session: Session; readonly state: NouveauState }) {
  const styles = useStyles();
  const common = useNouveauStyles();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const definition = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLDivElement>(null);
  const { failure, reading } = state;
  return (
    <>
      <p>{nouveauTexts.intro}</p>
      {/* The drop with the mouse is never the only way. */}
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          // The page around would open them as workbooks.
          event.stopPropagation();
          setOver(false);
          void giveFiles(session, [...event.dataTransfer.files]);
        }}
      >
        <p>{nouveauTexts.drop}</p>
        <div ref={chooser}>
          <Button onClick={() => files.current?.click()}>{nouveauTexts.choose}</Button>
        </div>
        <p className={common.small}>{nouveauTexts.kinds}</p>
      </div>
      <input
        ref={files}
        className={styles.hidden}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label={nouveauTexts.choose}
        onChange={({ target }) => {
          void giveFiles(session, [...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {state.files.length > 0 && (
        <ul className={styles.files} aria-label={nouveauTexts.files}>
          {state.files.map((given) => (
            <File
              key={given.file.name}
              given={given}
              onRemove={() => {
                removeFile(session, given.file.name);
                chooser.current?.querySelector("button")?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <div role="status">
        {reading && (
          <span className={common.actions}>
            <Spinner size="tiny" aria-hidden="true" />
            {nouveauTexts.reading}
          </span>
        )}
      </div>
      {failure !== null && <p role="alert">{failure}</p>}
      <div className={common.actions}>
        {reading ? (
          <Button onClick={() => reading.abort()}>{nouveauTexts.stop}</Button>
        ) : (
          <Button appearance="primary" onClick={() => void draft(session)}>
            {nouveauTexts.read}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => closeNouveau(session)}>
          {nouveauTexts.cancel}
        </Button>
      </div>
      <p className={common.small}>{nouveauTexts.privacy}</p>
      <Button className={styles.link} appearance="transparent" onClick={() => definition.current?.click()}>
        {nouveauTexts.openDefinition}
      </Button>
      <input
        ref={definition}
        className={styles.hidden}
        type="file"
        accept=".json"
        aria-label={nouveauTexts.openDefinition}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void openDefinition(session, file);
          target.value = "";
        }}
      />
    </>
  );
}

function File({ given: { file, seen }, onRemove }: { readonly given: GivenFile; readonly onRemove: () => void }) {
  const styles = useStyles();
  const common = useNouveauStyles();
  const isUnread = typeof seen === "string";
  return (
    <li className={styles.file}>
      <KindIcon kind={isUnread ? "warning" : seen === null ? "unknown" : "held"} />
      <div className={styles.name}>
        <p>{file.name}</p>
        {isUnread ? (
          <p>
            <strong>{seen}</strong> {nouveauTexts.leftOut}
          </p>
        ) : (
          <p className={common.small}>{seen === null ? nouveauTexts.looking : nouveauTexts.seen(seen)}</p>
        )}
        {!isUnread && seen?.unread.map((phrase) => <p key={phrase}>{phrase}</p>)}
      </div>
      <Button size="small" appearance="subtle" aria-label={nouveauTexts.removeNamed(file.name)} onClick={onRemove}>
        {nouveauTexts.remove}
      </Button>
    </li>
  );
}
