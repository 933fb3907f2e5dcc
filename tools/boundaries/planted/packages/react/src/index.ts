import { client } from '@latchkey/js';
import { button } from '@latchkey/ui';

export const useClient = [client, button];
