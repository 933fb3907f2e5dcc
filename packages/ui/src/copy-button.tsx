import { useEffect, useState } from 'react';
import { type ButtonLook } from './button-class-name.ts';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { Icon } from './icon.tsx';
import { useAnnounce } from './use-announce.ts';

export interface CopyButtonProps extends ButtonLook {
  text: string;
  /** "Copy" */
  label: string;
  /** "Copied": shown for two seconds and spoken. */
  copiedLabel: string;
  /** Shows the icon alone. */
  labelHidden?: boolean;
  onCopied?: () => void;
  className?: string;
}

/** Copies a text, and says so. Its width does not change with its words. */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, copiedLabel, labelHidden = false, onCopied, ...look } = props;
  const [copies, setCopies] = useState(0);
  const [isFresh, setIsFresh] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (copies === 0) return;
    const timer = setTimeout(() => setIsFresh(false), 2000);
    return () => clearTimeout(timer);
  }, [copies]);
  const copy = async (button: HTMLElement) => {
    if (!(await copyText(text, button))) return;
    setCopies((count) => count + 1);
    setIsFresh(true);
    announce(copiedLabel);
    onCopied?.();
  };
  const common = { ...look, onClick: (event: { currentTarget: HTMLElement }) => void copy(event.currentTarget) };
  if (labelHidden) return <Button {...common} icon={<Icon name={isFresh ? 'check' : 'copy'} />} label={label} />;
  return (
    <Button {...common}>
      <span className="lk-copy">
        <span className="lk-copy__state" aria-hidden={isFresh || undefined}>
          <Icon name="copy" />
          {label}
        </span>
        <span className="lk-copy__state" aria-hidden={!isFresh || undefined}>
          <Icon name="check" />
          {copiedLabel}
        </span>
      </span>
    </Button>
  );
}
