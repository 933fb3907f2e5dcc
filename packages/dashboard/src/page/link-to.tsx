import { LinkButton, type LinkButtonProps } from '@latchkey/ui';
import { createLink } from '@tanstack/react-router';

/** A link to another view of the dashboard that looks like a button. */
export const LinkTo = createLink((props: LinkButtonProps) => <LinkButton {...props} />);
