import { useClient } from '@latchkey/react';

export const page = useClient;
