import { CopyButton } from '@latchkey/ui';

/** An id, as one takes it along. */
export function CopyableId({ id }: { id: string }) {
  return (
    <>
      <span className="lk-mono">{id}</span>
      <CopyButton text={id} label="Copy id" copiedLabel="Id copied" labelHidden variant="ghost" size="small" />
    </>
  );
}
