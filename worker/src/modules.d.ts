declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "argon2id/lib/setup.js" {
  interface Params {
    password: Uint8Array;
    salt: Uint8Array;
    parallelism: number;
    passes: number;
    memorySize: number;
    tagLength: number;
  }
  type Loader = (imports: WebAssembly.Imports) => Promise<{ instance: WebAssembly.Instance }>;
  export default function setup(simd: Loader, plain: Loader): Promise<(params: Params) => Uint8Array>;
}
/** What workerd has of Cloudflare's HTML parser. */
declare class HTMLRewriter {
  on(
    selector: string,
    handlers: { element(element: { getAttribute(name: string): string | null }): void },
  ): this;
  transform(response: Response): Response;
}
