// What the bundler makes texts of.
declare module "*.xlsx" {
  const dataUrl: string;
  export default dataUrl;
}
declare module "signed-files-source" {
  const source: string;
  export default source;
}
