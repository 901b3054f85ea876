// How the lists of what is read and answered stand: without marks and without room of their own.
import { makeStyles } from "@fluentui/react-components";

export const useListStyles = makeStyles({ list: { margin: 0, padding: 0, listStyle: "none" } });
