import { useClient } from '@latchkey/react';

export const planted = useClient;
