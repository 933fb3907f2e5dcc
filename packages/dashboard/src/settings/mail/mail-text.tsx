import { CodeBlock, CopyButton } from '@latchkey/ui';

/** The words of a mail, with a button for each link that copies it. */
export function MailText({ text }: { text: string }) {
  const links = [...new Set(text.match(/https?:\/\/\S+/g))];
  return (
    <div className="lk-stack">
      <CodeBlock
        label="Text of the mail"
        code={text.trimEnd()}
        copyLabel="Copy all"
        copiedLabel="Copied"
        className="mail-text"
      />
      {links.map((link) => (
        <div key={link} className="lk-row">
          <CopyButton text={link} label="Copy link" copiedLabel="Copied" />
          <span className="mail-link lk-mono lk-faint">{link}</span>
        </div>
      ))}
    </div>
  );
}
