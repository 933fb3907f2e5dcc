interface ImportMetaEnv {
  readonly STACK_API_URL: string;
  readonly STACK_PROJECT_ID: string;
  readonly STACK_PUBLISHABLE_CLIENT_KEY: string;
  /** Where `examples/express-api` answers. */
  readonly NORTHWIND_API_URL?: string;
}
