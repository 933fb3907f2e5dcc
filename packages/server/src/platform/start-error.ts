/** An expected reason why the server cannot start: `message` is one sentence for the operator, with the fix; it is shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
