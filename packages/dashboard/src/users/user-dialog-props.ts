import type { ServerUser } from '@latchkey/react';

/** What every dialog about one user is given. */
export interface UserDialogProps {
  user: ServerUser;
  open: boolean;
  onClose: () => void;
}
