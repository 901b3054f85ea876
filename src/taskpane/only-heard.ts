// The class of what screen readers say and the eye sees otherwise.
import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export function useOnlyHeard(): string {
  return useStyles().heard;
}
