// The file itself: the package's own name for it leads to what stands for it.
declare module "*/node_modules/react/jsx-runtime.js" {
  export { Fragment, jsx, jsxs } from "react/jsx-runtime";
}
