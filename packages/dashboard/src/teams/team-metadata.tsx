import type { ServerTeam } from '@latchkey/react';
import { MetadataForm } from '../metadata/metadata-form.tsx';

/** What the application keeps with a team. */
export function TeamMetadata({ team }: { team: ServerTeam }) {
  return (
    <div className="lk-stack">
      <MetadataForm
        title="Client metadata"
        description="Read by the members’ browsers, written by members who may change the team: trust nothing in it."
        value={team.clientMetadata}
        onSave={(clientMetadata) => team.update({ clientMetadata })}
      />
      <MetadataForm
        title="Client read-only metadata"
        description="Read by the members’ browsers, written by your server only."
        value={team.clientReadOnlyMetadata}
        onSave={(clientReadOnlyMetadata) => team.update({ clientReadOnlyMetadata })}
      />
      <MetadataForm
        title="Server metadata"
        description="Read and written by your server only."
        value={team.serverMetadata}
        onSave={(serverMetadata) => team.update({ serverMetadata })}
      />
    </div>
  );
}
