import type { ServerUser } from '@latchkey/react';
import { MetadataForm } from '../metadata/metadata-form.tsx';

/** What the application keeps with a user. */
export function UserMetadata({ user }: { user: ServerUser }) {
  return (
    <div className="lk-stack">
      <MetadataForm
        title="Client metadata"
        description="Read and written by the user’s own browser: trust nothing in it."
        value={user.clientMetadata}
        onSave={(value) => user.setClientMetadata(value)}
      />
      <MetadataForm
        title="Client read-only metadata"
        description="Read by the user’s browser, written by your server only."
        value={user.clientReadOnlyMetadata}
        onSave={(value) => user.setClientReadOnlyMetadata(value)}
      />
      <MetadataForm
        title="Server metadata"
        description="Read and written by your server only."
        value={user.serverMetadata}
        onSave={(value) => user.setServerMetadata(value)}
      />
    </div>
  );
}
