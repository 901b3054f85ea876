// The number that an answer and its sentence in the document beside it share.
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  pin: {
    display: "inline-block",
    minWidth: "18px",
    marginRight: "4px",
    borderRadius: "9px",
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
});

export const Pin = ({ number }: { readonly number: number }) => <span className={useStyles().pin}>{number}</span>;
