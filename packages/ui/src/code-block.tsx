import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CopyButton } from './copy-button.tsx';

export interface CodeBlockProps {
  code: string;
  /** What the code is, for screen readers. */
  label: string;
  copyLabel: string;
  copiedLabel: string;
  /** `key` for a secret to take away: in brass, broken anywhere, never scrolled. */
  variant?: 'code' | 'key';
  onCopied?: () => void;
  /** Highlighted code to show instead of the plain one. */
  children?: ReactNode;
  className?: string;
}

/** Code or a key to take away, always from left to right, with a button that copies it. */
export function CodeBlock(props: CodeBlockProps) {
  const { code, label, copyLabel, copiedLabel, variant = 'code', onCopied, children, className } = props;
  const isKey = variant === 'key';
  return (
    <div className={classNames('lk-code', isKey && 'lk-code--key', className)}>
      {/* Can be scrolled, so it can be focused. */}
      <pre dir="ltr" role="group" aria-label={label} tabIndex={0}>
        <code>{children ?? code}</code>
      </pre>
      <CopyButton
        text={code}
        label={copyLabel}
        copiedLabel={copiedLabel}
        labelHidden={!isKey}
        variant={isKey ? 'secondary' : 'ghost'}
        {...(onCopied && { onCopied })}
      />
    </div>
  );
}
