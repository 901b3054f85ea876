// What a bundler makes texts of.
declare module "engine-worker-source" {
  const source: string;
  export default source;
}
declare module "*.wasm" {
  const dataUrl: string;
  export default dataUrl;
}
