// What would change, cell by cell: old content, new value and difference; all of it is accepted, or none.
import type { CellRef } from "xlsx-model/cell-ref";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { differenceOf } from "../../core/why/totals/describe-change";
import type { TotalsPlan } from "../../core/why/totals/total-change";
import { Disclosure } from "../verify/results/disclosure";
import { ChangeTable } from "./change-table";
import { RemarkList } from "./remark-list";
import { texts } from "./texts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ChangesPreviewProps {
  readonly preview: TotalsPlan;
  readonly isBusy: boolean;
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

export function ChangesPreview(props: ChangesPreviewProps) {
  const { preview, isBusy, selectedCell, onSelectCell, onReplace, onCancel } = props;
  const styles = useStyles();
  const same = preview.changes.filter((change) => differenceOf(change) === 0);
  const changed = preview.changes.filter((change) => differenceOf(change) !== 0);
  const groups = [
    { title: texts.changedTitle, changes: changed },
    { title: texts.sameTitle, changes: same },
  ].filter(({ changes }) => changes.length > 0);
  return (
    <>
      <p>{texts.previewText(preview.changes.length, preview.unchanged)}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={onReplace}>
          {texts.replace(preview.changes.length)}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
      <RemarkList title={texts.notesTitle} remarks={preview.notes} />
      {groups.map(({ title, changes }) => (
        <Disclosure key={title} heading="h3" title={title} count={changes.length} defaultOpen>
          <ChangeTable caption={title} changes={changes} selectedCell={selectedCell} onSelectCell={onSelectCell} />
        </Disclosure>
      ))}
    </>
  );
}
