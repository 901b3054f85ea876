// What the bundler makes texts of.
declare module "*.xlsx" {
  const dataUrl: string;
  export default dataUrl;
}
